/**
 * Neon's driver, over HTTP and over WebSockets, and Vercel's, which is made of it.
 *
 * @library @neondatabase/serverless 0.x - 1.x
 * @source run on @neondatabase/serverless 1.2.0 (Node 20.20.2) with a `fetchFunction` of our own: a statement of `neon()` that is not awaited is never sent, `catch` sends it; `transaction` sends an array of statements as one
 * @source run on @vercel/postgres 0.10.0 (Node 20.20.2): a statement of `sql` is sent at once, and rejects when nobody awaits it
 * @source read in @neondatabase/serverless 1.2.0 index.d.ts and @vercel/postgres 0.10.0 dist/index.d.ts: signatures; the pool and its connections are pg's, over another socket
 */
declare module '@neondatabase/serverless' {
  import { PoolClient, QueryResult } from 'pg';
  export interface NeonQueryPromise<T = any> {
    /** @lazy */
    then<A = T, B = never>(fulfilled?: ((value: T) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
    catch<B = never>(rejected?: ((reason: any) => B | Promise<B>) | null): Promise<T | B>;
    finally(settled?: (() => void) | null): Promise<T>;
  }
  /** @handle pool */
  export interface NeonQueryFunction<A = any, F = any> {
    /** @runs sql 0 */
    (template: TemplateStringsArray, ...values: any[]): NeonQueryPromise<any>;
    /** @runs sql 0 with 1 */
    query(text: string, values?: any[], options?: any): NeonQueryPromise<any>;
    unsafe(text: string): any;
    transaction(queries: any, options?: any): Promise<any[]>;
  }
  export function neon<A = any, F = any>(url: any, options?: any): NeonQueryFunction<A, F>;
  export const neonConfig: any;
  /** @handle pool */
  export class Pool {
    constructor(config?: any);
    /** @acquires client */
    connect(): Promise<PoolClient>;
    /** @closes */
    end(): Promise<void>;
    /** @runs sql 0.text with 0.values */
    query<R = any>(config: { text: string; values?: any[] }): Promise<QueryResult<R>>;
    /** @runs sql 0 with 1 */
    query<R = any>(text: string, values?: any[]): Promise<QueryResult<R>>;
    on(event: string, listener: (...args: any[]) => void): this;
  }
}
declare module '@vercel/postgres' {
  import { PoolClient, QueryResult } from 'pg';
  import { Pool } from '@neondatabase/serverless';
  export interface VercelPoolClient extends PoolClient {
    /** @runs sql 0 */
    sql<R = any>(template: TemplateStringsArray, ...values: any[]): Promise<QueryResult<R>>;
  }
  /** @handle pool */
  export class VercelPool extends Pool {
    /** @runs sql 0 */
    sql<R = any>(template: TemplateStringsArray, ...values: any[]): Promise<QueryResult<R>>;
    /** @acquires client */
    connect(): Promise<VercelPoolClient>;
  }
  /** @handle pool */
  export interface VercelSql extends VercelPool {
    /** @runs sql 0 */
    <R = any>(template: TemplateStringsArray, ...values: any[]): Promise<QueryResult<R>>;
  }
  export const sql: VercelSql;
  export const db: VercelSql;
  export function createPool(config?: any): VercelPool;
}
