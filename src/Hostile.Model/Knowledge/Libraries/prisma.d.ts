/**
 * Prisma's client, whose models are generated.
 *
 * @library @prisma/client 5.x - 7.x
 * @source run on @prisma/client 7.10.1 with @prisma/adapter-pg (Node 20.20.2, PostgreSQL 15.18): a query, raw or of a model, that is not awaited never runs, `then` and `catch` run it; $transaction runs at once, rolls back when its function rejects, and gives up a function that lasts longer than 5 s (P2028); a query of the outer client inside it stays; a killed idle connection ends nothing
 */
declare module '@prisma/client' {
  export interface PrismaPromise<T> {
    /** @lazy */
    then<A = T, B = never>(fulfilled?: ((value: T) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
    catch<B = never>(rejected?: ((reason: any) => B | Promise<B>) | null): Promise<T | B>;
    finally(settled?: (() => void) | null): Promise<T>;
  }
  /** A model's methods; what they give is known to the generated client only. */
  export interface ModelDelegate {
    /** @rows where 0.where up to 0.take */
    findMany(query?: any): PrismaPromise<any>;
    [method: string]: (...args: any[]) => PrismaPromise<any>;
  }
  export interface TransactionOptions { maxWait?: number; timeout?: number; isolationLevel?: any; }
  /** @handle pool */
  export class PrismaClient<O = any> {
    constructor(options?: any);
    $connect(): Promise<void>;
    /** @closes */
    $disconnect(): Promise<void>;
    $on(event: string, listener: (event: any) => void): any;
    $use(middleware: (parameters: any, next: any) => Promise<any>): void;
    $extends(extension: any): any;
    /** @transaction around 0 */
    $transaction<R>(callback: (transaction: Prisma.TransactionClient) => Promise<R>, options?: TransactionOptions): Promise<R>;
    $transaction(queries: any[], options?: TransactionOptions): Promise<any[]>;
    /** @runs sql 0 */
    $queryRaw<T = any>(query: any, ...values: any[]): PrismaPromise<T>;
    /** @runs sql 0 */
    $queryRawUnsafe<T = any>(query: string, ...values: any[]): PrismaPromise<T>;
    /** @runs sql 0 */
    $executeRaw(query: any, ...values: any[]): PrismaPromise<number>;
    /** @runs sql 0 */
    $executeRawUnsafe(query: string, ...values: any[]): PrismaPromise<number>;
    [model: string]: ModelDelegate;
  }
  export namespace Prisma {
    /** @handle transaction */
    export interface TransactionClient {
      /** @runs sql 0 */
      $queryRaw<T = any>(query: any, ...values: any[]): PrismaPromise<T>;
      /** @runs sql 0 */
      $queryRawUnsafe<T = any>(query: string, ...values: any[]): PrismaPromise<T>;
      /** @runs sql 0 */
      $executeRaw(query: any, ...values: any[]): PrismaPromise<number>;
      /** @runs sql 0 */
      $executeRawUnsafe(query: string, ...values: any[]): PrismaPromise<number>;
      [model: string]: ModelDelegate;
    }
    export class PrismaClientKnownRequestError extends Error { code: string; meta: any; clientVersion: string; }
    export class PrismaClientUnknownRequestError extends Error {}
    export class PrismaClientValidationError extends Error {}
    export class PrismaClientInitializationError extends Error {}
    export function sql(template: any, ...values: any[]): any;
    export function join(values: any[], ...rest: any[]): any;
    export function raw(text: string): any;
    export const empty: any;
    export const TransactionIsolationLevel: any;
    export const JsonNull: any;
    export const DbNull: any;
  }
}
