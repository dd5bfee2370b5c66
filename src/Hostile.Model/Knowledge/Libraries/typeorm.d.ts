/**
 * TypeORM.
 *
 * @library typeorm 0.3.x - 1.x
 * @source run on typeorm 0.3.31 and 1.1.1 with pg (Node 20.20.2, PostgreSQL 15.18): a query builder is no thenable and runs with execute, getMany and the like; `query` runs at once; transaction rolls back when its function rejects, and a query of the outer data source inside it stays; a killed idle connection ends nothing; query runners that are not released exhaust the pool
 * @source run on typeorm 1.1.1 with pg 8.23.1: the keys of `extra` reach the pool and the server, connectTimeoutMS is the pool's connectionTimeoutMillis, poolSize its max; statement_timeout, connectionTimeoutMillis, max and `options` at the top level are not read
 * @source run on typeorm 1.1.1 with pg 8.23.1 (Node 20.20.2, PostgreSQL 15.18): a transaction in which a failed statement was caught commits without an error and saves nothing; a statement sent on its handle after the end is refused
 * @source read in typeorm 0.3.31 declarations: signatures
 * @source read in typeorm 0.3.31 naming-strategy/DefaultNamingStrategy.js: a table is named after its class in snake case, a column as its property, the column of a relation after it and the other's key; metadata/ColumnMetadata.js: columns are NOT NULL unless they say otherwise, relations nullable
 */
declare module 'typeorm' {
  import { PoolConfig } from 'pg';

