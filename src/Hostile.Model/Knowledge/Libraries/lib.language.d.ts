/**
 * The rest of the language's own objects: what lib.d.ts says by hand, with effects, is not said again.
 *
 * @library ecmascript ES2026
 * @source read in lib.es*.d.ts of TypeScript 6.0.3: names and types
 */

interface Object {
  constructor: Function;
  toString(): string;
  toLocaleString(): string;
  valueOf(): Object;
  hasOwnProperty(v: string | number | symbol): boolean;
  isPrototypeOf(v: Object): boolean;
  propertyIsEnumerable(v: string | number | symbol): boolean;
}
interface ObjectConstructor {
  getOwnPropertySymbols(o: any): symbol[];
  setPrototypeOf(o: any, proto: object | null): any;
  getOwnPropertyDescriptors<T>(o: T): any;
  hasOwn(o: object, v: string | number | symbol): boolean;
  groupBy<K, T>(items: Iterable<T>, keySelector: (item: T, index: number) => K): Partial<Record<K, T[]>>;
  (): any;
  (value: any): any;
  getPrototypeOf(o: any): any;
  getOwnPropertyDescriptor(o: any, p: string | number | symbol): PropertyDescriptor | undefined;
  getOwnPropertyNames(o: any): string[];
  defineProperties<T>(o: T, properties: any): T;
  preventExtensions<T>(o: T): T;
  isSealed(o: any): boolean;
  isFrozen(o: any): boolean;
  isExtensible(o: any): boolean;
}
interface Function {
  name: string;
  apply(thisArg: any, argArray?: any): any;
  call(thisArg: any, ...argArray: any[]): any;
  bind(thisArg: any, ...argArray: any[]): any;
  toString(): string;
  length: number;
  arguments: any;
  caller: Function;
}
interface FunctionConstructor {
  new (...args: string[]): Function;
  (...args: string[]): Function;
}
declare var Function: FunctionConstructor;
interface String {
  codePointAt(pos: number): number | undefined;
  anchor(name: string): string;
  big(): string;
  blink(): string;
  bold(): string;
  fixed(): string;
  fontcolor(color: string): string;
  fontsize(size: number): string;
  fontsize(size: string): string;
  italics(): string;
  link(url: string): string;
  small(): string;
  strike(): string;
  sub(): string;
  sup(): string;
  [Symbol.iterator](): IterableIterator<string>;
  match(matcher: any): RegExpMatchArray | null;
  search(searcher: any): number;
  trimLeft(): string;
  trimRight(): string;
  matchAll(regexp: RegExp): IterableIterator<RegExpExecArray>;
  toLocaleLowerCase(locales?: any): string;
  toLocaleUpperCase(locales?: any): string;
  at(index: number): string | undefined;
  isWellFormed(): boolean;
  toWellFormed(): string;
  lastIndexOf(searchString: string, position?: number): number;
  match(regexp: string | RegExp): RegExpMatchArray | null;
  search(regexp: string | RegExp): number;
  toLocaleLowerCase(locales?: string | string[]): string;
  toLocaleUpperCase(locales?: string | string[]): string;
  substr(from: number, length?: number): string;
  valueOf(): string;
  [key: number]: string;
}
interface StringConstructor {
  fromCodePoint(...codePoints: number[]): string;
  raw(template: any, ...substitutions: any[]): string;
  (value?: any): string;
  fromCharCode(...codes: number[]): string;
}
interface Number {
  toLocaleString(locales?: any, options?: any): string;
  toExponential(fractionDigits?: number): string;
  toPrecision(precision?: number): string;
  valueOf(): number;
  toLocaleString(locales?: string | string[], options?: any): string;
}
interface NumberConstructor {
  EPSILON: number;
  isSafeInteger(number: any): boolean;
  MAX_SAFE_INTEGER: number;
  MIN_SAFE_INTEGER: number;
  (value?: any): number;
  MAX_VALUE: number;
  MIN_VALUE: number;
  NaN: number;
  NEGATIVE_INFINITY: number;
  POSITIVE_INFINITY: number;
}
interface Boolean {
  valueOf(): boolean;
}
interface BooleanConstructor {
  new (value?: any): Boolean;
  <T>(value?: T): boolean;
}
declare var Boolean: BooleanConstructor;
interface Symbol {
  description: string | undefined;
  toString(): string;
  valueOf(): symbol;
}
interface SymbolConstructor {
  iterator: symbol;
  (description?: string | number): symbol;
  for(key: string): symbol;
  keyFor(sym: symbol): string | undefined;
  hasInstance: symbol;
  isConcatSpreadable: symbol;
  match: symbol;
  replace: symbol;
  search: symbol;
  species: symbol;
  split: symbol;
  toPrimitive: symbol;
  toStringTag: symbol;
  unscopables: symbol;
  asyncIterator: symbol;
  matchAll: symbol;
  dispose: symbol;
  asyncDispose: symbol;
}
declare var Symbol: SymbolConstructor;
interface BigInt {
  toString(radix?: number): string;
  toLocaleString(locales?: any, options?: any): string;
  valueOf(): bigint;
}
interface BigIntConstructor {
  (value: bigint | boolean | number | string): bigint;
  asIntN(bits: number, int: bigint): bigint;
  asUintN(bits: number, int: bigint): bigint;
}
declare var BigInt: BigIntConstructor;
interface Date {
  toLocaleString(locales?: any, options?: any): string;
  toLocaleDateString(locales?: any, options?: any): string;
  toLocaleTimeString(locales?: any, options?: any): string;
  toString(): string;
  toDateString(): string;
  toTimeString(): string;
  toLocaleString(): string;
  toLocaleDateString(): string;
  toLocaleTimeString(): string;
  getUTCFullYear(): number;
  getUTCMonth(): number;
  getUTCDate(): number;
  getUTCDay(): number;
  getUTCHours(): number;
  getUTCMinutes(): number;
  getUTCSeconds(): number;
  getMilliseconds(): number;
  getUTCMilliseconds(): number;
  getTimezoneOffset(): number;
  setMilliseconds(ms: number): number;
  setUTCMilliseconds(ms: number): number;
  setSeconds(sec: number, ms?: number): number;
  setUTCSeconds(sec: number, ms?: number): number;
  setUTCMinutes(min: number, sec?: number, ms?: number): number;
  setUTCHours(hours: number, min?: number, sec?: number, ms?: number): number;
  setUTCDate(date: number): number;
  setMonth(month: number, date?: number): number;
  setUTCMonth(month: number, date?: number): number;
  setFullYear(year: number, month?: number, date?: number): number;
  setUTCFullYear(year: number, month?: number, date?: number): number;
  toUTCString(): string;
  toLocaleString(locales?: string | string[], options?: any): string;
  toLocaleDateString(locales?: string | string[], options?: any): string;
  toLocaleTimeString(locales?: string | string[], options?: any): string;
  toTemporalInstant(): any;
}
interface DateConstructor {
  UTC(year: number, monthIndex?: number, date?: number, hours?: number, minutes?: number, seconds?: number, ms?: number): number;
  (): string;
  UTC(year: number, monthIndex: number, date?: number, hours?: number, minutes?: number, seconds?: number, ms?: number): number;
}
interface RegExp {
  flags: string;
  sticky: boolean;
  unicode: boolean;
  dotAll: boolean;
  hasIndices: boolean;
  unicodeSets: boolean;
  global: boolean;
  ignoreCase: boolean;
  multiline: boolean;
  compile(pattern: string, flags?: string): this;
}
interface RegExpConstructor {
  (pattern: RegExp | string, flags?: string): RegExp;
  escape(string: string): string;
  (pattern: RegExp | string): RegExp;
  (pattern: string, flags?: string): RegExp;
  "prototype": RegExp;
  "$1": string;
  "$2": string;
  "$3": string;
  "$4": string;
  "$5": string;
  "$6": string;
  "$7": string;
  "$8": string;
  "$9": string;
  "input": string;
  "$_": string;
  "lastMatch": string;
  "$&": string;
  "lastParen": string;
  "$+": string;
  "leftContext": string;
  "$`": string;
  "rightContext": string;
  "$'": string;
}
interface ErrorConstructor {
  (message?: string, options?: any): Error;
  (message?: string): Error;
  isError(error: any): boolean;
}
interface EvalErrorConstructor {
  new (message?: string, options?: any): EvalError;
  (message?: string, options?: any): EvalError;
  new (message?: string): EvalError;
  (message?: string): EvalError;
}
declare var EvalError: EvalErrorConstructor;
interface RangeErrorConstructor {
  (message?: string, options?: any): RangeError;
  (message?: string): RangeError;
}
interface ReferenceErrorConstructor {
  new (message?: string, options?: any): ReferenceError;
  (message?: string, options?: any): ReferenceError;
  new (message?: string): ReferenceError;
  (message?: string): ReferenceError;
}
declare var ReferenceError: ReferenceErrorConstructor;
interface SyntaxErrorConstructor {
  (message?: string, options?: any): SyntaxError;
  (message?: string): SyntaxError;
}
interface TypeErrorConstructor {
  (message?: string, options?: any): TypeError;
  (message?: string): TypeError;
}
interface URIErrorConstructor {
  new (message?: string, options?: any): URIError;
  (message?: string, options?: any): URIError;
  new (message?: string): URIError;
  (message?: string): URIError;
}
declare var URIError: URIErrorConstructor;
interface AggregateErrorConstructor {
  (errors: Iterable<any>, message?: string): AggregateError;
  (errors: Iterable<any>, message?: string, options?: any): AggregateError;
}
interface SuppressedError extends Error {
  error: any;
  suppressed: any;
}
interface SuppressedErrorConstructor {
  new (error: any, suppressed: any, message?: string): SuppressedError;
  (error: any, suppressed: any, message?: string): SuppressedError;
}
declare var SuppressedError: SuppressedErrorConstructor;
interface Array<T> {
  copyWithin(target: number, start: number, end?: number): this;
  toLocaleString(locales: string | string[], options?: any): string;
  findLastIndex(predicate: (value: T, index: number, array: T[]) => any, thisArg?: any): number;
  toSpliced(start: number, deleteCount: number, ...items: T[]): T[];
  toSpliced(start: number, deleteCount?: number): T[];
  with(index: number, value: T): T[];
  toString(): string;
  toLocaleString(): string;
  [key: number]: T;
}
interface ArrayConstructor {
  (arrayLength?: number): any[];
  <T>(arrayLength: number): T[];
  <T>(...items: T[]): T[];
}
interface Map<K, V> {
  getOrInsert(key: K, defaultValue: V): V;
  getOrInsertComputed(key: K, callback: (key: K) => V): V;
}
interface MapConstructor {
  groupBy<K, T>(items: Iterable<T>, keySelector: (item: T, index: number) => K): Map<K, T[]>;
}
interface ReadonlyMap<K, V> {
  forEach(callbackfn: (value: V, key: K, map: ReadonlyMap<K, V>) => void, thisArg?: any): void;
  get(key: K): V | undefined;
  has(key: K): boolean;
  size: number;
  [Symbol.iterator](): IterableIterator<[K, V]>;
  entries(): IterableIterator<[K, V]>;
  keys(): IterableIterator<K>;
  values(): IterableIterator<V>;
}
interface Set<T> {
  union<U>(other: any): Set<T | U>;
  intersection<U>(other: any): Set<any>;
  difference<U>(other: any): Set<T>;
  symmetricDifference<U>(other: any): Set<T | U>;
  isSubsetOf(other: any): boolean;
  isSupersetOf(other: any): boolean;
  isDisjointFrom(other: any): boolean;
}
interface ReadonlySet<T> {
  forEach(callbackfn: (value: T, value2: T, set: ReadonlySet<T>) => void, thisArg?: any): void;
  has(value: T): boolean;
  size: number;
  [Symbol.iterator](): IterableIterator<T>;
  entries(): IterableIterator<[T, T]>;
  keys(): IterableIterator<T>;
  values(): IterableIterator<T>;
  union<U>(other: any): Set<T | U>;
  intersection<U>(other: any): Set<any>;
  difference<U>(other: any): Set<T>;
  symmetricDifference<U>(other: any): Set<T | U>;
  isSubsetOf(other: any): boolean;
  isSupersetOf(other: any): boolean;
  isDisjointFrom(other: any): boolean;
}
interface WeakMap<K, V> {
  getOrInsert(key: K, defaultValue: V): V;
  getOrInsertComputed(key: K, callback: (key: K) => V): V;
}
interface FinalizationRegistry<T> {
  register(target: any, heldValue: T, unregisterToken?: any): void;
  unregister(unregisterToken: any): boolean;
}
interface FinalizationRegistryConstructor {
  new <T>(cleanupCallback: (heldValue: T) => void): FinalizationRegistry<T>;
}
declare var FinalizationRegistry: FinalizationRegistryConstructor;
interface ArrayBuffer {
  maxByteLength: number;
  resizable: boolean;
  resize(newByteLength?: number): void;
  detached: boolean;
  transfer(newByteLength?: number): ArrayBuffer;
  transferToFixedLength(newByteLength?: number): ArrayBuffer;
  byteLength: number;
  slice(begin?: number, end?: number): ArrayBuffer;
}
interface ArrayBufferConstructor {
  new (): ArrayBuffer;
  new (byteLength: number, options?: any): ArrayBuffer;
  new (byteLength: number): ArrayBuffer;
  isView(arg: any): boolean;
}
declare var ArrayBuffer: ArrayBufferConstructor;
interface SharedArrayBuffer {
  byteLength: number;
  slice(begin?: number, end?: number): SharedArrayBuffer;
  growable: boolean;
  maxByteLength: number;
  grow(newByteLength?: number): void;
}
interface SharedArrayBufferConstructor {
  new (byteLength?: number): SharedArrayBuffer;
  new (byteLength: number, options?: any): SharedArrayBuffer;
}
declare var SharedArrayBuffer: SharedArrayBufferConstructor;
interface DataView<TArrayBuffer> {
  getBigInt64(byteOffset: number, littleEndian?: boolean): bigint;
  getBigUint64(byteOffset: number, littleEndian?: boolean): bigint;
  setBigInt64(byteOffset: number, value: bigint, littleEndian?: boolean): void;
  setBigUint64(byteOffset: number, value: bigint, littleEndian?: boolean): void;
  getFloat16(byteOffset: number, littleEndian?: boolean): number;
  setFloat16(byteOffset: number, value: number, littleEndian?: boolean): void;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  getFloat32(byteOffset: number, littleEndian?: boolean): number;
  getFloat64(byteOffset: number, littleEndian?: boolean): number;
  getInt8(byteOffset: number): number;
  getInt16(byteOffset: number, littleEndian?: boolean): number;
  getInt32(byteOffset: number, littleEndian?: boolean): number;
  getUint8(byteOffset: number): number;
  getUint16(byteOffset: number, littleEndian?: boolean): number;
  getUint32(byteOffset: number, littleEndian?: boolean): number;
  setFloat32(byteOffset: number, value: number, littleEndian?: boolean): void;
  setFloat64(byteOffset: number, value: number, littleEndian?: boolean): void;
  setInt8(byteOffset: number, value: number): void;
  setInt16(byteOffset: number, value: number, littleEndian?: boolean): void;
  setInt32(byteOffset: number, value: number, littleEndian?: boolean): void;
  setUint8(byteOffset: number, value: number): void;
  setUint16(byteOffset: number, value: number, littleEndian?: boolean): void;
  setUint32(byteOffset: number, value: number, littleEndian?: boolean): void;
}
interface DataViewConstructor {
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, byteLength?: number): DataView<TArrayBuffer>;
}
declare var DataView: DataViewConstructor;
interface Uint8Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): IterableIterator<number>;
  entries(): IterableIterator<[number, number]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<number>;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Uint8Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Uint8Array<ArrayBuffer>;
  with(index: number, value: number): Uint8Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Uint8Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Uint8Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Uint8Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Uint8Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
  toBase64(options?: any): string;
  setFromBase64(string: string, options?: any): any;
  toHex(): string;
  setFromHex(string: string): any;
}
interface Uint8ArrayConstructor {
  new (elements: Iterable<number>): Uint8Array<ArrayBuffer>;
  from(elements: Iterable<number>): Uint8Array<ArrayBuffer>;
  from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Uint8Array<ArrayBuffer>;
  new (): Uint8Array<ArrayBuffer>;
  new (length: number): Uint8Array<ArrayBuffer>;
  new (array: ArrayLike<number>): Uint8Array<ArrayBuffer>;
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Uint8Array<TArrayBuffer>;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Uint8Array<ArrayBuffer>;
  new (array: ArrayLike<number> | ArrayBuffer): Uint8Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  of(...items: number[]): Uint8Array<ArrayBuffer>;
  from(arrayLike: ArrayLike<number>): Uint8Array<ArrayBuffer>;
  from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Uint8Array<ArrayBuffer>;
  fromBase64(string: string, options?: any): Uint8Array<ArrayBuffer>;
  fromHex(string: string): Uint8Array<ArrayBuffer>;
}
declare var Uint8Array: Uint8ArrayConstructor;
interface Uint8ClampedArray<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): IterableIterator<number>;
  entries(): IterableIterator<[number, number]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<number>;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Uint8ClampedArray<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Uint8ClampedArray<ArrayBuffer>;
  with(index: number, value: number): Uint8ClampedArray<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Uint8ClampedArray<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Uint8ClampedArray<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Uint8ClampedArray<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Uint8ClampedArray<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
