/**
 * Slonik.
 *
 * @library slonik 30.x - 47.x
 * @source run on slonik 46.8.0 (Node 20.20.2, PostgreSQL 15.18): a query runs at once; transaction rolls back when its function rejects; a killed idle connection ends nothing; defaults of createPool; read in the types of 30.4.4 and 46.8.0: every connection has `transaction`, and `sql` is a tag itself up to 32
 * @source read in the types of @silverhand/slonik 31.0.0-beta.2: a fork, with the same words
 */
declare module 'slonik' {
  export interface CommonQueryMethods {
    /** @runs sql 0 */
    any<T = any>(query: any): Promise<readonly T[]>;
    /** @runs sql 0 */
    anyFirst<T = any>(query: any): Promise<readonly T[]>;
    /** @runs sql 0 */
    exists(query: any): Promise<boolean>;
    /**
     * @runs sql 0
     * @sql or fail
     */
    many<T = any>(query: any): Promise<readonly T[]>;
    /**
     * @runs sql 0
     * @sql or fail
     */
    manyFirst<T = any>(query: any): Promise<readonly T[]>;
    /** @runs sql 0 */
    maybeOne<T = any>(query: any): Promise<T | null>;
    /** @runs sql 0 */
    maybeOneFirst<T = any>(query: any): Promise<T | null>;
    /**
     * @runs sql 0
     * @sql or fail
     */
    one<T = any>(query: any): Promise<T>;
    /**
     * @runs sql 0
     * @sql or fail
     */
    oneFirst<T = any>(query: any): Promise<T>;
    /** @runs sql 0 */
    query<T = any>(query: any): Promise<{ rows: readonly T[]; rowCount: number }>;
    /** @transaction around 0 */
    transaction<R>(callback: (connection: DatabaseTransactionConnection) => Promise<R>, retries?: number): Promise<R>;
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
    stream(...args: any[]): Promise<any>;
    /** @closes */
    end(): Promise<void>;
    configuration: ClientConfiguration;
    state(): any;
  }
  /** @handle client */
  export interface DatabasePoolConnection extends CommonQueryMethods {
  }
  /** @handle transaction */
  export interface DatabaseTransactionConnection extends CommonQueryMethods {
    /** @calls 0 now returning promise */
    transaction<R>(callback: (connection: DatabaseTransactionConnection) => Promise<R>, retries?: number): Promise<R>;
  }
  export function createPool(uri: any, configuration?: ClientConfiguration): Promise<DatabasePool>;
  /** @sql fragment */
  export interface SqlToken { sql: string; type: string; values: any; }
  export interface SqlTag {
    /** @sql fragment {0:sql} */
    (template: TemplateStringsArray, ...values: any[]): SqlToken;
  }
  export interface Sql extends SqlTag {
    unsafe: SqlTag;
    fragment: SqlTag;
    type(parser: any): SqlTag;
    typeAlias(name: string): SqlTag;
    /** @sql fragment {0:column} */
    identifier(names: any): SqlToken;
    /** @sql fragment {0} */
    array(values: any, type?: any): any;
    /** @sql fragment {0} */
    json(value: any): any;
    /** @sql fragment {0} */
    jsonb(value: any): any;
    /** @sql fragment {0} */
    timestamp(value: any): any;
    /** @sql fragment {0} */
    date(value: any): any;
    join(members: any, glue: any): SqlToken;
    unnest(rows: any, types: any): SqlToken;
  }
  export const sql: Sql;
}
declare module '@silverhand/slonik' {
  export * from 'slonik';
}
