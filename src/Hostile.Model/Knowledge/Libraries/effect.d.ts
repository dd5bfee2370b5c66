/**
 * Effect, of which only what runs an effect is declared: what builds one is out of sight.
 *
 * @library effect 3.x - 4.x
 * @source run on effect 3.22.4 and 4.1.0 (Node 20.20.2): runPromiseExit, of Effect, Runtime and ManagedRuntime, resolves to an Exit whatever fails: a failure, a defect, an exception, an interruption; runPromise rejects; runFork gives a fiber, which is no promise
 * @source read in effect 4.1.0 dist/Effect.d.ts: runPromiseExitWith
 */
declare module 'effect' {
  export namespace Effect {
    export function runPromise<T = any>(effect: any, options?: any): Promise<T>;
    /** @never-rejects */
    export function runPromiseExit(effect: any, options?: any): Promise<any>;
    export function runPromiseExitWith(services: any): ToExit;
    export function runFork(effect: any, options?: any): any;
    export function runSync(effect: any): any;
    export function runSyncExit(effect: any): any;
  }
  export interface ToExit {
    /** @never-rejects */
    (effect: any, options?: any): Promise<any>;
  }
  export namespace Runtime {
    export function runPromiseExit(runtime: any): ToExit;
  }
}