interface Uint8ClampedArrayConstructor {
  new (elements: Iterable<number>): Uint8ClampedArray<ArrayBuffer>;
  from(elements: Iterable<number>): Uint8ClampedArray<ArrayBuffer>;
  from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Uint8ClampedArray<ArrayBuffer>;
  new (): Uint8ClampedArray<ArrayBuffer>;
  new (length: number): Uint8ClampedArray<ArrayBuffer>;
  new (array: ArrayLike<number>): Uint8ClampedArray<ArrayBuffer>;
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Uint8ClampedArray<TArrayBuffer>;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Uint8ClampedArray<ArrayBuffer>;
  new (array: ArrayLike<number> | ArrayBuffer): Uint8ClampedArray<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  of(...items: number[]): Uint8ClampedArray<ArrayBuffer>;
  from(arrayLike: ArrayLike<number>): Uint8ClampedArray<ArrayBuffer>;
  from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Uint8ClampedArray<ArrayBuffer>;
}
declare var Uint8ClampedArray: Uint8ClampedArrayConstructor;
interface Uint16Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): IterableIterator<number>;
  entries(): IterableIterator<[number, number]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<number>;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Uint16Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Uint16Array<ArrayBuffer>;
  with(index: number, value: number): Uint16Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Uint16Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Uint16Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Uint16Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Uint16Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
