/**
 * The language's own objects, as far as light types need them.
 *
 * @library ecmascript ES2026
 * @source the ECMAScript specification; what becomes of rejections: run on Node 20.20.2, 22.23.3, 24.21.0
 */

declare class Promise<T> {
  /** @calls 0 now dropping promise */
  constructor(executor: (resolve: (value: T | Promise<T>) => void, reject: (reason?: any) => void) => void);

  /**
   * @calls 0 later taking promise
   * @calls 1 later taking promise
   */
  then<A = T, B = never>(fulfilled?: ((value: T) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
  /** @calls 0 later taking promise */
  catch<B = never>(rejected?: ((reason: any) => B | Promise<B>) | null): Promise<T | B>;
  /** @calls 0 later taking promise */
  finally(settled?: (() => void) | null): Promise<T>;

  static all<T>(values: Iterable<T | Promise<T>>): Promise<T[]>;
  /** @never-rejects */
  static allSettled<T>(values: Iterable<T | Promise<T>>): Promise<PromiseSettledResult<T>[]>;
  static race<T>(values: Iterable<T | Promise<T>>): Promise<T>;
  static any<T>(values: Iterable<T | Promise<T>>): Promise<T>;
  static resolve<T>(value: T | Promise<T>): Promise<T>;
  static resolve(): Promise<void>;
  static reject<T = never>(reason?: any): Promise<T>;
  static withResolvers<T>(): PromiseWithResolvers<T>;
  /** @calls 0 now taking promise */
  static try<T>(callback: (...args: any[]) => T | Promise<T>, ...args: any[]): Promise<T>;
}

/** What else is made as promises are: a polyfill's constructor. */
interface PromiseConstructor {
  new <T>(executor: (resolve: (value: T | Promise<T>) => void, reject: (reason?: any) => void) => void): Promise<T>;
  all<T>(values: Iterable<T | Promise<T>>): Promise<T[]>;
  allSettled<T>(values: Iterable<T | Promise<T>>): Promise<PromiseSettledResult<T>[]>;
  race<T>(values: Iterable<T | Promise<T>>): Promise<T>;
  any<T>(values: Iterable<T | Promise<T>>): Promise<T>;
  resolve<T>(value: T | Promise<T>): Promise<T>;
  reject<T = never>(reason?: any): Promise<T>;
}

interface ThisType<T> {}
interface PromiseLike<T> {
  then<A = T, B = never>(fulfilled?: ((value: T) => A | PromiseLike<A>) | null, rejected?: ((reason: any) => B | PromiseLike<B>) | null): PromiseLike<A | B>;
}
interface PromiseSettledResult<T> { status: 'fulfilled' | 'rejected'; value: T; reason: any; }
interface PromiseWithResolvers<T> { promise: Promise<T>; resolve(value: T | Promise<T>): void; reject(reason?: any): void; }

interface Iterable<T> { [Symbol.iterator](): Iterator<T>; }
interface AsyncIterable<T> { [Symbol.asyncIterator](): AsyncIterator<T>; }
interface Iterator<T, R = any, N = any> {
  next(value?: N): IteratorResult<T>;
  return?(value?: R): IteratorResult<T>;
  throw?(error: any): IteratorResult<T>;
  /** @calls 0 each returning promise */
  map<U>(callback: (item: T, index: number) => U): IterableIterator<U>;
  /** @calls 0 each dropping promise */
  filter(callback: (item: T, index: number) => any): IterableIterator<T>;
  /** @calls 0 each returning promise */
  flatMap<U>(callback: (item: T, index: number) => Iterable<U>): IterableIterator<U>;
  /** @calls 0 each dropping promise */
  forEach(callback: (item: T, index: number) => void): void;
  /** @calls 0 each returning promise */
  reduce<U>(callback: (previous: U, item: T, index: number) => U, initial: U): U;
  /** @calls 0 each dropping promise */
  some(callback: (item: T, index: number) => any): boolean;
  /** @calls 0 each dropping promise */
  every(callback: (item: T, index: number) => any): boolean;
  /** @calls 0 each dropping promise */
  find(callback: (item: T, index: number) => any): T | undefined;
  take(limit: number): IterableIterator<T>;
  drop(count: number): IterableIterator<T>;
  toArray(): T[];
}
interface IteratorResult<T, R = any> { done?: boolean; value: T; }
interface IteratorYieldResult<T> { done?: false; value: T; }
interface IteratorReturnResult<T> { done: true; value: T; }
interface IterableIterator<T, R = any, N = any> extends Iterator<T> { [Symbol.iterator](): IterableIterator<T>; }
interface IteratorObject<T, R = any, N = any> extends IterableIterator<T> {}
interface ArrayIterator<T> extends IterableIterator<T> {}
interface MapIterator<T> extends IterableIterator<T> {}
interface SetIterator<T> extends IterableIterator<T> {}
interface Generator<T, R = any, N = any> extends IterableIterator<T> { next(value?: N): IteratorResult<T>; return(value?: R): IteratorResult<T>; throw(error: any): IteratorResult<T>; [Symbol.iterator](): Generator<T, R, N>; }
interface AsyncIterator<T, R = any, N = any> { next(value?: N): Promise<IteratorResult<T>>; return?(value?: R): Promise<IteratorResult<T>>; throw?(error: any): Promise<IteratorResult<T>>; }
interface AsyncIterableIterator<T, R = any, N = any> extends AsyncIterator<T> { [Symbol.asyncIterator](): AsyncIterableIterator<T>; }
interface AsyncIteratorObject<T, R = any, N = any> extends AsyncIterableIterator<T> {}
interface AsyncGenerator<T, R = any, N = any> extends AsyncIterableIterator<T> { next(value?: N): Promise<IteratorResult<T>>; return(value?: R): Promise<IteratorResult<T>>; throw(error: any): Promise<IteratorResult<T>>; [Symbol.asyncIterator](): AsyncGenerator<T, R, N>; }
interface ArrayLike<T> { readonly length: number; readonly [n: number]: T; }

declare class Array<T> {
  [Symbol.iterator](): IterableIterator<T>;
  constructor(...items: any[]);
  length: number;
  static from<T>(items: Iterable<T> | ArrayLike<T>): T[];
  /** @calls 1 each returning promise */
  static from<T, U>(items: Iterable<T> | ArrayLike<T>, map: (item: T, index: number) => U): U[];
  static fromAsync<T>(items: AsyncIterable<T> | Iterable<T>): Promise<T[]>;
  static of<T>(...items: T[]): T[];
  static isArray(value: any): value is any[];

  /** @calls 0 each returning promise */
  map<U>(callback: (item: T, index: number, all: T[]) => U): U[];
  /** @calls 0 each returning promise */
  flatMap<U>(callback: (item: T, index: number, all: T[]) => U | U[]): U[];
  /** @calls 0 each dropping promise */
  forEach(callback: (item: T, index: number, all: T[]) => void): void;
  /** @calls 0 each dropping promise */
  filter<S extends T>(callback: (item: T, index: number, all: T[]) => item is S): S[];
  /** @calls 0 each dropping promise */
  filter(callback: (item: T, index: number, all: T[]) => any): T[];
  /** @calls 0 each dropping promise */
  find<S extends T>(callback: (item: T, index: number, all: T[]) => item is S): S | undefined;
  /** @calls 0 each dropping promise */
  find(callback: (item: T, index: number, all: T[]) => any): T | undefined;
  /** @calls 0 each dropping promise */
  findLast(callback: (item: T, index: number, all: T[]) => any): T | undefined;
  /**
   * @calls 0 each dropping promise
   * @reads entry
   */
  findIndex(callback: (item: T, index: number, all: T[]) => any): number;
  /** @calls 0 each dropping promise */
  some(callback: (item: T, index: number, all: T[]) => any): boolean;
  /** @calls 0 each dropping promise */
  every(callback: (item: T, index: number, all: T[]) => any): boolean;
  /** @calls 0 each returning promise */
  reduce<U>(callback: (previous: U, item: T, index: number, all: T[]) => U, initial: U): U;
  /** @calls 0 each returning promise */
  reduce(callback: (previous: T, item: T, index: number, all: T[]) => T): T;
  /** @calls 0 each returning promise */
  reduceRight<U>(callback: (previous: U, item: T, index: number, all: T[]) => U, initial: U): U;
  /** @calls 0 each dropping promise */
  sort(compare?: (a: T, b: T) => number): T[];
  /** @calls 0 each dropping promise */
  toSorted(compare?: (a: T, b: T) => number): T[];
  /** @adds entry */
  push(...items: T[]): number;
  /** @moves entry */
  unshift(...items: T[]): number;
  /** @removes entry */
  pop(): T | undefined;
  /** @moves entry */
  shift(): T | undefined;
  at(index: number): T | undefined;
  slice(start?: number, end?: number): T[];
  /** @moves entry */
  splice(start: number, count?: number, ...items: T[]): T[];
  concat(...items: (T | T[])[]): T[];
  /** @moves entry */
  reverse(): T[];
  toReversed(): T[];
  flat<D = 1>(depth?: D): FlatElement<T>[];
  fill(value: T): T[];
  join(separator?: string): string;
  /** @reads entry */
  includes(item: T): boolean;
  /** @reads entry */
  indexOf(item: T): number;
  /** @reads entry */
  lastIndexOf(item: T): number;
  keys(): IterableIterator<number>;
  values(): IterableIterator<T>;
  entries(): IterableIterator<[number, T]>;
}
interface ReadonlyArray<T> { readonly length: number; }
type FlatElement<T> = T extends readonly (infer U)[] ? U : T;

declare class Map<K, V> {
  [Symbol.iterator](): IterableIterator<[K, V]>;
  constructor(entries?: Iterable<[K, V]> | null);
  readonly size: number;
  /** @reads entry 0 */
  get(key: K): V | undefined;
  /** @writes entry 0 with 1 */
  set(key: K, value: V): this;
  /** @reads entry 0 */
  has(key: K): boolean;
  /** @removes entry 0 */
  delete(key: K): boolean;
  /** @removes entry */
  clear(): void;
  /** @calls 0 each dropping promise */
  forEach(callback: (value: V, key: K, map: Map<K, V>) => void): void;
  keys(): IterableIterator<K>;
  values(): IterableIterator<V>;
  entries(): IterableIterator<[K, V]>;
}
declare class WeakMap<K, V> {
  constructor(entries?: Iterable<[K, V]> | null);
  /** @reads entry 0 */
  get(key: K): V | undefined;
  /** @writes entry 0 with 1 */
  set(key: K, value: V): this;
  /** @reads entry 0 */
  has(key: K): boolean;
  /** @removes entry 0 */
  delete(key: K): boolean;
}
declare class Set<T> {
  [Symbol.iterator](): IterableIterator<T>;
  constructor(values?: Iterable<T> | null);
  readonly size: number;
  /** @writes entry 0 */
  add(value: T): this;
  /** @reads entry 0 */
  has(value: T): boolean;
  /** @removes entry 0 */
  delete(value: T): boolean;
  /** @removes entry */
  clear(): void;
  /** @calls 0 each dropping promise */
  forEach(callback: (value: T, again: T, set: Set<T>) => void): void;
  keys(): IterableIterator<T>;
  values(): IterableIterator<T>;
  entries(): IterableIterator<[T, T]>;
}
declare class WeakSet<T> {
  constructor(values?: Iterable<T> | null);
  /** @writes entry 0 */
  add(value: T): this;
  /** @reads entry 0 */
  has(value: T): boolean;
  /** @removes entry 0 */
  delete(value: T): boolean;
}
declare class WeakRef<T> { constructor(value: T); deref(): T | undefined; }

declare class Date {
  constructor(...parts: any[]);
  static now(): number;
  static parse(text: string): number;
  getTime(): number;
  valueOf(): number;
  toISOString(): string;
  toJSON(): string;
  getFullYear(): number;
  getMonth(): number;
  getDate(): number;
  getDay(): number;
  getHours(): number;
  getMinutes(): number;
  getSeconds(): number;
  setTime(time: number): number;
  setDate(day: number): number;
  setHours(hours: number): number;
  setMinutes(minutes: number): number;
}
declare class Error { constructor(message?: string, options?: any); name: string; message: string; stack?: string; cause?: any; static captureStackTrace(target: any, constructor?: any): void; }
declare class TypeError extends Error {}
declare class RangeError extends Error {}
declare class SyntaxError extends Error {}
declare class AggregateError extends Error { constructor(errors: Iterable<any>, message?: string); errors: any[]; }
declare class RegExp { constructor(pattern: string | RegExp, flags?: string); test(text: string): boolean; exec(text: string): RegExpExecArray | null; readonly source: string; lastIndex: number; }

declare class Object {
  /** @enumerates 0 */
  static keys(value: any): string[];
  static values<T>(value: { [key: string]: T } | ArrayLike<T>): T[];
  static entries<T>(value: { [key: string]: T } | ArrayLike<T>): [string, T][];
  static fromEntries<T = any>(entries: Iterable<readonly [any, T]>): { [key: string]: T };
  static assign<T, U>(target: T, source: U, ...more: any[]): T & U;
  static freeze<T>(value: T): T;
  static seal<T>(value: T): T;
  static create(prototype: any, properties?: any): any;
  static defineProperty<T>(target: T, key: any, descriptor: any): T;
  static is(a: any, b: any): boolean;
}
declare class String {
  constructor(value?: any);
  readonly length: number;
  trim(): string;
  trimStart(): string;
  trimEnd(): string;
  toLowerCase(): string;
  toUpperCase(): string;
  slice(start?: number, end?: number): string;
  substring(start: number, end?: number): string;
  replace(pattern: any, replacement: any): string;
  replaceAll(pattern: any, replacement: any): string;
  split(separator: any, limit?: number): string[];
  concat(...parts: string[]): string;
  repeat(count: number): string;
  padStart(length: number, fill?: string): string;
  padEnd(length: number, fill?: string): string;
  startsWith(text: string): boolean;
  endsWith(text: string): boolean;
  includes(text: string): boolean;
  indexOf(text: string): number;
  charAt(index: number): string;
  charCodeAt(index: number): number;
  localeCompare(other: string): number;
  normalize(form?: string): string;
  toString(): string;
}
declare class Number {
  constructor(value?: any);
  toFixed(digits?: number): string;
  toString(radix?: number): string;
  static isInteger(value: any): boolean;
  static isFinite(value: any): boolean;
  static isNaN(value: any): boolean;
  static parseInt(text: string, radix?: number): number;
  static parseFloat(text: string): number;
}
declare function parseInt(text: string, radix?: number): number;
declare function parseFloat(text: string): number;
declare function isNaN(value: any): boolean;

declare namespace JSON {
  export function parse(text: string, reviver?: any): any;
  /** @enumerates 0 */
  export function stringify(value: any, replacer?: any, space?: any): string;
}
declare namespace Math {
  export function max(...values: number[]): number;
  export function min(...values: number[]): number;
  export function floor(value: number): number;
  export function ceil(value: number): number;
  export function round(value: number): number;
  export function trunc(value: number): number;
  export function abs(value: number): number;
  export function pow(base: number, exponent: number): number;
  export function random(): number;
}
declare namespace console {
  export function log(...values: any[]): void;
  export function error(...values: any[]): void;
  export function warn(...values: any[]): void;
  export function info(...values: any[]): void;
  export function debug(...values: any[]): void;
  export function trace(...values: any[]): void;
  export function table(values: any, columns?: string[]): void;
  export function dir(value: any, options?: any): void;
  export function assert(condition?: any, ...values: any[]): void;
  export function count(label?: string): void;
  export function countReset(label?: string): void;
  export function clear(): void;
  export function group(...labels: any[]): void;
  export function groupCollapsed(...labels: any[]): void;
  export function groupEnd(): void;
  export function time(label?: string): void;
  export function timeEnd(label?: string): void;
  export function timeLog(label?: string, ...values: any[]): void;
}

type Record<K, V> = { [P in K]: V };
