/**
 * MongoDB's driver, of which only cursors are declared.
 *
 * @library mongodb 6.x - 7.x
 * @source read in mongodb 6.x and 7.9.0 lib/cursor/abstract_cursor.js: a cursor asks the server for nothing before its first element is asked for (`initialized`, `cursorInit`), and to close one that was never asked sends nothing
 */
declare module 'mongodb' {
  export interface MongoClient {
    db(name?: string, options?: any): Db;
    connect(): Promise<MongoClient>;
    close(force?: boolean): Promise<void>;
    [member: string]: any;
  }
  export interface Db {
    collection<T = any>(name: string, options?: any): Collection<T>;
    [member: string]: any;
  }
  /** @lazy until next tryNext hasNext toArray forEach stream count */
  export interface FindCursor<T = any> {
    next(): Promise<T | null>;
    tryNext(): Promise<T | null>;
    hasNext(): Promise<boolean>;
    toArray(): Promise<T[]>;
    /** @closes */
    close(): Promise<void>;
  }
  export interface Collection<T = any> {
    find(...args: any[]): FindCursor<T>;
    aggregate(...args: any[]): FindCursor<any>;
    [member: string]: any;
  }
}
