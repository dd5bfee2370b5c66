/**
 * Node's globals and the modules that backends use most, as far as light types and effects need them.
 *
 * @library node 20 - 24
 * @source run on Node 20.20.2, 22.23.3, 24.21.0: timers, listeners, captureRejections, unheard 'error' events, http server timeouts, fetch limits
 * @source run on Node 20.20.2: setTimeout, setInterval and AbortSignal.timeout of more than 2147483647 ms fire at once
 * @source read in @types/node 20: signatures
 */

/**
 * @calls 0 later dropping promise
 * @timer 1
 */
declare function setTimeout(callback: (...args: any[]) => void, ms?: number, ...args: any[]): Timeout;
/**
 * @calls 0 often dropping promise
 * @root 0 timer
 * @timer 1
 */
declare function setInterval(callback: (...args: any[]) => void, ms?: number, ...args: any[]): Timeout;
/** @calls 0 later dropping promise */
declare function setImmediate(callback: (...args: any[]) => void, ...args: any[]): Immediate;
/** @calls 0 later dropping promise */
declare function queueMicrotask(callback: () => void): void;
declare function clearTimeout(timer?: any): void;
declare function clearInterval(timer?: any): void;
declare function clearImmediate(timer?: any): void;

interface Timeout { ref(): this; unref(): this; hasRef(): boolean; refresh(): this; }
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
  static json(data: any, init?: any): Response;
  static redirect(url: string, status?: number): Response;
}
declare class URL { constructor(url: string, base?: string); href: string; host: string; hostname: string; pathname: string; search: string; searchParams: URLSearchParams; protocol: string; toString(): string; }
declare class URLSearchParams { constructor(init?: any); get(name: string): string | null; set(name: string, value: string): void; has(name: string): boolean; append(name: string, value: string): void; delete(name: string): void; toString(): string; }
declare class AbortController { readonly signal: AbortSignal; abort(reason?: any): void; }
declare class AbortSignal {
  readonly aborted: boolean;
  readonly reason: any;
  throwIfAborted(): void;
  /** @listens */
  addEventListener(event: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(event: string, listener: (event: any) => void): void;
  /** @timer 0 */
  static timeout(ms: number): AbortSignal;
  static any(signals: AbortSignal[]): AbortSignal;
  static abort(reason?: any): AbortSignal;
}
declare class Buffer { static from(data: any, encoding?: string): Buffer; static alloc(size: number): Buffer; static concat(parts: Buffer[]): Buffer; static isBuffer(value: any): boolean; readonly length: number; toString(encoding?: string): string; }
declare function structuredClone<T>(value: T): T;

interface Process {
  env: { [key: string]: string | undefined };
  argv: string[];
  pid: number;
  platform: string;
  exitCode: number | undefined;
  exit(code?: number): never;
  cwd(): string;
  uptime(): number;
  hrtime: any;
  memoryUsage(): any;
  /** @calls 0 later dropping promise */
  nextTick(callback: (...args: any[]) => void, ...args: any[]): void;
  /**
   * @listens
   * @calls 1 often dropping promise
   * @root 1 signal
   */
  on(event: string, listener: (...args: any[]) => void): this;
  /**
   * @listens once
   * @calls 1 later dropping promise
   * @root 1 signal
   */
  once(event: string, listener: (...args: any[]) => void): this;
  /** @listens */
  addListener(event: string, listener: (...args: any[]) => void): this;
  off(event: string, listener: (...args: any[]) => void): this;
  removeListener(event: string, listener: (...args: any[]) => void): this;
  kill(pid: number, signal?: any): boolean;
}
declare const process: Process;

declare module 'process' {
  const current: Process;
  export default current;
}

declare module 'events' {
  /** @emits error crash */
  export class EventEmitter {
    constructor(options?: { captureRejections?: boolean });
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
    off(event: any, listener: (...args: any[]) => void): this;
    removeListener(event: any, listener: (...args: any[]) => void): this;
    removeAllListeners(event?: any): this;
    emit(event: any, ...args: any[]): boolean;
    listenerCount(event: any): number;
    setMaxListeners(count: number): this;
    static once(emitter: any, event: any, options?: any): Promise<any[]>;
    static on(emitter: any, event: any, options?: any): AsyncIterableIterator<any[]>;
    static EventEmitter: typeof EventEmitter;
    static defaultMaxListeners: number;
  }
  export function once(emitter: any, event: any, options?: any): Promise<any[]>;
  export function on(emitter: any, event: any, options?: any): AsyncIterableIterator<any[]>;
  export function setMaxListeners(count: number, ...targets: any[]): void;
  export default EventEmitter;
}

declare module 'async_hooks' {
  export class AsyncLocalStorage<T = any> {
    /**
     * @ambient
     * @calls 1 now returning promise
     */
    run<R>(store: T, callback: (...args: any[]) => R, ...args: any[]): R;
    exit<R>(callback: (...args: any[]) => R, ...args: any[]): R;
    getStore(): T | undefined;
    /** @ambient */
    enterWith(store: T): void;
    disable(): void;
  }
  export class AsyncResource { constructor(type: string, options?: any); runInAsyncScope(callback: any, self?: any, ...args: any[]): any; static bind(callback: any): any; }
}
declare module 'timers' {
  /** @calls 0 later dropping promise */
  export function setTimeout(callback: (...args: any[]) => void, ms?: number, ...args: any[]): Timeout;
  /**
   * @calls 0 often dropping promise
   * @root 0 timer
   */
  export function setInterval(callback: (...args: any[]) => void, ms?: number, ...args: any[]): Timeout;
  /** @calls 0 later dropping promise */
  export function setImmediate(callback: (...args: any[]) => void, ...args: any[]): Immediate;
  export function clearTimeout(timer?: any): void;
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

declare module 'http' {
  import { EventEmitter } from 'events';
  import { Readable, Writable } from 'stream';

