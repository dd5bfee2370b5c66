import type { Pool } from 'pg';
import { inTransactionWithin } from '@platform/database/transactions';
import type { MetricsCollector } from '@platform/monitoring/metrics-collector';

export interface AnalyticsEvent {
  id: string;
  accountId: string;
  name: string;
  occurredAt: string;
}

interface EnrichedEvent extends AnalyticsEvent {
  account: string;
}

let storedTotal = 0;

/** How many events this process has stored since it started. */
export function storedEvents(): number {
  return storedTotal;
}

/** Takes events from the API, stores them and counts them by day. */
export class AnalyticsPipeline {
  constructor(
    private readonly pool: Pool,
    private readonly metrics: MetricsCollector,
  ) {}

  async ingest(events: AnalyticsEvent[]): Promise<void> {
    const batch = await Promise.all(events.map((event) => this.enrich(event))); // expect: parallel/unbounded-fan-out
    await Promise.all([
      this.processBatch(batch),
      this.emitMetrics(batch),
    ]);
  }

  /** Counts one day from the stored events and drops those older than ninety days. Running it twice gives the same rows. */
  async rollUp(day: string): Promise<void> {
    await inTransactionWithin(this.pool, 10_000, async (client) => {
      await client.query(
        `INSERT INTO analytics_rollups (name, day, total)
         SELECT name, $1::date, count(*)
           FROM analytics_events
          WHERE occurred_at >= $1::date AND occurred_at < $1::date + 1
          GROUP BY name
          ORDER BY name
         ON CONFLICT (name, day) DO UPDATE SET total = excluded.total`,
        [day],
      );
      await client.query(`DELETE FROM analytics_events WHERE occurred_at < $1::date - interval '90 days'`, [day]);
    });
  }

  private async processBatch(batch: EnrichedEvent[]): Promise<void> {
    storedTotal += await this.store(batch); // expect: race/state-across-await
  }

  private async store(batch: EnrichedEvent[]): Promise<number> {
    const { rowCount } = await this.pool.query(
      `INSERT INTO analytics_events (id, account_id, name, account, occurred_at)
       SELECT id, account_id, name, account, occurred_at
         FROM jsonb_to_recordset($1::jsonb)
           AS event (id uuid, account_id uuid, name text, account text, occurred_at timestamptz)
        ORDER BY id
       ON CONFLICT (id) DO NOTHING`,
      [
        JSON.stringify(
          batch.map((event) => ({
            id: event.id,
            account_id: event.accountId,
            name: event.name,
            account: event.account,
            occurred_at: event.occurredAt,
          })),
        ),
      ],
    );
    return rowCount ?? 0;
  }

  private async emitMetrics(batch: EnrichedEvent[]): Promise<void> {
    for (const event of batch) {
      this.metrics.record(`event.${event.name}`, 1);
    }
  }

  private async enrich(event: AnalyticsEvent): Promise<EnrichedEvent> {
    const { rows } = await this.pool.query<{ name: string }>('SELECT name FROM accounts WHERE id = $1', [event.accountId]);
    return { ...event, account: rows[0]?.name ?? 'unknown' };
  }
}
