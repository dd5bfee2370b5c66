/**
 * Payload.
 *
 * @library payload 2.x - 4.x
 * @wherever PayloadRequest initTransaction commitTransaction killTransaction
 * @source read in payload 4.0.0-canary.14 src/utilities/initTransaction.ts, commitTransaction.ts, killTransaction.ts: a transaction begins in `req.transactionID` unless one is there, which is not this caller's to end; the end deletes it
 * @source read in payload 4.0.0-canary.14 src/utilities/createLocalReq.ts and src/collections/operations: a call of the local API without `req` makes a request of its own, and what writes begins and commits a transaction in it; what only reads begins none
 * @source read in payload 4.0.0-canary.14 src/collections/operations/create.ts, updateByID.ts, deleteByID.ts, src/globals/operations/update.ts: the hooks around validation, change and deletion run between the begin and the commit
 * @source read in payload 4.0.0-canary.14 packages/drizzle/src/utilities/getTransaction.ts: a method of the database adapter runs on the session that `req.transactionID` names, and on the pool when there is none
 */
declare module 'payload' {
  export interface PayloadRequest {
    payload: Payload;
    user: any;
    transactionID?: any;
    headers: any;
    context: any;
    locale?: any;
    t: any;
    i18n: any;
    json?: () => Promise<any>;
  }
  export interface DatabaseAdapter {
    beginTransaction(options?: any): Promise<any>;
    commitTransaction(id: any): Promise<void>;
    rollbackTransaction(id: any): Promise<void>;
    /** @joins 0.req writing */
    create(args: any): Promise<any>;
    /** @joins 0.req writing */
    updateOne(args: any): Promise<any>;
    /** @joins 0.req writing */
    updateMany(args: any): Promise<any>;
    /** @joins 0.req writing */
    deleteOne(args: any): Promise<any>;
    /** @joins 0.req writing */
    deleteMany(args: any): Promise<any>;
    /** @joins 0.req writing */
    upsert(args: any): Promise<any>;
    /** @joins 0.req writing */
    createVersion(args: any): Promise<any>;
    /** @joins 0.req writing */
    updateVersion(args: any): Promise<any>;
    /** @joins 0.req writing */
    deleteVersions(args: any): Promise<any>;
    /** @joins 0.req writing */
    createGlobal(args: any): Promise<any>;
    /** @joins 0.req writing */
    updateGlobal(args: any): Promise<any>;
    /** @joins 0.req writing */
    createGlobalVersion(args: any): Promise<any>;
    /** @joins 0.req writing */
    updateGlobalVersion(args: any): Promise<any>;
    /** @joins 0.req writing */
    updateJobs(args: any): Promise<any>;
    /** @joins 0.req */
    find(args: any): Promise<any>;
    /** @joins 0.req */
    findOne(args: any): Promise<any>;
    /** @joins 0.req */
    findDistinct(args: any): Promise<any>;
    /** @joins 0.req */
    count(args: any): Promise<any>;
    /** @joins 0.req */
    countVersions(args: any): Promise<any>;
    /** @joins 0.req */
    countGlobalVersions(args: any): Promise<any>;
    /** @joins 0.req */
    findVersions(args: any): Promise<any>;
    /** @joins 0.req */
    findGlobal(args: any): Promise<any>;
    /** @joins 0.req */
    findGlobalVersions(args: any): Promise<any>;
    /** @joins 0.req */
    queryDrafts(args: any): Promise<any>;
  }
  export interface Payload {
    db: DatabaseAdapter;
    config: any;
    collections: any;
    logger: any;
    /** @joins 0.req writing */
    create(options: any): Promise<any>;
    /** @joins 0.req writing */
    update(options: any): Promise<any>;
    /** @joins 0.req writing */
    delete(options: any): Promise<any>;
    /** @joins 0.req writing */
    duplicate(options: any): Promise<any>;
    /** @joins 0.req writing */
    restoreVersion(options: any): Promise<any>;
    /** @joins 0.req writing */
    updateGlobal(options: any): Promise<any>;
    /** @joins 0.req writing */
    restoreGlobalVersion(options: any): Promise<any>;
    /** @joins 0.req writing */
    forgotPassword(options: any): Promise<any>;
    /** @joins 0.req writing */
    login(options: any): Promise<any>;
    /** @joins 0.req writing */
    resetPassword(options: any): Promise<any>;
    /** @joins 0.req writing */
    unlock(options: any): Promise<any>;
    /** @joins 0.req writing */
    verifyEmail(options: any): Promise<any>;
    /** @joins 0.req */
    find(options: any): Promise<any>;
    /** @joins 0.req */
    findByID(options: any): Promise<any>;
    /** @joins 0.req */
    findDistinct(options: any): Promise<any>;
    /** @joins 0.req */
    count(options: any): Promise<any>;
    /** @joins 0.req */
    countVersions(options: any): Promise<any>;
    /** @joins 0.req */
    countGlobalVersions(options: any): Promise<any>;
    /** @joins 0.req */
    findVersions(options: any): Promise<any>;
    /** @joins 0.req */
    findVersionByID(options: any): Promise<any>;
    /** @joins 0.req */
    findGlobal(options: any): Promise<any>;
    /** @joins 0.req */
    findGlobalVersions(options: any): Promise<any>;
    /** @joins 0.req */
    findGlobalVersionByID(options: any): Promise<any>;
  }
  export type BasePayload = Payload;
  /** @begins in 0 */
  export function initTransaction(req: any): Promise<boolean>;
  /** @commits in 0 */
  export function commitTransaction(req: any): Promise<void>;
  /** @rolls-back in 0 */
  export function killTransaction(req: any): Promise<void>;
  export function createLocalReq(options: any, payload: Payload): Promise<PayloadRequest>;
  export function getPayload(options: any): Promise<Payload>;
  interface Hooked {
    /** @carries transaction */
    req: PayloadRequest;
    id: any;
    data: any;
    doc: any;
    previousDoc: any;
    originalDoc: any;
    collection: any;
    global: any;
    context: any;
    operation: any;
  }
  export type CollectionBeforeValidateHook<T = any> = (args: Hooked) => any;
  export type CollectionBeforeChangeHook<T = any> = (args: Hooked) => any;
  export type CollectionAfterChangeHook<T = any> = (args: Hooked) => any;
  export type CollectionBeforeDeleteHook<T = any> = (args: Hooked) => any;
  export type CollectionAfterDeleteHook<T = any> = (args: Hooked) => any;
  export type GlobalBeforeValidateHook<T = any> = (args: Hooked) => any;
  export type GlobalBeforeChangeHook<T = any> = (args: Hooked) => any;
  export type GlobalAfterChangeHook<T = any> = (args: Hooked) => any;
  export type PayloadHandler = (req: PayloadRequest) => any;
  export interface Endpoint { path: string; method: string; handler: PayloadHandler; }
}
