/**
 * Knex.
 *
 * @library knex 1.x - 3.x
 * @wherever Knex by ().where ().whereIn ().insert ().del ().leftJoin ().select ().update ().delete ().count
 * @wherever database by ().where ().whereIn ().insert ().del ().join ().leftJoin
 * @source run on knex 3.3.0 (Node 20.20.2, PostgreSQL 15.18): a builder or raw that is not awaited never runs, `catch` runs it; transaction rolls back when its function rejects; acquire and pool defaults; a timeout at the top level of the configuration is ignored; errors of idle connections end nothing
 * @source run on knex 3.3.0 with pg 8.23.1: the options of `connection` reach the server, those at the top level do not; a key of `pool` that its pool does not know throws; a silent server ends in a timeout of acquiring
 * @source read in tarn 3.x Pool.js: the keys of `pool`
 * @source read in knex 3.3.0 execution/transaction.js and dialects/oracledb/transaction.js: what commit and rollback return does not reject; a COMMIT or ROLLBACK that fails rejects the promise of the transaction
 * @source run on knex 3.3.0 with pg 8.23.1 (Node 20.20.2, PostgreSQL 15.18): a transaction in which a failed statement was caught commits without an error and saves nothing; a statement sent on its handle after the end is refused
 * @source run on knex 2.5.1 and 3.3.0: the text of a builder or raw (`${db.raw('now()')}`) is its SQL; a clone keeps the transaction that `transacting` has set; without `connection` no pool is made
 * @source read in knex 3.1.0 query/method-constants.js: what begins a chain on the instance, `knex.where(…)`, `knex.into(…)`, as on a builder
 * @source read in knex 3.1.0 lib/execution/batch-insert.js: batchInsert gives a promise with two methods, returning and transacting, which give the promise back; it begins a moment later
 * @source read in knex 3.3.0 types/index.d.ts: signatures; in 3.1.0, too: the namespace knex exports knex and Knex, so that `knex.Knex` is the type
 */
