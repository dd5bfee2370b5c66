/**
 * Node's globals, with events and timers, which nearly every program uses. The other modules: node-modules.d.ts, which is read when a program imports one.
 *
 * @library node 20 - 24
 * @source run on Node 20.20.2, 22.23.3, 24.21.0: timers, listeners, captureRejections, unheard 'error' events, http server timeouts, fetch limits
 * @source run on Node 20.20.2: setTimeout, setInterval and AbortSignal.timeout of more than 2147483647 ms fire at once
 * @source run on Node 20.20.2: a listener added to a signal after its abort is never called; `abort` without its controller throws; a response whose client went away, and a file stream that is destroyed, emit 'close' and neither 'finish' nor 'end'; a file stream that nobody reads keeps its file open
 * @source run on Node 20.20.2: `once` of events rejects with the 'error' of an EventEmitter, and of an EventTarget, such as a signal, never, but with the abort of a signal among its options
 * @source read in @types/node 20: signatures
 */

/**
 * @calls 0 later dropping promise
 * @timer 1
 * @opens timer
 */
declare function setTimeout(callback: (...args: any[]) => void, ms?: number, ...args: any[]): Timeout;
/**
 * @calls 0 often dropping promise
 * @root 0 timer
 * @timer 1
 * @opens interval
 */
declare function setInterval(callback: (...args: any[]) => void, ms?: number, ...args: any[]): Timeout;
/** @calls 0 later dropping promise */
declare function setImmediate(callback: (...args: any[]) => void, ...args: any[]): Immediate;
/** @calls 0 later dropping promise */
declare function queueMicrotask(callback: () => void): void;
/** @closes 0 */
declare function clearTimeout(timer?: any): void;
/** @closes 0 */
declare function clearInterval(timer?: any): void;
declare function clearImmediate(timer?: any): void;

interface Timeout {
  ref(): this;
  /** @unrefs */
  unref(): this;
  hasRef(): boolean;
  refresh(): this;
  /** @closes */
  close(): this;
}
interface Immediate { ref(): this; unref(): this; }

/**
 * @waits response
 * @bounds response in ms by client default 300000
 */
declare function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
interface RequestInit {
  method?: string;
  headers?: any;
  body?: any;
  /** @bounds response by signal */
  signal?: AbortSignal | null;
  dispatcher?: DispatcherInit;
  /** @ignored use signal */
  timeout?: number;
}
interface DispatcherInit {
  /** @bounds response in ms by client default 300000 off 0 */
  headersTimeout?: number;
}
interface Request { readonly url: string; readonly method: string; readonly headers: Headers; readonly signal: AbortSignal; json(): Promise<any>; text(): Promise<string>; formData(): Promise<any>; }
interface Headers { get(name: string): string | null; set(name: string, value: string): void; has(name: string): boolean; append(name: string, value: string): void; delete(name: string): void; }
declare class Response {
  constructor(body?: any, init?: any);
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: ReadableStream | null;
  json(): Promise<any>;
  text(): Promise<string>;
  arrayBuffer(): Promise<any>;
  blob(): Promise<any>;
  /** @enumerates 0 */
  static json(data: any, init?: any): Response;
  static redirect(url: string, status?: number): Response;
}
declare class URL { constructor(url: string, base?: string); href: string; host: string; hostname: string; pathname: string; search: string; searchParams: URLSearchParams; protocol: string; toString(): string; }
declare class URLSearchParams { constructor(init?: any); get(name: string): string | null; set(name: string, value: string): void; has(name: string): boolean; append(name: string, value: string): void; delete(name: string): void; toString(): string; }
declare class AbortController {
  readonly signal: AbortSignal;
  /** @aborts */
  abort(reason?: any): void;
}
/** @signal */
declare class AbortSignal {
  /** @tells aborted */
  readonly aborted: boolean;
  readonly reason: any;
  /** @tells aborted */
  throwIfAborted(): void;
  /** @listens options 2 */
  addEventListener(event: string, listener: (event: any) => void, options?: any): void;
  /** @unlistens */
  removeEventListener(event: string, listener: (event: any) => void, options?: any): void;
  onabort: any;
  /** @timer 0 */
  static timeout(ms: number): AbortSignal;
  static any(signals: AbortSignal[]): AbortSignal;
  static abort(reason?: any): AbortSignal;
}
interface Buffer extends Uint8Array<ArrayBuffer> {
  toString(encoding?: string, start?: number, end?: number): string;
  toJSON(): { type: string; data: number[] };
  equals(other: Uint8Array<ArrayBuffer>): boolean;
  compare(other: Uint8Array<ArrayBuffer>, ...rest: number[]): number;
  copy(target: Uint8Array<ArrayBuffer>, ...rest: number[]): number;
  slice(start?: number, end?: number): Buffer;
  subarray(start?: number, end?: number): Buffer;
  write(text: string, ...rest: any[]): number;
  readUInt8(offset?: number): number;
  readUInt16BE(offset?: number): number;
  readUInt16LE(offset?: number): number;
  readUInt32BE(offset?: number): number;
  readUInt32LE(offset?: number): number;
  readInt32BE(offset?: number): number;
  readInt32LE(offset?: number): number;
  readBigUInt64BE(offset?: number): bigint;
  readBigInt64BE(offset?: number): bigint;
  writeUInt8(value: number, offset?: number): number;
  writeUInt16BE(value: number, offset?: number): number;
  writeUInt32BE(value: number, offset?: number): number;
  writeUInt32LE(value: number, offset?: number): number;
  writeInt32BE(value: number, offset?: number): number;
}
declare var Buffer: {
  from(data: any, ...rest: any[]): Buffer;
  alloc(size: number, ...rest: any[]): Buffer;
  allocUnsafe(size: number): Buffer;
  concat(parts: ReadonlyArray<Uint8Array<ArrayBuffer>>, length?: number): Buffer;
  byteLength(text: any, encoding?: string): number;
  compare(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): number;
  isBuffer(value: any): value is Buffer;
  isEncoding(encoding: string): boolean;
  poolSize: number;
};
declare function structuredClone<T>(value: T): T;

