/**
 * Drizzle on PostgreSQL.
 *
 * @library drizzle-orm 0.30.x - 0.45.x
 * @source run on drizzle-orm 0.45.4 with pg 8.23.1 (Node 20.20.2, PostgreSQL 15.18): a builder, and `db.execute(sql)`, that is not awaited never runs; `.execute()` of a builder runs it; transaction rolls back when its function rejects, and a query of the outer handle inside it stays; a killed idle connection of the pool that `drizzle(url)` made ends the process; a statement sent on the handle after the transaction has ended runs in autocommit, on pg and on postgres.js; a transaction in which a failed statement was caught commits without an error on pg and rejects on postgres.js, so nothing is said of it here
 * @source read in drizzle-orm 0.45.4 declarations: signatures
 * @source read in drizzle-orm 0.45.4 pg-core/columns/common.js and pg-core/table.js: a column without a name is named after its property; columns are nullable unless they say otherwise
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
    [method: string]: (...args: any[]) => Builder<T>;
  }
  export interface PreparedQuery<T = any> { execute(values?: any): Promise<T>; all(values?: any): any; get(values?: any): any; run(values?: any): any; }
  export interface SelectBuilder { from(source: any): Builder<any[]>; }
  export interface InsertBuilder { values(values: any): Builder; select(query: any): Builder; overridingSystemValue(): this; }
  export interface UpdateBuilder { set(values: any): Builder; }
  export interface RelationalQuery { findMany(configuration?: any): Builder<any[]>; findFirst(configuration?: any): Builder<any>; }
  export interface Operations {
    select(fields?: any): SelectBuilder;
    selectDistinct(fields?: any): SelectBuilder;
    selectDistinctOn(on: any, fields?: any): SelectBuilder;
    insert(table: any): InsertBuilder;
    update(table: any): UpdateBuilder;
    delete(table: any): Builder;
    with(...queries: any[]): any;
    $with(alias: string): any;
    $count(source: any, filters?: any): Builder<number>;
    execute<T = any>(query: any): Builder<T>;
    refreshMaterializedView(view: any): Builder;
    query: { [table: string]: RelationalQuery };
  }
  /** @handle pool */
  export class PgDatabase<Q = any, S = any, T = any> {
    /** @transaction around 0 */
    transaction<R>(callback: (transaction: PgTransaction) => Promise<R>, configuration?: any): Promise<R>;
    $client: any;
  }
  export interface PgDatabase<Q = any, S = any, T = any> extends Operations {}
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
  import { PgDatabase } from 'drizzle-orm/pg-core';
  import { PoolConfig } from 'pg';
  /**
   * @handle pool
   * @waits connect acquire statement lock idle-in-transaction query
   */
  export class NodePgDatabase<S = any> extends PgDatabase {}
  interface OwnPool { connection: string | PoolConfig; schema?: any; logger?: any; casing?: any; cache?: any; }
  /** @makes */
  export function drizzle<S = any>(url: string, configuration?: any): NodePgDatabase<S>;
  /** @makes */
  export function drizzle<S = any>(own: OwnPool): NodePgDatabase<S>;
  export function drizzle<S = any>(...args: any[]): NodePgDatabase<S>;
}
declare module 'drizzle-orm/postgres-js' {
  import { PgDatabase } from 'drizzle-orm/pg-core';
  export class PostgresJsDatabase<S = any> extends PgDatabase {}
  export function drizzle<S = any>(...args: any[]): PostgresJsDatabase<S>;
}
declare module 'drizzle-orm/pglite' {
  import { PgDatabase } from 'drizzle-orm/pg-core';
  export class PgliteDatabase<S = any> extends PgDatabase {}
  export function drizzle<S = any>(...args: any[]): PgliteDatabase<S>;
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
