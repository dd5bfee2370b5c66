/**
 * Kysely.
 *
 * @library kysely 0.26.x - 0.28.x
 * @source run on kysely 0.28.18 with pg 8.23.1 (Node 20.20.2, PostgreSQL 15.18): a builder is no thenable, and awaiting it runs nothing; execute runs it at once; transaction().execute rolls back when its function rejects, and a query of the outer handle inside it stays; a killed idle connection of the pool that it is given ends the process unless that pool has a listener
 */
declare module 'kysely' {
  /**
   * Its methods give itself back, but for those named here.
   *
   * @lazy until execute executeTakeFirst executeTakeFirstOrThrow stream explain compile
   */
  export interface QueryBuilder<T = any> {
    execute(): Promise<T[]>;
    executeTakeFirst(options?: any): Promise<T | undefined>;
    executeTakeFirstOrThrow(options?: any): Promise<T>;
    stream(size?: number): AsyncIterableIterator<T>;
    explain(...args: any[]): Promise<any>;
    compile(): any;
    as(alias: string): any;
    $call(callback: (builder: this) => any): any;
    [method: string]: (...args: any[]) => QueryBuilder<T>;
  }
  export interface SelectQueryBuilder<D = any, T = any, O = any> extends QueryBuilder<O> {}
  export interface InsertQueryBuilder<D = any, T = any, O = any> extends QueryBuilder<O> {}
  export interface UpdateQueryBuilder<D = any, U = any, T = any, O = any> extends QueryBuilder<O> {}
  export interface DeleteQueryBuilder<D = any, T = any, O = any> extends QueryBuilder<O> {}
  /** @lazy until execute compile */
  export interface SchemaBuilder {
    execute(): Promise<void>;
    compile(): any;
    [method: string]: (...args: any[]) => SchemaBuilder;
  }
  /** @lazy until execute compile */
  export interface RawBuilder<T = any> {
    execute(database: any): Promise<{ rows: T[]; numAffectedRows?: bigint }>;
    compile(database: any): any;
    as(alias: any): any;
    $castTo(): this;
  }
  /** @lazy until execute */
  export interface TransactionBuilder {
    setIsolationLevel(level: string): this;
    setAccessMode(mode: string): this;
    /** @transaction around 0 */
    execute<R>(callback: (transaction: Transaction) => Promise<R>): Promise<R>;
  }
  /** @lazy until execute */
  export interface ConnectionBuilder {
    /**
     * @acquires client to 0
     * @calls 0 now returning promise
     */
    execute<R>(callback: (connection: Kysely) => Promise<R>): Promise<R>;
  }
  /** @handle pool */
  export class Kysely<D = any> {
    constructor(configuration: any);
    selectFrom(from: any): QueryBuilder;
    selectNoFrom(selection: any): QueryBuilder;
    insertInto(table: any): QueryBuilder;
    replaceInto(table: any): QueryBuilder;
    updateTable(table: any): QueryBuilder;
    deleteFrom(table: any): QueryBuilder;
    mergeInto(table: any): QueryBuilder;
    with(name: any, callback: any): Kysely<D>;
    withRecursive(name: any, callback: any): Kysely<D>;
    withSchema(name: string): Kysely<D>;
    transaction(): TransactionBuilder;
    startTransaction(): any;
    connection(): ConnectionBuilder;
    executeQuery(query: any, ...rest: any[]): Promise<any>;
    schema: SchemaBuilder;
    introspection: any;
    fn: any;
    dynamic: any;
    isTransaction: boolean;
    /** @closes */
    destroy(): Promise<void>;
  }
  /** @handle transaction */
  export class Transaction<D = any> extends Kysely<D> {}
  export class PostgresDialect { constructor(configuration: any); }
  export class Migrator {
    constructor(options: any);
    migrateToLatest(options?: any): Promise<any>;
    migrateUp(options?: any): Promise<any>;
    migrateDown(options?: any): Promise<any>;
    migrateTo(name: any, options?: any): Promise<any>;
    getMigrations(): Promise<any>;
  }
  export function sql<T = any>(template: any, ...values: any[]): RawBuilder<T>;
}