interface StandardStream {
  fd: number;
  isTTY: boolean;
  columns: number;
  rows: number;
  write(chunk: any, ...rest: any[]): boolean;
  end(...args: any[]): this;
  read(size?: number): any;
  pause(): this;
  resume(): this;
  setEncoding(encoding: string): this;
  setRawMode(mode: boolean): this;
  pipe<T>(destination: T, options?: any): T;
  ref(): this;
  unref(): this;
  /**
   * @listens
   * @calls 1 often dropping promise
   */
  on(event: string, listener: (...args: any[]) => void): this;
  /**
   * @listens once
   * @calls 1 later dropping promise
   */
  once(event: string, listener: (...args: any[]) => void): this;
  off(event: string, listener: (...args: any[]) => void): this;
  removeListener(event: string, listener: (...args: any[]) => void): this;
  removeAllListeners(event?: string): this;
  [Symbol.asyncIterator](): AsyncIterableIterator<any>;
}
interface MemoryUsage { rss: number; heapTotal: number; heapUsed: number; external: number; arrayBuffers: number; }
interface HRTime { (time?: [number, number]): [number, number]; bigint(): bigint; }

interface Process {
  stdin: StandardStream;
  stdout: StandardStream;
  stderr: StandardStream;
  env: { [key: string]: string | undefined };
  argv: string[];
  argv0: string;
  execArgv: string[];
  execPath: string;
  pid: number;
  ppid: number;
  platform: string;
  arch: string;
  title: string;
  version: string;
  versions: { [key: string]: string };
  release: any;
  report: any;
  config: any;
  connected: boolean;
  exitCode: number | string | undefined;
  exit(code?: number | string): never;
  abort(): never;
  cwd(): string;
  chdir(directory: string): void;
  umask(mask?: number): number;
  uptime(): number;
  hrtime: HRTime;
  memoryUsage(): MemoryUsage;
  cpuUsage(previous?: any): { user: number; system: number };
  resourceUsage(): any;
  emitWarning(warning: string | Error, ...rest: any[]): void;
  getuid(): number;
  getgid(): number;
  kill(pid: number, signal?: string | number): boolean;
  send(message: any, ...rest: any[]): boolean;
  disconnect(): void;
  setUncaughtExceptionCaptureCallback(callback: ((error: Error) => void) | null): void;
  /** @calls 0 later dropping promise */
  nextTick(callback: (...args: any[]) => void, ...args: any[]): void;
  /**
   * @listens
   * @calls 1 often dropping promise
   * @root 1 signal
   */
  on(event: string, listener: (...args: any[]) => void): this;
  /**
   * @listens
   * @calls 1 often dropping promise
   * @root 1 signal
   */
  addListener(event: string, listener: (...args: any[]) => void): this;
  /**
   * @listens
   * @calls 1 often dropping promise
   * @root 1 signal
   */
  prependListener(event: string, listener: (...args: any[]) => void): this;
  /**
   * @listens once
   * @calls 1 later dropping promise
   * @root 1 signal
   */
  once(event: string, listener: (...args: any[]) => void): this;
  /**
   * @listens once
   * @calls 1 later dropping promise
   * @root 1 signal
   */
  prependOnceListener(event: string, listener: (...args: any[]) => void): this;
  /** @unlistens */
  off(event: string, listener: (...args: any[]) => void): this;
  /** @unlistens */
  removeListener(event: string, listener: (...args: any[]) => void): this;
  /** @unlistens all */
  removeAllListeners(event?: string): this;
  emit(event: string, ...args: any[]): boolean;
  listeners(event: string): Function[];
  listenerCount(event: string): number;
  eventNames(): string[];
  setMaxListeners(count: number): this;
}
declare const process: Process;
declare var global: any;
declare var __dirname: string;
declare var __filename: string;

