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
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     */
    findUnique(query: any): PrismaPromise<any>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     * @sql or fail
     */
    findUniqueOrThrow(query: any): PrismaPromise<any>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     */
    findFirst(query?: any): PrismaPromise<any>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     * @sql or fail
     */
    findFirstOrThrow(query?: any): PrismaPromise<any>;
    /**
     * @rows where 0.where up to 0.take
     * @sql select from {receiver:entity}
     * @sql by Find {0}
     * @sql limit {0.take}
     */
    findMany(query?: any): PrismaPromise<any>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns count(*)
     * @sql where {0.where:condition:Filter}
     */
    count(query?: any): PrismaPromise<any>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns count(*)
     * @sql where {0.where:condition:Filter}
     */
    aggregate(query: any): PrismaPromise<any>;
    /**
     * @sql insert {receiver:entity}
     * @sql values {0.data:rows:Change}
     * @sql returning
     */
    create(query: any): PrismaPromise<any>;
    /**
     * @sql insert {receiver:entity}
     * @sql values {0.data:rows:Change}
     * @sql by Many {0}
     */
    createMany(query: any): PrismaPromise<any>;
    /**
     * @sql insert {receiver:entity}
     * @sql values {0.data:rows:Change}
     * @sql by Many {0}
     * @sql returning
     */
    createManyAndReturn(query: any): PrismaPromise<any>;
    /**
     * @sql update {receiver:entity}
     * @sql set {0.data:set:Change}
     * @sql where {0.where:condition:Filter}
     * @sql returning
     */
    update(query: any): PrismaPromise<any>;
    /**
     * @sql update {receiver:entity}
     * @sql set {0.data:set:Change}
     * @sql where {0.where:condition:Filter}
     */
    updateMany(query: any): PrismaPromise<any>;
    /**
     * @sql update {receiver:entity}
     * @sql set {0.data:set:Change}
     * @sql where {0.where:condition:Filter}
     * @sql returning
     */
    updateManyAndReturn(query: any): PrismaPromise<any>;
    /**
     * @sql insert {receiver:entity}
     * @sql values {0.create:rows:Change}
     * @sql conflict {0.where:keys}
     * @sql do update SET {0.update:set:Change}
     * @sql returning
     */
    upsert(query: any): PrismaPromise<any>;
    /**
     * @sql delete {receiver:entity}
     * @sql where {0.where:condition:Filter}
     * @sql returning
     */
    delete(query: any): PrismaPromise<any>;
    /**
     * @sql delete {receiver:entity}
     * @sql where {0.where:condition:Filter}
     */
    deleteMany(query?: any): PrismaPromise<any>;
    [method: string]: (...args: any[]) => PrismaPromise<any>;
  }
  interface Find {
    /** @sql where {value:condition:Filter} */
    where: any;
    /** @sql columns {value:columns} */
    select: any;
    /** @sql order */
    orderBy: any;
  }
  interface Many {
    /** @sql by Skip {value} */
    skipDuplicates: any;
  }
  interface Skip {
    /** @sql do nothing */
    true: any;
  }
  interface Filter {
    /** @sql fragment {value:and:Filter} */
    AND: any;
    /** @sql fragment {value:or:Filter} */
    OR: any;
    /** @sql fragment NOT ({value:and:Filter}) */
    NOT: any;
    /** @sql fragment {column} = {value} */
    equals: any;
    /** @sql fragment {column} <> {value} */
    not: any;
    /** @sql fragment {column} IN {value:list} */
    in: any;
    /** @sql fragment {column} NOT IN {value:list} */
    notIn: any;
    /** @sql fragment {column} < {value} */
    lt: any;
    /** @sql fragment {column} <= {value} */
    lte: any;
    /** @sql fragment {column} > {value} */
    gt: any;
    /** @sql fragment {column} >= {value} */
    gte: any;
    /** @sql fragment {column} LIKE {value} */
    contains: any;
    /** @sql fragment {column} LIKE {value} */
    startsWith: any;
    /** @sql fragment {column} LIKE {value} */
    endsWith: any;
  }
  interface Change {
    /** @sql fragment {value:only} */
    connect: any;
    /** @sql fragment {value} */
    set: any;
    /** @sql fragment {column} + {value} */
    increment: any;
    /** @sql fragment {column} - {value} */
    decrement: any;
    /** @sql fragment {column} * {value} */
    multiply: any;
    /** @sql fragment {column} / {value} */
    divide: any;
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
    $extends(extension: any): this;
    /** @transaction around 0 at 1.isolationLevel */
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
    /** @sql fragment */
    export interface Sql { sql: string; text: string; values: any[]; }
    /** @sql fragment {0:sql} */
    export function sql(template: any, ...values: any[]): Sql;
    /** @sql fragment {0} */
    export function join(values: any[], ...rest: any[]): Sql;
    /** @sql fragment {0:sql} */
    export function raw(text: string): Sql;
    export const empty: Sql;
    export const TransactionIsolationLevel: any;
    export const JsonNull: any;
    export const DbNull: any;
  }
}
