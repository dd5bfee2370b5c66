/**
 * Drizzle on PostgreSQL.
 *
 * @library drizzle-orm 0.30.x - 0.45.x
 * @wherever db beside drizzle-orm
 * @wherever db by select insert update transaction beside drizzle-orm
 * @source run on drizzle-orm 0.45.4 with pg 8.23.1 (Node 20.20.2, PostgreSQL 15.18): a builder, and `db.execute(sql)`, that is not awaited never runs; `.execute()` of a builder runs it; transaction rolls back when its function rejects, and a query of the outer handle inside it stays; a killed idle connection of the pool that `drizzle(url)` made ends the process; a statement sent on the handle after the transaction has ended runs in autocommit, on pg and on postgres.js; a transaction in which a failed statement was caught commits without an error on pg and rejects on postgres.js, so nothing is said of it here
 * @source read in drizzle-orm 0.45.4 declarations: signatures; pg-core/query-builders: the SQL of each link
 * @source run on drizzle-orm 0.45.4 (getTableConfig, toSQL): a column without a name is named after its property, in snake case where the client is told `casing: 'snake_case'`; columns are nullable unless they say otherwise; `for('update')` ends the statement with FOR UPDATE
 * @source run on drizzle-orm 0.45.4 (PgDialect.sqlToQuery): a table in a template of `sql` is its name, a column its name with the table's
 * @source run on drizzle-orm 1.0.0-rc.4 (toSQL of `db.query.t.findFirst`): a condition is an object of columns with values or operators (eq, ne, gt, gte, lt, lte, in, notIn, like, ilike, isNull, isNotNull), with AND, OR and NOT; RAW is a function of the table and the operators; before that the condition itself was such a function
 * @source run on drizzle-orm 0.45.4 with @neondatabase/serverless 1.2.0: a builder of neon-http that is not awaited sends nothing, and `transaction` rejects (it has none); read in neon-serverless/ and vercel-postgres/driver.d.ts: their databases are PgDatabase
 * @source read in drizzle-orm 0.45.4 pg-core/dialect.js: `update` sets each column with $onUpdate or $onUpdateFn (two names of one) that the program does not set
 * @source read in drizzle-orm 0.45.4 node-postgres/*.js: it listens to none of the events of the pool that it is given
 * @source read in drizzle-orm 0.45.2 and 1.0.0-rc.4 declarations, the session of each driver: its transaction is a class of its own that extends PgTransaction, and is exported beside its database
 */
