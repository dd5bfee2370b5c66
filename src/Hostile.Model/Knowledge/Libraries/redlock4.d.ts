/**
 * Redlock, version 4.
 *
 * @library redlock 4.x
 * @source run on redlock 4.2.0 (Redis 7.0.15): ten more tries 200 ms apart, then acquire rejects; release after the lock has expired rejects
 * @source read in redlock 4.2.0 redlock.js: errors of clients are emitted as 'clientError', which ends nothing
 */
declare module 'redlock' {
  import { EventEmitter } from 'events';
  export interface Settings { driftFactor?: number; retryCount?: number; retryDelay?: number; retryJitter?: number; automaticExtensionThreshold?: number; }
  /** @handle lock */
  export class Lock {
    resources: string[];
    resource: any;
    value: string | null;
    expiration: number;
    /** @releases */
    release(): Promise<any>;
    /** @releases */
    unlock(): Promise<void>;
    extend(duration: number): Promise<Lock>;
  }
  /** @emits error swallow */
  export default class Redlock extends EventEmitter {
    constructor(clients: Iterable<any>, settings?: Settings, scripts?: any);
    /** @acquires lock expiring 1 */
    acquire(resources: any, duration: number, settings?: Settings): Promise<Lock>;
    /** @acquires lock expiring 1 */
    lock(resource: any, ttl: number): Promise<Lock>;
    release(lock: Lock, settings?: Settings): Promise<any>;
    unlock(lock: Lock): Promise<void>;
    extend(lock: Lock, duration: number, settings?: Settings): Promise<Lock>;
    quit(): Promise<void>;
  }
  export class LockError extends Error {}
}
