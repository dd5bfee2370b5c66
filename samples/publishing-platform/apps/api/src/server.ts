import express, { type ErrorRequestHandler } from 'express';
import { Redis } from 'ioredis';
import { AnalyticsPipeline, storedEvents } from '@platform/analytics/pipeline';
import { CacheWarmer } from '@platform/cache/cacheWarming';
import { MultiTierCache } from '@platform/cache/multiTierCache';
import { BufferFull, InsufficientCredits, UsageBatcher } from '@platform/control-plane/services/usage-batcher';
import { acquireAdvisoryLock, closePool, getPool, heldAdvisoryLocks, releaseAdvisoryLock } from '@platform/database/pool';
import { findAccount } from '@platform/database/queries/accounts';
import { appendParagraph, createDraft, DraftChanged, SlugTaken } from '@platform/database/queries/drafts';
import { countView, findDelivery } from '@platform/database/queries/publications';
import { watchPool, watchReplica } from '@platform/database/query-optimization/connectionHealth';
import { asAccount, asOperator, inSnapshot } from '@platform/database/transactions';
import { type RegionHandler, RegionWorker } from '@platform/kernel/queue/RegionWorker';
import { Alerting, connectChannel, WebhookChannel } from '@platform/monitoring/alerting';
import { HttpSink, MetricsCollector } from '@platform/monitoring/metrics-collector';
import { pool, reportingPool } from './db';
import { JobScheduler } from './jobs/JobScheduler';
import { bulkPublishDryRunRouter } from './routes/bulkPublishDryRun';
import { publishRouter } from './routes/publish';
import { CircuitOpen, TooBusy } from './utils/resilience';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const redisUrl = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379';

const metrics = new MetricsCollector(new HttpSink(process.env['METRICS_URL'] ?? 'http://127.0.0.1:9100/metrics'));
const alerting = new Alerting([
  { name: 'slow-publish', metric: 'publish.ms', threshold: 2_000, severity: 'page', quietMs: 300_000 },
]);
const channel = new WebhookChannel(process.env['ALERT_URL'] ?? 'http://127.0.0.1:9100/alerts');
metrics.on('metric', (metric) => alerting.evaluate(metric));
connectChannel(alerting, channel);

const lockRedis = new Redis(redisUrl, { commandTimeout: 2_000, maxRetriesPerRequest: 2 }); // cleared: timeout/redis-client "commandTimeout"
lockRedis.on('error', (error) => console.error('[locks] redis', error));

const cache = new MultiTierCache({ maxEntries: 5_000, ttlMs: 60_000 });
const warmer = new CacheWarmer(cache, pool, process.env['RENDER_URL'] ?? 'http://127.0.0.1:9200/render');
const pipeline = new AnalyticsPipeline(pool, metrics);
const usage = new UsageBatcher(pool, lockRedis, async (warning) => {
  await channel.send({ rule: 'low-credits', message: JSON.stringify(warning), severity: 'ticket', at: Date.now() });
});
const health = watchPool(pool, (error) => console.error('[db] pool', error));
const replicaHealth = watchReplica(reportingPool);

const scheduler = new JobScheduler({ url: redisUrl, maxRetriesPerRequest: null }, getPool());
const regionWorker = new RegionWorker(
  getPool(),
  'default',
  new Map<string, RegionHandler>([
    [
      'deliver',
      async (job) => {
        const delivery = await findDelivery(getPool(), String(job.payload['publicationId']));
        if (delivery) {
          await scheduler.submitDelivery(delivery.publicationId, delivery.revision);
        }
      },
    ],
    [
      'feed',
      (job) =>
        scheduler.submitFeed(job.id, {
          sourcePath: String(job.payload['sourcePath']),
          feedPath: String(job.payload['feedPath']),
          header: String(job.payload['header']),
        }),
    ],
  ]),
);

const app = express();
app.use(express.json({ limit: '1mb' }));
app.use((req, res, next) => {
  // The gateway in front has checked who this is.
  const accountId = req.get('x-account-id') ?? '';
  if (!UUID.test(accountId)) {
    res.status(401).json({ error: 'x-account-id is required' });
    return;
  }
  res.locals['accountId'] = accountId;
  next();
});

app.use('/publish', publishRouter);
app.use('/publish/dry-run', bulkPublishDryRunRouter);

app.post('/drafts', async (req, res) => {
  const { slug, title } = req.body as { slug: string; title: string };
  res.status(201).json({ id: await createDraft(pool, res.locals['accountId'], slug, title) });
});

app.post('/drafts/:id/paragraphs', async (req, res) => {
  const { text } = req.body as { text: string };
  const version = await appendParagraph(pool, res.locals['accountId'], req.params.id, text);
  await warmer.forgetDraft(req.params.id);
  res.json({ version });
});

app.get('/publications/:id/view', async (req, res) => {
  const views = await countView(pool, req.params.id);
  if (views === undefined) {
    res.status(404).json({ error: 'No such publication' });
    return;
  }
  metrics.record('publication.view', 1);
  res.json({ views, page: await warmer.warmPage(req.params.id) });
});