interface Uint16ArrayConstructor {
  new (elements: Iterable<number>): Uint16Array<ArrayBuffer>;
  from(elements: Iterable<number>): Uint16Array<ArrayBuffer>;
  from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Uint16Array<ArrayBuffer>;
  new (): Uint16Array<ArrayBuffer>;
  new (length: number): Uint16Array<ArrayBuffer>;
  new (array: ArrayLike<number>): Uint16Array<ArrayBuffer>;
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Uint16Array<TArrayBuffer>;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Uint16Array<ArrayBuffer>;
  new (array: ArrayLike<number> | ArrayBuffer): Uint16Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  of(...items: number[]): Uint16Array<ArrayBuffer>;
  from(arrayLike: ArrayLike<number>): Uint16Array<ArrayBuffer>;
  from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Uint16Array<ArrayBuffer>;
}
declare var Uint16Array: Uint16ArrayConstructor;
interface Uint32Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): IterableIterator<number>;
  entries(): IterableIterator<[number, number]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<number>;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Uint32Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Uint32Array<ArrayBuffer>;
  with(index: number, value: number): Uint32Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Uint32Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Uint32Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Uint32Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Uint32Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
interface Uint32ArrayConstructor {
  new (elements: Iterable<number>): Uint32Array<ArrayBuffer>;
  from(elements: Iterable<number>): Uint32Array<ArrayBuffer>;
  from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Uint32Array<ArrayBuffer>;
  new (): Uint32Array<ArrayBuffer>;
  new (length: number): Uint32Array<ArrayBuffer>;
  new (array: ArrayLike<number>): Uint32Array<ArrayBuffer>;
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Uint32Array<TArrayBuffer>;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Uint32Array<ArrayBuffer>;
  new (array: ArrayLike<number> | ArrayBuffer): Uint32Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  of(...items: number[]): Uint32Array<ArrayBuffer>;
  from(arrayLike: ArrayLike<number>): Uint32Array<ArrayBuffer>;
  from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Uint32Array<ArrayBuffer>;
}
declare var Uint32Array: Uint32ArrayConstructor;
interface Int8Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): IterableIterator<number>;
  entries(): IterableIterator<[number, number]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<number>;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Int8Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Int8Array<ArrayBuffer>;
  with(index: number, value: number): Int8Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Int8Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Int8Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Int8Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Int8Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
