/**
 * pg-promise.
 *
 * @library pg-promise 10.x - 12.x
 * @source run on pg-promise 12.7.1 (Node 20.20.2, PostgreSQL 15.18): the methods that take a query and its values; `$1` with an array or with a single value, `$<name>` with an object; a query that is not awaited runs all the same; tx rolls back when its function rejects; a killed idle connection ends nothing
 */
declare module 'pg-promise' {
  export interface IBaseProtocol<X = any> {
    /** @runs sql 0 with 1 */
    query(query: any, values?: any, ...rest: any[]): Promise<any>;
    /** @runs sql 0 with 1 */
    none(query: any, values?: any): Promise<null>;
    /** @runs sql 0 with 1 */
    one(query: any, values?: any, ...rest: any[]): Promise<any>;
    /** @runs sql 0 with 1 */
    oneOrNone(query: any, values?: any, ...rest: any[]): Promise<any>;
    /** @runs sql 0 with 1 */
    many(query: any, values?: any): Promise<any[]>;
    /** @runs sql 0 with 1 */
    manyOrNone(query: any, values?: any): Promise<any[]>;
    /** @runs sql 0 with 1 */
    any(query: any, values?: any): Promise<any[]>;
    /** @runs sql 0 with 1 */
    result(query: any, values?: any, ...rest: any[]): Promise<any>;
    multi(query: any, values?: any): Promise<any[][]>;
    multiResult(query: any, values?: any): Promise<any[]>;
    map(query: any, values: any, callback: (row: any, index: number) => any): Promise<any[]>;
    each(query: any, values: any, callback: (row: any, index: number) => any): Promise<any[]>;
    func(name: string, ...rest: any[]): Promise<any>;
    proc(name: string, ...rest: any[]): Promise<any>;
    stream(...args: any[]): Promise<any>;
    /**
     * @acquires client to 0
     * @calls 0 now returning promise
     */
    task<T>(callback: (task: ITask) => T | Promise<T>): Promise<T>;
    /**
     * @acquires client to 1
     * @calls 1 now returning promise
     */
    task<T>(tag: any, callback: (task: ITask) => T | Promise<T>): Promise<T>;
    /**
     * @transaction around 0
     * @aborted resolves
     */
    tx<T>(callback: (transaction: ITransaction) => T | Promise<T>): Promise<T>;
    /**
     * @transaction around 1
     * @aborted resolves
     */
    tx<T>(tag: any, callback: (transaction: ITransaction) => T | Promise<T>): Promise<T>;
    /**
     * @transaction around 0
     * @aborted resolves
     */
    txIf<T>(callback: (transaction: ITransaction) => T | Promise<T>): Promise<T>;
  }
  /** @handle client */
  export interface ITask<X = any> extends IBaseProtocol<X> { batch(values: any[], options?: any): Promise<any[]>; sequence(source: any, options?: any): Promise<any>; ctx: any; }
  /**
   * @handle transaction
   * @after-end rejects
   */
  export interface ITransaction<X = any> extends ITask<X> {}
  /** @handle pool */
  export interface IDatabase<X = any> extends IBaseProtocol<X> { connect(options?: any): Promise<any>; $pool: any; $config: any; }
  export interface IMain<X = any, C = any> { (connection: any, context?: any): IDatabase<X>; end(): void; as: any; helpers: any; utils: any; pg: any; }
  export default function pgPromise<X = any, C = any>(options?: any): IMain<X, C>;
}
