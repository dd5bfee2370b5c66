/**
 * node-postgres and its pool. Option names are those the code reads; what it does not read stands here too, marked so.
 *
 * @library pg 8.x
 * @library pg-pool 3.x
 * @wherever pool beside pg
 * @source run on pg 8.23.1 (Node 20.20.2, PostgreSQL 15): a listener that is added to a connection of the pool is still there when the pool lends it again; the eleventh makes a warning
 * @source run on pg 8.23.1 with pg-pool 3.14.0 and on pg 8.11.3 with pg-pool 3.6.1 (Node 20.20.2, PostgreSQL 15.18): errors of idle and held clients (a listener that on('connect') adds to each client hears both), defaults, keys sent in the startup packet, keys ignored, URL parameters, release semantics
 * @source run on pg 8.23.1 with pg-pool 3.14.0 (PostgreSQL 15.18): BEGIN, statements and ROLLBACK through a pool hold together while its only user awaits one query after the other, because the idle client that came back last is lent first; they come apart with a second user at the same time, a client released in between, a failed statement (its client is destroyed), idleTimeoutMillis or maxUses between two of them
 * @source run on pg 8.23.1: `statement_timeout: '5s'` arrives at the server as 5 (ms), `'1min'` as 1
 * @source read in pg 8.16.2 lib/client.js: the promise of `end` is resolved at once, or when the connection has ended, and never rejected
 * @source read in pg 8.23.1 lib/client.js, lib/connection-parameters.js and pg-pool 3.14.0 index.js: release, connect, per-query options
 * @source read in pg-pool 3.14.0 index.js: `end` of a pool resolves when all connections are back; it rejects only when it is called a second time, a fault of the program's own
 */
declare module 'pg' {
  import { EventEmitter } from 'events';

  export interface ClientConfig {
    /** @names role */
    user?: string;
    /** @names database */
    database?: string;
    password?: string | (() => string | Promise<string>);
    port?: number;
    /** @names host */
    host?: string;
    /** @url UrlParameters */
    connectionString?: string;
    keepAlive?: boolean;
    ssl?: any;
    application_name?: string;
    options?: string;
    pipeline?: boolean;

    /**
     * @bounds statement in ms by server default none off 0
     * @reads integer
     */
    statement_timeout?: false | number;
    /** @bounds query in ms by client default none off 0 */
    query_timeout?: number;
    /**
     * @bounds lock in ms by server default none off 0
     * @reads integer
     */
    lock_timeout?: number;
    /**
     * @bounds idle-in-transaction in ms by server default none off 0
     * @reads integer
     */
    idle_in_transaction_session_timeout?: number;
    /** @bounds connect in ms by client default none off 0 */
    connectionTimeoutMillis?: number;

    /** @ignored use statement_timeout */
    statementTimeout?: number;
    /** @ignored use statement_timeout */
    statementTimeoutMillis?: number;
    /** @ignored use query_timeout */
    queryTimeout?: number;
    /** @ignored use query_timeout */
    queryTimeoutMillis?: number;
    /** @ignored use lock_timeout */
    lockTimeout?: number;
    /** @ignored use idle_in_transaction_session_timeout */
    idleInTransactionSessionTimeout?: number;
    /** @ignored use connectionTimeoutMillis */
    connectionTimeout?: number;
    /** @ignored use connectionTimeoutMillis */
    connectTimeout?: number;
    /** @ignored use connectionTimeoutMillis */
    connect_timeout?: number;
    /** @ignored */
    idle_session_timeout?: number;
    /** @ignored */
    transaction_timeout?: number;
  }

  export interface PoolConfig extends ClientConfig {
    /** @limits connections default 10 */
    max?: number;
    min?: number;
    /**
     * @bounds acquire in ms by client default none off 0
     * @bounds connect in ms by client default none off 0
     */
    connectionTimeoutMillis?: number;
    /** @bounds idle in ms by client default 10000 off 0 */
    idleTimeoutMillis?: number | null;
    allowExitOnIdle?: boolean;
    maxUses?: number;
    maxLifetimeSeconds?: number;
    /** @constructs client */
    Client?: any;
    /** @ignored use idleTimeoutMillis */
    idleTimeout?: number;
    /** @ignored use connectionTimeoutMillis */
    acquireTimeoutMillis?: number;
    /** @ignored use max */
    poolSize?: number;
  }

  /** What the query part of a connection URL may say; it beats the options. */
  interface UrlParameters {
    /** @bounds statement in ms by server default none off 0 */
    statement_timeout?: string;
    /** @bounds query in ms by client default none off 0 */
    query_timeout?: string;
    /** @bounds lock in ms by server default none off 0 */
    lock_timeout?: string;
    /** @bounds idle-in-transaction in ms by server default none off 0 */
    idle_in_transaction_session_timeout?: string;
    options?: string;
  }

  export interface QueryConfig {
    name?: string;
    text: string;
    values?: any[];
    rowMode?: string;
    /** @bounds query in ms by client default none off 0 */
    query_timeout?: number;
    /** @ignored */
    statement_timeout?: number;
  }
  export interface Submittable { submit(connection: any): void; }
  export interface FieldDef { name: string; tableID: number; columnID: number; dataTypeID: number; }
  export interface QueryResultRow { [column: string]: any; }
  export interface QueryResult<R = any> {
    command: string;
    rowCount: number | null;
    oid: number;
    fields: FieldDef[];
    rows: R[];
  }
  export interface QueryArrayResult<R = any> { command: string; rowCount: number | null; rows: R[]; fields: FieldDef[]; }
  export interface Notification { processId: number; channel: string; payload?: string; }

