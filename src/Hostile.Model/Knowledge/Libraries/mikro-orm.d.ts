/**
 * MikroORM.
 *
 * @library @mikro-orm/core 5.x - 7.x
 * @library @mikro-orm/postgresql 5.x - 7.x
 * @source read in @mikro-orm/core 6.5.9 utils/TransactionContext.js: a transaction is known to all that runs inside it, by AsyncLocalStorage
 * @source run on @mikro-orm/core and @mikro-orm/postgresql 6.6.16 (Node 20.20.2, PostgreSQL 15.18): persist and create run nothing before flush; a query builder runs when it is awaited; transactional rolls back when its function rejects
 * @source run on @mikro-orm/postgresql 6.6.16 (PostgreSQL 15.18), the SQL of createSchema: tables and columns are named in snake case, the column of a relation after it and the other's key (`created_by_id`); properties and relations are NOT NULL unless they say otherwise; refresh with a lockMode selects the row FOR UPDATE and fills the object, lock selects 1 FOR UPDATE and leaves the object as it was
 * @source run on @mikro-orm/postgresql 6.6.16 (PostgreSQL 15.18): the SQL of each method; flush updates the columns that were changed since the row was read, no others; upsert is INSERT … ON CONFLICT DO UPDATE
 */
declare module '@mikro-orm/core' {
  export interface Loaded<T = any, P = any> {}
  interface Find {
    /** @sql where {value:condition:Operators} */
    where: any;
    /** @sql limit {value} */
    limit: any;
    /** @sql order */
    orderBy: any;
    /** @sql by Locks {value} */
    lockMode: any;
    /** @sql on {value} */
    ctx: any;
  }
  interface Locks {
    /** @sql for UPDATE */
    PESSIMISTIC_WRITE: any;
    /** @sql for SHARE */
    PESSIMISTIC_READ: any;
    /**
     * @sql for UPDATE
     * @sql for skip locked
     */
    PESSIMISTIC_PARTIAL_WRITE: any;
    /**
     * @sql for UPDATE
     * @sql for nowait
     */
    PESSIMISTIC_WRITE_OR_FAIL: any;
  }
  interface Operators {
    /** @sql fragment {value:and:Operators} */
    $and: any;
    /** @sql fragment {value:or:Operators} */
    $or: any;
    /** @sql fragment NOT ({value:and:Operators}) */
    $not: any;
    /** @sql fragment {column} = {value} */
    $eq: any;
    /** @sql fragment {column} <> {value} */
    $ne: any;
    /** @sql fragment {column} > {value} */
    $gt: any;
    /** @sql fragment {column} >= {value} */
    $gte: any;
    /** @sql fragment {column} < {value} */
    $lt: any;
    /** @sql fragment {column} <= {value} */
    $lte: any;
    /** @sql fragment {column} IN {value:list} */
    $in: any;
    /** @sql fragment {column} NOT IN {value:list} */
    $nin: any;
    /** @sql fragment {column} LIKE {value} */
    $like: any;
    /** @sql fragment {column} ILIKE {value} */
    $ilike: any;
  }
  /** @handle pool */
  export class EntityManager<D = any> {
    /**
     * @rows where 1 up to 2.limit
     * @sql select from {0:entity}
     * @sql where {1:condition:Operators}
     * @sql by Find {2}
     */
    find<T = any>(entity: { new (...args: any[]): T }, where: any, options?: any): Promise<T[]>;
    /**
     * @sql select from {0:entity}
     * @sql where {1:condition:Operators}
     * @sql by Find {2}
     */
    findAndCount<T = any>(entity: { new (...args: any[]): T }, where: any, options?: any): Promise<[T[], number]>;
    /**
     * @sql select from {0:entity}
     * @sql limit 1
     * @sql where {1:condition:Operators}
     * @sql by Find {2}
     */
    findOne<T = any>(entity: { new (...args: any[]): T }, where: any, options?: any): Promise<T | null>;
    /**
     * @sql select from {0:entity}
     * @sql limit 1
     * @sql where {1:condition:Operators}
     * @sql by Find {2}
     * @sql or fail
     */
    findOneOrFail<T = any>(entity: { new (...args: any[]): T }, where: any, options?: any): Promise<T>;
    /**
     * @sql select from {0:entity}
     * @sql columns count(*)
     * @sql where {1:condition:Operators}
     */
    count<T = any>(entity: { new (...args: any[]): T }, where?: any, options?: any): Promise<number>;
    /**
     * @sql insert into {0:entity}
     * @sql values {1:rows}
     */
    insert<T = any>(entity: { new (...args: any[]): T }, data: any, options?: any): Promise<any>;
    /**
     * @sql insert into {0:entity}
     * @sql values {1:rows}
     */
    nativeInsert<T = any>(entity: { new (...args: any[]): T }, data: any, options?: any): Promise<any>;
    /**
     * @sql insert into {0:entity}
     * @sql values {1:rows}
     * @sql conflict {2.onConflictFields:keys}
     * @sql do update SET {1:set}
     * @sql returning
     */
    upsert<T = any>(entity: { new (...args: any[]): T }, data: any, options?: any): Promise<T>;
    /**
     * @sql update {0:entity}
     * @sql where {1:condition:Operators}
     * @sql set {2:set}
     */
    nativeUpdate<T = any>(entity: { new (...args: any[]): T }, where: any, data: any, options?: any): Promise<number>;
    /**
     * @sql delete from {0:entity}
     * @sql where {1:condition:Operators}
     */
    nativeDelete<T = any>(entity: { new (...args: any[]): T }, where: any, options?: any): Promise<number>;
    /** @sql makes {1} */
    create<T = any>(entity: { new (...args: any[]): T }, data: any, options?: any): T;
    /** @rows where 1.where up to 1.limit */
    findAll(entity: any, options?: any): Promise<any[]>;
    findByCursor(...args: any[]): Promise<any>;
    insertMany(...args: any[]): Promise<any[]>;
    upsertMany(...args: any[]): Promise<any[]>;
    populate(...args: any[]): Promise<any>;
    /**
     * @sql select from {0:entity}
     * @sql where {0:identity}
     * @sql by Find {1}
     */
    refresh(entity: any, options?: any): Promise<any>;
    /**
     * @sql select from {0:entity}
     * @sql columns 1
     * @sql where {0:identity}
     * @sql by Locks {1}
     */
    lock(entity: any, mode: any, options?: any): Promise<void>;
    /** @sql save {0} */
    persistAndFlush(entity: any): Promise<void>;
    removeAndFlush(entity: any): Promise<void>;
    /** @sql flush */
    flush(): Promise<void>;
    tryFlush(...args: any[]): Promise<any>;
    persist(entity: any): this;
    remove(entity: any): this;
    /** @sql changes {0}{1} */
    assign(entity: any, data: any, options?: any): any;
    merge(...args: any[]): any;
    map(...args: any[]): any;
    getReference(...args: any[]): any;
    fork(options?: any): this;
    clear(): void;
    getRepository<T = any>(entity: { new (...args: any[]): T }): EntityRepository<T>;
    getRepository(entity: any): EntityRepository;
    getConnection(type?: string): any;
    getKnex(type?: string): any;
    getDriver(): any;
    getUnitOfWork(): any;
    isInTransaction(): boolean;
    getTransactionContext(): any;
    /**
     * @transaction around 0
     * @aborted resolves
     * @ambient
     */
    transactional<T>(callback: (manager: this) => T | Promise<T>, options?: any): Promise<T>;
    /** @begins */
    begin(options?: any): Promise<void>;
    /** @commits */
    commit(): Promise<void>;
    /** @rolls-back */
    rollback(): Promise<void>;
    /** @runs sql 0 with 1 */
    execute(query: any, parameters?: any, ...rest: any[]): Promise<any>;
  }
  export class EntityRepository<T = any> {
    /**
     * @rows where 0 up to 1.limit
     * @sql select from {receiver:entity}
     * @sql where {0:condition:Operators}
     * @sql by Find {1}
     */
    find(where: any, options?: any): Promise<T[]>;
    /**
     * @sql select from {receiver:entity}
     * @sql where {0:condition:Operators}
     * @sql by Find {1}
     */
    findAndCount(where: any, options?: any): Promise<[T[], number]>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql where {0:condition:Operators}
     * @sql by Find {1}
     */
    findOne(where: any, options?: any): Promise<T | null>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql where {0:condition:Operators}
     * @sql by Find {1}
     * @sql or fail
     */
    findOneOrFail(where: any, options?: any): Promise<T>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns count(*)
     * @sql where {0:condition:Operators}
     */
    count(where?: any, options?: any): Promise<number>;
    /**
     * @sql insert into {receiver:entity}
     * @sql values {0:rows}
     */
    insert(data: any, options?: any): Promise<any>;
    /**
     * @sql insert into {receiver:entity}
     * @sql values {0:rows}
     */
    nativeInsert(data: any, options?: any): Promise<any>;
    /**
     * @sql insert into {receiver:entity}
     * @sql values {0:rows}
     * @sql conflict {1.onConflictFields:keys}
     * @sql do update SET {0:set}
     * @sql returning
     */
    upsert(data: any, options?: any): Promise<T>;
    /**
     * @sql update {receiver:entity}
     * @sql where {0:condition:Operators}
     * @sql set {1:set}
     */
    nativeUpdate(where: any, data: any, options?: any): Promise<number>;
    /**
     * @sql delete from {receiver:entity}
     * @sql where {0:condition:Operators}
     */
    nativeDelete(where: any, options?: any): Promise<number>;
    /** @sql makes {0} */
    create(data: any, options?: any): T;
    findAll(options?: any): Promise<T[]>;
    populate(...args: any[]): Promise<any>;
    /** @sql changes {0}{1} */
    assign(entity: any, data: any): any;
    getEntityManager(): EntityManager;
  }
  export class Collection<T = any> {
    init(options?: any): Promise<this>;
    load(options?: any): Promise<this>;
    loadItems(options?: any): Promise<T[]>;
    loadCount(options?: any): Promise<number>;
    matching(options: any): Promise<T[]>;
    getItems(check?: boolean): T[];
    add(...items: any[]): void;
    remove(...items: any[]): void;
    set(items: any): void;
    isInitialized(fully?: boolean): boolean;
    length: number;
  }
  export class MikroORM<D = any> {
    static init(options?: any): Promise<MikroORM>;
    static initSync(options?: any): MikroORM;
    em: EntityManager;
    config: any;
    schema: any;
    migrator: any;
    isConnected(): Promise<boolean>;
    connect(): Promise<any>;
    /** @closes */
    close(force?: boolean): Promise<void>;
    getSchemaGenerator(): any;
    getMigrator(): any;
  }

