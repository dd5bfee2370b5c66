/**
 * Drizzle on PostgreSQL.
 *
 * @library drizzle-orm 0.30.x - 0.45.x
 * @source run on drizzle-orm 0.45.4 with pg 8.23.1 (Node 20.20.2, PostgreSQL 15.18): a builder, and `db.execute(sql)`, that is not awaited never runs; `.execute()` of a builder runs it; transaction rolls back when its function rejects, and a query of the outer handle inside it stays; a killed idle connection of the pool that `drizzle(url)` made ends the process
 * @source read in drizzle-orm 0.45.4 declarations: signatures
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
  /** @handle transaction */
  export class PgTransaction<Q = any, S = any, T = any> {
    /** @calls 0 now returning promise */
    transaction<R>(callback: (transaction: PgTransaction) => Promise<R>, configuration?: any): Promise<R>;
    rollback(): never;
    setTransaction(configuration: any): Promise<void>;
  }
  export interface PgTransaction<Q = any, S = any, T = any> extends Operations {}

  export function pgTable(name: string, columns: any, extra?: any): any;
  export function pgSchema(name: string): any;
  export function pgEnum(name: string, values: any): any;
  export function alias(table: any, name: string): any;
}
declare module 'drizzle-orm/node-postgres' {
  import { PgDatabase } from 'drizzle-orm/pg-core';
  export class NodePgDatabase<S = any> extends PgDatabase {}
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