declare module 'process' {
  const current: Process;
  export default current;
}

declare module 'events' {
  export interface EventEmitterOptions {
    /** @captures rejections */
    captureRejections?: boolean;
  }
  /** @emits error crash */
  export class EventEmitter {
    constructor(options?: EventEmitterOptions);
    /**
     * @listens
     * @calls 1 often dropping promise
     * @root 1 event
     */
    on(event: any, listener: (...args: any[]) => void): this;
    /**
     * @listens
     * @calls 1 often dropping promise
     * @root 1 event
     */
    addListener(event: any, listener: (...args: any[]) => void): this;
    /**
     * @listens
     * @calls 1 often dropping promise
     * @root 1 event
     */
    prependListener(event: any, listener: (...args: any[]) => void): this;
    /**
     * @listens once
     * @calls 1 later dropping promise
     * @root 1 event
     */
    once(event: any, listener: (...args: any[]) => void): this;
    /**
     * @listens once
     * @calls 1 later dropping promise
     * @root 1 event
     */
    prependOnceListener(event: any, listener: (...args: any[]) => void): this;
    /** @unlistens */
    off(event: any, listener: (...args: any[]) => void): this;
    /** @unlistens */
    removeListener(event: any, listener: (...args: any[]) => void): this;
    /** @unlistens all */
    removeAllListeners(event?: any): this;
    emit(event: any, ...args: any[]): boolean;
    listeners(event: any): Function[];
    rawListeners(event: any): Function[];
    eventNames(): any[];
    listenerCount(event: any, listener?: any): number;
    setMaxListeners(count: number): this;
    getMaxListeners(): number;
    static once(emitter: EventEmitter, event: any, options?: any): Promise<any[]>;
    /** @never-rejects */
    static once(target: AbortSignal | EventTarget, event: any): Promise<any[]>;
    static once(emitter: any, event: any, options?: any): Promise<any[]>;
    static on(emitter: any, event: any, options?: any): AsyncIterableIterator<any[]>;
    static listenerCount(emitter: any, event: any): number;
    static getEventListeners(emitter: any, event: any): Function[];
    static setMaxListeners(count: number, ...targets: any[]): void;
    static EventEmitter: typeof EventEmitter;
    static defaultMaxListeners: number;
    static captureRejections: boolean;
    static errorMonitor: symbol;
    static captureRejectionSymbol: symbol;
  }
  /** @awaits-event 0 */
  export function once(emitter: EventEmitter, event: any, options?: any): Promise<any[]>;
  /**
   * @awaits-event 0
   * @never-rejects
   */
  export function once(target: AbortSignal | EventTarget, event: any): Promise<any[]>;
  /** @awaits-event 0 */
  export function once(emitter: any, event: any, options?: any): Promise<any[]>;
  export function on(emitter: any, event: any, options?: any): AsyncIterableIterator<any[]>;
  export function setMaxListeners(count: number, ...targets: any[]): void;
  export function getEventListeners(emitter: any, event: any): Function[];
  export function getMaxListeners(emitter: any): number;
  export function addAbortListener(signal: AbortSignal, listener: (event: any) => void): any;
  export const errorMonitor: symbol;
  export const captureRejectionSymbol: symbol;
  export let captureRejections: boolean;
  export let defaultMaxListeners: number;
  export class EventEmitterAsyncResource extends EventEmitter { asyncId(): number; emitDestroy(): void; }
  export default EventEmitter;
}

declare module 'timers' {
  /**
   * @calls 0 later dropping promise
   * @opens timer
   */
  export function setTimeout(callback: (...args: any[]) => void, ms?: number, ...args: any[]): Timeout;
  /**
   * @calls 0 often dropping promise
   * @root 0 timer
   * @opens interval
   */
  export function setInterval(callback: (...args: any[]) => void, ms?: number, ...args: any[]): Timeout;
  /** @calls 0 later dropping promise */
  export function setImmediate(callback: (...args: any[]) => void, ...args: any[]): Immediate;
  /** @closes 0 */
  export function clearTimeout(timer?: any): void;
  /** @closes 0 */
  export function clearInterval(timer?: any): void;
}
declare module 'timers/promises' {
  /** @sleeps */
  export function setTimeout<T = void>(ms?: number, value?: T, options?: any): Promise<T>;
  /** @sleeps */
  export function setImmediate<T = void>(value?: T, options?: any): Promise<T>;
  export function setInterval<T = void>(ms?: number, value?: T, options?: any): AsyncIterableIterator<T>;
  export namespace scheduler {
    /** @sleeps */
    export function wait(ms: number, options?: any): Promise<void>;
  }
}
