/**
 * pg-boss.
 *
 * @library pg-boss 9.x - 12.x
 * @source run on pg-boss 10.4.2 (Node 20.20.2, PostgreSQL 15.18): start() rejects when the database is away; an 'error' that nobody hears ends the process (connection lost); a handler's rejection makes the job retry
 * @source read in pg-boss 10.4.2 types.d.ts: signatures
 */
declare module 'pg-boss' {
  import { EventEmitter } from 'events';
  export interface Job<T = any> { id: string; name: string; data: T; expireInSeconds: number; signal: AbortSignal; }
  /**
   * @handle queue
   * @emits error crash
   */
  class PgBoss extends EventEmitter {
    constructor(options: any);
    start(): Promise<PgBoss>;
    /** @closes */
    stop(options?: any): Promise<void>;
    /** @hands-over unless 0.options */
    send(request: { name: string; data?: any; options?: any }): Promise<string | null>;
    /** @hands-over unless 2.db */
    send(name: string, data?: any, options?: any): Promise<string | null>;
    /** @hands-over unless 2.db */
    sendAfter(name: string, data: any, options: any, after?: any): Promise<string | null>;
    sendThrottled(...args: any[]): Promise<string | null>;
    sendDebounced(...args: any[]): Promise<string | null>;
    insert(...args: any[]): Promise<any>;
    fetch(name: string, ...rest: any[]): Promise<any>;
    /** @root 1 job taking promise */
    work(name: string, handler: (jobs: any) => any): Promise<string>;
    /** @root 2 job taking promise */
    work(name: string, options: {}, handler: (jobs: any) => any): Promise<string>;
    offWork(...args: any[]): Promise<void>;
    notifyWorker(id: string): void;
    subscribe(event: string, name: string): Promise<void>;
    unsubscribe(event: string, name: string): Promise<void>;
    publish(event: string, ...rest: any[]): Promise<any>;
    cancel(...args: any[]): Promise<any>;
    resume(...args: any[]): Promise<any>;
    retry(...args: any[]): Promise<any>;
    complete(...args: any[]): Promise<any>;
    fail(...args: any[]): Promise<any>;
    deleteJob(...args: any[]): Promise<any>;
    getJobById(...args: any[]): Promise<any>;
    createQueue(name: string, options?: any): Promise<void>;
    updateQueue(name: string, options?: any): Promise<void>;
    deleteQueue(name: string): Promise<void>;
    purgeQueue(name: string): Promise<void>;
    getQueues(...args: any[]): Promise<any[]>;
    getQueue(name: string): Promise<any>;
    getQueueSize(name: string, options?: any): Promise<number>;
    clearStorage(): Promise<void>;
    schedule(name: string, cron: string, data?: any, options?: any): Promise<void>;
    unschedule(name: string, ...rest: any[]): Promise<void>;
    getSchedules(...args: any[]): Promise<any[]>;
    maintain(): Promise<void>;
    isInstalled(): Promise<boolean>;
    schemaVersion(): Promise<number>;
    getDb(): any;
  }
  export { PgBoss };
  export default PgBoss;
}
