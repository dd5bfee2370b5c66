/**
 * Bull.
 *
 * @library bull 4.x
 * @source run on bull 4.16.5 (Node 20.20.2, Redis 7.0.15): a processor's rejection fails the job; a 'failed' listener that rejects ends the process; with Redis down `add` and `process` are pending, and an 'error' that nobody hears vanishes; one job at a time by default
 * @source read in bull 4.16.5 lib/queue.js: the promise of `process` rejects only where the queue cannot begin (`isReady`, the subscription to delayed jobs); errors of jobs and of its own timers are told by events
 */
declare module 'bull' {
  import { EventEmitter } from 'events';
  namespace Bull {
    export interface JobOptions { jobId?: any; delay?: number; attempts?: number; backoff?: any; timeout?: number; repeat?: any; priority?: number; removeOnComplete?: any; removeOnFail?: any; lifo?: boolean; }
    export interface QueueOptions { redis?: any; prefix?: string; defaultJobOptions?: JobOptions; settings?: any; limiter?: any; createClient?: any; }
    export interface Job<T = any> {
      id: any;
      name: string;
      data: T;
      opts: JobOptions;
      attemptsMade: number;
      queue: Queue<T>;
      progress(value?: any): any;
      log(row: string): Promise<any>;
      update(data: T): Promise<void>;
      remove(): Promise<void>;
      retry(): Promise<void>;
      finished(): Promise<any>;
      isCompleted(): Promise<boolean>;
      isFailed(): Promise<boolean>;
      getState(): Promise<string>;
      moveToFailed(...args: any[]): Promise<any>;
      moveToCompleted(...args: any[]): Promise<any>;
    }
    /**
     * @handle queue
     * @emits error swallow
     */
    export interface Queue<T = any> extends EventEmitter {
      name: string;
      client: any;
      clients: any[];
      isReady(): Promise<this>;
      /** @hands-over */
      add(data: T, options?: JobOptions): Promise<Job<T>>;
      /** @hands-over */
      add(name: string, data: T, options?: JobOptions): Promise<Job<T>>;
      /** @hands-over */
      addBulk(jobs: any[]): Promise<Job<T>[]>;
      /** @root 0 job taking promise */
      process(processor: (job: Job<T>) => any): Promise<void>;
      /** @root 1 job taking promise */
      process(concurrency: any, processor: (job: Job<T>) => any): Promise<void>;
      /** @root 2 job taking promise */
      process(name: string, concurrency: number, processor: (job: Job<T>) => any): Promise<void>;
      getJob(id: any): Promise<Job<T> | null>;
      getJobs(types: any, ...rest: any[]): Promise<Job<T>[]>;
      getJobCounts(...types: any[]): Promise<any>;
      getWaiting(...args: any[]): Promise<Job<T>[]>;
      getActive(...args: any[]): Promise<Job<T>[]>;
      getDelayed(...args: any[]): Promise<Job<T>[]>;
      getCompleted(...args: any[]): Promise<Job<T>[]>;
      getFailed(...args: any[]): Promise<Job<T>[]>;
      getRepeatableJobs(...args: any[]): Promise<any[]>;
      removeRepeatable(...args: any[]): Promise<void>;
      removeRepeatableByKey(key: string): Promise<void>;
      removeJobs(pattern: string): Promise<void>;
      clean(grace: number, ...rest: any[]): Promise<any[]>;
      empty(): Promise<void>;
      obliterate(options?: any): Promise<void>;
      pause(...args: any[]): Promise<void>;
      resume(local?: boolean): Promise<void>;
      count(): Promise<number>;
      whenCurrentJobsFinished(): Promise<void>;
      /** @closes */
      close(doNotWait?: boolean): Promise<any>;
    }
  }
  class Bull<T = any> {
    constructor(name: string, ...rest: any[]);
  }
  interface Bull<T = any> extends Bull.Queue<T> {}
  export interface Job<T = any> extends Bull.Job<T> {}
  export interface Queue<T = any> extends Bull.Queue<T> {}
  export interface JobOptions extends Bull.JobOptions {}
  export interface QueueOptions extends Bull.QueueOptions {}
  export default Bull;
}