  export class IncomingMessage extends Readable { headers: { [name: string]: any }; method: string; url: string; statusCode: number; socket: any; }
  /** @emits error crash */
  export class ServerResponse extends Writable { statusCode: number; headersSent: boolean; setHeader(name: string, value: any): this; writeHead(status: number, ...rest: any[]): this; }
  /** @emits error crash */
  export class ClientRequest extends Writable { destroy(error?: Error): this; setTimeout(ms: number, callback?: () => void): this; }
  /** @emits error crash */
  export class Server extends EventEmitter {
    listen(...args: any[]): this;
    close(callback?: (error?: Error) => void): this;
    closeAllConnections(): void;
    closeIdleConnections(): void;
    /** @bounds request in ms by client default 300000 off 0 */
    requestTimeout: number;
    headersTimeout: number;
    keepAliveTimeout: number;
    timeout: number;
  }
  /**
   * @calls 0 often dropping promise
   * @root 0 request
   */
  export function createServer(listener?: (request: IncomingMessage, response: ServerResponse) => void): Server;
  /**
   * @calls 1 often dropping promise
   * @root 1 request
   */
  export function createServer(options: {}, listener?: (request: IncomingMessage, response: ServerResponse) => void): Server;
  export interface RequestOptions {
    host?: any;
    hostname?: any;
    port?: any;
    path?: any;
    method?: string;
    headers?: any;
    agent?: any;
    /** @bounds response by signal */
    signal?: AbortSignal;
  }
  /** @waits response */
  export function request(options: RequestOptions, callback?: (response: IncomingMessage) => void): ClientRequest;
  /** @waits response */
  export function request(url: any, options: RequestOptions, callback?: (response: IncomingMessage) => void): ClientRequest;
  /** @waits response */
  export function request(url: any, callback?: (response: IncomingMessage) => void): ClientRequest;
  /** @waits response */
  export function get(options: RequestOptions, callback?: (response: IncomingMessage) => void): ClientRequest;
  /** @waits response */
  export function get(url: any, options: RequestOptions, callback?: (response: IncomingMessage) => void): ClientRequest;
  /** @waits response */
  export function get(url: any, callback?: (response: IncomingMessage) => void): ClientRequest;
  export class Agent { constructor(options?: any); destroy(): void; }
}
declare module 'https' {
  export { createServer, request, get, Agent, Server } from 'http';
}

declare module 'stream' {
  import { EventEmitter } from 'events';
  // A stream of the program's own making emits 'error' only when the program destroys it with one; the library's streams (files, sockets, …) say so themselves.
  export class Stream extends EventEmitter { pipe<T>(destination: T, options?: any): T; }
  export class Readable extends Stream {
    constructor(options?: any);
    static from(items: any, options?: any): Readable;
    destroyed: boolean;
    read(size?: number): any;
    push(chunk: any): boolean;
    destroy(error?: Error): this;
    pause(): this;
    resume(): this;
    setEncoding(encoding: string): this;
  }
  export class Writable extends Stream {
    constructor(options?: any);
    destroyed: boolean;
    write(chunk: any, ...rest: any[]): boolean;
    end(...args: any[]): this;
    destroy(error?: Error): this;
  }
  export class Duplex extends Readable { write(chunk: any, ...rest: any[]): boolean; end(...args: any[]): this; }
  export class Transform extends Duplex {}
  export class PassThrough extends Transform {}
  export function pipeline(...args: any[]): any;
  export function finished(...args: any[]): any;
  export default Stream;
}
declare module 'stream/promises' {
  export function pipeline(...args: any[]): Promise<void>;
  export function finished(stream: any, options?: any): Promise<void>;
}

declare module 'fs/promises' {
  export interface FileHandle { close(): Promise<void>; readFile(options?: any): Promise<any>; writeFile(data: any, options?: any): Promise<void>; write(...args: any[]): Promise<any>; read(...args: any[]): Promise<any>; stat(): Promise<any>; truncate(length?: number): Promise<void>; sync(): Promise<void>; }
  /** @reads file 0 */
  export function readFile(path: any, encoding: string): Promise<string>;
  /** @reads file 0 */
  export function readFile(path: any, options?: any): Promise<any>;
  /** @writes file 0 with 1 absent wx */
  export function writeFile(path: any, data: any, options?: any): Promise<void>;
  export function appendFile(path: any, data: any, options?: any): Promise<void>;
  /** @reads file 0 */
  export function access(path: any, mode?: number): Promise<void>;
  /** @reads file 0 */
  export function stat(path: any, options?: any): Promise<any>;
  /** @reads file 0 */
  export function lstat(path: any, options?: any): Promise<any>;
  export function mkdir(path: any, options?: any): Promise<any>;
  export function mkdtemp(prefix: string): Promise<string>;
  /** @reads file 0 */
  export function readdir(path: any, options?: any): Promise<any[]>;
  export function rename(from: any, to: any): Promise<void>;
  export function copyFile(from: any, to: any, mode?: number): Promise<void>;
  /** @removes file 0 */
  export function unlink(path: any): Promise<void>;
  /** @removes file 0 */
  export function rm(path: any, options?: any): Promise<void>;
  export function rmdir(path: any, options?: any): Promise<void>;
  export function open(path: any, flags?: any, mode?: any): Promise<FileHandle>;
}
declare module 'fs' {
  import * as promises from 'fs/promises';
  import { Readable, Writable } from 'stream';
  export { promises };
  export function createReadStream(path: any, options?: any): Readable;
  export function createWriteStream(path: any, options?: any): Writable;
  /** @reads file 0 */
  export function existsSync(path: any): boolean;
  /** @reads file 0 */
  export function readFileSync(path: any, encoding: string): string;
  /** @reads file 0 */
  export function readFileSync(path: any, options?: any): any;
  /** @writes file 0 with 1 absent wx */
  export function writeFileSync(path: any, data: any, options?: any): void;
  export function mkdirSync(path: any, options?: any): any;
  /** @reads file 0 */
  export function readdirSync(path: any, options?: any): any[];
  /** @reads file 0 */
  export function statSync(path: any, options?: any): any;
  /** @removes file 0 */
  export function unlinkSync(path: any): void;
  /** @removes file 0 */
  export function rmSync(path: any, options?: any): void;
}
declare module 'util' {
  export function promisify(callback: any): any;
  export function inspect(value: any, options?: any): string;
  export function format(...values: any[]): string;
}
declare module 'crypto' {
  export function randomUUID(): string;
  export function randomBytes(size: number): Buffer;
  export function createHash(algorithm: string): any;
}
declare module 'path' {
  export function join(...parts: string[]): string;
  export function resolve(...parts: string[]): string;
  export function dirname(path: string): string;
  export function basename(path: string, suffix?: string): string;
  export function extname(path: string): string;
}
