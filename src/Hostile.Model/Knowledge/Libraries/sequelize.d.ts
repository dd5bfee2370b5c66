/**
 * Sequelize.
 *
 * @library sequelize 6.x
 * @wherever sequelize queryInterface
 * @wherever Model by findByPk findOrCreate findAndCountAll findOrBuild findCreateFind
 * @wherever Model by findOne findAll count destroy update bulkCreate scope unscoped beside sequelize
 * @collected Model
 * @source read in sequelize 6.37.8 lib/model.js: `update` and `save` of an instance send only the fields in which it no longer has what was read; `Model.update` sends all that it is given
 * @source read in sequelize-cli 6.6.3 lib/assets/models/index.js: what it writes puts each model under its name into an object; sequelize.define gives the class of the model
 * @source run on sequelize 6.37.8 with pg 8.23.1 (PostgreSQL 15.18): the SQL of each method; save writes the changed columns only; findOrCreate selects, then inserts and takes a unique violation for a row that is there; upsert and bulkCreate use ON CONFLICT; lock is sent without a transaction, too
 * @source run on sequelize 6.37.8 with pg 8.23.1 (Node 20.20.2, PostgreSQL 15.18): a call that is not awaited runs all the same; transaction rolls back when its function rejects, and a query that is not given the transaction stays; pool defaults max 5, acquire 60000 ms; statement_timeout, lock_timeout, idle_in_transaction_session_timeout and `options` of dialectOptions reach the server, those at the top level and in `pool` do not; a killed idle connection ends nothing
 * @source run on sequelize 6.37.8 with pg 8.23.1 (PostgreSQL 15.18), the SQL of sync: a table is named by the plural of its model (`UserProfiles`, `categories`), in snake case when it is underscored, as it is when the name is frozen; an id and timestamps are added, attributes are nullable, an index names attributes, VIRTUAL has no column; reload with `lock` selects the row FOR UPDATE and fills the object
 * @source read in sequelize 6.37.8 types/model.d.ts: ModelStatic<M> has the statics of Model without its constructor, and makes an M; ModelCtor is its older name
 * @source run on sequelize-typescript 2.1.6 (PostgreSQL 15.18), the SQL of sync: the model is named as its class, the table by its plural
 * @source run on sequelize 6.37.8 with pg 8.23.1 (Node 20.20.2, PostgreSQL 15.18): a transaction in which a failed statement was caught commits without an error and saves nothing; a statement sent on its handle after the end is refused
 * @source @subql/x-sequelize 6.32.0-0.0.4 beside sequelize 6.32.0: of lib only three files of the dialect of PostgreSQL differ (for CockroachDB), of types none
 */