app.post('/publications/warm', async (req, res) => {
  const { publicationIds } = req.body as { publicationIds?: string[] };
  const warmed = publicationIds
    ? await warmer.warmPages(publicationIds)
    : await warmer.warmAccount(res.locals['accountId']);
  res.json({ warmed });
});

app.post('/events', async (req, res) => {
  await pipeline.ingest(req.body);
  res.status(202).json({ stored: storedEvents() });
});

app.post('/events/roll-up', async (req, res) => {
  const { day } = req.body as { day: string };
  const lockId = `roll-up:${day}`;
  if (!(await acquireAdvisoryLock(lockId))) {
    res.status(409).json({ error: 'This day is being rolled up' });
    return;
  }
  try {
    await pipeline.rollUp(day);
  } finally {
    await releaseAdvisoryLock(lockId);
  }
  res.json({ day });
});

app.post('/usage', (req, res) => {
  const { kind, units } = req.body as { kind?: unknown; units?: unknown };
  if (typeof kind !== 'string' || !Number.isSafeInteger(units) || Number(units) < 1 || Number(units) > 1_000_000) {
    res.status(400).json({ error: 'kind and a number of units are required' });
    return;
  }
  usage.record({ accountId: res.locals['accountId'], kind, units: Number(units), recordedAt: new Date().toISOString() });
  res.status(202).end();
});

app.post('/credits/spend', async (req, res) => {
  const { units } = req.body as { units: number };
  res.json({ left: await usage.spendCredits(res.locals['accountId'], units) });
});

app.post('/credits/lapse', async (req, res) => {
  const { share } = req.body as { share: number };
  res.json({ left: await usage.lapseCredits(res.locals['accountId'], share) });
});

app.post('/credits/adjust', async (req, res) => {
  const { amount, reason } = req.body as { amount: number; reason: string };
  await usage.adjustCredits(res.locals['accountId'], amount, reason);
  res.status(204).end();
});

app.post('/credits/warn', async (req, res) => {
  const { below } = req.body as { below: number };
  await usage.warnLowAccounts(below);
  res.status(204).end();
});

app.post('/invoices', async (req, res) => {
  const { period } = req.body as { period: string };
  res.json({ id: await usage.issueInvoice(res.locals['accountId'], period) });
});

app.post('/invoices/close', async (req, res) => {
  const { period } = req.body as { period: string };
  res.json({ issued: await usage.closePeriod(period) });
});

app.get('/export', async (_req, res) => {
  const accountId: string = res.locals['accountId'];
  const exported = await inSnapshot(reportingPool, accountId, async (client) => ({
    account: await findAccount(client, accountId),
    drafts: (await client.query('SELECT slug, title FROM drafts WHERE account_id = $1', [accountId])).rows,
  }));
  res.status(exported ? 200 : 404).json(exported ?? { error: 'No such account' });
});

app.get('/drafts/titles', async (_req, res) => {
  const titles = await asAccount(pool, res.locals['accountId'], async (client) => {
    const { rows } = await client.query<{ title: string }>('SELECT title FROM drafts ORDER BY title LIMIT 100');
    return rows.map((row) => row.title);
  });
  res.json({ titles });
});

app.post('/targets/:id/disable', async (req, res) => {
  await asOperator(pool, req.get('x-operator') ?? 'unknown', async (client) => {
    await client.query('UPDATE targets SET enabled = false WHERE id = $1 AND account_id = $2', [
      req.params.id,
      res.locals['accountId'],
    ]);
  });
  res.status(204).end();
});

app.get('/jobs/:id', (req, res) => {
  res.json({ state: regionWorker.stateOf(req.params.id), error: regionWorker.errorOf(req.params.id) });
});

app.delete('/deliveries/:id', (req, res) => {
  res.status(scheduler.cancel(req.params.id) ? 204 : 404).end();
});

app.get('/health', async (_req, res) => {
  res.json({
    primary: await health.check(),
    replica: replicaHealth.churn,
    activity: await health.activity(),
    locks: heldAdvisoryLocks(),
  });
});

const answerError: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  if (error instanceof SlugTaken || error instanceof DraftChanged) {
    res.status(409).json({ error: error.message });
  } else if (error instanceof InsufficientCredits) {
    res.status(402).json({ error: 'Not enough credits' });
  } else if (error instanceof TooBusy || error instanceof BufferFull || error instanceof CircuitOpen) {
    res.status(503).json({ error: error.message });
  } else {
    console.error('[api]', error);
    res.status(500).json({ error: 'Internal error' });
  }
};
app.use(answerError);

await cache.initializeRedis(redisUrl);
metrics.start(5_000);
usage.start();
scheduler.start();
regionWorker.start();

const server = app.listen(Number(process.env['PORT'] ?? 4000), (error?: Error) => {
  if (error) {
    console.error('[api] could not listen', error);
    process.exit(1);
  }
});

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 15_000).unref();
  stop().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error('[api] could not stop', error);
      process.exit(1);
    },
  );
});

/** Stops taking requests, lets the work in hand finish, and closes what it used. */
async function stop(): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await regionWorker.stop();
  await scheduler.close();
  await usage.stop();
  await metrics.stop();
  await cache.close();
  await lockRedis.quit();
  await Promise.all([pool.end(), reportingPool.end(), closePool()]);
}
