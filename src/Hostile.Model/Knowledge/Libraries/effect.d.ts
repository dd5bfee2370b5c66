/**
 * Effect, of which only what runs an effect is declared: what builds one is out of sight.
 *
 * @library effect 3.x - 4.x
 * @source run on effect 3.22.4 and 4.1.0 (Node 20.20.2): runPromiseExit, of Effect, Runtime and ManagedRuntime, resolves to an Exit whatever fails: a failure, a defect, an exception, an interruption; runPromise rejects; runFork gives a fiber, which is no promise
 * @source run on effect 3.22.4 (Node 20.20.2): runPromise of work that ends with catchAll, catchAllCause, orElse, orElseSucceed, ignore, ignoreLogged, either, exit, option, merge, match, matchEffect, matchCause or matchCauseEffect resolves when the work fails; of a defect (Effect.promise that rejects) only with catchAllCause, ignoreLogged, exit, matchCause and matchCauseEffect; with tap, tapError, retry, ensuring, catchTag, orDie and sandbox it rejects; a handler that fails or throws, and a tap behind it that fails, reject
 * @source read in effect 4.1.0 dist/Effect.d.ts: runPromiseExitWith
 */
declare module 'effect' {
  export namespace Effect {
    /** @rejects-as 0 */
    export function runPromise<T = any>(effect: any, options?: any): Promise<T>;
    /** @never-rejects */
    export function runPromiseExit(effect: any, options?: any): Promise<any>;
    export function runPromiseExitWith(services: any): ToExit;
    export function runFork(effect: any, options?: any): any;
    export function runSync(effect: any): any;
    export function runSyncExit(effect: any): any;
    /** @recovers */
    export function catchAll(...given: any[]): any;
    /** @recovers */
    export function orElse(...given: any[]): any;
    /** @recovers */
    export function orElseSucceed(...given: any[]): any;
    /** @recovers */
    export function ignore(...given: any[]): any;
    /** @recovers */
    export function either(...given: any[]): any;
    /** @recovers */
    export function option(...given: any[]): any;
    /** @recovers */
    export function merge(...given: any[]): any;
    /** @recovers */
    export function match(...given: any[]): any;
    /** @recovers */
    export function matchEffect(...given: any[]): any;
    /** @recovers all */
    export function catchAllCause(...given: any[]): any;
    /** @recovers all */
    export function ignoreLogged(...given: any[]): any;
    /** @recovers all */
    export function exit(...given: any[]): any;
    /** @recovers all */
    export function matchCause(...given: any[]): any;
    /** @recovers all */
    export function matchCauseEffect(...given: any[]): any;
    /** @keeps-failure */
    export function asVoid(...given: any[]): any;
    /** @keeps-failure */
    export function as(...given: any[]): any;
    /** @keeps-failure */
    export function withSpan(...given: any[]): any;
    /** @keeps-failure */
    export function annotateLogs(...given: any[]): any;
    /** @fails */
    export function fail(...given: any[]): any;
    /** @fails */
    export function failCause(...given: any[]): any;
    /** @fails */
    export function tryPromise(...given: any[]): any;
    /** @fails unforeseen */
    export function promise(...given: any[]): any;
    /** @fails unforeseen */
    export function die(...given: any[]): any;
    /** @fails unforeseen */
    export function dieMessage(...given: any[]): any;
    /** @fails unforeseen */
    export function orDie(...given: any[]): any;
  }
  export interface ToExit {
    /** @never-rejects */
    (effect: any, options?: any): Promise<any>;
  }
  export namespace Runtime {
    export function runPromiseExit(runtime: any): ToExit;
  }
}
