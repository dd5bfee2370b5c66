/**
 * What bounds how much runs at once in one process, and what tries again.
 *
 * @library p-limit 3.x - 7.x
 * @library p-map 4.x - 7.x
 * @library p-queue 6.x - 9.x
 * @library p-retry 4.x - 7.x
 * @library async-mutex 0.3.x - 0.5.x
 * @library async-lock 1.x
 * @library cockatiel 3.x
 * @library opossum 6.x - 9.x
 * @source run on p-limit 7.3.3, p-map 7.1.1, p-queue 9.3.5, p-retry 7.1.1, async-mutex 0.5.0, cockatiel 3.2.1, opossum 9.0.0 (Node 20.20.2): how many run at once by default and with an option; a promise that these return rejects as its task does and is unhandled when nobody takes it; p-queue's `timeout` rejects, its onIdle does not; a mutex waits for ever without withTimeout; opossum gives up after 10 s; cockatiel's aggressive timeout rejects, its cooperative one waits
 * @source run on async-lock 1.5.0 (Node 20.20.2): functions of one key run one after the other, of two keys beside one another; one that waits for its own key waits for ever; what it throws rejects the promise, and the key is free again
 * @source read in async-mutex 0.5.0 lib/Semaphore.js: `acquire` rejects only when somebody calls `cancel`
 */