interface Int8ArrayConstructor {
  new (elements: Iterable<number>): Int8Array<ArrayBuffer>;
  from(elements: Iterable<number>): Int8Array<ArrayBuffer>;
  from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Int8Array<ArrayBuffer>;
  new (): Int8Array<ArrayBuffer>;
  new (length: number): Int8Array<ArrayBuffer>;
  new (array: ArrayLike<number>): Int8Array<ArrayBuffer>;
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Int8Array<TArrayBuffer>;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Int8Array<ArrayBuffer>;
  new (array: ArrayLike<number> | ArrayBuffer): Int8Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  of(...items: number[]): Int8Array<ArrayBuffer>;
  from(arrayLike: ArrayLike<number>): Int8Array<ArrayBuffer>;
  from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Int8Array<ArrayBuffer>;
}
declare var Int8Array: Int8ArrayConstructor;
interface Int16Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): IterableIterator<number>;
  entries(): IterableIterator<[number, number]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<number>;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Int16Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Int16Array<ArrayBuffer>;
  with(index: number, value: number): Int16Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Int16Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Int16Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Int16Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Int16Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
interface Int16ArrayConstructor {
  new (elements: Iterable<number>): Int16Array<ArrayBuffer>;
  from(elements: Iterable<number>): Int16Array<ArrayBuffer>;
  from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Int16Array<ArrayBuffer>;
  new (): Int16Array<ArrayBuffer>;
  new (length: number): Int16Array<ArrayBuffer>;
  new (array: ArrayLike<number>): Int16Array<ArrayBuffer>;
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Int16Array<TArrayBuffer>;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Int16Array<ArrayBuffer>;
  new (array: ArrayLike<number> | ArrayBuffer): Int16Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  of(...items: number[]): Int16Array<ArrayBuffer>;
  from(arrayLike: ArrayLike<number>): Int16Array<ArrayBuffer>;
  from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Int16Array<ArrayBuffer>;
}
declare var Int16Array: Int16ArrayConstructor;
interface Int32Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): IterableIterator<number>;
  entries(): IterableIterator<[number, number]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<number>;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Int32Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Int32Array<ArrayBuffer>;
  with(index: number, value: number): Int32Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Int32Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Int32Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Int32Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Int32Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
