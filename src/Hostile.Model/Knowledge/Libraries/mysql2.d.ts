/**
 * mysql2, as far as its pools lend connections: what it sends goes to another server.
 *
 * @library mysql2 2.x - 3.x
 * @source read in mysql2 3.24.6 lib/base/pool.js, lib/promise/pool.js and lib/promise/pool_connection.js: getConnection takes one of connectionLimit (10) connections and waits for ever where all are taken, unless waitForConnections is false or queueLimit is reached; release gives it back, a second time does nothing; destroy takes it out of the pool
 */
declare module 'mysql2/promise' {
  export interface Connection {
    query(sql: any, values?: any): Promise<any>;
    execute(sql: any, values?: any): Promise<any>;
    beginTransaction(): Promise<void>;
    commit(): Promise<void>;
    rollback(): Promise<void>;
    ping(): Promise<void>;
    end(): Promise<void>;
    /** @closes */
    destroy(): void;
  }
  export interface PoolConnection extends Connection {
    /** @releases */
    release(): void;
  }
  export interface Pool {
    /** @opens session */
    getConnection(): Promise<PoolConnection>;
    query(sql: any, values?: any): Promise<any>;
    execute(sql: any, values?: any): Promise<any>;
    /** @closes */
    end(): Promise<void>;
  }
  export function createPool(options: any): Pool;
  export function createConnection(options: any): Promise<Connection>;
  export type RowDataPacket = any;
  export type FieldPacket = any;
  export type ResultSetHeader = any;
}

declare module 'mysql2' {
  import * as promised from 'mysql2/promise';
  export interface Pool {
    promise(): promised.Pool;
  }
  export interface PoolConnection {
    release(): void;
    destroy(): void;
    promise(): promised.PoolConnection;
  }
  export function createPool(options: any): Pool;
  export type RowDataPacket = any;
  export type FieldPacket = any;
  export type ResultSetHeader = any;
}
