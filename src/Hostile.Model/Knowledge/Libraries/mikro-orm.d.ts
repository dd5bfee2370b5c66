/**
 * MikroORM.
 *
 * @library @mikro-orm/core 5.x - 7.x
 * @library @mikro-orm/postgresql 5.x - 7.x
 * @source read in @mikro-orm/core 6.5.9 utils/TransactionContext.js: a transaction is known to all that runs inside it, by AsyncLocalStorage
 * @source run on @mikro-orm/core and @mikro-orm/postgresql 6.6.16 (Node 20.20.2, PostgreSQL 15.18): persist and create run nothing before flush; a query builder runs when it is awaited; transactional rolls back when its function rejects
 * @source read in @mikro-orm/core 6.6.16 naming-strategy/UnderscoreNamingStrategy.js: tables and columns are named in snake case, the column of a relation after it and the other's key; metadata/MetadataDiscovery.js: properties are NOT NULL unless they say otherwise
 */
declare module '@mikro-orm/core' {
  export interface Loaded<T = any, P = any> {}
  /** @handle pool */
  export class EntityManager<D = any> {
    /** @rows where 1 up to 2.limit */
    find<T = any>(entity: any, where: any, options?: any): Promise<any[]>;
    /** @rows where 1.where up to 1.limit */
    findAll(entity: any, options?: any): Promise<any[]>;
    findAndCount(entity: any, where: any, options?: any): Promise<[any[], number]>;
    findOne(entity: any, where: any, options?: any): Promise<any>;
    findOneOrFail(entity: any, where: any, options?: any): Promise<any>;
    findByCursor(...args: any[]): Promise<any>;
    count(entity: any, where?: any, options?: any): Promise<number>;
    insert(...args: any[]): Promise<any>;
    insertMany(...args: any[]): Promise<any[]>;
    upsert(...args: any[]): Promise<any>;
    upsertMany(...args: any[]): Promise<any[]>;
    nativeInsert(...args: any[]): Promise<any>;
    nativeUpdate(...args: any[]): Promise<number>;
    nativeDelete(...args: any[]): Promise<number>;
    populate(...args: any[]): Promise<any>;
    refresh(entity: any, options?: any): Promise<any>;
    lock(entity: any, mode: any, options?: any): Promise<void>;
    persistAndFlush(entity: any): Promise<void>;
    removeAndFlush(entity: any): Promise<void>;
    flush(): Promise<void>;
    tryFlush(...args: any[]): Promise<any>;
    persist(entity: any): this;
    remove(entity: any): this;
    create(...args: any[]): any;
    assign(...args: any[]): any;
    merge(...args: any[]): any;
    map(...args: any[]): any;
    getReference(...args: any[]): any;
    fork(options?: any): this;
    clear(): void;
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
    execute(query: any, ...rest: any[]): Promise<any>;
  }
  export class EntityRepository<T = any> {
    find(where: any, options?: any): Promise<T[]>;
    findAll(options?: any): Promise<T[]>;
    findAndCount(where: any, options?: any): Promise<[T[], number]>;
    findOne(where: any, options?: any): Promise<T | null>;
    findOneOrFail(where: any, options?: any): Promise<T>;
    count(where?: any, options?: any): Promise<number>;
    insert(...args: any[]): Promise<any>;
    upsert(...args: any[]): Promise<T>;
    nativeInsert(...args: any[]): Promise<any>;
    nativeUpdate(...args: any[]): Promise<number>;
    nativeDelete(...args: any[]): Promise<number>;
    populate(...args: any[]): Promise<any>;
    create(...args: any[]): T;
    assign(...args: any[]): any;
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
