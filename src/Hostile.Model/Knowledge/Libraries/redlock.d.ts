/**
 * Redlock.
 *
 * @library redlock 5.x
 * @source run on redlock 5.0.0-beta.2 (Redis 7.0.15): ten more tries 200 ms apart, then acquire rejects; release after the lock has expired rejects; `using` does not abort its signal when the key is lost before its time
 * @source read in redlock 5.0.0-beta.2 dist/cjs/index.js: errors are emitted as 'error'; the constructor adds a listener of its own that does nothing, so that none ends the process
 */
declare module 'redlock' {
  import { EventEmitter } from 'events';
  export interface Settings { driftFactor?: number; retryCount?: number; retryDelay?: number; retryJitter?: number; automaticExtensionThreshold?: number; }
  export interface RedlockAbortSignal extends AbortSignal { error?: Error; }
  /** @handle lock */
  export class Lock {
    resources: string[];
    resource: any;
    value: string | null;
    expiration: number;
    /** @releases */
    release(): Promise<any>;
    extend(duration: number): Promise<Lock>;
  }
  /** @emits error swallow */
  export default class Redlock extends EventEmitter {
    constructor(clients: Iterable<any>, settings?: Settings, scripts?: any);
    /** @acquires lock expiring 1 */
    acquire(resources: any, duration: number, settings?: Settings): Promise<Lock>;
    /** @closes 0 */
    release(lock: Lock, settings?: Settings): Promise<any>;
    extend(lock: Lock, duration: number, settings?: Settings): Promise<Lock>;
    /** @calls 2 now returning promise */
    using<T>(resources: any, duration: number, routine: (signal: RedlockAbortSignal) => Promise<T>): Promise<T>;
    /** @calls 3 now returning promise */
    using<T>(resources: any, duration: number, settings: {}, routine: (signal: RedlockAbortSignal) => Promise<T>): Promise<T>;
    quit(): Promise<void>;
  }
  export class ExecutionError extends Error {}
  export class ResourceLockedError extends Error {}
}
