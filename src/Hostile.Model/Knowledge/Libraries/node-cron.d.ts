/**
 * node-cron.
 *
 * @library node-cron 3.x - 4.x
 * @source run on node-cron 3.0.3 and 4.6.0 (Node 20.20.2): a rejection of the task does not end the process (4 writes it to the console, 3 drops it); a task that lasts longer than its period runs beside itself, unless `noOverlap` is set (4)
 */
declare module 'node-cron' {
  export interface ScheduledTask { start(): any; stop(): any; destroy(): any; }
  export interface TaskOptions { timezone?: string; name?: string; noOverlap?: boolean; scheduled?: boolean; runOnInit?: boolean; recoverMissedExecutions?: boolean; }
  /** @root 1 schedule taking promise */
  export function schedule(expression: string, task: (...args: any[]) => any, options?: TaskOptions): ScheduledTask;
  export function validate(expression: string): boolean;
  const cron: { schedule: typeof schedule; validate: typeof validate };
  export default cron;
}
