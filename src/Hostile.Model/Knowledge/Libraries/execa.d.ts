/**
 * Execa.
 *
 * @library execa 5.x - 9.x
 * @source run on execa 9.6.1 (Node 20.20.2): a command that is missing, fails or outlasts `timeout` rejects, and nothing else is emitted; with `reject: false` it resolves
 */
declare module 'execa' {
  export interface Options {
    /** @bounds command in ms by client default none off 0 */
    timeout?: number;
    /** @bounds command by signal */
    cancelSignal?: AbortSignal;
    reject?: boolean;
    cwd?: any;
    env?: any;
    stdio?: any;
    shell?: any;
    input?: any;
    all?: boolean;
    preferLocal?: boolean;
  }
  export interface Result { stdout: any; stderr: any; all?: any; exitCode?: number; failed: boolean; timedOut: boolean; isCanceled: boolean; command: string; signal?: string; }
  export interface ResultPromise extends Promise<Result> { pid?: number; stdin: any; stdout: any; stderr: any; all?: any; kill(...args: any[]): boolean; on(event: string, listener: (...args: any[]) => void): this; }
  /** @waits command */
  export function execa(file: any, ...rest: any[]): ResultPromise;
  /** @waits command */
  export function execaCommand(command: string, options?: Options): ResultPromise;
  /** @waits command */
  export function execaNode(script: string, ...rest: any[]): ResultPromise;
  export function execaSync(file: string, ...rest: any[]): Result;
  export function execaCommandSync(command: string, options?: Options): Result;
  /** @waits command */
  export function $(...args: any[]): ResultPromise;
  export class ExecaError extends Error { exitCode?: number; stdout: any; stderr: any; }
  export default execa;
}