declare module 'sequelize' {
  /**
   * @handle transaction
   * @after-end rejects
   */
  export class Transaction {
    /**
     * @commits
     * @aborted resolves
     */
    commit(): Promise<void>;
    /** @rolls-back */
    rollback(): Promise<void>;
    /** @calls 0 later taking promise */
    afterCommit(callback: (transaction: Transaction) => any): void;
    LOCK: { UPDATE: string; SHARE: string; KEY_SHARE: string; NO_KEY_UPDATE: string };
    id: string;
    finished?: string;
    parent?: Transaction;
    static LOCK: any;
    static ISOLATION_LEVELS: any;
    static TYPES: any;
  }
  export interface PoolOptions {
    /** @limits connections default 5 */
    max?: number;
    min?: number;
    /**
     * @bounds acquire in ms by client default 60000
     * @bounds connect in ms by client default 60000
     */
    acquire?: number;
    /** @ignored use dialectOptions.statement_timeout */
    statement_timeout?: number;
    idle?: number;
    evict?: number;
    maxUses?: number;
  }
  export interface DialectOptions {
    /** @bounds statement in ms by server default none off 0 */
    statement_timeout?: number;
    /** @bounds query in ms by client default none off 0 */
    query_timeout?: number;
    /** @bounds lock in ms by server default none off 0 */
    lock_timeout?: number;
    /** @bounds idle-in-transaction in ms by server default none off 0 */
    idle_in_transaction_session_timeout?: number;
    options?: string;
    application_name?: string;
    ssl?: any;
  }
  export interface Options {
    /** @only postgres */
    dialect?: any;
    /** @names host */
    host?: string;
    port?: any;
    /** @names database */
    database?: string;
    /** @names role */
    username?: string;
    password?: string;
    pool?: PoolOptions;
    dialectOptions?: DialectOptions;
    logging?: any;
    define?: any;
    retry?: any;
    isolationLevel?: string;
    /** @ignored use dialectOptions.statement_timeout */
    statement_timeout?: number;
    /** @ignored use dialectOptions.lock_timeout */
    lock_timeout?: number;
    /** @ignored use dialectOptions.idle_in_transaction_session_timeout */
    idle_in_transaction_session_timeout?: number;
  }
  interface Find {
    /** @sql where {value:condition:Operators} */
    where: any;
    /** @sql columns {value:columns} */
    attributes: any;
    /** @sql limit {value} */
    limit: any;
    /** @sql order */
    order: any;
    /** @sql group */
    group: any;
    /** @sql by Locks {value} */
    lock: any;
    /** @sql by Skips {value} */
    skipLocked: any;
    /** @sql by Included {value} */
    include: any;
    /** @sql on {value} */
    transaction: any;
    /** @sql by Fails {value} */
    rejectOnEmpty: any;
  }
  interface Write {
    /** @sql on {value} */
    transaction: any;
    /** @sql by Ignores {value} */
    ignoreDuplicates: any;
    /** @sql do update */
    updateOnDuplicate: any;
  }
  interface Included {
    /** @sql where {value:sql} */
    where: any;
    /** @sql by Included {value} */
    include: any;
  }
  interface Ignores {
    /** @sql do nothing */
    true: any;
  }
  interface Fails {
    /** @sql or fail */
    true: any;
  }
  interface Skips {
    /** @sql for skip locked */
    true: any;
  }
  interface Locks {
    /** @sql for UPDATE */
    true: any;
    /** @sql for UPDATE */
    UPDATE: any;
    /** @sql for SHARE */
    SHARE: any;
    /** @sql for KEY SHARE */
    KEY_SHARE: any;
    /** @sql for NO KEY UPDATE */
    NO_KEY_UPDATE: any;
    /** @sql by Locks {value} */
    level: any;
  }
  interface Operators {
    /** @sql fragment {value:and:Operators} */
    and: any;
    /** @sql fragment {value:or:Operators} */
    or: any;
    /** @sql fragment NOT ({value:and:Operators}) */
    not: any;
    /** @sql fragment {column} = {value} */
    eq: any;
    /** @sql fragment {column} <> {value} */
    ne: any;
    /** @sql fragment {column} > {value} */
    gt: any;
    /** @sql fragment {column} >= {value} */
    gte: any;
    /** @sql fragment {column} < {value} */
    lt: any;
    /** @sql fragment {column} <= {value} */
    lte: any;
    /** @sql fragment {column} IN {value:list} */
    in: any;
    /** @sql fragment {column} NOT IN {value:list} */
    notIn: any;
    /** @sql fragment {column} IS {value} */
    is: any;
    /** @sql fragment {column} LIKE {value} */
    like: any;
    /** @sql fragment {column} ILIKE {value} */
    iLike: any;
    /** @sql fragment {column} LIKE {value} */
    startsWith: any;
    /** @sql fragment {column} LIKE {value} */
    substring: any;
  }
  export type ModelStatic<M = any> = typeof Model & { new (...args: any[]): M };
  export type ModelCtor<M = any> = ModelStatic<M>;
  export class Model<A = any, C = any> {
    dataValues: any;
    isNewRecord: boolean;
    sequelize: Sequelize;
    static sequelize: Sequelize;
    static tableName: string;
    /** @schema table named plural columns 0 options 1 adds id createdAt updatedAt */
    static init(attributes: Attributes, options: ModelOptions): any;
    static scope<C>(this: C, ...args: any[]): C;
    static unscoped<C>(this: C): C;
    /** @sql makes {0} */
    static build<M>(this: { new (...args: any[]): M }, values?: any, ...args: any[]): M;
    /**
     * @rows where 0.where up to 0.limit
     * @sql select from {receiver:entity}
     * @sql by Find {0}
     */
    static findAll<M>(this: { new (...args: any[]): M }, options?: any): Promise<M[]>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     */
    static findOne<M>(this: { new (...args: any[]): M }, options?: any): Promise<M | null>;
    /**
     * @sql select from {receiver:entity}
     * @sql where {key} = {0}
     * @sql limit 1
     * @sql by Find {1}
     */
    static findByPk<M>(this: { new (...args: any[]): M }, id: any, options?: any): Promise<M | null>;
    /**
     * @rows where 0.where up to 0.limit
     * @sql select from {receiver:entity}
     * @sql by Find {0}
     */
    static findAndCountAll<M>(this: { new (...args: any[]): M }, options?: any): Promise<{ rows: M[]; count: number }>;
    /**
     * @sql insert into {receiver:entity}
     * @sql unless {0.where:condition:Operators}
     * @sql values {0.where:rows:Operators}
     * @sql do nothing
     * @sql by Write {0}
     * @sql returning
     */
    static findOrCreate<M>(this: { new (...args: any[]): M }, options: any): Promise<[M, boolean]>;
    /**
     * @sql insert into {receiver:entity}
     * @sql unless {0.where:condition:Operators}
     * @sql values {0.where:rows:Operators}
     * @sql do nothing
     * @sql by Write {0}
     * @sql returning
     */
    static findCreateFind<M>(this: { new (...args: any[]): M }, options: any): Promise<[M, boolean]>;
    static findOrBuild<M>(this: { new (...args: any[]): M }, options: any): Promise<[M, boolean]>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns count(*)
     * @sql where {0.where:condition:Operators}
     * @sql by Write {0}
     */
    static count(options?: any): Promise<number>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns sum({0:column})
     * @sql where {1.where:condition:Operators}
     * @sql by Write {1}
     */
    static sum(field: any, options?: any): Promise<number>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns max({0:column})
     * @sql where {1.where:condition:Operators}
     * @sql by Write {1}
     */
    static max(field: any, options?: any): Promise<any>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns min({0:column})
     * @sql where {1.where:condition:Operators}
     * @sql by Write {1}
     */
    static min(field: any, options?: any): Promise<any>;
    static aggregate(...args: any[]): Promise<any>;
    /**
     * @sql insert into {receiver:entity}
     * @sql values {0:rows}
     * @sql by Write {1}
     * @sql returning
     */
    static create<M>(this: { new (...args: any[]): M }, values?: any, options?: any): Promise<M>;
    /**
     * @sql insert into {receiver:entity}
     * @sql values {0:rows}
     * @sql by Write {1}
     * @sql returning
     */
    static bulkCreate<M>(this: { new (...args: any[]): M }, records: any[], options?: any): Promise<M[]>;
    /**
     * @sql insert into {receiver:entity}
     * @sql values {0:rows}
     * @sql conflict {1.conflictFields:keys}
     * @sql do update SET {0:set}
     * @sql by Write {1}
     * @sql returning
     */
    static upsert<M>(this: { new (...args: any[]): M }, values: any, options?: any): Promise<[M, boolean | null]>;
    /**
     * @sql update {receiver:entity}
     * @sql set {0:set}
     * @sql where {1.where:condition:Operators}
     * @sql by Write {1}
     */
    static update<M>(this: { new (...args: any[]): M }, values: any, options: any): Promise<[number, M[]]>;
    /**
     * @sql delete from {receiver:entity}
     * @sql where {0.where:condition:Operators}
     * @sql by Write {0}
     */
    static destroy(options?: any): Promise<number>;
    static restore(options?: any): Promise<void>;
    static truncate(options?: any): Promise<void>;
    /**
     * @sql update {receiver:entity}
     * @sql set {0:column} = {0:column} + 1
     * @sql where {1.where:condition:Operators}
     * @sql by Write {1}
     */
    static increment(field: string, options: any): Promise<any>;
    /**
     * @sql update {receiver:entity}
     * @sql where {1.where:condition:Operators}
     * @sql by Write {1}
     * @sql set {0:set}
     */
    static increment(fields: any, options: any): Promise<any>;
    /**
     * @sql update {receiver:entity}
     * @sql set {0:column} = {0:column} - 1
     * @sql where {1.where:condition:Operators}
     * @sql by Write {1}
     */
    static decrement(field: string, options: any): Promise<any>;
    /**
     * @sql update {receiver:entity}
     * @sql where {1.where:condition:Operators}
     * @sql by Write {1}
     * @sql set {0:set}
     */
    static decrement(fields: any, options: any): Promise<any>;
    static sync(options?: any): Promise<any>;
    static drop(options?: any): Promise<void>;
    static hasMany(target: any, options?: any): any;
    static hasOne(target: any, options?: any): any;
    static belongsTo(target: any, options?: any): any;
    static belongsToMany(target: any, options?: any): any;
    static addHook(...args: any[]): any;
    static addScope(...args: any[]): any;
    /**
     * @sql save {receiver}
     * @sql by Write {0}
     */
    save(options?: any): Promise<this>;
    /**
     * @sql update {receiver:entity}
     * @sql set {0:set}
     * @sql changed
     * @sql where {receiver:identity}
     * @sql by Write {1}
     */
    update(values: any, options?: any): Promise<this>;
    /**
     * @sql select from {receiver:entity}
     * @sql where {receiver:identity}
     * @sql by Find {0}
     */
    reload(options?: any): Promise<this>;
    /**
     * @sql delete from {receiver:entity}
     * @sql where {receiver:identity}
     * @sql by Write {0}
     */
    destroy(options?: any): Promise<void>;
    restore(options?: any): Promise<void>;
    validate(options?: any): Promise<void>;
    /**
     * @sql update {receiver:entity}
     * @sql set {0:column} = {0:column} + 1
     * @sql where {receiver:identity}
     * @sql by Write {1}
     */
    increment(field: string, options?: any): Promise<this>;
    /**
     * @sql update {receiver:entity}
     * @sql set {0:set}
     * @sql where {receiver:identity}
     * @sql by Write {1}
     */
    increment(fields: any, options?: any): Promise<this>;
    /**
     * @sql update {receiver:entity}
     * @sql set {0:column} = {0:column} - 1
     * @sql where {receiver:identity}
     * @sql by Write {1}
     */
    decrement(field: string, options?: any): Promise<this>;
    /**
     * @sql update {receiver:entity}
     * @sql set {0:set}
     * @sql where {receiver:identity}
     * @sql by Write {1}
     */
    decrement(fields: any, options?: any): Promise<this>;
    get(...args: any[]): any;
    /** @sql changes {receiver}{0} */
    set(values: any, ...args: any[]): this;
    /** @sql changes {receiver}{0}{1} */
    setDataValue(key: any, value: any): void;
    getDataValue(key: any): any;
    changed(...args: any[]): any;
    previous(...args: any[]): any;
    toJSON(): any;
  }
  /**
   * @handle pool
   * @waits connect acquire statement lock idle-in-transaction query
   * @opens connection
   */
  export class Sequelize {
    constructor(options?: Options);
    constructor(url: string, options?: Options);
    constructor(database: string, username: string, options?: Options);
    constructor(database: string, username: string, password: any, options?: Options);
    options: Options;
    models: { [name: string]: any };
    /** `Sequelize.Sequelize === Sequelize`: run on 6.37.8. */
    static Sequelize: typeof Sequelize;
    /** @ambient */
    static useCLS(namespace: any): any;
    authenticate(options?: any): Promise<void>;
    getQueryInterface(): QueryInterface;
    sync(options?: any): Promise<this>;
    drop(options?: any): Promise<any>;
    /** @closes */
    close(): Promise<void>;
    /**
     * @runs sql 0 with 1.bind
     * @sql fragment {0:sql:1.replacements}
     * @sql by Write {1}
     */
    query(sql: any, options?: any): Promise<any>;
    /**
     * @transaction around 0
     * @aborted resolves
     */
    transaction<T>(callback: (transaction: Transaction) => Promise<T>): Promise<T>;
    /**
     * @transaction around 1 at 0.isolationLevel
     * @aborted resolves
     */
    transaction<T>(options: {}, callback: (transaction: Transaction) => Promise<T>): Promise<T>;
    /**
     * @begins at 0.isolationLevel
     * @opens transaction
     */
    transaction(options?: {}): Promise<Transaction>;
    /** @schema table named plural entity 0 columns 1 options 2 adds id createdAt updatedAt */
    define(name: string, attributes?: Attributes, options?: ModelOptions): typeof Model;
    model(name: string): typeof Model;
    escape(value: any): string;
    /** @sql fragment {0:sql} */
    static literal(text: string): any;
    static fn(name: string, ...args: any[]): any;
    /** @sql fragment {0:column} */
    static col(name: string): any;
    static Op: { [name: string]: symbol };
  }
  export const Op: { [name: string]: symbol };
  export const DataTypes: DataTypesMap;
  export const QueryTypes: any;
  /** @sql fragment {0:sql} */
  export function literal(text: string): any;
  export function fn(name: string, ...args: any[]): any;
  /** @sql fragment {0:column} */
  export function col(name: string): any;
  export function where(...args: any[]): any;
  export const sequelize: Sequelize;
  export const queryInterface: QueryInterface;
  export class UniqueConstraintError extends Error {}
  export class ValidationError extends Error {}
  export default Sequelize;

