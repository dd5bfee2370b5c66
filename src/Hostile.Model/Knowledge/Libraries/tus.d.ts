/**
 * The tus server: uploads that may be resumed.
 *
 * @library @tus/utils 0.x
 * @library @tus/server 1.x - 2.x
 * @source read in @tus/server 2.4.5 dist/handlers/PatchHandler.js and PostHandler.js: the lock is taken before the body is read into the store, and given back in `finally` after that
 * @source read in @tus/server 2.4.5 dist/handlers/BaseHandler.js: what asks the holder to let go is `() => { context.cancel(); }`
 * @source read in @tus/utils 0.7.1 dist/models/Locker.d.ts: what a locker has
 */
declare module '@tus/utils' {
  /** What the server gives cancels the request at once, and answers nothing. */
  export type RequestRelease = () => void;
  export interface Locker { newLock(id: string): Lock; }
  export interface Lock {
    /** @held-for input */
    lock(signal: AbortSignal, cancelReq: RequestRelease): Promise<void>;
    unlock(): Promise<void>;
  }
}
declare module '@tus/server' {
  /** What the server gives cancels the request at once, and answers nothing. */
  export type RequestRelease = () => void;
  export interface Locker { newLock(id: string): Lock; }
  export interface Lock {
    /** @held-for input */
    lock(signal: AbortSignal, cancelReq: RequestRelease): Promise<void>;
    unlock(): Promise<void>;
  }
}
