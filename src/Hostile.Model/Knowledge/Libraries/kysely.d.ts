/**
 * Kysely.
 *
 * @library kysely 0.26.x - 0.28.x
 * @wherever Kysely
 * @wherever db beside kysely
 * @wherever db by selectFrom insertInto updateTable deleteFrom
 * @source the code of kysely 0.28.19: ControlledTransaction.commit, rollback and AbortedTransactionError; run there with a pool of two: transactions that nobody ends keep their connections
 * @source the types of kysely 0.28.19: withPlugin, withoutPlugins, withSchema and withTables give what they are called on, a transaction of a transaction
 * @source run on kysely 0.28.18 with pg 8.23.1 (Node 20.20.2, PostgreSQL 15.18): a builder is no thenable, and awaiting it runs nothing; execute runs it at once; transaction().execute rolls back when its function rejects, and a query of the outer handle inside it stays; a killed idle connection of the pool that it is given ends the process unless that pool has a listener
 * @source read in kysely 0.27.6 and 0.29.9 dist/…/dialect/postgres/postgres-driver.js: the dialect listens to none of the pool's events
 * @source run on kysely 0.28.19, the text of each compiled: fn.count, countAll, sum, max, min, avg and coalesce, with as, within select(eb => …), select([eb => …]) and by db.fn; distinct() and filterWhere() stand within what as names
 * @source run on kysely 0.26.3, 0.28.19 and 0.29.9 with pg 8 (Node 20.20.2, PostgreSQL 15): of three inserts of one Promise.all whose first fails, the second is refused with 25P02 and the third, which waits in the transaction's queue of statements, is sent behind the ROLLBACK and stays; a statement that is begun after the end is refused by 0.28.11 and later, and sent in autocommit before, so that a program that asks for 0.28 may have either
 * @source run on kysely 0.28.7, 0.28.8, 0.28.9, 0.28.10, 0.28.11, 0.28.19 and 0.29.0 with pg 8 (Node 20.20.2, PostgreSQL 15), each with a statement that is begun after the ROLLBACK: up to 0.28.10 it is sent and stays, from 0.28.11 on it is refused ("Transaction is already rolled back")
 */
