/**
 * TypeORM.
 *
 * @library typeorm 0.3.x - 1.x
 * @library @nestjs/typeorm 8.x - 12.x
 * @wherever AppDataSource
 * @source run on typeorm 0.3.31 and 1.1.1 with pg (Node 20.20.2, PostgreSQL 15.18): a query builder is no thenable and runs with execute, getMany and the like; `query` runs at once; transaction rolls back when its function rejects, and a query of the outer data source inside it stays; a killed idle connection ends nothing; query runners that are not released exhaust the pool
 * @source run on typeorm 1.1.1 with pg 8.23.1: the keys of `extra` reach the pool and the server, connectTimeoutMS is the pool's connectionTimeoutMillis, poolSize its max; statement_timeout, connectionTimeoutMillis, max and `options` at the top level are not read
 * @source run on typeorm 1.1.1 with pg 8.23.1 (Node 20.20.2, PostgreSQL 15.18): a transaction in which a failed statement was caught commits without an error and saves nothing; a statement sent on its handle after the end is refused
 * @source read in typeorm 0.3.31 declarations: signatures
 * @source run on typeorm 0.3.31 with pg (PostgreSQL 15.18): the SQL of each method; save selects the row again and writes every column in which the object differs from it, so a change that another made since the object was read is undone; a pessimistic lock outside a transaction throws
 * @source run on typeorm 0.3.31 with pg (PostgreSQL 15.18), the SQL of synchronize: a table is named after its class in snake case, a column as its property, the column of a relation after it and the other's key (`createdById`); columns are NOT NULL unless they say otherwise, relations nullable, the owner's side of one-to-one UNIQUE; and save of an object that was read before another changed the row wrote the old value back, the column of @VersionColumn with it: it guards nothing
 * @source read in typeorm 1.1.1 query-builder/UpdateQueryBuilder.js: `update` sets the column of @UpdateDateColumn to the present time and counts that of @VersionColumn up, unless the program sets them
 * @source read in typeorm 0.3.28 query-builder/InsertQueryBuilder.js: the text that `onConflict` is given stands behind ON CONFLICT as it is
 * @source read in typeorm 0.3.28 query-builder/InsertQueryBuilder.js: `orUpdate` of a list sets each column to what could not be inserted, `a = EXCLUDED.a`
 * @source read in typeorm 0.3.28 query-builder/QueryBuilder.js: of one argument `update` takes a function, a text or an EntitySchema for the entity, and anything else for the values
 * @source run on typeorm 0.3.17 and 0.3.28 with pg 8.11 and 8.23 (PostgreSQL 15): a query runner whose connection breaks before START TRANSACTION gives it back by itself; `release` never rejects; `destroy` gives back what all runners hold; commit and rollback keep the connection
 * @source run on typeorm 0.3.20 with pg 8.23.1 (Node 20.20.2, PostgreSQL 15): a query runner that is released inside its transaction gives the connection back as it is: the next runner reads what was not committed, and its ROLLBACK undoes it
 * @source read in @nestjs/typeorm 8.1.4, 10.0.2 and 11.0.0 dist/typeorm-core.module.js: `forRoot` makes a DataSource of what it is given, `forRootAsync` of what `useFactory` returns, or `createTypeOrmOptions` of the class behind `useClass` or `useExisting`; options go on to it as they are, and the module destroys it when the program ends
 * @source read in typeorm 0.3.20 query-builder/SelectQueryBuilder.js, UpdateQueryBuilder.js and DeleteQueryBuilder.js: `where` takes the place of all conditions before it, `andWhere` and `orWhere` add; and in InsertQueryBuilder.js: `orUpdate` also takes an object with `conflict_target` and `overwrite`
 * @source read in typeorm 0.3.20 commands/MigrationRunCommand.js and its siblings: the option `dataSource`, in short `d`, names the file whose data source the command works on
 */
declare module 'typeorm' {
  import { PoolConfig } from 'pg';