  /** What a manager and a repository share; a repository leaves out the entity. */
  export interface EntityManagerOperations {
    find(...args: any[]): Promise<any[]>;
    findBy(...args: any[]): Promise<any[]>;
    findAndCount(...args: any[]): Promise<[any[], number]>;
    findAndCountBy(...args: any[]): Promise<[any[], number]>;
    findOne(...args: any[]): Promise<any>;
    findOneBy(...args: any[]): Promise<any>;
    findOneOrFail(...args: any[]): Promise<any>;
    findOneByOrFail(...args: any[]): Promise<any>;
    count(...args: any[]): Promise<number>;
    countBy(...args: any[]): Promise<number>;
    exists(...args: any[]): Promise<boolean>;
    existsBy(...args: any[]): Promise<boolean>;
    sum(...args: any[]): Promise<number | null>;
    save(...args: any[]): Promise<any>;
    insert(...args: any[]): Promise<any>;
    update(...args: any[]): Promise<any>;
    upsert(...args: any[]): Promise<any>;
    delete(...args: any[]): Promise<any>;
    remove(...args: any[]): Promise<any>;
    softDelete(...args: any[]): Promise<any>;
    softRemove(...args: any[]): Promise<any>;
    restore(...args: any[]): Promise<any>;
    recover(...args: any[]): Promise<any>;
    increment(...args: any[]): Promise<any>;
    decrement(...args: any[]): Promise<any>;
    clear(...args: any[]): Promise<void>;
    preload(...args: any[]): Promise<any>;
    create(...args: any[]): any;
    merge(...args: any[]): any;
    createQueryBuilder(...args: any[]): SelectQueryBuilder;
    query(query: string, parameters?: any[]): Promise<any>;
  }
  /** @after-end rejects */
  export class EntityManager {
    /**
     * @transaction around 0
     * @aborted resolves
     */
    transaction<T>(callback: (manager: EntityManager) => Promise<T>): Promise<T>;
    /**
     * @transaction around 1
     * @aborted resolves
     */
    transaction<T>(isolation: string, callback: (manager: EntityManager) => Promise<T>): Promise<T>;
    getRepository<T = any>(entity: any): Repository<T>;
    getTreeRepository<T = any>(entity: any): Repository<T>;
    withRepository<R>(repository: R): R;
    queryRunner?: QueryRunner;
    connection: DataSource;
    release(): Promise<void>;
  }
  export interface EntityManager extends EntityManagerOperations {}
  export class Repository<T = any> {
    manager: EntityManager;
    metadata: any;
    target: any;
    /** @rows where 0.where up to 0.take */
    find(options?: any): Promise<T[]>;
    /** @rows where 0 */
    findBy(where: any): Promise<T[]>;
    /** @rows where 0.where up to 0.take */
    findAndCount(options?: any): Promise<[T[], number]>;
    findOne(options: any): Promise<T | null>;
    findOneBy(where: any): Promise<T | null>;
    findOneOrFail(options: any): Promise<T>;
    findOneByOrFail(where: any): Promise<T>;
    extend<C>(custom: C): any;
  }
  export interface Repository<T = any> extends EntityManagerOperations {}
  export class TreeRepository<T = any> extends Repository<T> {}
  export class BaseEntity {
    static find(...args: any[]): Promise<any[]>;
    static findBy(...args: any[]): Promise<any[]>;
    static findOne(...args: any[]): Promise<any>;
    static findOneBy(...args: any[]): Promise<any>;
    static findOneOrFail(...args: any[]): Promise<any>;
    static findOneByOrFail(...args: any[]): Promise<any>;
    static count(...args: any[]): Promise<number>;
    static insert(...args: any[]): Promise<any>;
    static update(...args: any[]): Promise<any>;
    static delete(...args: any[]): Promise<any>;
    static create(...args: any[]): any;
    static createQueryBuilder(alias?: string): SelectQueryBuilder;
    save(options?: any): Promise<this>;
    remove(options?: any): Promise<this>;
    softRemove(options?: any): Promise<this>;
    recover(options?: any): Promise<this>;
    reload(): Promise<void>;
  }
  /**
   * Its methods give itself back, but for those named here.
   *
   * @lazy until execute getOne getOneOrFail getMany getManyAndCount getRawOne getRawMany getRawAndEntities getCount getExists stream getQuery getSql getQueryAndParameters
   */
  export interface SelectQueryBuilder<T = any> {
    execute(): Promise<any>;
    getOne(): Promise<T | null>;
    getOneOrFail(): Promise<T>;
    getMany(): Promise<T[]>;
    getManyAndCount(): Promise<[T[], number]>;
    getRawOne(): Promise<any>;
    getRawMany(): Promise<any[]>;
    getRawAndEntities(): Promise<any>;
    getCount(): Promise<number>;
    getExists(): Promise<boolean>;
    stream(): Promise<any>;
    getQuery(): string;
    getSql(): string;
    getQueryAndParameters(): [string, any[]];
    getParameters(): any;
    [method: string]: (...args: any[]) => SelectQueryBuilder<T>;
  }
  /** @migrates */
  export interface QueryRunner {
    connection: DataSource;
    manager: EntityManager;
    isReleased: boolean;
    isTransactionActive: boolean;
    connect(): Promise<any>;
    query(query: string, parameters?: any[], ...rest: any[]): Promise<any>;
    /** @begins */
    startTransaction(isolation?: string): Promise<void>;
    /**
     * @commits
     * @aborted resolves
     */
    commitTransaction(): Promise<void>;
    /** @rolls-back */
    rollbackTransaction(): Promise<void>;
    release(): Promise<void>;
    hasTable(table: any): Promise<boolean>;
    hasColumn(table: any, column: string): Promise<boolean>;
    createTable(table: any, ...rest: any[]): Promise<void>;
    /** @schema drop table name 0 */
    dropTable(table: any, ...rest: any[]): Promise<void>;
    /** @schema rename table name 0 to 1 */
    renameTable(from: any, to: string): Promise<void>;
    /** @schema alter table name 0 parts 1 */
    addColumn(table: any, column: any): Promise<void>;
    /** @schema alter table name 0 parts 1 */
    addColumns(table: any, columns: any): Promise<void>;
    /** @schema drop column of 0 name 1 */
    dropColumn(table: any, column: any): Promise<void>;
    /** @schema rename column of 0 name 1 to 2 */
    renameColumn(table: any, from: any, to: any): Promise<void>;
    /** @schema alter table name 0 parts 1 */
    createIndex(table: any, index: any): Promise<void>;
    /** @schema drop index of 0 name 1 */
    dropIndex(table: any, index: any): Promise<void>;
    /** @schema alter table name 0 parts 1 */
    createUniqueConstraint(table: any, constraint: any): Promise<void>;
    /** @schema drop constraint of 0 name 1 */
    dropUniqueConstraint(table: any, constraint: any): Promise<void>;
    /** @schema create primary-key of 0 columns 1 */
    createPrimaryKey(table: any, columns: string[], name?: string): Promise<void>;
    /** @schema alter table name 0 parts 1 */
    createForeignKey(table: any, key: any): Promise<void>;
    /** @schema drop constraint of 0 name 1 */
    dropForeignKey(table: any, key: any): Promise<void>;
  }
  export interface MigrationInterface { up(runner: QueryRunner): Promise<any>; down(runner: QueryRunner): Promise<any>; }
  interface DataSourceOptions {
    /** @only postgres */
    type?: any;
    /** @names host */
    host?: string;
    port?: number;
    /** @names role */
    username?: string;
    password?: any;
    /** @names database */
    database?: string;
    url?: string;
    entities?: any;
    migrations?: any;
    synchronize?: boolean;
    logging?: any;
    ssl?: any;
    replication?: any;
    extra?: PoolConfig;
    poolSize?: number;
    /**
     * @bounds connect in ms by client default none off 0
     * @bounds acquire in ms by client default none off 0
     */
    connectTimeoutMS?: number;
    /** @ignored use extra.statement_timeout */
    statement_timeout?: number;
    /** @ignored use connectTimeoutMS */
    connectionTimeoutMillis?: number;
    /** @ignored use poolSize */
    max?: number;
    /** @ignored use extra.options */
    options?: string;
  }
  /**
   * @handle pool
   * @waits connect acquire statement lock idle-in-transaction query
   */
  export class DataSource {
    constructor(options: DataSourceOptions);
    isInitialized: boolean;
    manager: EntityManager;
    options: any;
    driver: any;
    initialize(): Promise<this>;
    /** @closes */
    destroy(): Promise<void>;
    synchronize(drop?: boolean): Promise<void>;
    runMigrations(options?: any): Promise<any[]>;
    undoLastMigration(options?: any): Promise<void>;
    showMigrations(): Promise<boolean>;
    dropDatabase(): Promise<void>;
    getRepository<T = any>(entity: any): Repository<T>;
    getTreeRepository<T = any>(entity: any): Repository<T>;
    createQueryBuilder(...args: any[]): SelectQueryBuilder;
    createQueryRunner(mode?: string): QueryRunner;
    query(query: string, parameters?: any[], runner?: QueryRunner): Promise<any>;
    /**
     * @transaction around 0
     * @aborted resolves
     */
    transaction<T>(callback: (manager: EntityManager) => Promise<T>): Promise<T>;
    /**
     * @transaction around 1
     * @aborted resolves
     */
    transaction<T>(isolation: string, callback: (manager: EntityManager) => Promise<T>): Promise<T>;
  }