declare module 'drizzle-orm/pg-core' {
  /** Its methods give itself back, but for those named here. */
  export interface Builder<T = any> {
    /** @lazy */
    then<A = T, B = never>(fulfilled?: ((value: T) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
    catch<B = never>(rejected?: ((reason: any) => B | Promise<B>) | null): Promise<T | B>;
    finally(settled?: (() => void) | null): Promise<T>;
    execute(values?: any): Promise<T>;
    toSQL(): any;
    getSQL(): any;
    prepare(name?: string): PreparedQuery<T>;
    as(alias: string): any;
    /** @sql from {0:table} */
    from(source: any): Builder<any[]>;
    /** @sql where {0:condition} */
    where(condition?: any): this;
    /** @sql limit {0} */
    limit(count: any): this;
    /** @sql nothing */
    offset(count: any): this;
    /** @sql order */
    orderBy(...order: any[]): this;
    /** @sql group */
    groupBy(...columns: any[]): this;
    /** @sql join LEFT JOIN {0:table} ON true */
    leftJoin(table: any, on?: any): this;
    /** @sql join JOIN {0:table} ON true */
    innerJoin(table: any, on?: any): this;
    /**
     * @sql by Strengths {0}
     * @sql by LockOptions {1}
     */
    for(strength: 'update' | 'no key update' | 'share' | 'key share', options?: LockOptions): this;
    /** @sql set {0:set} */
    set(values: any): this;
    /** @sql values {0:rows} */
    values(values: any): this;
    /**
     * @sql conflict {0.target:keys}
     * @sql do nothing
     */
    onConflictDoNothing(options?: any): this;
    /**
     * @sql conflict {0.target:keys}
     * @sql do update SET {0.set:set}
     */
    onConflictDoUpdate(options: any): this;
    /** @sql returning {0:columns} */
    returning(columns: any): this;
    /** @sql returning */
    returning(): this;
    /** @sql nothing */
    $dynamic(): this;
    /** @sql nothing */
    $withCache(options?: any): this;
    [method: string]: (...args: any[]) => Builder<T>;
  }
  interface Strengths {
    /** @sql for UPDATE */
    update: any;
    /** @sql for NO KEY UPDATE */
    'no key update': any;
    /** @sql for SHARE */
    share: any;
    /** @sql for KEY SHARE */
    'key share': any;
  }
  export interface LockOptions {
    /** @sql by Skips {value} */
    skipLocked?: boolean;
    /** @sql by NoWaits {value} */
    noWait?: boolean;
    of?: any;
  }
  interface Skips {
    /** @sql for skip locked */
    true: any;
  }
  interface NoWaits {
    /** @sql for nowait */
    true: any;
  }
  export interface PreparedQuery<T = any> { execute(values?: any): Promise<T>; all(values?: any): any; get(values?: any): any; run(values?: any): any; }
  export interface SelectBuilder {
    /** @sql from {0:table} */
    from(source: any): Builder<any[]>;
  }
  export interface InsertBuilder {
    /** @sql values {0:rows} */
    values(values: any): Builder;
    select(query: any): Builder;
    /** @sql nothing */
    overridingSystemValue(): this;
  }
  export interface UpdateBuilder {
    /** @sql set {0:set} */
    set(values: any): Builder;
  }
  export interface RelationalQuery {
    /**
     * @sql select from {receiver:entity}
     * @sql by Find {0}
     */
    findMany(configuration?: FindOptions): Builder<any[]>;
    /**
     * @sql select from {receiver:entity}
     * @sql by Find {0}
     * @sql limit 1
     */
    findFirst(configuration?: FindOptions): Builder<any>;
  }
  export interface FindOptions {
    where?: ((table: any, operators: Operators) => any) | FindCondition;
    [option: string]: any;
  }
  export interface FindCondition {
    RAW?: (table: any, operators: Operators) => any;
    [column: string]: any;
  }
  interface Find {
    /** @sql where {value:condition:Filter} */
    where: any;
    /** @sql columns {value:columns} */
    columns: any;
    /** @sql limit {value} */
    limit: any;
    /** @sql order */
    orderBy: any;
  }
  /** What the keys of a condition say that are no columns. */
  interface Filter {
    /** @sql fragment {value:and:Filter} */
    AND: any;
    /** @sql fragment {value:or:Filter} */
    OR: any;
    /** @sql fragment NOT ({value:and:Filter}) */
    NOT: any;
    /** @sql fragment {value:condition} */
    RAW: any;
    /** @sql fragment {column} = {value} */
    eq: any;
    /** @sql fragment {column} <> {value} */
    ne: any;
    /** @sql fragment {column} > {value} */
    gt: any;
    /** @sql fragment {column} >= {value} */
    gte: any;
    /** @sql fragment {column} < {value} */
    lt: any;
    /** @sql fragment {column} <= {value} */
    lte: any;
    /** @sql fragment {column} IN {value:list} */
    in: any;
    /** @sql fragment {column} NOT IN {value:list} */
    notIn: any;
    /** @sql fragment {column} LIKE {value} */
    like: any;
    /** @sql fragment {column} ILIKE {value} */
    ilike: any;
    /** @sql fragment {column} IS NULL */
    isNull: any;
    /** @sql fragment {column} IS NOT NULL */
    isNotNull: any;
  }
  /** The functions that a condition's callback is handed; the same as those that the package exports. */
  export interface Operators {
    /** @sql fragment {0} = {1} */
    eq(left: any, right: any): any;
    /** @sql fragment {0} <> {1} */
    ne(left: any, right: any): any;
    /** @sql fragment {0} > {1} */
    gt(left: any, right: any): any;
    /** @sql fragment {0} >= {1} */
    gte(left: any, right: any): any;
    /** @sql fragment {0} < {1} */
    lt(left: any, right: any): any;
    /** @sql fragment {0} <= {1} */
    lte(left: any, right: any): any;
    /** @sql fragment {0} IS NULL */
    isNull(value: any): any;
    /** @sql fragment {0} IS NOT NULL */
    isNotNull(value: any): any;
    /** @sql fragment {0} IN {1:list} */
    inArray(column: any, values: any): any;
    /** @sql fragment {0} NOT IN {1:list} */
    notInArray(column: any, values: any): any;
    /** @sql fragment {0} LIKE {1} */
    like(column: any, value: any): any;
    /** @sql fragment {0} ILIKE {1} */
    ilike(column: any, value: any): any;
    /** @sql fragment {0} BETWEEN {1} AND {2} */
    between(column: any, least: any, most: any): any;
    /** @sql fragment EXISTS {0} */
    exists(query: any): any;
    /** @sql fragment NOT EXISTS {0} */
    notExists(query: any): any;
    /** @sql fragment {0+:and} */
    and(...conditions: any[]): any;
    /** @sql fragment {0+:or} */
    or(...conditions: any[]): any;
    /** @sql fragment NOT ({0:condition}) */
    not(condition: any): any;
    sql: any;
    [operator: string]: any;
  }
  export interface Operations {
    /**
     * @sql select
     * @sql columns {0:columns}
     */
    select(fields?: any): SelectBuilder;
    /**
     * @sql select
     * @sql columns {0:columns}
     */
    selectDistinct(fields?: any): SelectBuilder;
    selectDistinctOn(on: any, fields?: any): SelectBuilder;
    /** @sql insert into {0:table} */
    insert(table: any): InsertBuilder;
    /** @sql update {0:table} */
    update(table: any): UpdateBuilder;
    /** @sql delete from {0:table} */
    delete(table: any): Builder;
    with(...queries: any[]): any;
    $with(alias: string): any;
    /**
     * @sql select from {0:table}
     * @sql columns count(*)
     * @sql where {1:condition}
     */
    $count(source: any, filters?: any): Builder<number>;
    /** @runs sql 0 */
    execute<T = any>(query: any): Builder<T>;
    refreshMaterializedView(view: any): Builder;
    query: { [table: string]: RelationalQuery };
  }
  /** @handle pool */
  export class PgDatabase<Q = any, S = any, T = any> {
    /** @transaction around 0 at 1.isolationLevel */
    transaction<R>(callback: (transaction: PgTransaction) => Promise<R>, configuration?: any): Promise<R>;
    $client: any;
  }
  export interface PgDatabase<Q = any, S = any, T = any> extends Operations {}
  export const db: PgDatabase;
  /**
   * @handle transaction
   * @after-end runs
   */
  export class PgTransaction<Q = any, S = any, T = any> {
    /** @calls 0 now returning promise */
    transaction<R>(callback: (transaction: PgTransaction) => Promise<R>, configuration?: any): Promise<R>;
    rollback(): never;
    setTransaction(configuration: any): Promise<void>;
  }
  export interface PgTransaction<Q = any, S = any, T = any> extends Operations {}

  /** @schema table name 0 columns 1 parts 2 */
  export function pgTable(name: string, columns: (builders: ColumnFunctions) => any, extra?: any): any;
  /** @schema table name 0 columns 1 parts 2 */
  export function pgTable(name: string, columns: any, extra?: any): any;
  export interface Schema {
    /** @schema table name 0 columns 1 parts 2 */
    table(name: string, columns: (builders: ColumnFunctions) => any, extra?: any): any;
    /** @schema table name 0 columns 1 parts 2 */
    table(name: string, columns: any, extra?: any): any;
    enum(name: string, values: any): EnumFunction;
    [member: string]: any;
  }
  /** @schema schema name 0 */
  export function pgSchema(name: string): Schema;
  export function pgEnum(name: string, values: any): EnumFunction;
  export interface EnumFunction extends ColumnFunction { enumValues: any; enumName: string; schema: any; }
  /** A column as it is described; its methods give itself back. */
  export interface ColumnBuilder {
    /** @schema primary */
    primaryKey(...args: any[]): ColumnBuilder;
    /** @schema not-null */
    notNull(): ColumnBuilder;
    /** @schema unique name 0 nulls 1.nulls */
    unique(name?: any, options?: any): ColumnBuilder;
    /** @schema references 0 on-delete 1.onDelete */
    references(column: any, actions?: any): ColumnBuilder;
    /** @schema default */
    default(value: any): ColumnBuilder;
    /** @schema default */
    defaultNow(): ColumnBuilder;
    /** @schema default */
    defaultRandom(): ColumnBuilder;
    /** @schema default */
    $default(value: any): ColumnBuilder;
    /** @schema default */
    $defaultFn(value: any): ColumnBuilder;
    /** @schema default renewed */
    $onUpdate(value: any): ColumnBuilder;
    /** @schema default renewed */
    $onUpdateFn(value: any): ColumnBuilder;
    /** @schema default */
    generatedAlwaysAs(...args: any[]): ColumnBuilder;
    /** @schema default */
    generatedAlwaysAsIdentity(...args: any[]): ColumnBuilder;
    /** @schema default */
    generatedByDefaultAsIdentity(...args: any[]): ColumnBuilder;
    [method: string]: (...args: any[]) => ColumnBuilder;
  }
  export interface ColumnFunction {
    /** @schema column name 0 */
    (name?: any, options?: any): ColumnBuilder;
  }
  export interface SerialFunction {
    /** @schema column name 0 not-null default */
    (name?: any, options?: any): ColumnBuilder;
  }
  export interface ColumnFunctions {
    serial: SerialFunction; bigserial: SerialFunction; smallserial: SerialFunction;
    text: ColumnFunction;
    varchar: ColumnFunction;
    char: ColumnFunction;
    integer: ColumnFunction;
    smallint: ColumnFunction;
    bigint: ColumnFunction;
    boolean: ColumnFunction;
    uuid: ColumnFunction;
    timestamp: ColumnFunction;
    date: ColumnFunction;
    time: ColumnFunction;
    interval: ColumnFunction;
    json: ColumnFunction;
    jsonb: ColumnFunction;
    numeric: ColumnFunction;
    decimal: ColumnFunction;
    real: ColumnFunction;
    doublePrecision: ColumnFunction;
    bytea: ColumnFunction;
    inet: ColumnFunction;
    cidr: ColumnFunction;
    macaddr: ColumnFunction;
    macaddr8: ColumnFunction;
    point: ColumnFunction;
    line: ColumnFunction;
    geometry: ColumnFunction;
    vector: ColumnFunction;
    halfvec: ColumnFunction;
    sparsevec: ColumnFunction;
    bit: ColumnFunction;
  }
  export const serial: SerialFunction;
  export const bigserial: SerialFunction;
  export const smallserial: SerialFunction;
  export const text: ColumnFunction;
  export const varchar: ColumnFunction;
  export const char: ColumnFunction;
  export const integer: ColumnFunction;
  export const smallint: ColumnFunction;
  export const bigint: ColumnFunction;
  export const boolean: ColumnFunction;
  export const uuid: ColumnFunction;
  export const timestamp: ColumnFunction;
  export const date: ColumnFunction;
  export const time: ColumnFunction;
  export const interval: ColumnFunction;
  export const json: ColumnFunction;
  export const jsonb: ColumnFunction;
  export const numeric: ColumnFunction;
  export const decimal: ColumnFunction;
  export const real: ColumnFunction;
  export const doublePrecision: ColumnFunction;
  export const bytea: ColumnFunction;
  export const inet: ColumnFunction;
  export const cidr: ColumnFunction;
  export const macaddr: ColumnFunction;
  export const macaddr8: ColumnFunction;
  export const point: ColumnFunction;
  export const line: ColumnFunction;
  export const geometry: ColumnFunction;
  export const vector: ColumnFunction;
  export const halfvec: ColumnFunction;
  export const sparsevec: ColumnFunction;
  export const bit: ColumnFunction;
  export function customType(options: any): ColumnFunction;
  /** A key as it is described; its methods give itself back. */
  export interface KeyBuilder {
    /** @schema columns 0+ */
    on(...columns: any[]): KeyBuilder;
    /** @schema columns 0+ */
    onOnly(...columns: any[]): KeyBuilder;
    /** @schema columns 1+ */
    using(method: string, ...columns: any[]): KeyBuilder;
    /** @schema where 0 */
    where(condition: any): KeyBuilder;
    /** @schema nulls */
    nullsNotDistinct(): KeyBuilder;
    /** @schema on-delete 0 */
    onDelete(action: string): KeyBuilder;
    [method: string]: (...args: any[]) => KeyBuilder;
  }
  /** @schema key name 0 */
  export function unique(name?: string): KeyBuilder;
  /** @schema index unique name 0 */
  export function uniqueIndex(name?: string): KeyBuilder;
  /** @schema index name 0 */
  export function index(name?: string): KeyBuilder;
  /** @schema primary-key name 0.name columns 0.columns */
  export function primaryKey(options: any): KeyBuilder;
  /** @schema foreign-key name 0.name columns 0.columns references 0.foreignColumns */
  export function foreignKey(options: any): KeyBuilder;
  /** @schema check name 0 where 1 */
  export function check(name: string, condition: any): any;
  export function alias(table: any, name: string): any;
}
declare module 'drizzle-orm/node-postgres' {
  import { PgDatabase, PgTransaction } from 'drizzle-orm/pg-core';
  import { PoolConfig } from 'pg';
  /**
   * @handle pool
   * @waits connect acquire statement lock idle-in-transaction query
   */
  export class NodePgDatabase<S = any> extends PgDatabase {}
  export class NodePgTransaction<F = any, S = any> extends PgTransaction {}
  interface OwnPool { connection: string | PoolConfig; schema?: any; logger?: any; casing?: any; cache?: any; }
  /** @makes */
  export function drizzle<S = any>(url: string, configuration?: any): NodePgDatabase<S>;
  /** @makes */
  export function drizzle<S = any>(own: OwnPool): NodePgDatabase<S>;
  /** @deaf */
  export function drizzle<S = any>(...args: any[]): NodePgDatabase<S>;
}
declare module 'drizzle-orm/postgres-js' {
  import { PgDatabase, PgTransaction } from 'drizzle-orm/pg-core';
  export class PostgresJsDatabase<S = any> extends PgDatabase {}
  export class PostgresJsTransaction<F = any, S = any> extends PgTransaction {}
  export function drizzle<S = any>(...args: any[]): PostgresJsDatabase<S>;
}
declare module 'drizzle-orm/pglite' {
  import { PgDatabase, PgTransaction } from 'drizzle-orm/pg-core';
  export class PgliteDatabase<S = any> extends PgDatabase {}
  export class PgliteTransaction<F = any, S = any> extends PgTransaction {}
  export function drizzle<S = any>(...args: any[]): PgliteDatabase<S>;
}
declare module 'drizzle-orm/neon-serverless' {
  import { PgDatabase, PgTransaction } from 'drizzle-orm/pg-core';
  export class NeonDatabase<S = any> extends PgDatabase {}
  export class NeonTransaction<F = any, S = any> extends PgTransaction {}
  export function drizzle<S = any>(...args: any[]): NeonDatabase<S>;
}
declare module 'drizzle-orm/vercel-postgres' {
  import { PgDatabase, PgTransaction } from 'drizzle-orm/pg-core';
  export class VercelPgDatabase<S = any> extends PgDatabase {}
  export class VercelPgTransaction<F = any, S = any> extends PgTransaction {}
  export function drizzle<S = any>(...args: any[]): VercelPgDatabase<S>;
}
declare module 'drizzle-orm/neon-http' {
  import { Operations } from 'drizzle-orm/pg-core';
  /**
   * One request a statement: it has no transactions.
   *
   * @handle pool
   */
  export class NeonHttpDatabase<S = any> {
    transaction(callback: any): Promise<never>;
    batch(queries: any): Promise<any[]>;
    $client: any;
  }
  export interface NeonHttpDatabase<S = any> extends Operations {}
  export function drizzle<S = any>(...args: any[]): NeonHttpDatabase<S>;
}
declare module 'drizzle-orm/node-postgres/migrator' {
  export function migrate(database: any, configuration: any): Promise<void>;
}
declare module 'drizzle-orm/postgres-js/migrator' {
  export function migrate(database: any, configuration: any): Promise<void>;
}
declare module 'drizzle-orm/pglite/migrator' {
  export function migrate(database: any, configuration: any): Promise<void>;
}
declare module 'drizzle-orm' {
  /** @sql fragment */
  export interface SQL<T = any> { as(alias: string): any; mapWith(decoder: any): SQL<T>; getSQL(): SQL; if(condition: any): SQL<T> | undefined; append(chunk: SQL): SQL<T>; }
  export interface SqlTag {
    /** @sql fragment {0:sql} */
    <T = any>(template: TemplateStringsArray, ...values: any[]): SQL<T>;
    /** @sql fragment {0:sql} */
    raw(text: string): SQL;
    join(chunks: any, separator?: any): SQL;
    empty(): SQL;
    identifier(name: string): any;
    placeholder(name: string): any;
  }
  export const sql: SqlTag;
  /** @sql fragment {0} = {1} */
  export function eq(left: any, right: any): SQL;
  /** @sql fragment {0} <> {1} */
  export function ne(left: any, right: any): SQL;
  /** @sql fragment {0} > {1} */
  export function gt(left: any, right: any): SQL;
  /** @sql fragment {0} >= {1} */
  export function gte(left: any, right: any): SQL;
  /** @sql fragment {0} < {1} */
  export function lt(left: any, right: any): SQL;
  /** @sql fragment {0} <= {1} */
  export function lte(left: any, right: any): SQL;
  /** @sql fragment {0} IS NULL */
  export function isNull(value: any): SQL;
  /** @sql fragment {0} IS NOT NULL */
  export function isNotNull(value: any): SQL;
  /** @sql fragment {0} IN {1:list} */
  export function inArray(column: any, values: any): SQL;
  /** @sql fragment {0} NOT IN {1:list} */
  export function notInArray(column: any, values: any): SQL;
  /** @sql fragment {0} LIKE {1} */
  export function like(column: any, value: any): SQL;
  /** @sql fragment {0} ILIKE {1} */
  export function ilike(column: any, value: any): SQL;
  /** @sql fragment {0} BETWEEN {1} AND {2} */
  export function between(column: any, least: any, most: any): SQL;
  /** @sql fragment EXISTS {0} */
  export function exists(query: any): SQL;
  /** @sql fragment NOT EXISTS {0} */
  export function notExists(query: any): SQL;
  /** @sql fragment {0+:and} */
  export function and(...conditions: any[]): SQL;
  /** @sql fragment {0+:or} */
  export function or(...conditions: any[]): SQL;
  /** @sql fragment NOT ({0:condition}) */
  export function not(condition: any): SQL;
  /** @sql fragment count(*) */
  export function count(column?: any): SQL;
  /** @sql fragment sum({0}) */
  export function sum(column: any): SQL;
  /** @sql fragment max({0}) */
  export function max(column: any): SQL;
  /** @sql fragment min({0}) */
  export function min(column: any): SQL;
  /** @sql fragment avg({0}) */
  export function avg(column: any): SQL;
  export function asc(column: any): any;
  export function desc(column: any): any;
  export function relations(...args: any[]): any;
}
