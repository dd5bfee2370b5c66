/**
 * cron.
 *
 * @library cron 4.x
 * @source run on cron 4.4.0 (Node 20.20.2): a rejection of `onTick` is written to the console or given to `errorHandler`; jobs overlap, unless `waitForCompletion` is set
 */
declare module 'cron' {
  export class CronJob {
    /** @root 1 schedule taking promise */
    constructor(time: any, onTick: (...args: any[]) => any, onComplete?: any, start?: boolean | null, ...rest: any[]);
    start(): void;
    stop(): Promise<void> | void;
    /** @root 0.onTick schedule taking promise */
    static from(options: { cronTime: any; onTick: (...args: any[]) => any; start?: boolean; timeZone?: string; waitForCompletion?: boolean; errorHandler?: (error: unknown) => void }): CronJob;
  }
}
