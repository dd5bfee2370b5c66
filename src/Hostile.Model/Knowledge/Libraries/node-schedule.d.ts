/**
 * node-schedule.
 *
 * @library node-schedule 2.x
 * @source run on node-schedule 2.1.1 (Node 20.20.2): a rejection of the job becomes an 'error' of the `Job`, which ends the process when nobody listens for that; a job that lasts longer than its period runs beside itself
 */
declare module 'node-schedule' {
  import { EventEmitter } from 'events';
  export class Job extends EventEmitter {
    name: string;
    cancel(reschedule?: boolean): boolean;
    cancelNext(reschedule?: boolean): boolean;
    reschedule(spec: any): boolean;
    nextInvocation(): any;
    invoke(fireDate?: Date): any;
  }
  export class RecurrenceRule { constructor(...args: any[]); [name: string]: any; }
  export class Range { constructor(start?: number, end?: number, step?: number); }
  /** @root 1 schedule dropping promise */
  export function scheduleJob(rule: any, callback: (fireDate: Date) => any): Job;
  /** @root 2 schedule dropping promise */
  export function scheduleJob(name: string, rule: any, callback: (fireDate: Date) => any, done?: any): Job;
  export function rescheduleJob(job: any, spec: any): Job | null;
  export function cancelJob(job: any): boolean;
  export function gracefulShutdown(): Promise<void>;
  export const scheduledJobs: { [name: string]: Job };
  const schedule: { Job: typeof Job; RecurrenceRule: typeof RecurrenceRule; Range: typeof Range; scheduleJob: typeof scheduleJob; rescheduleJob: typeof rescheduleJob; cancelJob: typeof cancelJob; gracefulShutdown: typeof gracefulShutdown; scheduledJobs: typeof scheduledJobs };
  export default schedule;
}