  export interface DataTypesMap {
    /** @schema unstored */
    VIRTUAL: any;
    [type: string]: any;
  }
  export interface Attribute {
    /** @schema name */
    field?: string;
    /** @schema type */
    type?: any;
    /** @schema unique */
    unique?: any;
    /** @schema primary */
    primaryKey?: boolean;
    /** @schema nullable */
    allowNull?: boolean;
    /** @schema default */
    defaultValue?: any;
    /** @schema default */
    autoIncrement?: boolean;
    /** @schema references */
    references?: any;
    /** @schema on-delete */
    onDelete?: string;
    [option: string]: any;
  }
  export interface Attributes { [property: string]: Attribute; }
  export interface IndexOptions {
    /** @schema name */
    name?: string;
    /** @schema unique */
    unique?: boolean;
    /** @schema columns */
    fields?: any;
    /** @schema where */
    where?: any;
    [option: string]: any;
  }
  export interface ModelOptions {
    /** @schema entity */
    modelName?: string;
    /** @schema name */
    tableName?: string;
    /** @schema schema */
    schema?: string;
    /** @schema index */
    indexes?: IndexOptions[];
    /** @schema adds deletedAt */
    paranoid?: boolean;
    /** @schema lacks createdAt updatedAt deletedAt */
    timestamps?: boolean;
    /** @schema lacks createdAt */
    createdAt?: any;
    /** @schema lacks updatedAt */
    updatedAt?: any;
    /** @schema lacks deletedAt */
    deletedAt?: any;
    /** @schema underscored */
    underscored?: boolean;
    /** @schema frozen */
    freezeTableName?: boolean;
    [option: string]: any;
  }

