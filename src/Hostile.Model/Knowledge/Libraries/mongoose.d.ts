/**
 * Mongoose.
 *
 * @library mongoose 6.x - 9.x
 * @source read in mongoose 9.12.1 lib/query.js and declarations: a query runs when it is awaited, given to then, catch or finally, or executed; a document's save and a model's create run at once
 */
declare module 'mongoose' {
  /** Its methods give itself back, but for those named here. */
  export interface Query<R = any, D = any> {
    /** @lazy */
    then<A = R, B = never>(fulfilled?: ((value: R) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
    catch<B = never>(rejected?: ((reason: any) => B | Promise<B>) | null): Promise<R | B>;
    finally(settled?: (() => void) | null): Promise<R>;
    exec(operation?: any): Promise<R>;
    explain(...args: any[]): Promise<any>;
    cursor(options?: any): any;
    getFilter(): any;
    getQuery(): any;
    getUpdate(): any;
    getOptions(): any;
    $where(...args: any[]): Query<any, D>;
    all(...args: any[]): Query<any, D>;
    allowDiskUse(...args: any[]): Query<any, D>;
    and(...args: any[]): Query<any, D>;
    batchSize(...args: any[]): Query<any, D>;
    box(...args: any[]): Query<any, D>;
    circle(...args: any[]): Query<any, D>;
    collation(...args: any[]): Query<any, D>;
    comment(...args: any[]): Query<any, D>;
    countDocuments(...args: any[]): Query<any, D>;
    deleteMany(...args: any[]): Query<any, D>;
    deleteOne(...args: any[]): Query<any, D>;
    distinct(...args: any[]): Query<any, D>;
    elemMatch(...args: any[]): Query<any, D>;
    equals(...args: any[]): Query<any, D>;
    estimatedDocumentCount(...args: any[]): Query<any, D>;
    exists(...args: any[]): Query<any, D>;
    find(...args: any[]): Query<any, D>;
    findOne(...args: any[]): Query<any, D>;
    findOneAndDelete(...args: any[]): Query<any, D>;
    findOneAndReplace(...args: any[]): Query<any, D>;
    findOneAndUpdate(...args: any[]): Query<any, D>;
    geometry(...args: any[]): Query<any, D>;
    gt(...args: any[]): Query<any, D>;
    gte(...args: any[]): Query<any, D>;
    hint(...args: any[]): Query<any, D>;
    in(...args: any[]): Query<any, D>;
    intersects(...args: any[]): Query<any, D>;
    lean(...args: any[]): Query<any, D>;
    limit(...args: any[]): Query<any, D>;
    lt(...args: any[]): Query<any, D>;
    lte(...args: any[]): Query<any, D>;
    transform(...args: any[]): Query<any, D>;
    maxDistance(...args: any[]): Query<any, D>;
    maxTimeMS(...args: any[]): Query<any, D>;
    merge(...args: any[]): Query<any, D>;
    mod(...args: any[]): Query<any, D>;
    ne(...args: any[]): Query<any, D>;
    near(...args: any[]): Query<any, D>;
    nin(...args: any[]): Query<any, D>;
    nor(...args: any[]): Query<any, D>;
    or(...args: any[]): Query<any, D>;
    orFail(...args: any[]): Query<any, D>;
    polygon(...args: any[]): Query<any, D>;
    populate(...args: any[]): Query<any, D>;
    post(...args: any[]): Query<any, D>;
    pre(...args: any[]): Query<any, D>;
    read(...args: any[]): Query<any, D>;
    readConcern(...args: any[]): Query<any, D>;
    regex(...args: any[]): Query<any, D>;
    replaceOne(...args: any[]): Query<any, D>;
    sanitizeProjection(...args: any[]): Query<any, D>;
    select(...args: any[]): Query<any, D>;
    session(...args: any[]): Query<any, D>;
    set(...args: any[]): Query<any, D>;
    setOptions(...args: any[]): Query<any, D>;
    size(...args: any[]): Query<any, D>;
    skip(...args: any[]): Query<any, D>;
    slice(...args: any[]): Query<any, D>;
    sort(...args: any[]): Query<any, D>;
    tailable(...args: any[]): Query<any, D>;
    updateMany(...args: any[]): Query<any, D>;
    updateOne(...args: any[]): Query<any, D>;
    w(...args: any[]): Query<any, D>;
    where(...args: any[]): Query<any, D>;
    within(...args: any[]): Query<any, D>;
    wtimeout(...args: any[]): Query<any, D>;
    clone(...args: any[]): Query<any, D>;
  }
  export interface Aggregate<R = any> {
    /** @lazy */
    then<A = R, B = never>(fulfilled?: ((value: R) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
    catch<B = never>(rejected?: ((reason: any) => B | Promise<B>) | null): Promise<R | B>;
    exec(): Promise<R>;
    cursor(options?: any): any;
    pipeline(): any[];
    [stage: string]: (...args: any[]) => Aggregate<R>;
  }
  export class Document<I = any> {
    _id: any;
    id: any;
    isNew: boolean;
    save(options?: any): Promise<this>;
    validate(...args: any[]): Promise<void>;
    populate(...args: any[]): Promise<this>;
    deleteOne(options?: any): Query;
    updateOne(...args: any[]): Query;
    toObject(options?: any): any;
    toJSON(options?: any): any;
    get(path: string, ...rest: any[]): any;
    set(...args: any[]): this;
    isModified(path?: any): boolean;
    markModified(path: string, ...rest: any[]): void;
  }
  export interface Model<D = any> {
    new (...args: any[]): any;
    modelName: string;
    collection: any;
    db: Connection;
    schema: any;
    hydrate(value: any, ...rest: any[]): any;
    watch(...args: any[]): any;
    aggregate(...args: any[]): Aggregate;
    discriminator(...args: any[]): any;
    find(...args: any[]): Query;
    findOne(...args: any[]): Query;
    findById(...args: any[]): Query;
    findByIdAndDelete(...args: any[]): Query;
    findByIdAndUpdate(...args: any[]): Query;
    findOneAndDelete(...args: any[]): Query;
    findOneAndReplace(...args: any[]): Query;
    findOneAndUpdate(...args: any[]): Query;
    replaceOne(...args: any[]): Query;
    updateMany(...args: any[]): Query;
    updateOne(...args: any[]): Query;
    deleteMany(...args: any[]): Query;
    deleteOne(...args: any[]): Query;
    countDocuments(...args: any[]): Query;
    estimatedDocumentCount(...args: any[]): Query;
    distinct(...args: any[]): Query;
    exists(...args: any[]): Query;
    where(...args: any[]): Query;
    $where(...args: any[]): Query;
    create(...args: any[]): Promise<any>;
    insertMany(...args: any[]): Promise<any>;
    bulkWrite(...args: any[]): Promise<any>;
    bulkSave(...args: any[]): Promise<any>;
    createCollection(...args: any[]): Promise<any>;
    createIndexes(...args: any[]): Promise<any>;
    ensureIndexes(...args: any[]): Promise<any>;
    syncIndexes(...args: any[]): Promise<any>;
    diffIndexes(...args: any[]): Promise<any>;
    cleanIndexes(...args: any[]): Promise<any>;
    listIndexes(...args: any[]): Promise<any>;
    populate(...args: any[]): Promise<any>;
    init(...args: any[]): Promise<any>;
    validate(...args: any[]): Promise<any>;
    startSession(...args: any[]): Promise<any>;
    insertOne(...args: any[]): Promise<any>;
  }
  export interface ClientSession {
    id: any;
    startTransaction(options?: any): void;
    commitTransaction(): Promise<void>;
    abortTransaction(): Promise<void>;
    endSession(options?: any): Promise<void>;
    /** @calls 0 serially returning promise */
    withTransaction<T>(callback: (session: ClientSession) => Promise<T>, options?: any): Promise<T>;
    inTransaction(): boolean;
  }
  export interface Connection {
    readyState: number;
    db: any;
    collections: any;
    models: any;
    asPromise(): Promise<this>;
    openUri(uri: string, options?: any): Promise<this>;
    /** @closes */
    close(force?: any): Promise<void>;
    destroy(force?: boolean): Promise<void>;
    dropDatabase(): Promise<any>;
    dropCollection(name: string): Promise<any>;
    createCollection(name: string, options?: any): Promise<any>;
    startSession(options?: any): Promise<ClientSession>;
    syncIndexes(options?: any): Promise<any>;
    /** @calls 0 serially returning promise */
    transaction<T>(callback: (session: ClientSession) => Promise<T>, options?: any): Promise<any>;
    collection(name: string): any;
    model<D = any>(name: string, schema?: any, ...rest: any[]): Model<D>;
    useDb(name: string, options?: any): Connection;
    on(event: string, listener: (...args: any[]) => void): this;
    once(event: string, listener: (...args: any[]) => void): this;
  }
  export function connect(uri: string, options?: any): Promise<any>;
  export function disconnect(): Promise<void>;
  export function createConnection(uri?: string, options?: any): Connection;
  export function model<D = any>(name: string, schema?: any, ...rest: any[]): Model<D>;
  export function startSession(options?: any): Promise<ClientSession>;
  export function isValidObjectId(value: any): boolean;
  export const connection: Connection;
  export const Schema: any;
  export const Types: any;
  export const models: any;
}
