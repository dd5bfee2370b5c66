/**
 * Slonik.
 *
 * @library slonik 33.x - 47.x
 * @source run on slonik 46.8.0 (Node 20.20.2, PostgreSQL 15.18): a query runs at once; transaction rolls back when its function rejects; a killed idle connection ends nothing; defaults of createPool
 */
declare module 'slonik' {
  export interface CommonQueryMethods {
    any<T = any>(query: any): Promise<readonly T[]>;
    anyFirst<T = any>(query: any): Promise<readonly T[]>;
    exists(query: any): Promise<boolean>;
    many<T = any>(query: any): Promise<readonly T[]>;
    manyFirst<T = any>(query: any): Promise<readonly T[]>;
    maybeOne<T = any>(query: any): Promise<T | null>;
    maybeOneFirst<T = any>(query: any): Promise<T | null>;
    one<T = any>(query: any): Promise<T>;
    oneFirst<T = any>(query: any): Promise<T>;
    query<T = any>(query: any): Promise<{ rows: readonly T[]; rowCount: number }>;
  }
  export interface ClientConfiguration {
    /** @bounds connect in ms by client default 5000 off DISABLE_TIMEOUT */
    connectionTimeout?: any;
    /** @bounds statement in ms by server default 60000 off DISABLE_TIMEOUT */
    statementTimeout?: any;
    /** @bounds idle-in-transaction in ms by server default 60000 off DISABLE_TIMEOUT */
    idleInTransactionSessionTimeout?: any;
    /** @bounds idle in ms by client default 5000 off DISABLE_TIMEOUT */
    idleTimeout?: any;
    /** @limits connections default 10 */
    maximumPoolSize?: number;
    minimumPoolSize?: number;
    connectionRetryLimit?: number;
    queryRetryLimit?: number;
    transactionRetryLimit?: number;
    interceptors?: any[];
    typeParsers?: any[];
  }
  /** @handle pool */
  export interface DatabasePool extends CommonQueryMethods {
    /**
     * @acquires client to 0
     * @calls 0 now returning promise
     */
    connect<R>(callback: (connection: DatabasePoolConnection) => Promise<R>): Promise<R>;
    /** @transaction around 0 */
    transaction<R>(callback: (connection: DatabaseTransactionConnection) => Promise<R>, retries?: number): Promise<R>;
    stream(...args: any[]): Promise<any>;
    /** @closes */
    end(): Promise<void>;
    configuration: ClientConfiguration;
    state(): any;
  }
  /** @handle client */
  export interface DatabasePoolConnection extends CommonQueryMethods {
    /** @transaction around 0 */
    transaction<R>(callback: (connection: DatabaseTransactionConnection) => Promise<R>, retries?: number): Promise<R>;
  }
  /** @handle transaction */
  export interface DatabaseTransactionConnection extends CommonQueryMethods {
    /** @calls 0 now returning promise */
    transaction<R>(callback: (connection: DatabaseTransactionConnection) => Promise<R>, retries?: number): Promise<R>;
  }
  export function createPool(uri: any, configuration?: ClientConfiguration): Promise<DatabasePool>;
  export const sql: any;
}
