/**
 * Objection.
 *
 * @library objection 3.x
 * @source run on objection 3.1.5 with knex 3.3.0 (PostgreSQL 15.18): a query builder that is not awaited never runs; Model.transaction rolls back when its function rejects, a query that is not given the transaction stays; insertGraph inserts the rows, then their relations' rows; upsertGraph selects them first, and inserts, updates and deletes what differs; what `knex` is given holds for the class and for those that extend it, unless they are given another
 */
declare module 'objection' {
  import { Knex } from 'knex';
  export type Transaction = Knex.Transaction;
  export type TransactionOrKnex = Knex.Transaction | Knex;
  export type PartialModelObject<M> = Partial<M>;
  export interface QueryBuilder<M = any, R = any> {
    /** @lazy */
    then<A = R, B = never>(fulfilled?: ((value: R) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
    catch<B = never>(rejected?: ((reason: any) => B | Promise<B>) | null): Promise<R | B>;
    finally(settled?: (() => void) | null): Promise<R>;
    toKnexQuery(): any;
    /** @sql nothing */
    clone(): this;
    execute(): Promise<R>;
    /**
     * @sql where {key} = {0}
     * @sql limit 1
     */
    findById(id: any): QueryBuilder<M, M | undefined>;
    /**
     * @sql where {0:column} = {1}
     * @sql limit 1
     */
    findOne(column: string, value: any): QueryBuilder<M, M | undefined>;
    /**
     * @sql where {0:column}{1:operator}{2}
     * @sql limit 1
     */
    findOne(column: string, operator: string, value: any): QueryBuilder<M, M | undefined>;
    /**
     * @sql where {0:condition}
     * @sql limit 1
     */
    findOne(condition: any): QueryBuilder<M, M | undefined>;
    /** @sql limit 1 */
    first(): QueryBuilder<M, M | undefined>;
    /** @sql or fail */
    throwIfNotFound(options?: any): this;
    /** @sql columns {0+:columns} */
    select(...columns: any[]): this;
    /** @sql where {0:column} = {1} */
    where(column: string, value: any): this;
    /** @sql where {0:column}{1:operator}{2} */
    where(column: string, operator: string, value: any): this;
    /** @sql where {0:condition} */
    where(condition: any): this;
    /** @sql where {0:column} = {1} */
    andWhere(column: string, value: any): this;
    /** @sql where {0:condition} */
    andWhere(condition: any): this;
    /** @sql or where {0:column} = {1} */
    orWhere(column: string, value: any): this;
    /** @sql or where {0:condition} */
    orWhere(condition: any): this;
    /** @sql where {0:column} IN {1:list} */
    whereIn(column: any, values: any): this;
    /** @sql where {0:column} NOT IN {1:list} */
    whereNotIn(column: any, values: any): this;
    /** @sql where {0:column} IS NULL */
    whereNull(column: string): this;
    /** @sql where {0:column} IS NOT NULL */
    whereNotNull(column: string): this;
    /** @sql where {0:sql:1+} */
    whereRaw(sql: any, ...bindings: any[]): this;
    /** @sql order */
    orderBy(...order: any[]): this;
    /** @sql limit {0} */
    limit(count: any): this;
    /** @sql nothing */
    offset(count: any): this;
    /** @sql nothing */
    withGraphFetched(expression: any, options?: any): this;
    /**
     * @sql insert
     * @sql values {0:rows}
     * @sql returning
     */
    insert(values: any): QueryBuilder<M, M>;
    /**
     * @sql insert
     * @sql values {0:rows}
     * @sql returning
     */
    insertAndFetch(values: any): QueryBuilder<M, M>;
    /**
     * @sql insert
     * @sql values {0:rows}
     * @sql returning
     */
    insertGraph(graph: any, options?: any): QueryBuilder<M, M>;
    /**
     * @sql insert
     * @sql values {0:rows}
     * @sql returning
     */
    insertGraphAndFetch(graph: any, options?: any): QueryBuilder<M, M>;
    /**
     * @sql update
     * @sql set {0:set}
     */
    upsertGraph(graph: any, options?: any): QueryBuilder<M, M>;
    /**
     * @sql update
     * @sql set {0:set}
     * @sql returning
     */
    upsertGraphAndFetch(graph: any, options?: any): QueryBuilder<M, M>;
    /**
     * @sql update
     * @sql set {0:set}
     */
    patch(values: any): this;
    /**
     * @sql update
     * @sql set {0:set}
     */
    update(values: any): this;
    /**
     * @sql update
     * @sql set {1:set}
     * @sql where {key} = {0}
     * @sql returning
     */
    patchAndFetchById(id: any, values: any): QueryBuilder<M, M>;
    /**
     * @sql update
     * @sql set {1:set}
     * @sql where {key} = {0}
     * @sql returning
     */
    updateAndFetchById(id: any, values: any): QueryBuilder<M, M>;
    /**
     * @sql update
     * @sql set {0:set}
     * @sql returning
     */
    patchAndFetch(values: any): QueryBuilder<M, M>;
    /**
     * @sql update
     * @sql set {0:column} = {0:column} + {1}
     */
    increment(column: string, amount: any): this;
    /**
     * @sql update
     * @sql set {0:column} = {0:column} - {1}
     */
    decrement(column: string, amount: any): this;
    /** @sql delete */
    delete(): this;
    /**
     * @sql delete
     * @sql where {key} = {0}
     */
    deleteById(id: any): this;
    /** @sql returning */
    returning(columns: any): this;
    /** @sql conflict {0:keys} */
    onConflict(columns?: any): this;
    /** @sql do nothing */
    ignore(): this;
    /** @sql do update */
    merge(values?: any): this;
    /** @sql for UPDATE */
    forUpdate(): this;
    /** @sql for SHARE */
    forShare(): this;
    /** @sql for skip locked */
    skipLocked(): this;
    /** @sql on {0} */
    transacting(transaction: any): this;
    /** @sql columns count(*) */
    resultSize(): Promise<number>;
    [method: string]: (...args: any[]) => QueryBuilder<M, R>;
  }
  export class Model {
    /** @sql from {value} */
    static tableName: string;
    /**
     * @sql select from {receiver:entity}
     * @sql on {0}
     */
    static query<M>(this: { new (...args: any[]): M }, transaction?: any): QueryBuilder<M, M[]>;
    static relatedQuery(name: string, transaction?: any): QueryBuilder;
    static fetchGraph(instances: any, expression: any, options?: any): QueryBuilder;
    /** @binds 0 */
    static knex(knex?: Knex): Knex;
    static bindKnex(knex: Knex): typeof Model;
    /** @transaction around 0 */
    static transaction<T>(callback: (transaction: Knex.Transaction) => T | Promise<T>): Promise<T>;
    /** @transaction around 1 */
    static transaction<T>(knex: Knex, callback: (transaction: Knex.Transaction) => T | Promise<T>): Promise<T>;
    /** @begins */
    static startTransaction(knex?: Knex): Promise<Knex.Transaction>;
    /**
     * @sql select from {receiver:entity}
     * @sql where {receiver:identity}
     * @sql on {0}
     */
    $query(transaction?: any): QueryBuilder<this, this>;
    $relatedQuery(name: string, transaction?: any): QueryBuilder;
    $fetchGraph(expression: any, options?: any): QueryBuilder;
    $toJson(options?: any): any;
  }
  export function transaction(...args: any[]): Promise<any>;
  /** @sql fragment {0:sql:1+} */
  export function raw(sql: string, ...bindings: any[]): any;
  export function ref(expression: string): any;
}