declare module 'knex' {
  import { ClientConfig } from 'pg';

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
    /** What batchInsert gives. */
    interface BatchInsert extends Promise<any> {
      /** @sql returning {0:columns} */
      returning(columns: any): this;
      /** @sql on {0} */
      transacting(transaction: any): this;
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
      /** @sql nothing */
      clone(): this;
      /** @sql from {0:table} */
      from(table: any): this;
      /** @sql from {0:table} */
      table(table: any): this;
      /** @sql from {0:table} */
      into(table: any): this;
      /** @sql columns {0+:columns} */
      select(...columns: any[]): this;
      /** @sql columns {0+:columns} */
      column(...columns: any[]): this;
      /** @sql columns {0+:columns} */
      columns(...columns: any[]): this;
      /** @sql columns {0+:columns} */
      distinct(...columns: any[]): this;
      /**
       * @sql limit 1
       * @sql columns {0+:columns}
       */
      first(...columns: any[]): this;
      /** @sql columns {0+:columns} */
      pluck(column: string): this;
      /** @sql columns count(*) */
      count(...columns: any[]): this;
      /** @sql columns count(*) */
      countDistinct(...columns: any[]): this;
      /** @sql columns sum({0:column}) */
      sum(column: string): this;
      /** @sql columns max({0:column}) */
      max(column: string): this;
      /** @sql columns min({0:column}) */
      min(column: string): this;
      /** @sql columns avg({0:column}) */
      avg(column: string): this;
      /** @sql where {0:column} = {1} */
      where(column: string, value: any): this;
      /** @sql where {0:column}{1:operator}{2} */
      where(column: string, operator: string, value: any): this;
      /** @sql where {0:condition} */
      where(condition: (this: QueryBuilder<R, T>, builder: QueryBuilder<R, T>) => any): this;
      /** @sql where {0:condition} */
      where(condition: any): this;
      /** @sql where {0:column} = {1} */
      andWhere(column: string, value: any): this;
      /** @sql where {0:column}{1:operator}{2} */
      andWhere(column: string, operator: string, value: any): this;
      /** @sql where {0:condition} */
      andWhere(condition: any): this;
      /** @sql or where {0:column} = {1} */
      orWhere(column: string, value: any): this;
      /** @sql or where {0:column}{1:operator}{2} */
      orWhere(column: string, operator: string, value: any): this;
      /** @sql or where {0:condition} */
      orWhere(condition: any): this;
      /** @sql where NOT ({0:column} = {1}) */
      whereNot(column: string, value: any): this;
      /** @sql where NOT ({0:column}{1:operator}{2}) */
      whereNot(column: string, operator: string, value: any): this;
      /** @sql where NOT ({0:condition}) */
      whereNot(condition: any): this;
      /** @sql where {0:column} IN {1:list} */
      whereIn(column: any, values: any): this;
      /** @sql where {0:column} NOT IN {1:list} */
      whereNotIn(column: any, values: any): this;
      /** @sql or where {0:column} IN {1:list} */
      orWhereIn(column: any, values: any): this;
      /** @sql where {0:column} IS NULL */
      whereNull(column: string): this;
      /** @sql where {0:column} IS NOT NULL */
      whereNotNull(column: string): this;
      /** @sql or where {0:column} IS NULL */
      orWhereNull(column: string): this;
      /** @sql or where {0:column} IS NOT NULL */
      orWhereNotNull(column: string): this;
      /** @sql where {0:column} LIKE {1} */
      whereLike(column: string, value: any): this;
      /** @sql where {0:column} ILIKE {1} */
      whereILike(column: string, value: any): this;
      /** @sql where {0:sql:1+} */
      whereRaw(sql: any, ...bindings: any[]): this;
      /** @sql where {0:sql:1+} */
      andWhereRaw(sql: any, ...bindings: any[]): this;
      /** @sql or where {0:sql:1+} */
      orWhereRaw(sql: any, ...bindings: any[]): this;
      /** @sql join JOIN {0:table} ON true */
      join(table: any, ...on: any[]): this;
      /** @sql join JOIN {0:table} ON true */
      innerJoin(table: any, ...on: any[]): this;
      /** @sql join LEFT JOIN {0:table} ON true */
      leftJoin(table: any, ...on: any[]): this;
      /** @sql join LEFT JOIN {0:table} ON true */
      leftOuterJoin(table: any, ...on: any[]): this;
      /** @sql order */
      orderBy(...order: any[]): this;
      /** @sql order */
      orderByRaw(sql: any, ...bindings: any[]): this;
      /** @sql group */
      groupBy(...columns: any[]): this;
      /** @sql limit {0} */
      limit(count: any, ...rest: any[]): this;
      /** @sql nothing */
      offset(count: any, ...rest: any[]): this;
      /** @sql nothing */
      timeout(milliseconds: number, options?: any): this;
      /** @sql nothing */
      with(name: string, query: any): this;
      /** @sql nothing */
      debug(enabled?: boolean): this;
      /** @sql nothing */
      on(event: string, listener: (...args: any[]) => void): this;
      /**
       * @sql insert
       * @sql values {0:rows}
       * @sql returning {1:columns}
       */
      insert(rows: any, returning: any, options?: any): this;
      /**
       * @sql insert
       * @sql values {0:rows}
       */
      insert(rows: any): this;
      /**
       * @sql update
       * @sql set {0:column} = {1}
       */
      update(column: string, value: any, returning?: any): this;
      /**
       * @sql update
       * @sql set {0:set}
       * @sql returning {1:columns}
       */
      update(values: any, returning: any, options?: any): this;
      /**
       * @sql update
       * @sql set {0:set}
       */
      update(values: any): this;
      /**
       * @sql update
       * @sql set {0:column} = {0:column} + {1}
       */
      increment(column: string, amount: any): this;
      /**
       * @sql update
       * @sql set {0:column} = {0:column} + 1
       */
      increment(column: string): this;
      /**
       * @sql update
       * @sql set {0:column} = {0:column} - {1}
       */
      decrement(column: string, amount: any): this;
      /**
       * @sql update
       * @sql set {0:column} = {0:column} - 1
       */
      decrement(column: string): this;
      /** @sql delete */
      del(...returning: any[]): this;
      /** @sql delete */
      delete(...returning: any[]): this;
      /** @sql conflict {0+:keys} */
      onConflict(...columns: any[]): this;
      /** @sql do nothing */
      ignore(): this;
      /** @sql do update SET {0:set} */
      merge(values: {}): this;
      /** @sql do update */
      merge(columns?: any): this;
      /** @sql returning {0+:columns} */
      returning(...columns: any[]): this;
      /** @sql for UPDATE */
      forUpdate(...tables: any[]): this;
      /** @sql for NO KEY UPDATE */
      forNoKeyUpdate(...tables: any[]): this;
      /** @sql for SHARE */
      forShare(...tables: any[]): this;
      /** @sql for KEY SHARE */
      forKeyShare(...tables: any[]): this;
      /** @sql for skip locked */
      skipLocked(): this;
      /** @sql for nowait */
      noWait(): this;
      /** @sql on {0} */
      transacting(transaction: any): this;
      [method: string]: (...args: any[]) => QueryBuilder<R, T>;
    }
    /** @sql fragment */
    export interface Raw<T = any> extends ChainableInterface<T> { wrap(before: string, after: string): this; }
    export interface SchemaBuilder extends ChainableInterface<any> {
      hasTable(name: string): Promise<boolean>;
      hasColumn(table: string, column: string): Promise<boolean>;
      /** @schema create table name 0 body 1 */
      createTable(name: string, callback: (table: CreateTableBuilder) => any): this;
      /** @schema create table name 0 body 1 */
      createTableIfNotExists(name: string, callback: (table: CreateTableBuilder) => any): this;
      /** @schema alter table name 0 body 1 */
      alterTable(name: string, callback: (table: CreateTableBuilder) => any): this;
      /** @schema alter table name 0 body 1 */
      table(name: string, callback: (table: CreateTableBuilder) => any): this;
      /** @schema drop table name 0 */
      dropTable(name: string): this;
      /** @schema drop table name 0 */
      dropTableIfExists(name: string): this;
      /** @schema rename table name 0 to 1 */
      renameTable(from: string, to: string): this;
      raw(sql: string, bindings?: any): this;
      /** @schema schema name 0 */
      withSchema(name: string): this;
    }
    export interface UniqueOptions {
      /** @schema name */
      indexName?: string;
      /** @schema where */
      predicate?: any;
      /** @schema nulls */
      nullsNotDistinct?: boolean;
      [option: string]: any;
    }
    export interface ColumnBuilder {
      /** @schema primary */
      primary(...args: any[]): ColumnBuilder;
      /** @schema unique */
      unique(...args: any[]): ColumnBuilder;
      /** @schema not-null */
      notNullable(): ColumnBuilder;
      /** @schema nullable */
      nullable(): ColumnBuilder;
      /** @schema default */
      defaultTo(...args: any[]): ColumnBuilder;
      /** @schema referenced-columns 0 */
      references(column: string): ColumnBuilder;
      /** @schema references 0 */
      inTable(table: string): ColumnBuilder;
      /** @schema on-delete 0 */
      onDelete(action: string): ColumnBuilder;
      [method: string]: (...args: any[]) => ColumnBuilder;
    }
    export interface CreateTableBuilder {
      /** @schema column primary default name 0 */
      increments(name?: string, options?: any): ColumnBuilder;
      /** @schema column primary default name 0 */
      bigIncrements(name?: string, options?: any): ColumnBuilder;
      /** @schema column name 0 */
      integer(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      tinyint(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      smallint(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      mediumint(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      bigint(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      bigInteger(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      text(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      string(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      float(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      double(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      decimal(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      boolean(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      date(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      datetime(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      dateTime(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      time(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      timestamp(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      binary(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      enum(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      enu(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      json(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      jsonb(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      uuid(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      geometry(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      geography(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      point(name: string, ...rest: any[]): ColumnBuilder;
      /** @schema column name 0 */
      specificType(name: string, type: string): ColumnBuilder;
      /** @schema adds created_at updated_at */
      timestamps(...args: any[]): ColumnBuilder;
      /** @schema key columns 0 name 1 options 1 */
      unique(columns: any, options?: UniqueOptions | string, ...rest: any[]): ColumnBuilder;
      /** @schema primary-key columns 0 name 1 */
      primary(columns: any, name?: any): ColumnBuilder;
      /** @schema index columns 0 name 1 */
      index(columns: any, ...rest: any[]): ColumnBuilder;
      /** @schema foreign-key columns 0 name 1 */
      foreign(columns: any, name?: string): ColumnBuilder;
      /** @schema drop column name 0 */
      dropColumn(name: string): any;
      /** @schema drop column columns 0+ */
      dropColumns(...names: string[]): any;
      /** @schema drop index columns 0 name 1 */
      dropUnique(columns: any, name?: string): any;
      /** @schema drop primary-key name 0 */
      dropPrimary(name?: string): any;
      /** @schema drop foreign-key columns 0 name 1 */
      dropForeign(columns: any, name?: string): any;
      /** @schema rename column name 0 to 1 */
      renameColumn(from: string, to: string): any;
      /** @schema change column not-null name 0 */
      dropNullable(name: string): any;
      /** @schema change column nullable name 0 */
      setNullable(name: string): any;
      [method: string]: (...args: any[]) => any;
    }
    export interface Config {
      /** @only pg postgres postgresql pgnative pg-native cockroachdb redshift */
      client?: any;
      connection?: string | ConnectionConfig;
      version?: string;
      pool?: PoolConfig;
      migrations?: any;
      seeds?: any;
      debug?: boolean;
      searchPath?: any;
      /**
       * @bounds acquire in ms by client default 60000
       * @bounds connect in ms by client default 60000
       */
      acquireConnectionTimeout?: number;
      /** @ignored use connection.statement_timeout */
      statement_timeout?: number;
      /** @ignored use connection.query_timeout */
      query_timeout?: number;
      /** @ignored use connection.lock_timeout */
      lock_timeout?: number;
      /** @ignored use connection.idle_in_transaction_session_timeout */
      idle_in_transaction_session_timeout?: number;
    }
    export interface ConnectionConfig extends ClientConfig { filename?: any; }
    /** @closed */
    export interface PoolConfig {
      min?: number;
      /** @limits connections default 10 */
      max?: number;
      acquireTimeoutMillis?: number;
      createTimeoutMillis?: number;
      idleTimeoutMillis?: number;
      destroyTimeoutMillis?: number;
      reapIntervalMillis?: number;
      createRetryIntervalMillis?: number;
      propagateCreateError?: boolean;
      log?: any;
      validate?: any;
      create?: any;
      destroy?: any;
      afterCreate?: any;
      name?: string;
    }
    export interface Builders {
      /** @sql select from {0:table} */
      <R = any>(table?: any, options?: any): QueryBuilder<R>;
      /**
       * @runs sql 0 with 1
       * @sql fragment {0:sql:1}
       */
      raw<R = any>(sql: any, bindings?: any): Raw<R>;
      /**
       * @sql select
       * @sql columns {0+:columns}
       */
      select(...columns: any[]): QueryBuilder;
      /** @sql select from {0:table} */
      from(table: any): QueryBuilder;
      /** @sql select from {0:table} */
      table(table: any): QueryBuilder;
      /** @sql select from {0:table} */
      into(table: any): QueryBuilder;
      /**
       * @sql select
       * @sql where {0:column} = {1}
       */
      where(column: string, value: any): QueryBuilder;
      /**
       * @sql select
       * @sql where {0:column}{1:operator}{2}
       */
      where(column: string, operator: string, value: any): QueryBuilder;
      /**
       * @sql select
       * @sql where {0:condition}
       */
      where(condition: any): QueryBuilder;
      /**
       * @sql select
       * @sql where {0:column} IN {1:list}
       */
      whereIn(column: any, values: any): QueryBuilder;
      /** @sql nothing */
      with(name: string, query: any): QueryBuilder;
      /**
       * @sql insert
       * @sql values {0:rows}
       */
      insert(value: any, ...rest: any[]): QueryBuilder;
      queryBuilder(): QueryBuilder;
      /** @sql fragment {0:column} */
      ref(name: string): any;
      /**
       * @sql insert into {0:table}
       * @sql values {1:rows}
       */
      batchInsert(table: any, rows: any[], size?: number): BatchInsert;
      schema: SchemaBuilder;
      fn: any;
      client: any;
      migrate: Migrator;
      seed: any;
    }
    export interface Migrator { latest(options?: any): Promise<any>; rollback(...args: any[]): Promise<any>; up(options?: any): Promise<any>; down(options?: any): Promise<any>; list(options?: any): Promise<any>; currentVersion(options?: any): Promise<string>; make(name: string, options?: any): Promise<string>; }
    export interface TransactionConfig { isolationLevel?: string; readOnly?: boolean; userParams?: any; doNotRejectOnRollback?: boolean; }
    /**
     * @handle transaction
     * @after-end rejects
     */
    export interface Transaction<R = any> extends Knex {
      /**
       * @commits
       * @aborted resolves
       * @handled
       */
      commit(value?: any): Promise<any>;
      /**
       * @rolls-back
       * @handled
       */
      rollback(error?: any): Promise<any>;
      savepoint(callback: (transaction: Transaction) => any): Promise<any>;
      isCompleted(): boolean;
      executionPromise: Promise<any>;
    }
    export interface TransactionProvider { (): Promise<Transaction>; }
  }
  /**
   * @handle pool
   * @waits connect acquire statement lock idle-in-transaction query
   * @migrates
   */
  export interface Knex<R = any> extends Knex.Builders {
    /**
     * @transaction around 0 at 1.isolationLevel
     * @aborted resolves
     */
    transaction<T>(callback: (transaction: Knex.Transaction) => T | Promise<T>, configuration?: Knex.TransactionConfig): Promise<T>;
    /**
     * @begins at 0.isolationLevel
     * @opens transaction
     */
    transaction(configuration?: Knex.TransactionConfig): Promise<Knex.Transaction>;
    transactionProvider(configuration?: any): Knex.TransactionProvider;
    isTransaction: boolean;
    /** @closes */
    destroy(): Promise<void>;
    on(event: string, listener: (...args: any[]) => void): this;
  }
  /**
   * @makes
   * @opens connection
   * @inert without 0.connection
   */
  export function knex<R = any>(configuration: Knex.Config | string): Knex<R>;
  export namespace knex {
    export { knex, Knex };
  }
  /** What a program calls its own client of it. */
  export const database: Knex;
  export default knex;
}
