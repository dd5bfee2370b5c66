/**
 * Objection.
 *
 * @library objection 3.x
 * @source run on objection 3.1.5 with knex 3.3.0 (PostgreSQL 15.18): a query builder that is not awaited never runs; Model.transaction rolls back when its function rejects, a query that is not given the transaction stays
 */
declare module 'objection' {
  import { Knex } from 'knex';
  export interface QueryBuilder<M = any, R = any> {
    /** @lazy */
    then<A = R, B = never>(fulfilled?: ((value: R) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
    catch<B = never>(rejected?: ((reason: any) => B | Promise<B>) | null): Promise<R | B>;
    finally(settled?: (() => void) | null): Promise<R>;
    toKnexQuery(): any;
    clone(): this;
    execute(): Promise<R>;
    [method: string]: (...args: any[]) => QueryBuilder<M, R>;
  }
  export class Model {
    static query(transaction?: any): QueryBuilder;
    static relatedQuery(name: string, transaction?: any): QueryBuilder;
    static fetchGraph(instances: any, expression: any, options?: any): QueryBuilder;
    static knex(knex?: Knex): Knex;
    static bindKnex(knex: Knex): typeof Model;
    /** @transaction around 0 */
    static transaction<T>(callback: (transaction: Knex.Transaction) => T | Promise<T>): Promise<T>;
    /** @transaction around 1 */
    static transaction<T>(knex: Knex, callback: (transaction: Knex.Transaction) => T | Promise<T>): Promise<T>;
    /** @begins */
    static startTransaction(knex?: Knex): Promise<Knex.Transaction>;
    $query(transaction?: any): QueryBuilder;
    $relatedQuery(name: string, transaction?: any): QueryBuilder;
    $fetchGraph(expression: any, options?: any): QueryBuilder;
    $toJson(options?: any): any;
  }
  export function transaction(...args: any[]): Promise<any>;
  export function raw(sql: string, ...bindings: any[]): any;
  export function ref(expression: string): any;
}
