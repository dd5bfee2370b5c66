import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Pool } from 'pg';
import { inTransaction } from '@platform/database/transactions';
import { withLock } from '@platform/kernel/redlock';

export interface UsageEvent {
  accountId: string;
  kind: string;
  units: number;
  recordedAt: string;
}

export interface UsageWarning {
  accountId: string;
  credits: number;
}

export class BufferFull extends Error {}

export class InsufficientCredits extends Error {}

const MAX_BUFFERED = 50_000;
const BATCH_SIZE = 500;
const CHUNK_SIZE = 100;
const FLUSH_MS = 2_000;
const CENTS_PER_UNIT = 2;
const PERIOD_LOCK_MS = 30_000;

/** Collects usage, writes it in batches, and makes credits and invoices of it. */
export class UsageBatcher {
  private buffer: UsageEvent[] = [];
  private flushing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly redis: Redis,
    private readonly warn: (warning: UsageWarning) => Promise<void>,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => {
      this.flush().catch((error: unknown) => console.error('[usage] flush', error));
    }, FLUSH_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.flushing;
    while (this.buffer.length > 0) {
      await this.flush();
    }
  }

  record(event: UsageEvent): void {
    if (this.buffer.length >= MAX_BUFFERED) {
      throw new BufferFull('Usage cannot be recorded at the moment');
    }
    this.buffer.push(event);
  }

  /** Writes what is buffered. One flush runs at a time, and whoever asks meanwhile gets that one. */
  flush(): Promise<void> {
    this.flushing ??= this.writeBuffered().finally(() => {
      this.flushing = undefined;
    });
    return this.flushing;
  }

  /** Takes credits for units that are used at once, and answers how many are left. */
  async spendCredits(accountId: string, units: number): Promise<number> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<{ credits: number }>(
        'SELECT credits FROM accounts WHERE id = $1',
        [accountId],
      );
      const account = rows[0];
      if (!account || account.credits < units) {
        throw new InsufficientCredits(accountId);
      }
      const left = account.credits - units;
      await client.query('UPDATE accounts SET credits = $2 WHERE id = $1', [accountId, left]); // expect: race/lost-update
      return left;
    });
  }

  /** Takes back the share of the credits that has lapsed. The row stays locked until the new number is written. */
  async lapseCredits(accountId: string, share: number): Promise<number> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<{ credits: number }>(
        'SELECT credits FROM accounts WHERE id = $1 FOR NO KEY UPDATE',
        [accountId],
      );
      const left = Math.floor((rows[0]?.credits ?? 0) * (1 - share));
      await client.query('UPDATE accounts SET credits = $2 WHERE id = $1', [accountId, left]); // cleared: race/lost-update "FOR NO KEY UPDATE"
      return left;
    });
  }

  /** Corrects an account by hand, with the reason beside it. */
  async adjustCredits(accountId: string, amount: number, reason: string): Promise<void> {
    await this.pool.query('BEGIN'); // expect: transaction/begin-on-pool
    try {
      await this.pool.query(
        'INSERT INTO credit_adjustments (id, account_id, amount, reason) VALUES ($1, $2, $3, $4)',
        [randomUUID(), accountId, amount, reason],
      );
      await this.pool.query('UPDATE accounts SET credits = credits + $2 WHERE id = $1', [accountId, amount]);
      await this.pool.query('COMMIT');
    } catch (error) {
      await this.pool.query('ROLLBACK');
      throw error;
    }
  }

  /** The invoice of an account for a month; it is written if it is not there yet. */
  async issueInvoice(accountId: string, period: string): Promise<string> {
    const issued = await this.pool.query<{ id: string }>(
      'SELECT id FROM invoices WHERE account_id = $1 AND period = $2::date',
      [accountId, period],
    );
    if (issued.rows.length > 0) {
      return issued.rows[0]!.id;
    }
    const { rows: usage } = await this.pool.query<{ units: number }>(
      `SELECT coalesce(sum(units), 0)::int AS units
         FROM usage_events
        WHERE account_id = $1
          AND recorded_at >= $2::date AND recorded_at < $2::date + interval '1 month'`,
      [accountId, period],
    );
    const invoiceId = randomUUID();
    await this.pool.query( // expect: race/check-then-insert
      `INSERT INTO invoices (id, account_id, period, amount_cents)
       VALUES ($1, $2, $3::date, $4)`,
      [invoiceId, accountId, period, (usage[0]?.units ?? 0) * CENTS_PER_UNIT],
    );
    return invoiceId;
  }

  /** Issues the invoices of all accounts for a month. One process does it at a time. */
  async closePeriod(period: string): Promise<number> {
    return withLock(this.redis, `usage-period:${period}`, PERIOD_LOCK_MS, async () => {
      let issued = 0;
      let after = '00000000-0000-0000-0000-000000000000';
      for (;;) {
        const { rows } = await this.pool.query<{ id: string }>(
          'SELECT id FROM accounts WHERE id > $1 ORDER BY id LIMIT 100',
          [after],
        );
        if (rows.length === 0) {
          return issued;
        }
        for (const account of rows) {
          await this.issueInvoice(account.id, period);
          after = account.id;
          issued++;
        }
      }
    });
  }

  /** Warns the accounts that run low, in chunks. A warning that cannot be sent is logged, so no chunk rejects. */
  async warnLowAccounts(below: number): Promise<void> {
    const { rows } = await this.pool.query<UsageWarning>(
      'SELECT id AS "accountId", credits FROM accounts WHERE credits < $1 ORDER BY credits LIMIT 500',
      [below],
    );
    const chunkPromises = chunksOf(rows, CHUNK_SIZE).map((chunk) => this.warnChunk(chunk));
    await Promise.all(chunkPromises);
  }

  private async warnChunk(warnings: UsageWarning[]): Promise<void> {
    for (const warning of warnings) {
      try {
        await this.warn(warning);
      } catch (error) {
        console.error(`[usage] could not warn ${warning.accountId}`, error);
      }
    }
  }

  private async writeBuffered(): Promise<void> {
    const batch = this.buffer.splice(0, BATCH_SIZE);
    try {
      await Promise.all(chunksOf(batch, CHUNK_SIZE).map((chunk) => this.writeChunk(chunk)));
    } catch (error) {
      this.buffer.unshift(...batch); // expect: race/retry-not-idempotent "usage_events"
      throw error;
    }
  }

  private async writeChunk(events: UsageEvent[]): Promise<void> {
    await this.pool.query(
      `INSERT INTO usage_events (account_id, kind, units, recorded_at)
       SELECT event.account_id, event.kind, event.units, event.recorded_at
         FROM jsonb_to_recordset($1::jsonb)
           AS event (account_id uuid, kind text, units int, recorded_at timestamptz)
         JOIN accounts ON accounts.id = event.account_id`,
      [
        JSON.stringify(
          events.map((event) => ({
            account_id: event.accountId,
            kind: event.kind,
            units: event.units,
            recorded_at: event.recordedAt,
          })),
        ),
      ],
    );
  }
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}
