/**
 * async. Only what is given async functions and no callback.
 *
 * @library async 3.x
 * @source run on async 3.2.6 (Node 20.20.2): without a callback they give a promise; `each` and `map` begin with all elements at once, those with a limit with so many; the first that rejects rejects the promise while the others run on, and no further one is begun; a series goes one by one
 */
declare module 'async' {
  /** @calls 1 each returning promise */
  export function each(items: any, work: (item: any) => any): Promise<void>;
  /** @calls 1 each returning promise */
  export function forEach(items: any, work: (item: any) => any): Promise<void>;
  /** @calls 1 each returning promise */
  export function map(items: any, work: (item: any) => any): Promise<any[]>;
  /**
   * @calls 2 each returning promise
   * @throttles 2 to 1
   */
  export function eachLimit(items: any, limit: number, work: (item: any) => any): Promise<void>;
  /**
   * @calls 2 each returning promise
   * @throttles 2 to 1
   */
  export function forEachLimit(items: any, limit: number, work: (item: any) => any): Promise<void>;
  /**
   * @calls 2 each returning promise
   * @throttles 2 to 1
   */
  export function mapLimit(items: any, limit: number, work: (item: any) => any): Promise<any[]>;
  /** @calls 1 serially returning promise */
  export function eachSeries(items: any, work: (item: any) => any): Promise<void>;
  /** @calls 1 serially returning promise */
  export function mapSeries(items: any, work: (item: any) => any): Promise<any[]>;
  const async: { each: typeof each; forEach: typeof forEach; map: typeof map; eachLimit: typeof eachLimit; forEachLimit: typeof forEachLimit; mapLimit: typeof mapLimit; eachSeries: typeof eachSeries; mapSeries: typeof mapSeries; [other: string]: any };
  export default async;
}
