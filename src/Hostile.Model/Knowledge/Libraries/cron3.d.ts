/**
 * cron, where a job's rejection is nobody's.
 *
 * @library cron 1.x - 3.x
 * @source run on cron 2.4.4 and 3.5.0 (Node 20.20.2): a rejection of `onTick` is unhandled and ends the process; jobs overlap
 */
declare module 'cron' {
  export class CronJob {
    /** @root 1 schedule dropping promise */
    constructor(time: any, onTick: (...args: any[]) => void, onComplete?: any, start?: boolean | null, ...rest: any[]);
    start(): void;
    stop(): void;
    /** @root 0.onTick schedule dropping promise */
    static from(options: { cronTime: any; onTick: (...args: any[]) => void; start?: boolean; timeZone?: string }): CronJob;
  }
}
