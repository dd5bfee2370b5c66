import { EventEmitter } from 'node:events';
import type { Pool } from 'pg';

export interface PoolHealth {
  total: number;
  idle: number;
  waiting: number;
  latencyMs: number;
}

/** Follows the connections of one pool. Whoever makes a monitor listens to its 'error'. */
export class PoolHealthMonitor extends EventEmitter {
  private connects = 0;
  private failures = 0;

  constructor(private readonly pool: Pool) {
    super();
    pool.on('connect', () => {
      this.connects++;
      this.emit('connection:connect');
    });
    pool.on('acquire', () => {
      this.emit('connection:acquire');
    });
    pool.on('error', (error) => {
      this.failures++;
      this.emit('error', error);
    });
  }

  /** How long a round trip takes on a connection of this pool, and how many connections there are. */
  async check(): Promise<PoolHealth> {
    const client = await this.pool.connect(); // expect: leak/client-not-released
    const started = performance.now();
    await client.query('SELECT 1');
    const latencyMs = performance.now() - started;
    client.release();
    return {
      total: this.pool.totalCount,
      idle: this.pool.idleCount,
      waiting: this.pool.waitingCount,
      latencyMs,
    };
  }

  /** The server's own view of what the pool's connections are doing. */
  async activity(): Promise<Record<string, number>> {
    const client = await this.pool.connect(); // cleared: leak/client-not-released "finally"
    try {
      const { rows } = await client.query<{ state: string; connections: number }>(
        `SELECT coalesce(state, 'background') AS state, count(*)::int AS connections
           FROM pg_stat_activity
          WHERE datname = current_database()
          GROUP BY 1`,
      );
      return Object.fromEntries(rows.map((row) => [row.state, row.connections]));
    } finally {
      client.release();
    }
  }

  get churn(): { connects: number; failures: number } {
    return { connects: this.connects, failures: this.failures };
  }
}

export function watchPool(pool: Pool, onLost: (error: Error) => void): PoolHealthMonitor {
  const monitor = new PoolHealthMonitor(pool);
  monitor.on('error', onLost);
  return monitor;
}

export function watchReplica(pool: Pool): PoolHealthMonitor {
  const monitor = new PoolHealthMonitor(pool); // expect: rejection/emitter-without-error-listener
  monitor.on('connection:connect', () => console.info('[replica] connected'));
  return monitor;
}
