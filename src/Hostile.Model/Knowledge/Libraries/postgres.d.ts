/**
 * postgres.js.
 *
 * @library postgres 3.x
 * @source run on postgres 3.4.9 (Node 20.20.2, PostgreSQL 15.18): a query that is neither awaited nor given to then, catch, finally or execute never runs; execute() runs it and its rejection is then unhandled; begin runs at once, rolls back when its function rejects; a rejection of a listener of `listen` is unhandled; defaults of the options, and options that are ignored; errors of idle connections end nothing; begin rejects with the error of a failed statement even when that was caught, but when it fails after the function is done, since nobody waited for it, begin resolves and nothing is saved; a statement sent on the handle after the end runs in autocommit; end waits for the connections and never rejects (also read in src/index.js and src/connection.js)
 */
declare module 'postgres' {
  namespace postgres {
    export interface Options<T = any> {
      /** @names host */
      host?: any;
      port?: any;
      path?: string;
      database?: string;
      user?: string;
      username?: string;
      password?: any;
      ssl?: any;
      /** @limits connections default 10 */
      max?: number;
      /** @bounds connect in s by client default 30 */
      connect_timeout?: number;
      /** @bounds idle in s by client default none */
      idle_timeout?: number;
      max_lifetime?: number;
      prepare?: boolean;
      types?: any;
      transform?: any;
      debug?: any;
      onnotice?: (notice: any) => void;
      fetch_types?: boolean;
      connection?: ConnectionParameters;
      /** @ignored use connection.statement_timeout */
      statement_timeout?: number;
      /** @ignored */
      query_timeout?: number;
      /** @ignored use connection.lock_timeout */
      lock_timeout?: number;
      /** @ignored use connection.idle_in_transaction_session_timeout */
      idle_in_transaction_session_timeout?: number;
    }
    interface ConnectionParameters {
      application_name?: string;
      /** @bounds statement in ms by server default none off 0 */
      statement_timeout?: number;
      /** @bounds lock in ms by server default none off 0 */
      lock_timeout?: number;
      /** @bounds idle-in-transaction in ms by server default none off 0 */
      idle_in_transaction_session_timeout?: number;
    }
    export interface RowList<T> extends Array<any> { count: number; command: string; columns: any; statement: any; state: any; }
    /** @sql fragment */
    export interface PendingQuery<T = any> {
      /** @lazy */
      then<A = RowList<T>, B = never>(fulfilled?: ((value: RowList<T>) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
      catch<B = never>(rejected?: ((reason: any) => B | Promise<B>) | null): Promise<RowList<T> | B>;
      finally(settled?: (() => void) | null): Promise<RowList<T>>;
      execute(): this;
      simple(): this;
      raw(): this;
      values(): this;
      cancel(): void;
      describe(): Promise<any>;
      cursor(rows?: number): AsyncIterable<any[]>;
      forEach(callback: (row: any) => void): Promise<any>;
    }
    export interface ISql<T = any> {
      /**
       * @runs sql 0
       * @sql fragment {0:sql}
       */
      (template: TemplateStringsArray, ...parameters: any[]): PendingQuery;
      /** @sql fragment {0:fit} */
      (first: any, ...rest: any[]): any;
      /** @runs sql 0 with 1 */
      unsafe(query: string, parameters?: any[], options?: any): PendingQuery;
      file(path: string, ...rest: any[]): PendingQuery;
      json(value: any): any;
      array(value: any, type?: number): any;
      notify(channel: string, payload: string): PendingQuery;
      options: any;
      parameters: any;
      types: any;
      typed: any;
    }
    /**
     * @handle pool
     * @waits connect acquire statement lock idle-in-transaction
     */
    export interface Sql<T = any> extends ISql<T> {
      /**
       * @transaction around 0
       * @aborted rejects while awaited
       */
      begin<R>(callback: (sql: TransactionSql) => R | Promise<R>): Promise<R>;
      /**
       * @transaction around 1
       * @aborted rejects while awaited
       */
      begin<R>(options: string, callback: (sql: TransactionSql) => R | Promise<R>): Promise<R>;
      /** @root 1 message dropping promise */
      listen(channel: string, notified: (payload: string) => void, listening?: () => void): Promise<any>;
      subscribe(event: string, callback: (...args: any[]) => void, ...rest: any[]): Promise<any>;
      /** @acquires client */
      reserve(): Promise<ReservedSql>;
      /**
       * @closes
       * @never-rejects
       */
      end(options?: { timeout?: number }): Promise<void>;
    }
    /** @handle client */
    export interface ReservedSql extends ISql<any> {
      /** @releases */
      release(): void;
    }
    /**
     * @handle transaction
     * @after-end runs
     */
    export interface TransactionSql<T = any> extends ISql<T> {
      /** @calls 0 now returning promise */
      savepoint<R>(callback: (sql: TransactionSql) => R | Promise<R>): Promise<R>;
      /** @calls 1 now returning promise */
      savepoint<R>(name: string, callback: (sql: TransactionSql) => R | Promise<R>): Promise<R>;
    }
    export class PostgresError extends Error { code: string; detail: string; constraint_name: string; table_name: string; column_name: string; }
  }
  /**
   * @makes
   * @opens connection
   */
  function postgres<T = any>(options?: postgres.Options): postgres.Sql;
  /**
   * @makes
   * @opens connection
   */
  function postgres<T = any>(url: string, options?: postgres.Options): postgres.Sql;
  export type Sql<T = any> = postgres.Sql<T>;
  export type TransactionSql<T = any> = postgres.TransactionSql<T>;
  export type ReservedSql = postgres.ReservedSql;
  export type ISql<T = any> = postgres.ISql<T>;
  export type Options<T = any> = postgres.Options<T>;
  export type PendingQuery<T = any> = postgres.PendingQuery<T>;
  export type RowList<T = any> = postgres.RowList<T>;
  export default postgres;
}
