import type { Pool, PoolClient, QueryResultRow } from 'pg';

/** A pool, or the client of a transaction. */
export type Database = Pool | PoolClient;

export async function queryRows<R extends QueryResultRow>(
  database: Database,
  sql: string,
  values: unknown[] = [],
): Promise<R[]> {
  const { rows } = await database.query<R>(sql, values);
  return rows;
}

export async function queryOne<R extends QueryResultRow>(
  database: Database,
  sql: string,
  values: unknown[] = [],
): Promise<R | undefined> {
  const rows = await queryRows<R>(database, sql, values);
  return rows[0];
}

/** The number of rows that the statement changed. */
export async function execute(database: Database, sql: string, values: unknown[] = []): Promise<number> {
  const { rowCount } = await database.query(sql, values);
  return rowCount ?? 0;
}
