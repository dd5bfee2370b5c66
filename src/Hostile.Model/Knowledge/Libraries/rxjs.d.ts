/**
 * RxJS: which callbacks run whenever a value comes, and what becomes of their promises.
 *
 * @library rxjs 6.x - 7.x
 * @source run on rxjs 7.8.2 (Node 20.20.2): the callbacks of tap, finalize and subscribe are not waited for, and a rejection of theirs is unhandled; mergeMap, switchMap, concatMap, exhaustMap and catchError take the promise, and its rejection becomes the error of what they give; what the callback of map returns is the value, a promise, too
 * @source run on rxjs 7 (Node 20.20.2): what the callbacks of tap, map, filter, mergeMap, switchMap, concatMap, exhaustMap, takeWhile and catchError throw is the error of what they give; what those of subscribe and finalize throw is caught by nobody
 */
declare module 'rxjs' {
  export class Observable<T = any> {
    pipe(...operators: any[]): Observable<any>;
    /** @root 0+ event dropping promise */
    subscribe(next?: any, error?: any, complete?: any): Subscription;
    toPromise(): Promise<T | undefined>;
  }
  export class Subscription {
    unsubscribe(): void;
    add(teardown: any): void;
    readonly closed: boolean;
  }
  export interface OperatorFunction<T = any, R = any> {}
  /**
   * @calls 0+ often dropping promise
   * @catches
   */
  export function tap(next?: any, error?: any, complete?: any): OperatorFunction;
  /** @calls 0 later dropping promise */
  export function finalize(callback: () => any): OperatorFunction;
  /**
   * @calls 0 often returning promise
   * @catches
   */
  export function map(project: (value: any, index: number) => any): OperatorFunction;
  /**
   * @calls 0 often taking promise
   * @catches
   */
  export function mergeMap(project: (value: any, index: number) => any, ...rest: any[]): OperatorFunction;
  /**
   * @calls 0 often taking promise
   * @catches
   */
  export function switchMap(project: (value: any, index: number) => any): OperatorFunction;
  /**
   * @calls 0 serially taking promise
   * @catches
   */
  export function concatMap(project: (value: any, index: number) => any): OperatorFunction;
  /**
   * @calls 0 often taking promise
   * @catches
   */
  export function exhaustMap(project: (value: any, index: number) => any): OperatorFunction;
  /**
   * @calls 0 later taking promise
   * @catches
   */
  export function catchError(selector: (error: any, caught: any) => any): OperatorFunction;
  export function from(input: any): Observable<any>;
  export function of(...values: any[]): Observable<any>;
  export function throwError(error: any): Observable<never>;
  export function firstValueFrom<T>(source: Observable<T>, config?: any): Promise<T>;
  export function lastValueFrom<T>(source: Observable<T>, config?: any): Promise<T>;
}
declare module 'rxjs/operators' {
  export { tap, finalize, map, mergeMap, switchMap, concatMap, exhaustMap, catchError } from 'rxjs';
}
