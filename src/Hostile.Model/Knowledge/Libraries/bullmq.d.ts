/**
 * BullMQ.
 *
 * @library bullmq 5.x - 6.x
 * @source run on bullmq 5.81.5 (ioredis 5.11.1, Redis 7.0.15): unheard errors, processor failures, concurrency default, listeners that throw
 * @source run on bullmq 5.81.5 (ioredis 5.11.1): with Redis down, `queue.add` stays pending even with `enableOfflineQueue: false`, for it waits until the connection is ready; with `skipWaitingForReady: true` it rejects at once
 * @source run on bullmq 5.81.5 (ioredis 5.11.1, Redis 7.0.15): `attempts` and `backoff` at the top level of a queue's or a worker's options, and `timeout` of a job, are not read; `backoff` without `attempts` is one run; a worker whose connection has a commandTimeout of 1 s reports errors and takes no job in 10 s
 * @source run on bullmq 6.7.0 (ioredis 6.0.0): a processor's rejection fails the job; with Redis down a worker goes on; a worker given an ioredis client of its own with the default maxRetriesPerRequest throws
 */
declare module 'bullmq' {
  import { EventEmitter } from 'events';
  import { Redis } from 'ioredis';

  export interface JobsOptions {
    jobId?: string;
    delay?: number;
    attempts?: number;
    /** @needs attempts */
    backoff?: any;
    repeat?: any;
    priority?: number;
    removeOnComplete?: any;
    removeOnFail?: any;
    /** @ignored */
    timeout?: number;
  }
  export class Job<T = any, R = any> {
    id: string;
    name: string;
    data: T;
    opts: JobsOptions;
    attemptsMade: number;
    returnvalue: R;
    updateProgress(progress: any): Promise<void>;
    updateData(data: T): Promise<void>;
    log(row: string): Promise<number>;
    remove(): Promise<void>;
    retry(): Promise<void>;
    waitUntilFinished(events: QueueEvents, ttl?: number): Promise<R>;
  }
  /** Those of every job, which may say more itself. */
  interface DefaultJobOptions { attempts?: number; backoff?: any; delay?: number; priority?: number; removeOnComplete?: any; removeOnFail?: any; }
  export interface QueueOptions {
    connection: any;
    prefix?: string;
    skipWaitingForReady?: boolean;
    defaultJobOptions?: DefaultJobOptions;
    /** @ignored use defaultJobOptions.attempts */
    attempts?: number;
    /** @ignored use defaultJobOptions.backoff */
    backoff?: any;
  }
  export interface WorkerOptions {
    /**
     * @requires maxRetriesPerRequest null
     * @forbids commandTimeout
     */
    connection: any;
    prefix?: string;
    autorun?: boolean;
    /** @limits jobs default 1 */
    concurrency?: number;
    lockDuration?: number;
    limiter?: any;
    /** @ignored */
    attempts?: number;
    /** @ignored */
    backoff?: any;
  }

  /**
   * @handle queue
   * @emits error swallow
   * @opens connection
   */
  export class Queue<T = any, R = any> extends EventEmitter {
    constructor(name: string, options?: QueueOptions);
    readonly name: string;
    /** @hands-over */
    add(name: string, data: T, options?: JobsOptions): Promise<Job<T, R>>;
    /** @hands-over */
    addBulk(jobs: any[]): Promise<Job<T, R>[]>;
    getJob(id: string): Promise<Job<T, R> | undefined>;
    getJobs(types?: any, start?: number, end?: number): Promise<Job<T, R>[]>;
    pause(): Promise<void>;
    resume(): Promise<void>;
    obliterate(options?: any): Promise<void>;
    /** @closes */
    close(): Promise<void>;
  }
  /**
   * @emits error swallow
   * @opens connection
   */
  export class QueueEvents extends EventEmitter {
    constructor(name: string, options?: QueueOptions);
    /** @closes */
    close(): Promise<void>;
  }
  /**
   * @emits error swallow
   * @opens connection
   */
  export class Worker<T = any, R = any> extends EventEmitter {
    /**
     * @calls 1 often taking promise
     * @root 1 job
     */
    constructor(name: string, processor: (job: Job<T, R>, token?: string) => Promise<R>, options?: WorkerOptions);
    run(): Promise<void>;
    pause(doNotWaitActive?: boolean): Promise<void>;
    resume(): void;
    /** @closes */
    close(force?: boolean): Promise<void>;
  }
  export class UnrecoverableError extends Error {}
}