  /**
   * Each query may run on another connection. An idle client's error is emitted on the pool.
   *
   * @handle pool
   * @lends last
   * @emits error crash
   * @waits connect acquire statement lock idle-in-transaction query
   * @opens connection
   */
  export class Pool extends EventEmitter {
    constructor(config?: PoolConfig);

    readonly totalCount: number;
    readonly idleCount: number;
    readonly waitingCount: number;
    readonly ending: boolean;
    readonly ended: boolean;
    options: PoolConfig;

    /** @acquires client */
    connect(): Promise<PoolClient>;
    /**
     * @acquires client to 0.1
     * @calls 0 later dropping promise
     */
    connect(callback: (err: Error | undefined, client: PoolClient | undefined, done: (release?: any) => void) => void): void;

    /**
     * @closes
     * @never-rejects
     */
    end(): Promise<void>;
    /** @closes */
    end(callback: () => void): void;

    /** @runs sql 0.text with 0.values */
    query<R = any>(config: QueryConfig): Promise<QueryResult<R>>;
    /** @runs sql 0.text with 1 */
    query<R = any>(config: QueryConfig, values: any[]): Promise<QueryResult<R>>;
    /** @runs sql 0 with 1 */
    query<R = any>(text: string, values?: any[]): Promise<QueryResult<R>>;
    /**
     * @runs sql 0 with 1
     * @calls 2 later dropping promise
     */
    query<R = any>(text: string, values: any[], callback: (err: Error, result: QueryResult<R>) => void): void;
    /**
     * @runs sql 0
     * @calls 1 later dropping promise
     */
    query<R = any>(text: string, callback: (err: Error, result: QueryResult<R>) => void): void;
    query<T extends Submittable>(stream: T): T;

    /**
     * @listens
     * @root 1 event
     */
    on(event: 'error', listener: (err: Error, client: PoolClient) => void): this;
    /**
     * @listens
     * @root 1 event
     */
    on(event: string, listener: (client: PoolClient) => void): this;
    /**
     * @listens
     * @root 1 event
     */
    addListener(event: string, listener: (...args: any[]) => void): this;
  }

  /**
   * One session. An error of its connection is emitted on it, not on the pool it came from.
   *
   * @handle client
   * @after-end runs
   * @emits error crash
   */
  export class ClientBase extends EventEmitter {
    constructor(config?: string | ClientConfig);

    /** @connects */
    connect(): Promise<void>;
    connect(callback: (err: Error) => void): void;

    /** @runs sql 0.text with 0.values */
    query<R = any>(config: QueryConfig): Promise<QueryResult<R>>;
    /** @runs sql 0.text with 1 */
    query<R = any>(config: QueryConfig, values: any[]): Promise<QueryResult<R>>;
    /** @runs sql 0 with 1 */
    query<R = any>(text: string, values?: any[]): Promise<QueryResult<R>>;
    /**
     * @runs sql 0 with 1
     * @calls 2 later dropping promise
     */
    query<R = any>(text: string, values: any[], callback: (err: Error, result: QueryResult<R>) => void): void;
    /**
     * @runs sql 0
     * @calls 1 later dropping promise
     */
    query<R = any>(text: string, callback: (err: Error, result: QueryResult<R>) => void): void;
    query<T extends Submittable>(stream: T): T;

    escapeIdentifier(text: string): string;
    escapeLiteral(text: string): string;

    /**
     * @listens
     * @root 1 event
     */
    on(event: 'notification', listener: (message: Notification) => void): this;
    /**
     * @listens
     * @root 1 event
     */
    on(event: string, listener: (...args: any[]) => void): this;
  }

  export const pool: Pool;
  /**
   * @handle client
   * @after-end runs
   * @emits error crash
   * @waits connect statement lock idle-in-transaction query
   * @opens connection
   */
  export class Client extends ClientBase {
    /** @url UrlParameters */
    constructor(config?: string | ClientConfig);
    readonly processID: number;

    /**
     * @closes
     * @never-rejects
     */
    end(): Promise<void>;
    /** @closes */
    end(callback: (err: Error) => void): void;
  }

  /**
   * @handle client
   * @after-end runs
   * @emits error crash
   */
  export interface PoolClient extends ClientBase {
    /** @releases destroys if 0 */
    release(err?: Error | boolean): void;
  }

  export interface Types { setTypeParser(oid: number, parse: (value: string) => any): void; getTypeParser(oid: number): any; }
  export const types: Types;
  export const defaults: PoolConfig;
  export const native: any;
  export function escapeIdentifier(text: string): string;
  export function escapeLiteral(text: string): string;
  export class DatabaseError extends Error {
    code: string | undefined;
    detail: string | undefined;
    constraint: string | undefined;
    table: string | undefined;
    column: string | undefined;
    schema: string | undefined;
  }
}

declare module 'pg-pool' {
  import { Pool } from 'pg';
  export default Pool;
}