  interface Find {
    /** @sql where {value:condition:Operators} */
    where: any;
    /** @sql columns {value:columns} */
    select: any;
    /** @sql limit {value} */
    take: any;
    /** @sql order */
    order: any;
    /** @sql by Locks {value} */
    lock: any;
  }
  interface Locks {
    /** @sql by Locks {value} */
    mode: any;
    /** @sql by Waits {value} */
    onLocked: any;
    /** @sql for UPDATE */
    pessimistic_write: any;
    /** @sql for SHARE */
    pessimistic_read: any;
    /**
     * @sql for UPDATE
     * @sql for skip locked
     */
    pessimistic_partial_write: any;
    /**
     * @sql for UPDATE
     * @sql for nowait
     */
    pessimistic_write_or_fail: any;
    /** @sql for NO KEY UPDATE */
    for_no_key_update: any;
    /** @sql for KEY SHARE */
    for_key_share: any;
  }
  interface Waits {
    /** @sql for skip locked */
    skip_locked: any;
    /** @sql for nowait */
    nowait: any;
  }
  /** What a condition says besides equality is a function, as `MoreThan`. */
  interface Operators {}
  /** What a manager and a repository share; a repository leaves out the entity. */
  export interface EntityManagerOperations {
    remove(...args: any[]): Promise<any>;
    softDelete(...args: any[]): Promise<any>;
    softRemove(...args: any[]): Promise<any>;
    restore(...args: any[]): Promise<any>;
    recover(...args: any[]): Promise<any>;
    clear(...args: any[]): Promise<void>;
    preload(...args: any[]): Promise<any>;
    /** @sql changes {0}{1} */
    merge(entity: any, ...values: any[]): any;
    /** @runs sql 0 with 1 */
    query(query: string, parameters?: any[]): Promise<any>;
  }
  /** @sql fragment {column} > {0} */
  export function MoreThan(value: any): any;
  /** @sql fragment {column} >= {0} */
  export function MoreThanOrEqual(value: any): any;
  /** @sql fragment {column} < {0} */
  export function LessThan(value: any): any;
  /** @sql fragment {column} <= {0} */
  export function LessThanOrEqual(value: any): any;
  /** @sql fragment {column} IN {0:list} */
  export function In(values: any): any;
  /** @sql fragment {column} IS NULL */
  export function IsNull(): any;
  /** @sql fragment {column} = {0} */
  export function Equal(value: any): any;
  /** @sql fragment {column} <> {0} */
  export function Not(value: any): any;
  /** @sql fragment {column} LIKE {0} */
  export function Like(value: any): any;
  /** @sql fragment {column} ILIKE {0} */
  export function ILike(value: any): any;
  /** @sql fragment {column} BETWEEN {0} AND {1} */
  export function Between(least: any, most: any): any;
  /** @sql fragment {column} = ANY({0}) */
  export function Any(values: any): any;
  /** @after-end rejects */
  export class EntityManager {
    /**
     * @transaction around 0
     * @aborted resolves
     */
    transaction<T>(callback: (manager: EntityManager) => Promise<T>): Promise<T>;
    /**
     * @transaction around 1 at 0
     * @aborted resolves
     */
    transaction<T>(isolation: string, callback: (manager: EntityManager) => Promise<T>): Promise<T>;
    getRepository<T = any>(entity: { new (...args: any[]): T }): Repository<T>;
    getRepository<T = any>(entity: any): Repository<T>;
    getTreeRepository<T = any>(entity: any): Repository<T>;
    /**
     * @rows where 1.where up to 1.take
     * @sql select from {0:entity}
     * @sql by Find {1}
     */
    find<T = any>(entity: { new (...args: any[]): T }, options?: any): Promise<T[]>;
    /**
     * @rows where 1
     * @sql select from {0:entity}
     * @sql where {1:condition:Operators}
     */
    findBy<T = any>(entity: { new (...args: any[]): T }, where: any): Promise<T[]>;
    /**
     * @rows where 1.where up to 1.take
     * @sql select from {0:entity}
     * @sql by Find {1}
     */
    findAndCount<T = any>(entity: { new (...args: any[]): T }, options?: any): Promise<[T[], number]>;
    /**
     * @sql select from {0:entity}
     * @sql where {1:condition:Operators}
     */
    findAndCountBy<T = any>(entity: { new (...args: any[]): T }, where: any): Promise<[T[], number]>;
    /**
     * @sql select from {0:entity}
     * @sql limit 1
     * @sql by Find {1}
     */
    findOne<T = any>(entity: { new (...args: any[]): T }, options: any): Promise<T | null>;
    /**
     * @sql select from {0:entity}
     * @sql limit 1
     * @sql where {1:condition:Operators}
     */
    findOneBy<T = any>(entity: { new (...args: any[]): T }, where: any): Promise<T | null>;
    /**
     * @sql select from {0:entity}
     * @sql limit 1
     * @sql by Find {1}
     * @sql or fail
     */
    findOneOrFail<T = any>(entity: { new (...args: any[]): T }, options: any): Promise<T>;
    /**
     * @sql select from {0:entity}
     * @sql limit 1
     * @sql where {1:condition:Operators}
     * @sql or fail
     */
    findOneByOrFail<T = any>(entity: { new (...args: any[]): T }, where: any): Promise<T>;
    /**
     * @sql select from {0:entity}
     * @sql columns count(*)
     * @sql by Find {1}
     */
    count<T = any>(entity: { new (...args: any[]): T }, options?: any): Promise<number>;
    /**
     * @sql select from {0:entity}
     * @sql columns count(*)
     * @sql where {1:condition:Operators}
     */
    countBy<T = any>(entity: { new (...args: any[]): T }, where: any): Promise<number>;
    /**
     * @sql select from {0:entity}
     * @sql limit 1
     * @sql by Find {1}
     */
    exists<T = any>(entity: { new (...args: any[]): T }, options?: any): Promise<boolean>;
    /**
     * @sql select from {0:entity}
     * @sql limit 1
     * @sql by Find {1}
     */
    exist<T = any>(entity: { new (...args: any[]): T }, options?: any): Promise<boolean>;
    /**
     * @sql select from {0:entity}
     * @sql limit 1
     * @sql where {1:condition:Operators}
     */
    existsBy<T = any>(entity: { new (...args: any[]): T }, where: any): Promise<boolean>;
    /**
     * @sql select from {0:entity}
     * @sql columns sum({1:column})
     * @sql where {2:condition:Operators}
     */
    sum<T = any>(entity: { new (...args: any[]): T }, column: string, where?: any): Promise<number | null>;
    /**
     * @sql insert into {0:entity}
     * @sql values {1:rows}
     */
    insert<T = any>(entity: { new (...args: any[]): T }, values: any): Promise<any>;
    /**
     * @sql update {0:entity}
     * @sql where {1:condition:Operators}
     * @sql set {2:set}
     */
    update<T = any>(entity: { new (...args: any[]): T }, criteria: any, values: any): Promise<any>;
    /**
     * @sql insert into {0:entity}
     * @sql values {1:rows}
     * @sql conflict {2:keys}
     * @sql do update SET {1:set}
     */
    upsert<T = any>(entity: { new (...args: any[]): T }, values: any, conflict: any): Promise<any>;
    /**
     * @sql delete from {0:entity}
     * @sql where {1:condition:Operators}
     */
    delete<T = any>(entity: { new (...args: any[]): T }, criteria: any): Promise<any>;
    /**
     * @sql update {0:entity}
     * @sql where {1:condition:Operators}
     * @sql set {2:column} = {2:column} + {3}
     */
    increment<T = any>(entity: { new (...args: any[]): T }, where: any, column: string, amount: any): Promise<any>;
    /**
     * @sql update {0:entity}
     * @sql where {1:condition:Operators}
     * @sql set {2:column} = {2:column} - {3}
     */
    decrement<T = any>(entity: { new (...args: any[]): T }, where: any, column: string, amount: any): Promise<any>;
    /** @sql makes {1} */
    create<T = any>(entity: { new (...args: any[]): T }, values?: any): T;
    /**
     * @sql from {0:entity}
     * @sql save whole {1}
     */
    save<T = any>(target: { new (...args: any[]): T }, entity: any, options?: any): Promise<T>;
    /** @sql save whole {0} */
    save<T = any>(entity: T, options?: {}): Promise<T>;
    /** @sql select from {0:entity} AS {1:column} */
    createQueryBuilder<T = any>(entity: any, alias: string): SelectQueryBuilder<T>;
    createQueryBuilder(...args: any[]): SelectQueryBuilder;
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
    /**
     * @rows where 0.where up to 0.take
     * @sql select from {receiver:entity}
     * @sql by Find {0}
     */
    find(options?: any): Promise<T[]>;
    /**
     * @rows where 0
     * @sql select from {receiver:entity}
     * @sql where {0:condition:Operators}
     */
    findBy(where: any): Promise<T[]>;
    /**
     * @rows where 0.where up to 0.take
     * @sql select from {receiver:entity}
     * @sql by Find {0}
     */
    findAndCount(options?: any): Promise<[T[], number]>;
    /**
     * @sql select from {receiver:entity}
     * @sql where {0:condition:Operators}
     */
    findAndCountBy(where: any): Promise<[T[], number]>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     */
    findOne(options: any): Promise<T | null>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql where {0:condition:Operators}
     */
    findOneBy(where: any): Promise<T | null>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     * @sql or fail
     */
    findOneOrFail(options: any): Promise<T>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql where {0:condition:Operators}
     * @sql or fail
     */
    findOneByOrFail(where: any): Promise<T>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns count(*)
     * @sql by Find {0}
     */
    count(options?: any): Promise<number>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns count(*)
     * @sql where {0:condition:Operators}
     */
    countBy(where: any): Promise<number>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     */
    exists(options?: any): Promise<boolean>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     */
    exist(options?: any): Promise<boolean>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql where {0:condition:Operators}
     */
    existsBy(where: any): Promise<boolean>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns sum({0:column})
     * @sql where {1:condition:Operators}
     */
    sum(column: string, where?: any): Promise<number | null>;
    /**
     * @sql insert into {receiver:entity}
     * @sql values {0:rows}
     */
    insert(values: any): Promise<any>;
    /**
     * @sql update {receiver:entity}
     * @sql where {0:condition:Operators}
     * @sql set {1:set}
     */
    update(criteria: any, values: any): Promise<any>;
    /**
     * @sql insert into {receiver:entity}
     * @sql values {0:rows}
     * @sql conflict {1:keys}
     * @sql do update SET {0:set}
     */
    upsert(values: any, conflict: any): Promise<any>;
    /**
     * @sql delete from {receiver:entity}
     * @sql where {0:condition:Operators}
     */
    delete(criteria: any): Promise<any>;
    /**
     * @sql update {receiver:entity}
     * @sql where {0:condition:Operators}
     * @sql set {1:column} = {1:column} + {2}
     */
    increment(where: any, column: string, amount: any): Promise<any>;
    /**
     * @sql update {receiver:entity}
     * @sql where {0:condition:Operators}
     * @sql set {1:column} = {1:column} - {2}
     */
    decrement(where: any, column: string, amount: any): Promise<any>;
    /** @sql makes {0} */
    create(values?: any): T;
    /**
     * @sql from {receiver:entity}
     * @sql save whole {0}
     */
    save<E = any>(entity: E, options?: any): Promise<E>;
    /** @sql select from {receiver:entity} AS {0:column} */
    createQueryBuilder(alias: string): SelectQueryBuilder<T>;
    /** @sql from {receiver:entity} */
    createQueryBuilder(): SelectQueryBuilder<T>;
    extend<C>(custom: C & ThisType<this & C>): this & C;
  }
  export interface Repository<T = any> extends EntityManagerOperations {}
  export class TreeRepository<T = any> extends Repository<T> {}
  export class BaseEntity {
    /**
     * @rows where 0.where up to 0.take
     * @sql select from {receiver:entity}
     * @sql by Find {0}
     */
    static find<T>(this: { new (...args: any[]): T }, options?: any): Promise<T[]>;
    /**
     * @rows where 0
     * @sql select from {receiver:entity}
     * @sql where {0:condition:Operators}
     */
    static findBy<T>(this: { new (...args: any[]): T }, where: any): Promise<T[]>;
    /**
     * @rows where 0.where up to 0.take
     * @sql select from {receiver:entity}
     * @sql by Find {0}
     */
    static findAndCount<T>(this: { new (...args: any[]): T }, options?: any): Promise<[T[], number]>;
    /**
     * @sql select from {receiver:entity}
     * @sql where {0:condition:Operators}
     */
    static findAndCountBy<T>(this: { new (...args: any[]): T }, where: any): Promise<[T[], number]>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     */
    static findOne<T>(this: { new (...args: any[]): T }, options: any): Promise<T | null>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql where {0:condition:Operators}
     */
    static findOneBy<T>(this: { new (...args: any[]): T }, where: any): Promise<T | null>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     * @sql or fail
     */
    static findOneOrFail<T>(this: { new (...args: any[]): T }, options: any): Promise<T>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql where {0:condition:Operators}
     * @sql or fail
     */
    static findOneByOrFail<T>(this: { new (...args: any[]): T }, where: any): Promise<T>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns count(*)
     * @sql by Find {0}
     */
    static count<T>(this: { new (...args: any[]): T }, options?: any): Promise<number>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns count(*)
     * @sql where {0:condition:Operators}
     */
    static countBy<T>(this: { new (...args: any[]): T }, where: any): Promise<number>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     */
    static exists<T>(this: { new (...args: any[]): T }, options?: any): Promise<boolean>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql by Find {0}
     */
    static exist<T>(this: { new (...args: any[]): T }, options?: any): Promise<boolean>;
    /**
     * @sql select from {receiver:entity}
     * @sql limit 1
     * @sql where {0:condition:Operators}
     */
    static existsBy<T>(this: { new (...args: any[]): T }, where: any): Promise<boolean>;
    /**
     * @sql select from {receiver:entity}
     * @sql columns sum({0:column})
     * @sql where {1:condition:Operators}
     */
    static sum<T>(this: { new (...args: any[]): T }, column: string, where?: any): Promise<number | null>;
    /**
     * @sql insert into {receiver:entity}
     * @sql values {0:rows}
     */
    static insert<T>(this: { new (...args: any[]): T }, values: any): Promise<any>;
    /**
     * @sql update {receiver:entity}
     * @sql where {0:condition:Operators}
     * @sql set {1:set}
     */
    static update<T>(this: { new (...args: any[]): T }, criteria: any, values: any): Promise<any>;
    /**
     * @sql insert into {receiver:entity}
     * @sql values {0:rows}
     * @sql conflict {1:keys}
     * @sql do update SET {0:set}
     */
    static upsert<T>(this: { new (...args: any[]): T }, values: any, conflict: any): Promise<any>;
    /**
     * @sql delete from {receiver:entity}
     * @sql where {0:condition:Operators}
     */
    static delete<T>(this: { new (...args: any[]): T }, criteria: any): Promise<any>;
    /**
     * @sql update {receiver:entity}
     * @sql where {0:condition:Operators}
     * @sql set {1:column} = {1:column} + {2}
     */
    static increment<T>(this: { new (...args: any[]): T }, where: any, column: string, amount: any): Promise<any>;
    /**
     * @sql update {receiver:entity}
     * @sql where {0:condition:Operators}
     * @sql set {1:column} = {1:column} - {2}
     */
    static decrement<T>(this: { new (...args: any[]): T }, where: any, column: string, amount: any): Promise<any>;
    /** @sql makes {0} */
    static create<T>(this: { new (...args: any[]): T }, values?: any): T;
    /** @sql select from {receiver:entity} AS {0:column} */
    static createQueryBuilder(alias: string): SelectQueryBuilder;
    /** @sql from {receiver:entity} */
    static createQueryBuilder(): SelectQueryBuilder;
    /** @sql save whole {receiver} */
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
    /** @sql select */
    select(...selection: any[]): this;
    /** @sql nothing */
    addSelect(...selection: any[]): this;
    /** @sql from {0:entity} AS {1:column} */
    from(entity: any, alias?: string): this;
    /** @sql where anew {0:sql:1} */
    where(condition: string, parameters?: any): this;
    /** @sql where anew {0:condition:Operators} */
    where(condition: any, parameters?: any): this;
    /** @sql where {0:sql:1} */
    andWhere(condition: string, parameters?: any): this;
    /** @sql where {0:condition:Operators} */
    andWhere(condition: any, parameters?: any): this;
    /** @sql or where {0:sql:1} */
    orWhere(condition: string, parameters?: any): this;
    /** @sql or where {0:condition:Operators} */
    orWhere(condition: any, parameters?: any): this;
    /** @sql join LEFT JOIN {0:table} ON true */
    leftJoin(property: any, ...rest: any[]): this;
    /** @sql join LEFT JOIN {0:table} ON true */
    leftJoinAndSelect(property: any, ...rest: any[]): this;
    /** @sql join JOIN {0:table} ON true */
    innerJoin(property: any, ...rest: any[]): this;
    /** @sql join JOIN {0:table} ON true */
    innerJoinAndSelect(property: any, ...rest: any[]): this;
    /** @sql order */
    orderBy(...order: any[]): this;
    /** @sql order */
    addOrderBy(...order: any[]): this;
    /** @sql group */
    groupBy(...columns: any[]): this;
    /** @sql limit {0} */
    limit(count?: any): this;
    /** @sql limit {0} */
    take(count?: any): this;
    /** @sql nothing */
    offset(count?: any): this;
    /** @sql nothing */
    skip(count?: any): this;
    /** @sql nothing */
    setParameter(name: string, value: any): this;
    /** @sql nothing */
    setParameters(values: any): this;
    /** @sql nothing */
    withDeleted(): this;
    /** @sql nothing */
    cache(...options: any[]): this;
    /** @sql nothing */
    comment(text: string): this;
    /** @sql by Locks {0} */
    setLock(mode: any, version?: any, tables?: any): this;
    /** @sql by Waits {0} */
    setOnLocked(what: any): this;
    /** @sql on {0} */
    setQueryRunner(runner: any): this;
    /** @sql insert */
    insert(): this;
    /** @sql from {0:entity} */
    into(entity: any, columns?: any): this;
    /** @sql values {0:rows} */
    values(values: any): this;
    /** @sql do nothing */
    orIgnore(statement?: any): this;
    /** @sql do as {0:sql} */
    onConflict(statement: string): this;
    /**
     * @sql conflict {1:keys}
     * @sql do update SET {0:excluded}
     */
    orUpdate(overwrite: string[], target?: any): this;
    /**
     * @sql conflict {0.conflict_target:keys}
     * @sql do update SET {0.overwrite:excluded}
     */
    orUpdate(parts: { conflict_target: any; overwrite: any }, ...rest: any[]): this;
    /**
     * @sql conflict {1:keys}
     * @sql do update
     */
    orUpdate(overwrite: any, target?: any, options?: any): this;
    /**
     * @sql update {0:entity}
     * @sql set {1:set}
     */
    update(entity: any, values: any): this;
    /** @sql update {0:entity} */
    update(entity: { new (...args: any[]): any } | string): this;
    /**
     * @sql update
     * @sql set {0:set}
     */
    update(values: any): this;
    /** @sql update */
    update(): this;
    /** @sql set {0:set} */
    set(values: any): this;
    /** @sql delete */
    delete(): this;
    /** @sql returning */
    returning(columns: any): this;
    /** @sql nothing */
    execute(): Promise<any>;
    /**
     * @sql select
     * @sql limit 1
     */
    getOne(): Promise<T | null>;
    /**
     * @sql select
     * @sql limit 1
     * @sql or fail
     */
    getOneOrFail(): Promise<T>;
    /** @sql select */
    getMany(): Promise<T[]>;
    /** @sql select */
    getManyAndCount(): Promise<[T[], number]>;
    /** @sql select */
    getRawOne(): Promise<any>;
    /** @sql select */
    getRawMany(): Promise<any[]>;
    /** @sql select */
    getRawAndEntities(): Promise<any>;
    /**
     * @sql select
     * @sql columns count(*)
     */
    getCount(): Promise<number>;
    /**
     * @sql select
     * @sql limit 1
     */
    getExists(): Promise<boolean>;
    stream(): Promise<any>;
    getQuery(): string;
    getSql(): string;
    getQueryAndParameters(): [string, any[]];
    getParameters(): any;
    [method: string]: (...args: any[]) => SelectQueryBuilder<T>;
  }
  /**
   * @handle client
   * @migrates
   */
  export interface QueryRunner {
    connection: DataSource;
    manager: EntityManager;
    /** @tells released */
    isReleased: boolean;
    /** @tells open */
    isTransactionActive: boolean;
    /** @connects */
    connect(): Promise<any>;
    /** @runs sql 0 with 1 */
    query(query: string, parameters?: any[], ...rest: any[]): Promise<any>;
    /** @begins at 0 */
    startTransaction(isolation?: string): Promise<void>;
    /**
     * @commits
     * @aborted resolves
     */
    commitTransaction(): Promise<void>;
    /** @rolls-back */
    rollbackTransaction(): Promise<void>;
    /**
     * @releases
     * @never-rejects
     */
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
  export interface DataSourceOptions {
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
    getRepository<T = any>(entity: { new (...args: any[]): T }): Repository<T>;
    getRepository<T = any>(entity: any): Repository<T>;
    getTreeRepository<T = any>(entity: any): Repository<T>;
    createQueryBuilder(...args: any[]): SelectQueryBuilder;
    /** @opens session */
    createQueryRunner(mode?: string): QueryRunner;
    /** @runs sql 0 with 1 */
    query(query: string, parameters?: any[], runner?: QueryRunner): Promise<any>;
    /**
     * @transaction around 0
     * @aborted resolves
     */
    transaction<T>(callback: (manager: EntityManager) => Promise<T>): Promise<T>;
    /**
     * @transaction around 1 at 0
     * @aborted resolves
     */
    transaction<T>(isolation: string, callback: (manager: EntityManager) => Promise<T>): Promise<T>;
  }

