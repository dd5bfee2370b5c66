import { Pool } from 'pg';

const activeAdvisoryLocks = new Set<string>();

let pool: Pool | undefined;
let locks: Pool | undefined;

/** The pool of the background workers. Nothing is awaited between the check and the assignment. */
export function getPool(): Pool {
  pool ??= createPool(10);
  return pool;
}

/** Locks are held while other work needs connections, so they have a pool to themselves. */
function lockPool(): Pool {
  locks ??= createPool(4);
  return locks;
}

function createPool(max: number): Pool {
  const created = new Pool({ // cleared: timeout/postgres-pool
    connectionString: process.env['DATABASE_URL'],
    max,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 20_000,
  });
  created.on('error', (error) => console.error('[pool] idle connection lost', error));
  created.on('connect', (client) => {
    client.on('error', (error) => console.error('[pool] connection lost in use', error));
  });
  return created;
}

export async function closePool(): Promise<void> {
  const closing = [pool, locks];
  pool = undefined;
  locks = undefined;
  await Promise.all(closing.map((open) => open?.end()));
}

/**
 * Runs `work` if nobody in the fleet holds the lock. The connection that took it is kept until it is given back,
 * because the lock belongs to the session; if it cannot be given back, the session ends and the lock with it.
 */
export async function withAdvisoryLock<T>(
  lockId: string,
  work: () => Promise<T>,
): Promise<{ taken: true; result: T } | { taken: false }> {
  const client = await lockPool().connect(); // cleared: leak/client-not-released "finally"
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtext($1)) AS taken',
      [lockId],
    );
    if (!rows[0]?.taken) {
      return { taken: false };
    }
    activeAdvisoryLocks.add(lockId);
    try {
      return { taken: true, result: await work() };
    } finally {
      activeAdvisoryLocks.delete(lockId);
      await client.query('SELECT pg_advisory_unlock(hashtext($1))', [lockId]);
    }
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(broken);
  }
}

export function heldAdvisoryLocks(): string[] {
  return [...activeAdvisoryLocks];
}