  export interface EntityOptions {
    /** @schema name */
    tableName?: string;
    /** @schema name */
    collection?: string;
    /** @schema schema */
    schema?: string;
    [option: string]: any;
  }
  /** @schema table named snake-case columned snake-case joined snake-case not-null options 0 */
  export function Entity(options?: EntityOptions): any;
  export interface PropertyOptions {
    /** @schema name */
    fieldName?: string;
    /** @schema name */
    name?: string;
    /** @schema name */
    joinColumn?: string;
    /** @schema unique */
    unique?: any;
    /** @schema nullable */
    nullable?: boolean;
    /** @schema primary */
    primary?: boolean;
    /** @schema default */
    default?: any;
    /** @schema default */
    defaultRaw?: any;
    /** @schema default */
    onCreate?: any;
    /** @schema stored */
    persist?: boolean;
    /** @schema unstored */
    mappedBy?: any;
    /** @schema references */
    entity?: any;
    /** @schema on-delete */
    deleteRule?: string;
    /** @schema on-delete */
    onDelete?: string;
    [option: string]: any;
  }
  /** @schema column options 0 */
  export function Property(options?: PropertyOptions): any;
  /** @schema column primary options 0 */
  export function PrimaryKey(options?: PropertyOptions): any;
  /** @schema column unstored */
  export function SerializedPrimaryKey(options?: any): any;
  /** @schema column unstored */
  export function Formula(...args: any[]): any;
  /** @schema column */
  export function Enum(items?: Function): any;
  /** @schema column options 0 */
  export function Enum(options?: PropertyOptions): any;
  /** @schema relation joins references 0 options 0 options 1 */
  export function ManyToOne(target?: PropertyOptions | Function | string, options?: PropertyOptions): any;
  /** @schema relation joins unique references 0 unstored 1 options 0 options 1 options 2 */
  export function OneToOne(target?: PropertyOptions | Function | string, inverse?: PropertyOptions | Function | string, options?: PropertyOptions): any;
  /** @schema relation references 0 */
  export function OneToMany(...args: any[]): any;
  /** @schema relation references 0 */
  export function ManyToMany(...args: any[]): any;
  export interface KeyOptions {
    /** @schema name */
    name?: string;
    /** @schema columns */
    properties?: any;
    /** @schema where */
    expression?: any;
    [option: string]: any;
  }
  /** @schema key options 0 */
  export function Unique(options?: KeyOptions): any;
  /** @schema index options 0 */
  export function Index(options?: KeyOptions): any;
  export interface EntityProperties { [property: string]: PropertyOptions; }
  export interface EntitySchemaOptions {
    /** @schema entity */
    name?: string;
    /** @schema name */
    tableName?: string;
    /** @schema schema */
    schema?: string;
    /** @schema column */
    properties?: EntityProperties;
    /** @schema key */
    uniques?: KeyOptions[];
    /** @schema index */
    indexes?: KeyOptions[];
    [option: string]: any;
  }
  export class EntitySchema<T = any, B = any> {
    /** @schema table named snake-case columned snake-case joined snake-case not-null options 0 */
    constructor(options: EntitySchemaOptions);
  }
}
declare module '@mikro-orm/postgresql' {
  import { EntityManager, MikroORM as Base } from '@mikro-orm/core';
  /** Its methods give itself back, but for those named here. */
  export interface QueryBuilder<T = any> {
    /** @lazy */
    then<A = any, B = never>(fulfilled?: ((value: any) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
    execute(...args: any[]): Promise<any>;
    getResult(limit?: number): Promise<T[]>;
    getResultList(limit?: number): Promise<T[]>;
    getResultAndCount(): Promise<[T[], number]>;
    getSingleResult(): Promise<T | null>;
    getCount(...args: any[]): Promise<number>;
    getQuery(): string;
    getFormattedQuery(): string;
    getKnexQuery(...args: any[]): any;
    [method: string]: (...args: any[]) => QueryBuilder<T>;
  }
  export class SqlEntityManager<D = any> extends EntityManager<D> {
    createQueryBuilder(entity: any, alias?: string, ...rest: any[]): QueryBuilder;
    qb(entity: any, alias?: string, ...rest: any[]): QueryBuilder;
  }
  export { SqlEntityManager as EntityManager };
  export class MikroORM extends Base {}
}
