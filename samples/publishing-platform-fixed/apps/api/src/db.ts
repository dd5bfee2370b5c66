import { Pool, type PoolConfig } from 'pg';

/** The API runs in small instances that come and go, so pools are small and waits are short. */
const base: PoolConfig = {
  max: 5,
  idleTimeoutMillis: 5_000,
  application_name: 'publishing-api',
};

/** `options` goes to the server as it stands, and sets what a key of its own would set. */
export const pool = keepListening(
  new Pool({ // cleared: timeout/postgres-pool
    ...base,
    connectionString: process.env['DATABASE_URL'],
    connectionTimeoutMillis: 2_000,
    statement_timeout: 3_000,
    lock_timeout: 2_000,
    options: '-c idle_in_transaction_session_timeout=10000',
  }),
);

const reportingLimits: PoolConfig = {
  connectionTimeoutMillis: 2_000,
  statement_timeout: 30_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** Reports read from the replica. */
export const reportingPool = keepListening(
  new Pool({ // cleared: timeout/postgres-pool
    ...base,
    ...reportingLimits,
    connectionString: process.env['REPLICA_URL'],
  }),
);

/** A lost connection is news for the log, whether it was idle or in use; the statement it carried fails by itself. */
function keepListening(created: Pool): Pool {
  created.on('error', (error) => console.error('[db] idle connection lost', error));
  created.on('connect', (client) => {
    client.on('error', (error) => console.error('[db] connection lost in use', error));
  });
  return created;
}