interface Int32ArrayConstructor {
  new (elements: Iterable<number>): Int32Array<ArrayBuffer>;
  from(elements: Iterable<number>): Int32Array<ArrayBuffer>;
  from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Int32Array<ArrayBuffer>;
  new (): Int32Array<ArrayBuffer>;
  new (length: number): Int32Array<ArrayBuffer>;
  new (array: ArrayLike<number>): Int32Array<ArrayBuffer>;
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Int32Array<TArrayBuffer>;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Int32Array<ArrayBuffer>;
  new (array: ArrayLike<number> | ArrayBuffer): Int32Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  of(...items: number[]): Int32Array<ArrayBuffer>;
  from(arrayLike: ArrayLike<number>): Int32Array<ArrayBuffer>;
  from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Int32Array<ArrayBuffer>;
}
declare var Int32Array: Int32ArrayConstructor;
interface Float16Array<TArrayBuffer = any> {
  BYTES_PER_ELEMENT: number;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  at(index: number): number | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Float16Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  includes(searchElement: number, fromIndex?: number): boolean;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Float16Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Float16Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Float16Array<TArrayBuffer>;
  toLocaleString(locales?: string | string[], options?: any): string;
  toReversed(): Float16Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Float16Array<ArrayBuffer>;
  toString(): string;
  valueOf(): this;
  with(index: number, value: number): Float16Array<ArrayBuffer>;
  [key: number]: number;
  [Symbol.iterator](): IterableIterator<number>;
  entries(): IterableIterator<[number, number]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<number>;
}
interface Float16ArrayConstructor {
  new (length?: number): Float16Array<ArrayBuffer>;
  new (array: ArrayLike<number> | Iterable<number>): Float16Array<ArrayBuffer>;
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Float16Array<TArrayBuffer>;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Float16Array<ArrayBuffer>;
  new (array: ArrayLike<number> | ArrayBuffer): Float16Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  of(...items: number[]): Float16Array<ArrayBuffer>;
  from(arrayLike: ArrayLike<number>): Float16Array<ArrayBuffer>;
  from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Float16Array<ArrayBuffer>;
  from(elements: Iterable<number>): Float16Array<ArrayBuffer>;
  from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Float16Array<ArrayBuffer>;
}
declare var Float16Array: Float16ArrayConstructor;
interface Float32Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): IterableIterator<number>;
  entries(): IterableIterator<[number, number]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<number>;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Float32Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Float32Array<ArrayBuffer>;
  with(index: number, value: number): Float32Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Float32Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Float32Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Float32Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Float32Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
interface Float32ArrayConstructor {
  new (elements: Iterable<number>): Float32Array<ArrayBuffer>;
  from(elements: Iterable<number>): Float32Array<ArrayBuffer>;
  from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Float32Array<ArrayBuffer>;
  new (): Float32Array<ArrayBuffer>;
  new (length: number): Float32Array<ArrayBuffer>;
  new (array: ArrayLike<number>): Float32Array<ArrayBuffer>;
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Float32Array<TArrayBuffer>;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Float32Array<ArrayBuffer>;
  new (array: ArrayLike<number> | ArrayBuffer): Float32Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  of(...items: number[]): Float32Array<ArrayBuffer>;
  from(arrayLike: ArrayLike<number>): Float32Array<ArrayBuffer>;
  from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Float32Array<ArrayBuffer>;
}
declare var Float32Array: Float32ArrayConstructor;
interface Float64Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): IterableIterator<number>;
  entries(): IterableIterator<[number, number]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<number>;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Float64Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Float64Array<ArrayBuffer>;
  with(index: number, value: number): Float64Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Float64Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Float64Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Float64Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Float64Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
