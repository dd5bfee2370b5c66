import { Pool } from 'pg';

const activeAdvisoryLocks = new Set<string>();

let pool: Pool | undefined;

/** The pool of the background workers. Nothing is awaited between the check and the assignment. */
export function getPool(): Pool {
  pool ??= createPool();
  return pool;
}

function createPool(): Pool {
  const created = new Pool({ // cleared: timeout/postgres-pool
    connectionString: process.env['DATABASE_URL'],
    max: 10,
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
  const closing = pool;
  pool = undefined;
  await closing?.end();
}

/** Takes the lock for the whole fleet. False if somebody else has it. */
export async function acquireAdvisoryLock(lockId: string): Promise<boolean> {
  const client = await getPool().connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>( // miss: deadlock/advisory-lock-session the lock belongs to a session that goes back to the pool; unlock runs on another
      'SELECT pg_try_advisory_lock(hashtext($1)) AS taken',
      [lockId],
    );
    const taken = rows[0]?.taken ?? false;
    if (taken) {
      activeAdvisoryLocks.add(lockId);
    }
    return taken;
  } finally {
    client.release();
  }
}

export async function releaseAdvisoryLock(lockId: string): Promise<void> {
  const client = await getPool().connect();
  try {
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [lockId]);
    // The set is for diagnostics: it dies with the process, and so does the session that held the lock.
    activeAdvisoryLocks.delete(lockId);
  } finally {
    client.release();
  }
}

export function heldAdvisoryLocks(): string[] {
  return [...activeAdvisoryLocks];
}