declare module 'kysely' {
  /**
   * Its methods give itself back, but for those named here.
   *
   * @lazy until execute executeTakeFirst executeTakeFirstOrThrow stream explain compile
   */
  export interface QueryBuilder<T = any> {
    /** @sql nothing */
    execute(): Promise<T[]>;
    /** @sql nothing */
    executeTakeFirst(options?: any): Promise<T | undefined>;
    /** @sql or fail */
    executeTakeFirstOrThrow(options?: any): Promise<T>;
    /** @sql columns {0:columns} */
    select(selection: (builder: ExpressionBuilder) => any): this;
    /** @sql columns {0:columns} */
    select(selection: any): this;
    /** @sql nothing */
    selectAll(table?: any): this;
    /** @sql nothing */
    distinct(): this;
    /** @sql where {0:column}{1:operator}{2} */
    where(column: any, operator: any, value: any): this;
    /** @sql where {0:condition} */
    where(condition: (builder: ExpressionBuilder) => any): this;
    /** @sql where {0:condition} */
    where(condition: any): this;
    /** @sql where {0:column}{1:operator}{2:column} */
    whereRef(left: any, operator: any, right: any): this;
    /** @sql join JOIN {0:table} ON true */
    innerJoin(table: any, ...on: any[]): this;
    /** @sql join LEFT JOIN {0:table} ON true */
    leftJoin(table: any, ...on: any[]): this;
    /** @sql order */
    orderBy(...order: any[]): this;
    /** @sql group */
    groupBy(columns: any): this;
    /** @sql limit {0} */
    limit(count: any): this;
    /** @sql nothing */
    offset(count: any): this;
    /** @sql for UPDATE */
    forUpdate(of?: any): this;
    /** @sql for NO KEY UPDATE */
    forNoKeyUpdate(of?: any): this;
    /** @sql for SHARE */
    forShare(of?: any): this;
    /** @sql for KEY SHARE */
    forKeyShare(of?: any): this;
    /** @sql for skip locked */
    skipLocked(): this;
    /** @sql for nowait */
    noWait(): this;
    /** @sql values {0:rows} */
    values(values: any): this;
    /** @sql set {0:column} = {1} */
    set(column: string, value: any): this;
    /** @sql set {0:set} */
    set(values: any): this;
    /** @sql builds {0} */
    onConflict(build: (conflict: OnConflictBuilder) => any): this;
    /** @sql returning {0:columns} */
    returning(selection: any): this;
    /** @sql returning */
    returningAll(table?: any): this;
    stream(size?: number): AsyncIterableIterator<T>;
    explain(...args: any[]): Promise<any>;
    compile(): any;
    as(alias: string): any;
    $call(callback: (builder: this) => any): any;
    [method: string]: (...args: any[]) => QueryBuilder<T>;
  }
  export interface OnConflictBuilder {
    /** @sql conflict {0:keys} */
    column(column: any): this;
    /** @sql conflict {0:keys} */
    columns(columns: any): this;
    constraint(name: string): this;
    /** @sql nothing */
    where(...condition: any[]): this;
    /** @sql do nothing */
    doNothing(): this;
    /** @sql do update SET {0:set} */
    doUpdateSet(values: any): this;
  }
  export interface ExpressionBuilder {
    /** @sql fragment {0:column}{1:operator}{2} */
    (column: any, operator: any, value: any): any;
    /** @sql fragment {0:and} */
    and(conditions: any): any;
    /** @sql fragment {0:or} */
    or(conditions: any): any;
    /** @sql fragment NOT ({0:condition}) */
    not(condition: any): any;
    /** @sql fragment {0:column} */
    ref(column: string): any;
    /** @sql fragment {0} */
    val(value: any): any;
    fn: FunctionModule;
    [member: string]: any;
  }
  export interface FunctionModule {
    /** @sql fragment count({0:column}) */
    count<O = any>(column: any): Aggregate;
    /** @sql fragment count(*) */
    countAll<O = any>(table?: any): Aggregate;
    /** @sql fragment sum({0:column}) */
    sum<O = any>(column: any): Aggregate;
    /** @sql fragment max({0:column}) */
    max<O = any>(column: any): Aggregate;
    /** @sql fragment min({0:column}) */
    min<O = any>(column: any): Aggregate;
    /** @sql fragment avg({0:column}) */
    avg<O = any>(column: any): Aggregate;
    /** @sql fragment coalesce({0:column}, {1}) */
    coalesce(value: any, other: any): Aggregate;
    [name: string]: any;
  }
  export interface Aggregate {
    /** @sql fragment {receiver:column} AS {0:column} */
    as(alias: string): any;
    [method: string]: any;
  }
  export interface SelectQueryBuilder<D = any, T = any, O = any> extends QueryBuilder<O> {}
  export interface InsertQueryBuilder<D = any, T = any, O = any> extends QueryBuilder<O> {}
  export interface UpdateQueryBuilder<D = any, U = any, T = any, O = any> extends QueryBuilder<O> {}
  export interface DeleteQueryBuilder<D = any, T = any, O = any> extends QueryBuilder<O> {}
  export interface ColumnDefinitionBuilder {
    /** @schema primary */
    primaryKey(): this;
    /** @schema unique */
    unique(): this;
    /** @schema not-null */
    notNull(): this;
    /** @schema references 0 */
    references(column: string): this;
    /** @schema on-delete 0 */
    onDelete(action: string): this;
    /** @schema default */
    defaultTo(value: any): this;
    /** @schema default */
    generatedAlwaysAsIdentity(): this;
    /** @schema default */
    generatedByDefaultAsIdentity(): this;
    /** @schema default */
    generatedAlwaysAs(expression: any): this;
    /** @schema default */
    identity(): this;
    /** @schema nulls */
    nullsNotDistinct(): this;
    [method: string]: any;
  }
  export interface ConstraintBuilder {
    /** @schema on-delete 0 */
    onDelete(action: string): this;
    /** @schema nulls */
    nullsNotDistinct(): this;
    [method: string]: any;
  }
  /** @lazy until execute compile */
  export interface TableBuilder {
    execute(): Promise<void>;
    compile(): any;
    /** @schema column name 0 body 2 */
    addColumn(name: string, type: any, build?: (column: ColumnDefinitionBuilder) => any): this;
    /** @schema primary-key name 0 columns 1 */
    addPrimaryKeyConstraint(name: string, columns: any): this;
    /** @schema key name 0 columns 1 body 2 */
    addUniqueConstraint(name: string, columns: any, build?: (constraint: ConstraintBuilder) => any): this;
    /** @schema foreign-key name 0 columns 1 references 2 referenced-columns 3 body 4 */
    addForeignKeyConstraint(name: string, columns: any, table: string, others: any, build?: (constraint: ConstraintBuilder) => any): this;
    /** @schema check name 0 where 1 */
    addCheckConstraint(name: string, condition: any): this;
    /** @schema drop column name 0 */
    dropColumn(name: string): this;
    /** @schema drop constraint name 0 */
    dropConstraint(name: string): this;
    /** @schema rename column name 0 to 1 */
    renameColumn(from: string, to: string): this;
    /** @schema to 0 */
    renameTo(name: string): this;
    [method: string]: (...args: any[]) => TableBuilder;
  }
  /** @lazy until execute compile */
  export interface IndexBuilder {
    execute(): Promise<void>;
    compile(): any;
    /** @schema of 0 */
    on(table: string): this;
    /** @schema columns 0 */
    column(name: any): this;
    /** @schema columns 0 */
    columns(names: any): this;
    /** @schema columns 0 */
    expression(expression: any): this;
    /** @schema unique */
    unique(): this;
    /** @schema where 0 */
    where(...args: any[]): this;
    /** @schema nulls */
    nullsNotDistinct(): this;
    [method: string]: (...args: any[]) => IndexBuilder;
  }
  /** @lazy until execute compile */
  export interface SchemaBuilder {
    execute(): Promise<void>;
    compile(): any;
    /** @schema schema name 0 */
    withSchema(name: string): SchemaBuilder;
    /** @schema create table name 0 */
    createTable(name: string): TableBuilder;
    /** @schema alter table name 0 */
    alterTable(name: string): TableBuilder;
    /** @schema drop table name 0 */
    dropTable(name: string): SchemaBuilder;
    /** @schema create index name 0 */
    createIndex(name: string): IndexBuilder;
    /** @schema drop index name 0 */
    dropIndex(name: string): SchemaBuilder;
    [method: string]: (...args: any[]) => SchemaBuilder;
  }
  /**
   * @lazy until execute compile
   * @sql fragment
   */
  export interface RawBuilder<T = any> {
    execute(database: any): Promise<{ rows: T[]; numAffectedRows?: bigint }>;
    compile(database: any): any;
    /** @sql fragment {receiver} AS {0:column} */
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
  export interface ControlledTransactionBuilder<D = any> {
    setIsolationLevel(level: string): this;
    setAccessMode(mode: string): this;
    /**
     * @begins
     * @opens transaction
     */
    execute(): Promise<ControlledTransaction<D>>;
  }
  /** @lazy until execute */
  export interface Command<T> {
    execute(): Promise<T>;
  }
  /** @lazy until execute */
  export interface ConnectionBuilder {
    /**
     * @acquires client to 0
     * @calls 0 now returning promise
     */
    execute<R>(callback: (connection: Kysely) => Promise<R>): Promise<R>;
  }
  /**
   * @handle pool
   * @migrates
   */
  export class Kysely<D = any> {
    constructor(configuration: any);
    /** @sql select from {0:table} */
    selectFrom(from: any): QueryBuilder;
    selectNoFrom(selection: any): QueryBuilder;
    /** @sql insert into {0:table} */
    insertInto(table: any): QueryBuilder;
    replaceInto(table: any): QueryBuilder;
    /** @sql update {0:table} */
    updateTable(table: any): QueryBuilder;
    /** @sql delete from {0:table} */
    deleteFrom(table: any): QueryBuilder;
    mergeInto(table: any): QueryBuilder;
    with(name: any, callback: any): Kysely<D>;
    withRecursive(name: any, callback: any): Kysely<D>;
    withSchema(name: string): this;
    withPlugin(plugin: any): this;
    withoutPlugins(): this;
    withTables<T = any>(): this;
    getExecutor(): any;
    transaction(): TransactionBuilder;
    startTransaction(): ControlledTransactionBuilder<D>;
    connection(): ConnectionBuilder;
    executeQuery(query: any, ...rest: any[]): Promise<any>;
    schema: SchemaBuilder;
    introspection: any;
    fn: FunctionModule;
    dynamic: any;
    isTransaction: boolean;
    /** @closes */
    destroy(): Promise<void>;
  }
  export const db: Kysely;
  /**
   * @handle transaction
   * @after-end queued since 0.28.11
   */
  export class Transaction<D = any> extends Kysely<D> {}
  /**
   * Its end gives the connection back; a COMMIT that the server answers with ROLLBACK rejects.
   *
   * @handle transaction
   */
  export class ControlledTransaction<D = any> extends Transaction<D> {
    isCommitted: boolean;
    isRolledBack: boolean;
    /**
     * @commits
     * @aborted rejects
     */
    commit(): Command<void>;
    /** @rolls-back */
    rollback(): Command<void>;
    savepoint(name: string): Command<ControlledTransaction<D>>;
    rollbackToSavepoint(name: string): Command<ControlledTransaction<D>>;
    releaseSavepoint(name: string): Command<ControlledTransaction<D>>;
  }
  export class PostgresDialect {
    /** @deaf */
    constructor(configuration: any);
  }
  export interface Migration {
    up(database: Kysely): Promise<void>;
    down?(database: Kysely): Promise<void>;
  }
  export class Migrator {
    constructor(options: any);
    migrateToLatest(options?: any): Promise<any>;
    migrateUp(options?: any): Promise<any>;
    migrateDown(options?: any): Promise<any>;
    migrateTo(name: any, options?: any): Promise<any>;
    getMigrations(): Promise<any>;
  }
  /** @sql fragment {0:sql} */
  export function sql<T = any>(template: any, ...values: any[]): RawBuilder<T>;
}
