import { type ConnectionOptions, type Job, Queue, Worker } from 'bullmq';
import type { Pool } from 'pg';
import { publishFeed } from '@platform/adapters/feed-adapter';
import { uploadFile } from '@platform/adapters/upload-adapter';
import { findDelivery, markDelivered } from '@platform/database/queries/publications';
import { CircuitBreaker } from '../utils/resilience';

interface DeliveryJob {
  publicationId: string;
}

interface FeedJob {
  sourcePath: string;
  feedPath: string;
  header: string;
}

const DELIVERIES = 'deliveries';
const FEEDS = 'feeds';
const DELIVERY_LIMIT_MS = 20_000;

/** Hands deliveries and feeds to workers, with retries. */
export class JobScheduler {
  private readonly abortControllers = new Map<string, AbortController>();
  private readonly breaker = new CircuitBreaker({ failureThreshold: 5, resetAfterMs: 30_000, halfOpenMaxCalls: 1 });
  private readonly deliveries: Queue<DeliveryJob>;
  private readonly feeds: Queue<FeedJob>;
  private readonly workers: Worker[] = [];

  constructor(
    private readonly connection: ConnectionOptions,
    private readonly pool: Pool,
  ) {
    // While Redis is down, adding a job fails at once and does not wait for it to come back.
    const forQueues = { ...connection, enableOfflineQueue: false } as ConnectionOptions;
    const defaultJobOptions = {
      attempts: 5,
      backoff: { type: 'exponential', delay: 1_000 },
      removeOnComplete: { age: 3_600 },
      removeOnFail: { age: 7 * 86_400 },
    };
    this.deliveries = new Queue(DELIVERIES, { connection: forQueues, defaultJobOptions, skipWaitingForReady: true });
    this.feeds = new Queue(FEEDS, { connection: forQueues, defaultJobOptions, skipWaitingForReady: true });
    for (const queue of [this.deliveries, this.feeds]) {
      queue.on('error', (error) => console.error(`[jobs] ${queue.name}`, error));
    }
  }

  start(): void {
    if (this.workers.length > 0) {
      return;
    }
    this.workers.push(
      this.listen(
        new Worker<DeliveryJob>(DELIVERIES, (job) => this.runDelivery(job), {
          connection: this.connection,
          concurrency: 4,
        }),
      ),
      this.listen(
        new Worker<FeedJob>(FEEDS, (job) => this.runFeed(job), { connection: this.connection }),
      ),
    );
  }

  /** The same revision of a publication is one job, however often it is submitted. */
  async submitDelivery(publicationId: string, revision: number): Promise<void> {
    await this.deliveries.add('deliver', { publicationId }, { jobId: `${publicationId}-${revision}` });
  }

  async submitFeed(requestId: string, feed: FeedJob): Promise<void> {
    await this.feeds.add('feed', feed, { jobId: `feed-${requestId}` });
  }

  /** Stops a job that is running here. False if it is not. */
  cancel(jobId: string): boolean {
    const controller = this.abortControllers.get(jobId);
    controller?.abort();
    return controller !== undefined;
  }

  /** Lets the jobs in hand finish. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([this.deliveries.close(), this.feeds.close()]);
  }

  private async runDelivery(job: Job<DeliveryJob>): Promise<void> {
    const abortController = new AbortController();
    this.abortControllers.set(job.id!, abortController);
    try {
      const delivery = await findDelivery(this.pool, job.data.publicationId);
      if (!delivery) {
        return;
      }
      const signal = AbortSignal.any([abortController.signal, AbortSignal.timeout(DELIVERY_LIMIT_MS)]);
      const idempotencyKey = `${delivery.publicationId}-${delivery.revision}`;
      await this.breaker.run(() =>
        delivery.kind === 'webhook'
          ? postWebhook(delivery.endpoint, idempotencyKey, { title: delivery.title, body: delivery.body }, signal)
          : uploadFile({ path: `rendered/${delivery.publicationId}.html`, endpoint: delivery.endpoint, idempotencyKey, signal }),
      );
      await markDelivered(this.pool, delivery.publicationId, delivery.revision);
    } finally {
      this.abortControllers.delete(job.id!);
    }
  }

  private async runFeed(job: Job<FeedJob>): Promise<void> {
    const abortController = new AbortController();
    this.abortControllers.set(`feed:${job.id}`, abortController); // expect: abort/controller-kept
    await publishFeed(job.data.sourcePath, job.data.feedPath, job.data.header, abortController.signal);
    this.abortControllers.delete(`feed:${job.id}`);
  }

  /** A BullMQ worker without an 'error' listener only writes to the console: nothing crashes. */
  private listen<T>(worker: Worker<T>): Worker<T> {
    worker.on('completed', (job) => console.info(`[jobs] ${worker.name} ${job.id} done`));
    worker.on('failed', async (job, error) => { // expect: rejection/async-callback
      await this.pool.query(
        'INSERT INTO job_failures (queue, job_id, message) VALUES ($1, $2, $3)',
        [worker.name, job?.id ?? 'unknown', error.message],
      );
    });
    return worker;
  }
}

async function postWebhook(
  endpoint: string,
  idempotencyKey: string,
  content: { title: string; body: string },
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    body: JSON.stringify(content),
    signal,
  });
  await response.body?.cancel();
  if (!response.ok) {
    throw new Error(`${endpoint} answered ${response.status}`);
  }
}
