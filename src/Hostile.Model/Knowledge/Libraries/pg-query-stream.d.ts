/**
 * Rows of PostgreSQL one after the other.
 *
 * @library pg-query-stream 4.x
 * @library pg-cursor 2.x
 * @source read in pg-query-stream 4.17.0 dist/index.js and pg-cursor 2.22.1 index.js: both have `submit`, so `client.query` of pg 8.23.1 gives them back and no promise; a failed query is an 'error' of the stream; `read` and `close` of a cursor without a callback give a promise
 */
declare module 'pg-query-stream' {
  import { Readable } from 'stream';
  class QueryStream extends Readable {
    constructor(text: string, values?: any[], options?: any);
    submit(connection: any): void;
  }
  export default QueryStream;
}
declare module 'pg-cursor' {
  import { EventEmitter } from 'events';
  class Cursor extends EventEmitter {
    constructor(text: string, values?: any[], options?: any);
    submit(connection: any): void;
    read(rows: number): Promise<any[]>;
    /** @calls 1 later dropping promise */
    read(rows: number, callback: (error: Error | null, rows: any[], result: any) => void): void;
    close(): Promise<void>;
    /** @calls 0 later dropping promise */
    close(callback: (error?: Error) => void): void;
  }
  export default Cursor;
}