  export interface ConstraintOptions {
    /** @schema kind */
    type?: any;
    /** @schema columns */
    fields?: any;
    /** @schema name */
    name?: string;
    /** @schema where */
    where?: any;
    /** @schema references */
    references?: any;
    /** @schema on-delete */
    onDelete?: string;
    [option: string]: any;
  }
  /** @migrates */
  export class QueryInterface {
    sequelize: Sequelize;
    /** @schema create table name 0 columns 1 */
    createTable(name: any, attributes: Attributes, options?: any): Promise<void>;
    /** @schema drop table name 0 */
    dropTable(name: any, options?: any): Promise<void>;
    /** @schema rename table name 0 to 1 */
    renameTable(from: string, to: string, options?: any): Promise<void>;
    bulkInsert(table: any, rows: any[], options?: any, attributes?: any): Promise<any>;
    bulkUpdate(table: any, values: any, where: any, options?: any, attributes?: any): Promise<any>;
    bulkDelete(table: any, where?: any, options?: any, model?: any): Promise<any>;
    dropAllTables(options?: any): Promise<void>;
    /** @schema create column of 0 name 1 options 2 */
    addColumn(table: any, name: string, attribute: Attribute, options?: any): Promise<void>;
    /** @schema drop column of 0 name 1 */
    removeColumn(table: any, name: string, options?: any): Promise<any>;
    /** @schema change column of 0 name 1 options 2 */
    changeColumn(table: any, name: string, attribute: Attribute, options?: any): Promise<void>;
    /** @schema rename column of 0 name 1 to 2 */
    renameColumn(table: any, from: string, to: string, options?: any): Promise<void>;
    /** @schema create index of 0 columns 1 options 2 */
    addIndex(table: any, fields: string[], options?: IndexOptions): Promise<void>;
    /** @schema create index of 0 options 1 */
    addIndex(table: any, options: IndexOptions): Promise<void>;
    /** @schema drop index of 0 columns 1 */
    removeIndex(table: any, index: any, options?: any): Promise<void>;
    /** @schema create constraint of 0 columns 1 options 2 */
    addConstraint(table: any, fields: string[], options: ConstraintOptions): Promise<void>;
    /** @schema create constraint of 0 options 1 */
    addConstraint(table: any, options: ConstraintOptions): Promise<void>;
    /** @schema drop constraint of 0 name 1 */
    removeConstraint(table: any, name: string, options?: any): Promise<void>;
    [method: string]: any;
  }
}
declare module 'sequelize-typescript' {
  import { Model as Base, Sequelize as BaseSequelize } from 'sequelize';
  export class Model<A = any, C = any> extends Base<A, C> {}
  export class Sequelize extends BaseSequelize { addModels(models: any, ...rest: any[]): void; }

