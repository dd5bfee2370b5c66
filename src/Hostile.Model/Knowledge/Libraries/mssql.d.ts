/**
 * mssql: pools of connections to SQL Server.
 *
 * @library mssql 9.x - 12.x
 * @source read in mssql 12.7.14 lib/base/connection-pool.js: a pool keeps its connections until it is closed, or has been idle (30 s, none kept, unless `pool.min` says so); lib/base/request.js: where a request streams, what its `query` gives never rejects, so nothing is said of that
 */
declare module 'mssql' {
  export interface IResult { recordset: any[]; recordsets: any; rowsAffected: number[]; output: any; }

  /** @opens connection */
  export class ConnectionPool {
    constructor(config: any);
    connected: boolean;
    /** @connects */
    connect(): Promise<ConnectionPool>;
    request(): Request;
    query(...args: any[]): Promise<IResult>;
    /** @closes */
    close(): Promise<void>;
  }

  export class Request {
    constructor(parent?: any);
    input(...args: any[]): this;
    output(...args: any[]): this;
    query(...args: any[]): any;
    batch(...args: any[]): any;
    execute(procedure: string): Promise<IResult>;
  }
}