  export const AppDataSource: DataSource;
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
  /** @schema column default renewed options 0 */
  export function UpdateDateColumn(options?: ColumnOptions): any;
  /** @schema column nullable options 0 */
  export function DeleteDateColumn(options?: ColumnOptions): any;
  /** @schema column default renewed options 0 */
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
declare module '@nestjs/typeorm' {
  import { DataSource, DataSourceOptions } from 'typeorm';
  export interface TypeOrmModuleOptions extends DataSourceOptions {}
  export interface TypeOrmOptionsFactory { createTypeOrmOptions(name?: string): DataSourceOptions; }
  export interface TypeOrmModuleAsyncOptions {
    name?: string;
    imports?: any;
    inject?: any;
    useFactory?: (...args: any[]) => DataSourceOptions;
    useClass?: TypeOrmOptionsFactory;
    useExisting?: TypeOrmOptionsFactory;
    dataSourceFactory?: any;
  }
  export class TypeOrmModule {
    /** @makes */
    static forRoot(options?: DataSourceOptions): DataSource;
    /** @makes */
    static forRootAsync(options: TypeOrmModuleAsyncOptions): DataSource;
    static forFeature(...args: any[]): any;
  }
  export function InjectRepository(entity: any, source?: any): any;
  export function InjectDataSource(source?: any): any;
  export function InjectEntityManager(source?: any): any;
  export function getRepositoryToken(entity: any, source?: any): any;
  export function getDataSourceToken(source?: any): any;
  export function getEntityManagerToken(source?: any): any;
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