  export interface EntityOptions {
    /** @schema name */
    name?: string;
    /** @schema schema */
    schema?: string;
    [option: string]: any;
  }
  /** @schema table named snake-case joined camel-case not-null name 0 options 1 */
  export function Entity(name: string, options?: EntityOptions): any;
  /** @schema table named snake-case joined camel-case not-null options 0 */
  export function Entity(options?: EntityOptions): any;
  export interface ColumnOptions {
    /** @schema name */
    name?: string;
    /** @schema unique */
    unique?: boolean;
    /** @schema nullable */
    nullable?: boolean;
    /** @schema primary */
    primary?: boolean;
    /** @schema default */
    default?: any;
    /** @schema default */
    generated?: any;
    [option: string]: any;
  }
  /** @schema column options 0 options 1 */
  export function Column(type?: ColumnOptions | string | Function, options?: ColumnOptions): any;
  /** @schema column primary options 0 options 1 */
  export function PrimaryColumn(type?: ColumnOptions | string | Function, options?: ColumnOptions): any;
  /** @schema column primary default options 0 options 1 */
  export function PrimaryGeneratedColumn(strategy?: ColumnOptions | string, options?: ColumnOptions): any;
  /** @schema column default options 0 */
  export function CreateDateColumn(options?: ColumnOptions): any;
  /** @schema column default options 0 */
  export function UpdateDateColumn(options?: ColumnOptions): any;
  /** @schema column nullable options 0 */
  export function DeleteDateColumn(options?: ColumnOptions): any;
  /** @schema column default options 0 */
  export function VersionColumn(options?: ColumnOptions): any;
  /** @schema column unstored */
  export function VirtualColumn(...args: any[]): any;
  /** @schema default */
  export function Generated(strategy?: string): any;
  export interface RelationOptions {
    /** @schema nullable */
    nullable?: boolean;
    /** @schema on-delete */
    onDelete?: string;
    /** @schema primary */
    primary?: boolean;
    [option: string]: any;
  }
  /** @schema relation joins nullable references 0 options 1 options 2 */
  export function ManyToOne(target: any, inverse?: RelationOptions | Function, options?: RelationOptions): any;
  /** @schema relation unique nullable references 0 options 1 options 2 */
  export function OneToOne(target: any, inverse?: RelationOptions | Function, options?: RelationOptions): any;
  /** @schema relation references 0 */
  export function OneToMany(target: any, inverse?: any, options?: any): any;
  /** @schema relation references 0 */
  export function ManyToMany(target: any, inverse?: any, options?: any): any;
  export interface JoinColumnOptions {
    /** @schema name */
    name?: string;
    /** @schema referenced-columns */
    referencedColumnName?: string;
    [option: string]: any;
  }
  /** @schema joins options 0 */
  export function JoinColumn(options?: JoinColumnOptions): any;
  export interface IndexOptions {
    /** @schema unique */
    unique?: boolean;
    /** @schema where */
    where?: string;
    [option: string]: any;
  }
  /** @schema index name 0 columns 1 options 2 */
  export function Index(name: string, columns: string[] | Function, options?: IndexOptions): any;
  /** @schema index columns 0 options 1 */
  export function Index(columns: string[] | Function, options?: IndexOptions): any;
  /** @schema index name 0 options 1 */
  export function Index(name: string, options?: IndexOptions): any;
  /** @schema index options 0 */
  export function Index(options?: IndexOptions): any;
  /** @schema key name 0 columns 1 */
  export function Unique(name: string, columns: string[] | Function, options?: any): any;
  /** @schema key columns 0 */
  export function Unique(columns: string[] | Function, options?: any): any;
  /** @schema check name 0 where 1 */
  export function Check(name: string, condition: string): any;
  /** @schema check where 0 */
  export function Check(condition: string): any;
  export interface EntityColumns { [property: string]: ColumnOptions; }
  export interface EntityRelation {
    /** @schema references */
    target?: any;
    /** @schema joins options */
    joinColumn?: JoinColumnOptions;
    /** @schema nullable */
    nullable?: boolean;
    /** @schema on-delete */
    onDelete?: string;
    [option: string]: any;
  }
  export interface EntityRelations { [property: string]: EntityRelation; }
  export interface EntityIndex {
    /** @schema name */
    name?: string;
    /** @schema columns */
    columns?: any;
    /** @schema unique */
    unique?: boolean;
    /** @schema where */
    where?: string;
  }
  export interface EntitySchemaOptions {
    /** @schema entity */
    name?: string;
    /** @schema name */
    tableName?: string;
    /** @schema schema */
    schema?: string;
    /** @schema column */
    columns?: EntityColumns;
    /** @schema relation */
    relations?: EntityRelations;
    /** @schema index */
    indices?: EntityIndex[];
    /** @schema key */
    uniques?: EntityIndex[];
    [option: string]: any;
  }
  export class EntitySchema<T = any> {
    /** @schema table named snake-case joined camel-case not-null options 0 */
    constructor(options: EntitySchemaOptions);
  }