declare module 'p-limit' {
  export interface LimitFunction {
    readonly activeCount: number;
    readonly pendingCount: number;
    concurrency: number;
    clearQueue(): void;
    /**
     * @calls 0 later returning promise
     * @throttles 0
     */
    <R>(task: (...args: any[]) => R | Promise<R>, ...args: any[]): Promise<R>;
    map<T, R>(items: Iterable<T>, task: (item: T, index: number) => R | Promise<R>): Promise<R[]>;
  }
  export default function pLimit(concurrency: any): LimitFunction;
  /** @throttles 0 */
  export function limitFunction<F>(task: F, options: { concurrency: number }): F;
}
declare module 'p-map' {
  export interface Options { concurrency?: number; stopOnError?: boolean; signal?: AbortSignal; }
  /**
   * @calls 1 each returning promise
   * @throttles 1 to 2.concurrency
   */
  export default function pMap<T, R>(items: any, mapper: (item: T, index: number) => R | Promise<R>, options?: Options): Promise<R[]>;
  export const pMapSkip: any;
}
declare module 'p-queue' {
  import { EventEmitter } from 'events';
  export interface Options {
    /** @limits jobs default Infinity */
    concurrency?: number;
    interval?: number;
    intervalCap?: number;
    autoStart?: boolean;
    throwOnTimeout?: boolean;
    carryoverConcurrencyCount?: boolean;
    /** @bounds command in ms by client default none */
    timeout?: number;
  }
  /** @emits error swallow */
  export default class PQueue extends EventEmitter {
    constructor(options?: Options);
    readonly size: number;
    readonly pending: number;
    readonly isPaused: boolean;
    concurrency: number;
    /**
     * @calls 0 later returning promise
     * @throttles 0
     */
    add<R>(task: (options: any) => R | Promise<R>, options?: any): Promise<R>;
    addAll<R>(tasks: any[], options?: any): Promise<R[]>;
    start(): this;
    pause(): void;
    clear(): void;
    /** @never-rejects */
    onIdle(): Promise<void>;
    /** @never-rejects */
    onEmpty(): Promise<void>;
    /** @never-rejects */
    onSizeLessThan(limit: number): Promise<void>;
  }
}
declare module 'p-retry' {
  export interface Options { retries?: number; factor?: number; minTimeout?: number; maxTimeout?: number; maxRetryTime?: number; forever?: boolean; signal?: AbortSignal; onFailedAttempt?: (error: any) => any; shouldRetry?: (error: any) => any; }
  /** @calls 0 serially returning promise */
  export default function pRetry<T>(task: (attempt: number) => T | Promise<T>, options?: Options): Promise<T>;
  export class AbortError extends Error {}
}
declare module 'async-lock' {
  export default class AsyncLock {
    constructor(options?: { timeout?: number; maxOccupationTime?: number; maxExecutionTime?: number; maxPending?: number; domainReentrant?: boolean });
    /**
     * @calls 1 later returning promise
     * @throttles 1 alone by 0
     */
    acquire<T>(key: any, task: (done?: (error?: any, result?: T) => void) => T | Promise<T>, options?: any): Promise<T>;
    isBusy(key?: any): boolean;
  }
}
declare module 'async-mutex' {
  export interface Releaser { (): void; }
  /** @handle lock */
  export class Mutex {
    constructor(cancel?: Error);
    /**
     * @acquires lock
     * @never-rejects
     */
    acquire(priority?: number): Promise<Releaser>;
    /** @releases */
    release(): void;
    /**
     * @calls 0 later returning promise
     * @throttles 0 alone
     */
    runExclusive<T>(task: () => T | Promise<T>, priority?: number): Promise<T>;
    isLocked(): boolean;
    waitForUnlock(priority?: number): Promise<void>;
    cancel(): void;
  }
  /** @handle lock */
  export class Semaphore {
    constructor(value: number, cancel?: Error);
    /** @acquires lock */
    acquire(weight?: number, priority?: number): Promise<[number, Releaser]>;
    /** @releases */
    release(weight?: number): void;
    /**
     * @calls 0 later returning promise
     * @throttles 0
     */
    runExclusive<T>(task: (value: number) => T | Promise<T>, weight?: number, priority?: number): Promise<T>;
    isLocked(): boolean;
    getValue(): number;
    setValue(value: number): void;
    waitForUnlock(weight?: number, priority?: number): Promise<void>;
    cancel(): void;
  }
  export interface MutexInterface extends Mutex {}
  export interface SemaphoreInterface extends Semaphore {}
  export function withTimeout<L>(lock: L, ms: number, error?: Error): L;
  export function tryAcquire<L>(lock: L, error?: Error): L;
  export const E_TIMEOUT: Error;
  export const E_ALREADY_LOCKED: Error;
  export const E_CANCELED: Error;
}
declare module 'cockatiel' {
  export interface IPolicy<C = any, R = any> {
    /** @calls 0 often returning promise */
    execute<T>(task: (context: C) => T | Promise<T>, signal?: AbortSignal): Promise<T>;
    onSuccess: any;
    onFailure: any;
  }
  export interface RetryPolicy extends IPolicy { onRetry: any; onGiveUp: any; }
  export interface CircuitBreakerPolicy extends IPolicy { state: number; onBreak: any; onReset: any; onHalfOpen: any; isolate(): any; }
  export interface TimeoutPolicy extends IPolicy { onTimeout: any; }
  export interface FallbackPolicy extends IPolicy {}
  export interface BulkheadPolicy extends IPolicy {
    /**
     * @calls 0 later returning promise
     * @throttles 0
     */
    execute<T>(task: (context: any) => T | Promise<T>, signal?: AbortSignal): Promise<T>;
    executionSlots: number;
    queueSlots: number;
  }
  export function retry(policy: any, options?: any): RetryPolicy;
  export function circuitBreaker(policy: any, options: any): CircuitBreakerPolicy;
  export function timeout(ms: number, options?: any): TimeoutPolicy;
  export function bulkhead(limit: number, queue?: number): BulkheadPolicy;
  export function fallback(policy: any, value: any): FallbackPolicy;
  export function wrap(...policies: any[]): IPolicy;
  export function handleType(...args: any[]): any;
  export function handleWhen(predicate: (error: Error) => boolean): any;
  export const handleAll: any;
  export const noop: IPolicy;
  export const TimeoutStrategy: { Cooperative: any; Aggressive: any };
  export class ExponentialBackoff { constructor(options?: any); }
  export class ConstantBackoff { constructor(ms: number, ...rest: any[]); }
  export class ConsecutiveBreaker { constructor(failures: number); }
  export class SamplingBreaker { constructor(options: any); }
}
declare module 'opossum' {
  import { EventEmitter } from 'events';
  export interface Options {
    /** @bounds command in ms by client default 10000 off false */
    timeout?: number | false;
    errorThresholdPercentage?: number;
    resetTimeout?: number;
    volumeThreshold?: number;
    rollingCountTimeout?: number;
    /** @limits jobs default Infinity */
    capacity?: number;
    name?: string;
    errorFilter?: (error: any) => boolean;
    abortController?: AbortController;
  }
  /** @emits error swallow */
  export default class CircuitBreaker<A = any, R = any> extends EventEmitter {
    /** @calls 0 often returning promise */
    constructor(action: (...args: any[]) => R | Promise<R>, options?: Options);
    fire(...args: any[]): Promise<R>;
    call(context: any, ...args: any[]): Promise<R>;
    fallback(action: any): this;
    healthCheck(check: () => Promise<any>, interval?: number): void;
    open(): void;
    close(): void;
    enable(): void;
    disable(): void;
    shutdown(): void;
    opened: boolean;
    closed: boolean;
    halfOpen: boolean;
    stats: any;
    status: any;
  }
}