  import { DataTypesMap, Attribute, IndexOptions, ModelOptions } from 'sequelize';
  export const DataType: DataTypesMap;
  /** @schema table named plural options 0 adds id createdAt updatedAt */
  export function Table(options?: ModelOptions): any;
  /** @schema column type 0 options 0 */
  export function Column(options?: Attribute): any;
  /** @schema primary */
  export function PrimaryKey(...args: any[]): any;
  /** @schema default */
  export function AutoIncrement(...args: any[]): any;
  /** @schema unique unique 0 */
  export function Unique(name?: any): any;
  /** @schema nullable nullable 0 */
  export function AllowNull(allows?: boolean): any;
  /** @schema default */
  export function Default(value?: any): any;
  /** @schema references 0 */
  export function ForeignKey(target: any): any;
  /** @schema relation references 0 */
  export function BelongsTo(target: any, options?: any): any;
  /** @schema relation references 0 */
  export function HasMany(target: any, options?: any): any;
  /** @schema relation references 0 */
  export function HasOne(target: any, options?: any): any;
  /** @schema relation references 0 */
  export function BelongsToMany(target: any, ...rest: any[]): any;
  /** @schema column default */
  export function CreatedAt(...args: any[]): any;
  /** @schema column default */
  export function UpdatedAt(...args: any[]): any;
  /** @schema column */
  export function DeletedAt(...args: any[]): any;
  /** @schema index name 0 options 0 */
  export function Index(options?: IndexOptions): any;
}
/** A fork that speaks to CockroachDB, too. */
declare module '@subql/x-sequelize' {
  export * from 'sequelize';
}