  export interface TableColumnOptions {
    /** @schema name */
    name?: string;
    /** @schema primary */
    isPrimary?: boolean;
    /** @schema unique */
    isUnique?: boolean;
    /** @schema nullable */
    isNullable?: boolean;
    /** @schema default */
    isGenerated?: boolean;
    /** @schema default */
    default?: any;
    [option: string]: any;
  }
  export interface TableKeyOptions {
    /** @schema name */
    name?: string;
    /** @schema columns */
    columnNames?: string[];
    /** @schema unique */
    isUnique?: boolean;
    /** @schema where */
    where?: string;
    /** @schema references */
    referencedTableName?: string;
    /** @schema referenced-columns */
    referencedColumnNames?: string[];
    /** @schema on-delete */
    onDelete?: string;
    /** @schema where */
    expression?: string;
    [option: string]: any;
  }
  export interface TableOptions {
    /** @schema name */
    name?: string;
    /** @schema schema */
    schema?: string;
    /** @schema column */
    columns?: TableColumnOptions[];
    /** @schema index */
    indices?: TableKeyOptions[];
    /** @schema key */
    uniques?: TableKeyOptions[];
    /** @schema foreign-key */
    foreignKeys?: TableKeyOptions[];
    [option: string]: any;
  }
  export class Table {
    /** @schema create table not-null options 0 */
    constructor(options?: TableOptions);
    name: string;
    columns: any[];
    [member: string]: any;
  }
  export class TableColumn {
    /** @schema column not-null options 0 */
    constructor(options?: TableColumnOptions);
  }
  export class TableIndex {
    /** @schema index options 0 */
    constructor(options?: TableKeyOptions);
  }
  export class TableUnique {
    /** @schema key options 0 */
    constructor(options?: TableKeyOptions);
  }
  export class TableForeignKey {
    /** @schema foreign-key options 0 */
    constructor(options?: TableKeyOptions);
  }
  export class TableCheck {
    /** @schema check options 0 */
    constructor(options?: TableKeyOptions);
  }
}
/** It replaces the methods of repositories and managers, which then find the transaction by AsyncLocalStorage. */
declare module 'typeorm-transactional' {
  /** @ambient */
  export function initializeTransactionalContext(options?: any): any;
  export function addTransactionalDataSource(source: any): any;
  export function Transactional(options?: any): any;
  export function runInTransaction<T>(callback: () => T, options?: any): T;
  export function wrapInTransaction(callback: any, options?: any): any;
  export function runOnTransactionCommit(callback: () => any): void;
  export function runOnTransactionRollback(callback: (error: any) => any): void;
  export function runOnTransactionComplete(callback: (error: any) => any): void;
}
