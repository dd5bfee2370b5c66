/**
 * Knex.
 *
 * @library knex 1.x - 3.x
 * @source run on knex 3.3.0 (Node 20.20.2, PostgreSQL 15.18): a builder or raw that is not awaited never runs, `catch` runs it; transaction rolls back when its function rejects; acquire and pool defaults; a timeout at the top level of the configuration is ignored; errors of idle connections end nothing
 * @source read in knex 3.3.0 types/index.d.ts: signatures
 */
declare module 'knex' {
  export namespace Knex {
    /** What does nothing until it is awaited. */
    export interface ChainableInterface<T = any> {
      /** @lazy */
      then<A = T, B = never>(fulfilled?: ((value: T) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
      catch<B = never>(rejected?: ((reason: any) => B | Promise<B>) | null): Promise<T | B>;
      finally(settled?: (() => void) | null): Promise<T>;
      toString(): string;
      toSQL(): any;
      toQuery(): string;
      stream(...args: any[]): any;
      pipe(writable: any, options?: any): any;
      asCallback(callback: any): Promise<T>;
    }
    /** Its methods give itself back, but for those named here. */
    export interface QueryBuilder<R = any, T = any> {
      /** @lazy */
      then<A = T, B = never>(fulfilled?: ((value: T) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
      catch<B = never>(rejected?: ((reason: any) => B | Promise<B>) | null): Promise<T | B>;
      finally(settled?: (() => void) | null): Promise<T>;
      toString(): string;
      toSQL(): any;
      toQuery(): string;
      stream(...args: any[]): any;
      clone(): this;
      [method: string]: (...args: any[]) => QueryBuilder<R, T>;
    }
    export interface Raw<T = any> extends ChainableInterface<T> { wrap(before: string, after: string): this; }
    export interface SchemaBuilder extends ChainableInterface<any> {
      hasTable(name: string): Promise<boolean>;
      hasColumn(table: string, column: string): Promise<boolean>;
      createTable(name: string, callback: (table: CreateTableBuilder) => any): this;
      createTableIfNotExists(name: string, callback: (table: CreateTableBuilder) => any): this;
      alterTable(name: string, callback: (table: CreateTableBuilder) => any): this;
      table(name: string, callback: (table: CreateTableBuilder) => any): this;
      dropTable(name: string): this;
      dropTableIfExists(name: string): this;
      renameTable(from: string, to: string): this;
      raw(sql: string, bindings?: any): this;
      withSchema(name: string): this;
    }
    export interface CreateTableBuilder { [method: string]: (...args: any[]) => any; }
    export interface Config {
      client?: any;
      connection?: any;
      version?: string;
      pool?: PoolConfig;
      migrations?: any;
      seeds?: any;
      debug?: boolean;
      searchPath?: any;
      /** @bounds acquire in ms by client default 60000 */
      acquireConnectionTimeout?: number;
      /** @ignored use connection.statement_timeout */
      statement_timeout?: number;
      /** @ignored use connection.query_timeout */
      query_timeout?: number;
    }
    export interface PoolConfig {
      min?: number;
      /** @limits connections default 10 */
      max?: number;
      acquireTimeoutMillis?: number;
      createTimeoutMillis?: number;
      idleTimeoutMillis?: number;
      afterCreate?: any;
    }
    export interface Builders {
      <R = any>(table?: any, options?: any): QueryBuilder<R>;
      raw<R = any>(sql: any, bindings?: any): Raw<R>;
      select(...columns: any[]): QueryBuilder;
      from(table: any): QueryBuilder;
      with(name: string, query: any): QueryBuilder;
      insert(value: any, ...rest: any[]): QueryBuilder;
      queryBuilder(): QueryBuilder;
      ref(name: string): any;
      batchInsert(table: any, rows: any[], size?: number): Promise<any>;
      schema: SchemaBuilder;
      fn: any;
      client: any;
      migrate: Migrator;
      seed: any;
    }
    export interface Migrator { latest(options?: any): Promise<any>; rollback(...args: any[]): Promise<any>; up(options?: any): Promise<any>; down(options?: any): Promise<any>; list(options?: any): Promise<any>; currentVersion(options?: any): Promise<string>; make(name: string, options?: any): Promise<string>; }
    export interface TransactionConfig { isolationLevel?: string; readOnly?: boolean; userParams?: any; doNotRejectOnRollback?: boolean; }
    /** @handle transaction */
    export interface Transaction<R = any> extends Knex {
      /** @commits */
      commit(value?: any): Promise<any>;
      /** @rolls-back */
      rollback(error?: any): Promise<any>;
      savepoint(callback: (transaction: Transaction) => any): Promise<any>;
      isCompleted(): boolean;
      executionPromise: Promise<any>;
    }
    export interface TransactionProvider { (): Promise<Transaction>; }
  }
  /** @handle pool */
  export interface Knex<R = any> extends Knex.Builders {
    /** @transaction around 0 */
    transaction<T>(callback: (transaction: Knex.Transaction) => T | Promise<T>, configuration?: Knex.TransactionConfig): Promise<T>;
    /** @begins */
    transaction(configuration?: Knex.TransactionConfig): Promise<Knex.Transaction>;
    transactionProvider(configuration?: any): Knex.TransactionProvider;
    isTransaction: boolean;
    /** @closes */
    destroy(): Promise<void>;
    on(event: string, listener: (...args: any[]) => void): this;
  }
  export function knex<R = any>(configuration: Knex.Config | string): Knex<R>;
  export default knex;
}
