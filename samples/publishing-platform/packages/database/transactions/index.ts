import type { Pool, PoolClient } from 'pg';

/** Runs `work` in one transaction. A connection that cannot be rolled back is thrown away, not given back. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect(); // cleared: leak/client-not-released "finally"
  let broken: Error | undefined;
  try {
    await client.query('BEGIN'); // cleared: transaction/left-open "every exit"
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    try {
      await client.query('ROLLBACK');
    } catch (rollbackError) {
      broken = asError(rollbackError);
    }
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Runs `work` in one transaction that may take `timeoutMs` at most. */
export async function inTransactionWithin<T>(
  pool: Pool,
  timeoutMs: number,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const abortController = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const expired = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        if (!abortController.signal.aborted) {
          reject(new Error(`Transaction timeout after ${timeoutMs} ms`));
        }
      }, timeoutMs);
    });
    const result = await Promise.race([work(client), expired]); // expect: race/timeout-vs-commit
    await client.query('COMMIT');
    return result;
  } catch (error) {
    try {
      await client.query('ROLLBACK');
    } catch (rollbackError) {
      broken = asError(rollbackError);
    }
    throw error;
  } finally {
    abortController.abort();
    clearTimeout(timer);
    client.release(broken);
  }
}

/** Reads one account from one snapshot, so that an export is consistent. Undefined if there is no such account. */
export async function inSnapshot<T>(
  pool: Pool,
  accountId: string,
  read: (client: PoolClient) => Promise<T>,
): Promise<T | undefined> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'); // expect: transaction/left-open
    const { rowCount } = await client.query('SELECT 1 FROM accounts WHERE id = $1', [accountId]);
    if (rowCount === 0) {
      return undefined;
    }
    const result = await read(client);
    await client.query('COMMIT');
    return result;
  } finally {
    client.release();
  }
}

/** Runs `work` with row-level security narrowed to one account. */
export async function asAccount<T>(
  pool: Pool,
  accountId: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return inTransaction(pool, async (client) => {
    await client.query('SET LOCAL app.account_id = $1', [accountId]); // expect: transaction/set-with-parameter
    return work(client);
  });
}

/** Runs `work` under the name of the operator who asked for it; triggers write it to the audit trail. */
export async function asOperator<T>(
  pool: Pool,
  operator: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return inTransaction(pool, async (client) => {
    await client.query(`SELECT set_config('app.operator', $1, true)`, [operator]); // cleared: transaction/set-with-parameter "set_config"
    return work(client);
  });
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