interface Float64ArrayConstructor {
  new (elements: Iterable<number>): Float64Array<ArrayBuffer>;
  from(elements: Iterable<number>): Float64Array<ArrayBuffer>;
  from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Float64Array<ArrayBuffer>;
  new (): Float64Array<ArrayBuffer>;
  new (length: number): Float64Array<ArrayBuffer>;
  new (array: ArrayLike<number>): Float64Array<ArrayBuffer>;
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Float64Array<TArrayBuffer>;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Float64Array<ArrayBuffer>;
  new (array: ArrayLike<number> | ArrayBuffer): Float64Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  of(...items: number[]): Float64Array<ArrayBuffer>;
  from(arrayLike: ArrayLike<number>): Float64Array<ArrayBuffer>;
  from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Float64Array<ArrayBuffer>;
}
declare var Float64Array: Float64ArrayConstructor;
interface BigInt64Array<TArrayBuffer = any> {
  BYTES_PER_ELEMENT: number;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, bigint]>;
  every(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => boolean, thisArg?: any): boolean;
  fill(value: bigint, start?: number, end?: number): this;
  filter(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => any, thisArg?: any): BigInt64Array<ArrayBuffer>;
  find(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => boolean, thisArg?: any): bigint | undefined;
  findIndex(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => void, thisArg?: any): void;
  includes(searchElement: bigint, fromIndex?: number): boolean;
  indexOf(searchElement: bigint, fromIndex?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(searchElement: bigint, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => bigint, thisArg?: any): BigInt64Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: bigint, currentValue: bigint, currentIndex: number, array: BigInt64Array<TArrayBuffer>) => bigint): bigint;
  reduce<U>(callbackfn: (previousValue: U, currentValue: bigint, currentIndex: number, array: BigInt64Array<TArrayBuffer>) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: bigint, currentValue: bigint, currentIndex: number, array: BigInt64Array<TArrayBuffer>) => bigint): bigint;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: bigint, currentIndex: number, array: BigInt64Array<TArrayBuffer>) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<bigint>, offset?: number): void;
  slice(start?: number, end?: number): BigInt64Array<ArrayBuffer>;
  some(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => boolean, thisArg?: any): boolean;
  sort(compareFn?: (a: bigint, b: bigint) => number | bigint): this;
  subarray(begin?: number, end?: number): BigInt64Array<TArrayBuffer>;
  toLocaleString(locales?: string | string[], options?: any): string;
  toString(): string;
  valueOf(): BigInt64Array<TArrayBuffer>;
  values(): IterableIterator<bigint>;
  [Symbol.iterator](): IterableIterator<bigint>;
  [key: number]: bigint;
  at(index: number): bigint | undefined;
  findLast<S>(predicate: (value: bigint, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: bigint, index: number, array: this) => any, thisArg?: any): bigint | undefined;
  findLastIndex(predicate: (value: bigint, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): BigInt64Array<ArrayBuffer>;
  toSorted(compareFn?: (a: bigint, b: bigint) => number): BigInt64Array<ArrayBuffer>;
  with(index: number, value: bigint): BigInt64Array<ArrayBuffer>;
}
interface BigInt64ArrayConstructor {
  new (length?: number): BigInt64Array<ArrayBuffer>;
  new (array: ArrayLike<bigint> | Iterable<bigint>): BigInt64Array<ArrayBuffer>;
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): BigInt64Array<TArrayBuffer>;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): BigInt64Array<ArrayBuffer>;
  new (array: ArrayLike<bigint> | ArrayBuffer): BigInt64Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  of(...items: bigint[]): BigInt64Array<ArrayBuffer>;
  from(arrayLike: ArrayLike<bigint>): BigInt64Array<ArrayBuffer>;
  from<U>(arrayLike: ArrayLike<U>, mapfn: (v: U, k: number) => bigint, thisArg?: any): BigInt64Array<ArrayBuffer>;
  from(elements: Iterable<bigint>): BigInt64Array<ArrayBuffer>;
  from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => bigint, thisArg?: any): BigInt64Array<ArrayBuffer>;
}
declare var BigInt64Array: BigInt64ArrayConstructor;
interface BigUint64Array<TArrayBuffer = any> {
  BYTES_PER_ELEMENT: number;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, bigint]>;
  every(predicate: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => boolean, thisArg?: any): boolean;
  fill(value: bigint, start?: number, end?: number): this;
  filter(predicate: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => any, thisArg?: any): BigUint64Array<ArrayBuffer>;
  find(predicate: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => boolean, thisArg?: any): bigint | undefined;
  findIndex(predicate: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => void, thisArg?: any): void;
  includes(searchElement: bigint, fromIndex?: number): boolean;
  indexOf(searchElement: bigint, fromIndex?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(searchElement: bigint, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => bigint, thisArg?: any): BigUint64Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: bigint, currentValue: bigint, currentIndex: number, array: BigUint64Array<TArrayBuffer>) => bigint): bigint;
  reduce<U>(callbackfn: (previousValue: U, currentValue: bigint, currentIndex: number, array: BigUint64Array<TArrayBuffer>) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: bigint, currentValue: bigint, currentIndex: number, array: BigUint64Array<TArrayBuffer>) => bigint): bigint;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: bigint, currentIndex: number, array: BigUint64Array<TArrayBuffer>) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<bigint>, offset?: number): void;
  slice(start?: number, end?: number): BigUint64Array<ArrayBuffer>;
  some(predicate: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => boolean, thisArg?: any): boolean;
  sort(compareFn?: (a: bigint, b: bigint) => number | bigint): this;
  subarray(begin?: number, end?: number): BigUint64Array<TArrayBuffer>;
  toLocaleString(locales?: string | string[], options?: any): string;
  toString(): string;
  valueOf(): BigUint64Array<TArrayBuffer>;
  values(): IterableIterator<bigint>;
  [Symbol.iterator](): IterableIterator<bigint>;
  [key: number]: bigint;
  at(index: number): bigint | undefined;
  findLast<S>(predicate: (value: bigint, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: bigint, index: number, array: this) => any, thisArg?: any): bigint | undefined;
  findLastIndex(predicate: (value: bigint, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): BigUint64Array<ArrayBuffer>;
  toSorted(compareFn?: (a: bigint, b: bigint) => number): BigUint64Array<ArrayBuffer>;
  with(index: number, value: bigint): BigUint64Array<ArrayBuffer>;
}
interface BigUint64ArrayConstructor {
  new (length?: number): BigUint64Array<ArrayBuffer>;
  new (array: ArrayLike<bigint> | Iterable<bigint>): BigUint64Array<ArrayBuffer>;
  new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): BigUint64Array<TArrayBuffer>;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): BigUint64Array<ArrayBuffer>;
  new (array: ArrayLike<bigint> | ArrayBuffer): BigUint64Array<ArrayBuffer>;
  BYTES_PER_ELEMENT: number;
  of(...items: bigint[]): BigUint64Array<ArrayBuffer>;
  from(arrayLike: ArrayLike<bigint>): BigUint64Array<ArrayBuffer>;
  from<U>(arrayLike: ArrayLike<U>, mapfn: (v: U, k: number) => bigint, thisArg?: any): BigUint64Array<ArrayBuffer>;
  from(elements: Iterable<bigint>): BigUint64Array<ArrayBuffer>;
  from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => bigint, thisArg?: any): BigUint64Array<ArrayBuffer>;
}
declare var BigUint64Array: BigUint64ArrayConstructor;
interface ArrayBufferView<TArrayBuffer = any> {
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
}
interface RegExpMatchArray extends Array<string> {
  groups?: any;
  indices?: any;
  index?: number;
  input?: string;
}
interface RegExpExecArray extends Array<string> {
  groups?: any;
  indices?: any;
  index: number;
  input: string;
}
interface RegExpStringIterator<T> {
  [Symbol.iterator](): IterableIterator<T>;
}
interface PropertyDescriptor {
  configurable?: boolean;
  enumerable?: boolean;
  value?: any;
  writable?: boolean;
  get?(): any;
  set?(v: any): void;
}
interface IArguments {
  [Symbol.iterator](): IterableIterator<any>;
  [key: number]: any;
  length: number;
  callee: Function;
}
interface TemplateStringsArray {
  raw: string[];
}
interface DisposableStack {
  disposed: boolean;
  dispose(): void;
  use<T>(value: T): T;
  adopt<T>(value: T, onDispose: (value: T) => void): T;
  defer(onDispose: () => void): void;
  move(): DisposableStack;
}
interface DisposableStackConstructor {
  new (): DisposableStack;
}
declare var DisposableStack: DisposableStackConstructor;
interface AsyncDisposableStack {
  disposed: boolean;
  disposeAsync(): Promise<void>;
  use<T>(value: T): T;
  adopt<T>(value: T, onDisposeAsync: (value: T) => PromiseLike<void> | void): T;
  defer(onDisposeAsync: () => PromiseLike<void> | void): void;
  move(): AsyncDisposableStack;
}
interface AsyncDisposableStackConstructor {
  new (): AsyncDisposableStack;
}
declare var AsyncDisposableStack: AsyncDisposableStackConstructor;
interface ImportMeta {
  url: string;
  resolve(specifier: string): string;
}
interface ProxyHandler<T> {
  apply?(target: T, thisArg: any, argArray: any[]): any;
  construct?(target: T, argArray: any[], newTarget: Function): object;
  defineProperty?(target: T, property: string | symbol, attributes: PropertyDescriptor): boolean;
  deleteProperty?(target: T, p: string | symbol): boolean;
  get?(target: T, p: string | symbol, receiver: any): any;
  getOwnPropertyDescriptor?(target: T, p: string | symbol): PropertyDescriptor | undefined;
  getPrototypeOf?(target: T): object | null;
  has?(target: T, p: string | symbol): boolean;
  isExtensible?(target: T): boolean;
  ownKeys?(target: T): ArrayLike<string | symbol>;
  preventExtensions?(target: T): boolean;
  set?(target: T, p: string | symbol, newValue: any, receiver: any): boolean;
  setPrototypeOf?(target: T, v: object | null): boolean;
}
declare namespace Math {
  export function clz32(x: number): number;
  export function imul(x: number, y: number): number;
  export function sign(x: number): number;
  export function log10(x: number): number;
  export function log2(x: number): number;
  export function log1p(x: number): number;
  export function expm1(x: number): number;
  export function cosh(x: number): number;
  export function sinh(x: number): number;
  export function tanh(x: number): number;
  export function acosh(x: number): number;
  export function asinh(x: number): number;
  export function atanh(x: number): number;
  export function hypot(...values: number[]): number;
  export function fround(x: number): number;
  export function cbrt(x: number): number;
  export function f16round(x: number): number;
  export const E: number;
  export const LN10: number;
  export const LN2: number;
  export const LOG2E: number;
  export const LOG10E: number;
  export const PI: number;
  export const SQRT1_2: number;
  export const SQRT2: number;
  export function acos(x: number): number;
  export function asin(x: number): number;
  export function atan(x: number): number;
  export function atan2(y: number, x: number): number;
  export function cos(x: number): number;
  export function exp(x: number): number;
  export function log(x: number): number;
  export function sin(x: number): number;
  export function sqrt(x: number): number;
  export function tan(x: number): number;
}
declare namespace JSON {
}
declare namespace Atomics {
  export function add(typedArray: Int8Array<any> | Uint8Array<any> | Int16Array<any> | Uint16Array<any> | Int32Array<any> | Uint32Array<any>, index: number, value: number): number;
  export function and(typedArray: Int8Array<any> | Uint8Array<any> | Int16Array<any> | Uint16Array<any> | Int32Array<any> | Uint32Array<any>, index: number, value: number): number;
  export function compareExchange(typedArray: Int8Array<any> | Uint8Array<any> | Int16Array<any> | Uint16Array<any> | Int32Array<any> | Uint32Array<any>, index: number, expectedValue: number, replacementValue: number): number;
  export function exchange(typedArray: Int8Array<any> | Uint8Array<any> | Int16Array<any> | Uint16Array<any> | Int32Array<any> | Uint32Array<any>, index: number, value: number): number;
  export function isLockFree(size: number): boolean;
  export function load(typedArray: Int8Array<any> | Uint8Array<any> | Int16Array<any> | Uint16Array<any> | Int32Array<any> | Uint32Array<any>, index: number): number;
  export function or(typedArray: Int8Array<any> | Uint8Array<any> | Int16Array<any> | Uint16Array<any> | Int32Array<any> | Uint32Array<any>, index: number, value: number): number;
  export function store(typedArray: Int8Array<any> | Uint8Array<any> | Int16Array<any> | Uint16Array<any> | Int32Array<any> | Uint32Array<any>, index: number, value: number): number;
  export function sub(typedArray: Int8Array<any> | Uint8Array<any> | Int16Array<any> | Uint16Array<any> | Int32Array<any> | Uint32Array<any>, index: number, value: number): number;
  export function wait(typedArray: Int32Array<any>, index: number, value: number, timeout?: number): string;
  export function notify(typedArray: Int32Array<any>, index: number, count?: number): number;
  export function xor(typedArray: Int8Array<any> | Uint8Array<any> | Int16Array<any> | Uint16Array<any> | Int32Array<any> | Uint32Array<any>, index: number, value: number): number;
  export function add(typedArray: BigInt64Array<any> | BigUint64Array<any>, index: number, value: bigint): bigint;
  export function and(typedArray: BigInt64Array<any> | BigUint64Array<any>, index: number, value: bigint): bigint;
  export function compareExchange(typedArray: BigInt64Array<any> | BigUint64Array<any>, index: number, expectedValue: bigint, replacementValue: bigint): bigint;
  export function exchange(typedArray: BigInt64Array<any> | BigUint64Array<any>, index: number, value: bigint): bigint;
  export function load(typedArray: BigInt64Array<any> | BigUint64Array<any>, index: number): bigint;
  export function or(typedArray: BigInt64Array<any> | BigUint64Array<any>, index: number, value: bigint): bigint;
  export function store(typedArray: BigInt64Array<any> | BigUint64Array<any>, index: number, value: bigint): bigint;
  export function sub(typedArray: BigInt64Array<any> | BigUint64Array<any>, index: number, value: bigint): bigint;
  export function wait(typedArray: BigInt64Array<any>, index: number, value: bigint, timeout?: number): string;
  export function notify(typedArray: BigInt64Array<any>, index: number, count?: number): number;
  export function xor(typedArray: BigInt64Array<any> | BigUint64Array<any>, index: number, value: bigint): bigint;
  export function waitAsync(typedArray: Int32Array, index: number, value: number, timeout?: number): any;
  export function waitAsync(typedArray: BigInt64Array, index: number, value: bigint, timeout?: number): any;
  export function pause(n?: number): void;
}
declare namespace Reflect {
  export function apply<T, A, R>(target: (...args: any[]) => R, thisArgument: T, argumentsList: Readonly<A>): R;
  export function apply(target: Function, thisArgument: any, argumentsList: ArrayLike<any>): any;
  export function construct<A, R>(target: any, argumentsList: Readonly<A>, newTarget?: any): R;
  export function construct(target: Function, argumentsList: ArrayLike<any>, newTarget?: Function): any;
  export function defineProperty(target: object, propertyKey: string | number | symbol, attributes: any): boolean;
  export function deleteProperty(target: object, propertyKey: string | number | symbol): boolean;
  export function get<T, P>(target: T, propertyKey: P, receiver?: any): any;
  export function getOwnPropertyDescriptor<T, P>(target: T, propertyKey: P): any;
  export function getPrototypeOf(target: object): object | null;
  export function has(target: object, propertyKey: string | number | symbol): boolean;
  export function isExtensible(target: object): boolean;
  export function ownKeys(target: object): (string | symbol)[];
  export function preventExtensions(target: object): boolean;
  export function set<T, P>(target: T, propertyKey: P, value: any, receiver?: any): boolean;
  export function set(target: object, propertyKey: string | number | symbol, value: any, receiver?: any): boolean;
  export function setPrototypeOf(target: object, proto: object | null): boolean;
}
declare function isFinite(number: number): boolean;
declare function decodeURI(encodedURI: string): string;
declare function decodeURIComponent(encodedURIComponent: string): string;
declare function encodeURI(uri: string): string;
declare function encodeURIComponent(uriComponent: string | number | boolean): string;
declare function escape(string: string): string;
declare function unescape(string: string): string;
declare function eval(x: string): any;
declare var NaN: number;
declare var Infinity: number;
declare var globalThis: any;
declare var arguments: IArguments;
declare class Proxy<T> { constructor(target: T, handler: any); }
declare namespace Intl {
  export class DateTimeFormat {
    constructor(locales?: any, options?: any);
    static supportedLocalesOf(locales: any, options?: any): string[];
    formatToParts(date?: Date | number): any[];
    formatRange(startDate: Date | number | bigint, endDate: Date | number | bigint): string;
    formatRangeToParts(startDate: Date | number | bigint, endDate: Date | number | bigint): any[];
    format(date?: Date | number): string;
    resolvedOptions(): any;
    format(date?: any): string;
    formatToParts(date?: any): any[];
    formatRange(startDate: any, endDate: any): string;
    formatRangeToParts(startDate: any, endDate: any): any[];
  }
  export class NumberFormat {
    constructor(locales?: any, options?: any);
    static supportedLocalesOf(locales: any, options?: any): string[];
    formatToParts(number?: number | bigint): any[];
    format(value: number | bigint): string;
    format(value: any): string;
    formatToParts(value: any): any[];
    formatRange(start: any, end: any): string;
    formatRangeToParts(start: any, end: any): any[];
    format(value: number): string;
    resolvedOptions(): any;
  }
  export class Collator {
    constructor(locales?: any, options?: any);
    static supportedLocalesOf(locales: any, options?: any): string[];
    compare(x: string, y: string): number;
    resolvedOptions(): any;
  }
  export class PluralRules {
    constructor(locales?: any, options?: any);
    static supportedLocalesOf(locales: any, options?: any): string[];
    resolvedOptions(): any;
    select(n: number): any;
  }
  export class RelativeTimeFormat {
    constructor(locales?: any, options?: any);
    static supportedLocalesOf(locales: any, options?: any): string[];
    format(value: number, unit: any): string;
    formatToParts(value: number, unit: any): any[];
    resolvedOptions(): any;
  }
  export class ListFormat {
    constructor(locales?: any, options?: any);
    static supportedLocalesOf(locales: any, options?: any): string[];
    format(list: Iterable<string>): string;
    formatToParts(list: Iterable<string>): any[];
    resolvedOptions(): any;
  }
  export class DisplayNames {
    constructor(locales?: any, options?: any);
    static supportedLocalesOf(locales: any, options?: any): string[];
    of(code: string): string | undefined;
    resolvedOptions(): any;
  }
  export class Segmenter {
    constructor(locales?: any, options?: any);
    static supportedLocalesOf(locales: any, options?: any): string[];
    segment(input: string): any;
    resolvedOptions(): any;
  }
  export class DurationFormat {
    constructor(locales?: any, options?: any);
    static supportedLocalesOf(locales: any, options?: any): string[];
    format(duration: Partial<Record<any, number>>): string;
    formatToParts(duration: Partial<Record<any, number>>): any[];
    resolvedOptions(): any;
  }
  export class Locale {
    constructor(locales?: any, options?: any);
    static supportedLocalesOf(locales: any, options?: any): string[];
    baseName: string;
    language: string;
    maximize(): any;
    minimize(): any;
    toString(): any;
    getCalendars(): string[];
    getCollations(): string[];
    getHourCycles(): string[];
    getNumberingSystems(): string[];
    getTextInfo(): any;
    getTimeZones(): string[] | undefined;
    getWeekInfo(): any;
  }
  export function getCanonicalLocales(locales?: any): string[];
  export function supportedValuesOf(key: string): string[];
}
