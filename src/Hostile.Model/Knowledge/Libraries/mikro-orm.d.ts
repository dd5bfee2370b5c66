/**
 * MikroORM.
 *
 * @library @mikro-orm/core 5.x - 7.x
 * @library @mikro-orm/postgresql 5.x - 7.x
 * @source read in @mikro-orm/core 6.5.9 utils/TransactionContext.js: a transaction is known to all that runs inside it, by AsyncLocalStorage
 * @source run on @mikro-orm/core and @mikro-orm/postgresql 6.6.16 (Node 20.20.2, PostgreSQL 15.18): persist and create run nothing before flush; a query builder runs when it is awaited; transactional rolls back when its function rejects
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
