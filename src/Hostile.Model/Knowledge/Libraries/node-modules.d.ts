/**
 * The modules of Node that backends use, as far as light types and effects need them. Its globals, events and timers: node.d.ts.
 *
 * @library node 20 - 24
 * @source run on Node 20.20.2, 22.23.3, 24.21.0: unheard 'error' events of streams, sockets, servers, child processes; http server timeouts
 * @source run on Node 20.20.2: callbacks of requests (`get`, `request`), fs, crypto, zlib, dns, child_process, message ports, channels and observers that are async and reject end the process; `exec` and `execFile` without a callback fail in silence, and so does a fork whose file lacks; a watcher, a datagram socket, tls and http2 connections, gunzip and a worker without 'error' listener end it; readline passes an error of its input on as its own; AsyncLocalStorage.run and AsyncResource.runInAsyncScope give what the callback returns; a failing node:test is reported and not thrown
 * @source run on Node 20.20.2: when the client of a response goes away, `pipe` lets go of what was piped to it and destroys nothing: a file's descriptor stays open, after garbage collection too, and so does the connection of an answer that was passed on; a promise that waits for 'end' or 'error' of the source never settles; `pipeline` destroys both
 * @source run on Node 20.20.2: of a path that is not there `fs.watch` throws, and of a folder that is removed later it emits no 'error'; a child process emits 'error' of a program that is not there (ENOENT), and none when it ends with 1
 * @source run on Node 20.20.2: the socket that a server of `net` hands to its listener, and on which nobody listens for 'error', ends the process when its client resets the connection
 * @source read in @types/node 20: signatures
 * @source read in Node 20 lib/internal/worker.js: `terminate` of a worker resolves when the thread has ended, at once when it has already, and never rejects
 */
declare module 'http' {
  import { EventEmitter } from 'events';
  import { Readable, Writable } from 'stream';
  import { Socket } from 'net';

  export interface IncomingHttpHeaders { [name: string]: any; authorization?: string; host?: string; cookie?: string; }
  export interface OutgoingHttpHeaders { [name: string]: any; }
  /**
   * @emits error crash
   * @completes end
   * @ends close
   * @opens stream
   */
  export class IncomingMessage extends Readable { headers: IncomingHttpHeaders; rawHeaders: string[]; trailers: any; httpVersion: string; method: string; url: string; statusCode: number; statusMessage: string; complete: boolean; aborted: boolean; socket: Socket; connection: Socket; setTimeout(ms: number, callback?: () => void): this; }
  /**
   * @emits error crash
   * @completes finish
   * @ends close
   */
  export class OutgoingMessage extends Writable { headersSent: boolean; sendDate: boolean; setHeader(name: string, value: any): this; getHeader(name: string): any; getHeaders(): OutgoingHttpHeaders; getHeaderNames(): string[]; hasHeader(name: string): boolean; removeHeader(name: string): void; appendHeader(name: string, value: any): this; flushHeaders(): void; setTimeout(ms: number, callback?: () => void): this; }
  /**
   * @emits error crash
   * @completes finish
   * @ends close
   * @answers
   */
  export class ServerResponse extends OutgoingMessage { statusCode: number; statusMessage: string; req: IncomingMessage; writeHead(status: number, ...rest: any[]): this; writeContinue(): void; writeProcessing(): void; writeEarlyHints(hints: any, callback?: () => void): void; }
  /** @emits error crash */
  export class ClientRequest extends OutgoingMessage { aborted: boolean; host: string; path: string; method: string; reusedSocket: boolean; abort(): void; destroy(error?: Error): this; setNoDelay(on?: boolean): void; setSocketKeepAlive(on?: boolean, ms?: number): void; }
  /** @emits error crash */
  export class Server extends EventEmitter {
    listening: boolean;
    listen(...args: any[]): this;
    address(): any;
    close(callback?: (error?: Error) => void): this;
    closeAllConnections(): void;
    closeIdleConnections(): void;
    getConnections(callback: (error: Error | null, count: number) => void): void;
    setTimeout(ms?: number, callback?: any): this;
    ref(): this;
    unref(): this;
    /** @bounds request in ms by client default 300000 off 0 */
    requestTimeout: number;
    headersTimeout: number;
    keepAliveTimeout: number;
    timeout: number;
    maxHeadersCount: number;
    maxConnections: number;
  }
  export interface ServerOptions {
    /** @bounds request in ms by client default 300000 off 0 */
    requestTimeout?: number;
    headersTimeout?: number;
    keepAliveTimeout?: number;
    [name: string]: any;
  }
  export interface RequestOptions {
    host?: any;
    hostname?: any;
    port?: any;
    path?: any;
    method?: string;
    headers?: OutgoingHttpHeaders;
    agent?: any;
    timeout?: number;
    /** @bounds response by signal */
    signal?: AbortSignal;
    [name: string]: any;
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
  export function createServer(options: ServerOptions, listener?: (request: IncomingMessage, response: ServerResponse) => void): Server;
  /**
   * @waits response
   * @calls 1 later dropping promise
   */
  export function request(options: RequestOptions, callback?: (response: IncomingMessage) => void): ClientRequest;
  /**
   * @waits response
   * @calls 2 later dropping promise
   */
  export function request(url: any, options: RequestOptions, callback?: (response: IncomingMessage) => void): ClientRequest;
  /**
   * @waits response
   * @calls 1 later dropping promise
   */
  export function request(url: any, callback?: (response: IncomingMessage) => void): ClientRequest;
  /**
   * @waits response
   * @calls 1 later dropping promise
   */
  export function get(options: RequestOptions, callback?: (response: IncomingMessage) => void): ClientRequest;
  /**
   * @waits response
   * @calls 2 later dropping promise
   */
  export function get(url: any, options: RequestOptions, callback?: (response: IncomingMessage) => void): ClientRequest;
  /**
   * @waits response
   * @calls 1 later dropping promise
   */
  export function get(url: any, callback?: (response: IncomingMessage) => void): ClientRequest;
  export class Agent { constructor(options?: any); maxSockets: number; maxFreeSockets: number; sockets: any; requests: any; destroy(): void; }
  export const globalAgent: Agent;
  export const METHODS: string[];
  export const STATUS_CODES: { [code: string]: string };
}
declare module 'https' {
  export { createServer, request, get, Agent, Server, globalAgent, RequestOptions, ServerOptions } from 'http';
}
declare module 'http2' {
  import { EventEmitter } from 'events';
  import { Duplex } from 'stream';
  import { Server } from 'http';
  /** @emits error crash */
  export class Http2Session extends EventEmitter { closed: boolean; destroyed: boolean; close(callback?: () => void): void; destroy(error?: Error, code?: number): void; ping(...args: any[]): boolean; setTimeout(ms: number, callback?: () => void): void; ref(): void; unref(): void; }
  export class ClientHttp2Session extends Http2Session { request(headers?: any, options?: any): ClientHttp2Stream; }
  /** @emits error crash */
  export class ClientHttp2Stream extends Duplex { close(code?: number, callback?: () => void): void; setTimeout(ms: number, callback?: () => void): void; }
  export function connect(authority: any, ...rest: any[]): ClientHttp2Session;
  export function createServer(...args: any[]): Server;
  export function createSecureServer(...args: any[]): Server;
  export const constants: any;
}
declare module 'net' {
  import { EventEmitter } from 'events';
  import { Duplex } from 'stream';
  /** @emits error crash */
  export class Socket extends Duplex {
    constructor(options?: any);
    readonly remoteAddress: string | undefined;
    readonly remotePort: number | undefined;
    readonly localAddress: string | undefined;
    readonly localPort: number | undefined;
    readonly bytesRead: number;
    readonly bytesWritten: number;
    readonly connecting: boolean;
    readonly pending: boolean;
    readonly readyState: string;
    connect(...args: any[]): this;
    setTimeout(ms: number, callback?: () => void): this;
    setNoDelay(on?: boolean): this;
    setKeepAlive(on?: boolean, ms?: number): this;
    address(): any;
    resetAndDestroy(): this;
    destroySoon(): void;
    ref(): this;
    unref(): this;
  }
  /** @emits error crash */
  export class Server extends EventEmitter {
    constructor(...args: any[]);
    listening: boolean;
    maxConnections: number;
    listen(...args: any[]): this;
    close(callback?: (error?: Error) => void): this;
    address(): any;
    getConnections(callback: (error: Error | null, count: number) => void): void;
    ref(): this;
    unref(): this;
  }
  export interface AddressInfo { address: string; family: string; port: number; }
  /**
   * @calls 0 often dropping promise
   * @root 0 event
   * @brings 0.0
   */
  export function createServer(listener?: (socket: Socket) => void): Server;
  /**
   * @calls 1 often dropping promise
   * @root 1 event
   * @brings 1.0
   */
  export function createServer(options: {}, listener?: (socket: Socket) => void): Server;
  export function connect(...args: any[]): Socket;
  export function createConnection(...args: any[]): Socket;
  export function isIP(text: string): number;
  export function isIPv4(text: string): boolean;
  export function isIPv6(text: string): boolean;
  export class BlockList { addAddress(...args: any[]): void; addRange(...args: any[]): void; addSubnet(...args: any[]): void; check(...args: any[]): boolean; }
}
declare module 'tls' {
  import { Socket, Server } from 'net';
  export class TLSSocket extends Socket { constructor(socket: any, options?: any); authorized: boolean; authorizationError: Error; encrypted: boolean; alpnProtocol: any; getPeerCertificate(detailed?: boolean): any; getProtocol(): string | null; }
  export function connect(...args: any[]): TLSSocket;
  /**
   * @calls 1 often dropping promise
   * @root 1 event
   */
  export function createServer(options: {}, listener?: (socket: TLSSocket) => void): Server;
  export function createSecureContext(options?: any): any;
  export function checkServerIdentity(host: string, certificate: any): Error | undefined;
  export const rootCertificates: string[];
}
declare module 'dgram' {
  import { EventEmitter } from 'events';
  /** @emits error crash */
  export class Socket extends EventEmitter { bind(...args: any[]): this; send(...args: any[]): void; connect(...args: any[]): void; close(callback?: () => void): this; address(): any; setBroadcast(on: boolean): void; addMembership(address: string, through?: string): void; ref(): this; unref(): this; }
  export function createSocket(type: any, callback?: (message: Buffer, from: any) => void): Socket;
}
declare module 'stream' {
  import { EventEmitter } from 'events';
  import * as promises from 'stream/promises';
  // A stream of the program's own making emits 'error' only when the program destroys it with one; the library's streams (files, sockets, …) say so themselves.
  export class Stream extends EventEmitter {
    pipe<T>(destination: T, options?: any): T;
    static Stream: typeof Stream;
    static Readable: typeof Readable;
    static Writable: typeof Writable;
    static Duplex: typeof Duplex;
    static Transform: typeof Transform;
    static PassThrough: typeof PassThrough;
  }
  /**
   * @emits error crash
   * @completes end
   * @ends close
   */
  export class Readable extends Stream {
    constructor(options?: any);
    static from(items: any, options?: any): Readable;
    static fromWeb(stream: any, options?: any): Readable;
    static toWeb(stream: Readable, options?: any): ReadableStream<any>;
    static isDisturbed(stream: any): boolean;
    destroyed: boolean;
    readable: boolean;
    readonly readableEnded: boolean;
    readonly readableFlowing: boolean | null;
    readonly readableLength: number;
    readonly readableHighWaterMark: number;
    readonly errored: Error | null;
    readonly closed: boolean;
    read(size?: number): any;
    push(chunk: any, encoding?: string): boolean;
    unshift(chunk: any): void;
    /** @closes */
    destroy(error?: Error): this;
    pause(): this;
    resume(): this;
    isPaused(): boolean;
    unpipe(destination?: any): this;
    wrap(stream: any): this;
    setEncoding(encoding: string): this;
    toArray(options?: any): Promise<any[]>;
    /** @calls 0 often returning promise */
    forEach(callback: (chunk: any, options: any) => any, options?: any): Promise<void>;
    map(callback: (chunk: any, options: any) => any, options?: any): Readable;
    filter(callback: (chunk: any, options: any) => any, options?: any): Readable;
    flatMap(callback: (chunk: any, options: any) => any, options?: any): Readable;
    take(limit: number, options?: any): Readable;
    drop(limit: number, options?: any): Readable;
    some(callback: (chunk: any, options: any) => any, options?: any): Promise<boolean>;
    every(callback: (chunk: any, options: any) => any, options?: any): Promise<boolean>;
    find(callback: (chunk: any, options: any) => any, options?: any): Promise<any>;
    reduce(callback: (before: any, chunk: any, options: any) => any, initial?: any, options?: any): Promise<any>;
    [Symbol.asyncIterator](): AsyncIterableIterator<any>;
  }
  /**
   * @emits error crash
   * @completes finish
   * @ends close
   */
  export class Writable extends Stream {
    constructor(options?: any);
    destroyed: boolean;
    writable: boolean;
    readonly writableEnded: boolean;
    readonly writableFinished: boolean;
    readonly writableLength: number;
    readonly writableHighWaterMark: number;
    readonly writableNeedDrain: boolean;
    readonly errored: Error | null;
    readonly closed: boolean;
    write(chunk: any, ...rest: any[]): boolean;
    /** @closes */
    end(...args: any[]): this;
    cork(): void;
    uncork(): void;
    setDefaultEncoding(encoding: string): this;
    /** @closes */
    destroy(error?: Error): this;
    static fromWeb(stream: any, options?: any): Writable;
    static toWeb(stream: Writable): WritableStream<any>;
  }
  /**
   * @emits error crash
   * @completes end finish
   * @ends close
   */
  export class Duplex extends Readable { write(chunk: any, ...rest: any[]): boolean; end(...args: any[]): this; cork(): void; uncork(): void; writable: boolean; readonly writableEnded: boolean; readonly writableFinished: boolean; readonly writableLength: number; static from(source: any): Duplex; }
  export class Transform extends Duplex {}
  export class PassThrough extends Transform {}
  export type TransformCallback = (error?: Error | null, data?: any) => void;
  export function pipeline(...args: any[]): any;
  export function finished(stream: any, ...rest: any[]): any;
  export function addAbortSignal<T>(signal: AbortSignal, stream: T): T;
  export function compose(...streams: any[]): Duplex;
  export function getDefaultHighWaterMark(objectMode: boolean): number;
  export { promises };
  export default Stream;
}
declare module 'stream/promises' {
  export function pipeline(...args: any[]): Promise<void>;
  export function finished(stream: any, options?: any): Promise<void>;
}
declare module 'stream/consumers' {
  export function arrayBuffer(stream: any): Promise<ArrayBuffer>;
  export function blob(stream: any): Promise<Blob>;
  export function buffer(stream: any): Promise<Buffer>;
  export function json(stream: any): Promise<unknown>;
  export function text(stream: any): Promise<string>;
}
declare module 'fs/promises' {
  import { ReadStream, WriteStream, Stats, Dirent, Dir } from 'fs';
  export interface FileHandle {
    readonly fd: number;
    /** @closes */
    close(): Promise<void>;
    appendFile(data: any, options?: any): Promise<void>;
    chmod(mode: any): Promise<void>;
    chown(uid: number, gid: number): Promise<void>;
    datasync(): Promise<void>;
    sync(): Promise<void>;
    read(...args: any[]): Promise<any>;
    readv(...args: any[]): Promise<any>;
    readFile(encoding: string): Promise<string>;
    readFile(options?: any): Promise<any>;
    readLines(options?: any): AsyncIterable<string>;
    stat(options?: any): Promise<Stats>;
    truncate(length?: number): Promise<void>;
    utimes(accessed: any, modified: any): Promise<void>;
    write(...args: any[]): Promise<any>;
    writev(...args: any[]): Promise<any>;
    writeFile(data: any, options?: any): Promise<void>;
    createReadStream(options?: any): ReadStream;
    createWriteStream(options?: any): WriteStream;
    [Symbol.asyncDispose](): Promise<void>;
  }
  /** @reads file 0 */
  export function access(path: any, mode?: number): Promise<void>;
  export function appendFile(path: any, data: any, options?: any): Promise<void>;
  export function chmod(path: any, mode: any): Promise<void>;
  export function chown(path: any, uid: number, gid: number): Promise<void>;
  export function copyFile(from: any, to: any, mode?: number): Promise<void>;
  export function cp(from: any, to: any, options?: any): Promise<void>;
  export function lchown(path: any, uid: number, gid: number): Promise<void>;
  export function link(from: any, to: any): Promise<void>;
  /** @reads file 0 */
  export function lstat(path: any, options?: any): Promise<Stats>;
  export function lutimes(path: any, accessed: any, modified: any): Promise<void>;
  export function mkdir(path: any, options?: any): Promise<string | undefined>;
  export function mkdtemp(prefix: string, options?: any): Promise<string>;
  export function opendir(path: any, options?: any): Promise<Dir>;
  export function readlink(path: any, options?: any): Promise<string>;
  export function realpath(path: any, options?: any): Promise<string>;
  export function rename(from: any, to: any): Promise<void>;
  /** @removes file 0 */
  export function rm(path: any, options?: any): Promise<void>;
  export function rmdir(path: any, options?: any): Promise<void>;
  /** @reads file 0 */
  export function stat(path: any, options?: any): Promise<Stats>;
  export function statfs(path: any, options?: any): Promise<any>;
  export function symlink(target: any, path: any, type?: any): Promise<void>;
  export function truncate(path: any, length?: number): Promise<void>;
  /** @removes file 0 */
  export function unlink(path: any): Promise<void>;
  export function utimes(path: any, accessed: any, modified: any): Promise<void>;
  /** @writes file 0 with 1 absent wx */
  export function writeFile(path: any, data: any, options?: any): Promise<void>;
  /** @reads file 0 */
  export function readFile(path: any, encoding: string): Promise<string>;
  /** @reads file 0 */
  export function readFile(path: any, options: { encoding: string; flag?: any; signal?: AbortSignal }): Promise<string>;
  /** @reads file 0 */
  export function readFile(path: any, options?: any): Promise<Buffer>;
  /** @reads file 0 */
  export function readdir(path: any, options: { withFileTypes: true; recursive?: boolean; encoding?: any }): Promise<Dirent[]>;
  /** @reads file 0 */
  export function readdir(path: any, options?: any): Promise<string[]>;
  /** @opens file */
  export function open(path: any, flags?: any, mode?: any): Promise<FileHandle>;
  export function glob(pattern: any, options?: any): AsyncIterableIterator<string>;
  export function watch(path: any, options?: any): AsyncIterable<any>;
  export const constants: any;
}
declare module 'fs' {
  import * as promises from 'fs/promises';
  import { EventEmitter } from 'events';
  import { Readable, Writable } from 'stream';
  export { promises };
  export interface Stats { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean; isFIFO(): boolean; isSocket(): boolean; isBlockDevice(): boolean; isCharacterDevice(): boolean; dev: number; ino: number; mode: number; nlink: number; uid: number; gid: number; size: number; blocks: number; blksize: number; atimeMs: number; mtimeMs: number; ctimeMs: number; birthtimeMs: number; atime: Date; mtime: Date; ctime: Date; birthtime: Date; }
  export interface Dirent { name: string; path: string; parentPath: string; isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean; isFIFO(): boolean; isSocket(): boolean; isBlockDevice(): boolean; isCharacterDevice(): boolean; }
  export interface Dir { readonly path: string; read(): Promise<Dirent | null>; close(): Promise<void>; readSync(): Dirent | null; closeSync(): void; [Symbol.asyncIterator](): AsyncIterableIterator<Dirent>; }
  /**
   * @emits error crash
   * @completes end
   * @ends close
   * @opens stream
   */
  export class ReadStream extends Readable { path: any; bytesRead: number; pending: boolean; close(callback?: (error?: Error | null) => void): void; }
  /**
   * @emits error crash
   * @completes finish
   * @ends close
   */
  export class WriteStream extends Writable { path: any; bytesWritten: number; pending: boolean; close(callback?: (error?: Error | null) => void): void; }
  /** @emits error crash seldom */
  export class FSWatcher extends EventEmitter { close(): void; ref(): this; unref(): this; }
  /** @opens stream */
  export function createReadStream(path: any, options?: any): ReadStream;
  /** @opens stream */
  export function createWriteStream(path: any, options?: any): WriteStream;
  /** @calls 1 often dropping promise */
  export function watch(path: any, listener?: (event: string, file: string | null) => void): FSWatcher;
  /** @calls 2 often dropping promise */
  export function watch(path: any, options: any, listener?: (event: string, file: string | null) => void): FSWatcher;
  /** @calls 1 often dropping promise */
  export function watchFile(path: any, listener: (now: Stats, before: Stats) => void): any;
  /** @calls 2 often dropping promise */
  export function watchFile(path: any, options: any, listener: (now: Stats, before: Stats) => void): any;
  export function unwatchFile(path: any, listener?: any): void;
  /** @calls 1 later dropping promise */
  export function access(path: any, callback: (error: Error | null) => void): void;
  /** @calls 2 later dropping promise */
  export function access(path: any, mode: number, callback: (error: Error | null) => void): void;
  /** @calls 2 later dropping promise */
  export function appendFile(path: any, data: any, callback: (error: Error | null) => void): void;
  /** @calls 3 later dropping promise */
  export function appendFile(path: any, data: any, options: any, callback: (error: Error | null) => void): void;
  /** @calls 2 later dropping promise */
  export function chmod(path: any, mode: any, callback: (error: Error | null) => void): void;
  /** @calls 3 later dropping promise */
  export function chown(path: any, uid: number, gid: number, callback: (error: Error | null) => void): void;
  /** @calls 2 later dropping promise */
  export function copyFile(from: any, to: any, callback: (error: Error | null) => void): void;
  /** @calls 3 later dropping promise */
  export function copyFile(from: any, to: any, mode: number, callback: (error: Error | null) => void): void;
  /** @calls 2 later dropping promise */
  export function cp(from: any, to: any, callback: (error: Error | null) => void): void;
  /** @calls 3 later dropping promise */
  export function cp(from: any, to: any, options: any, callback: (error: Error | null) => void): void;
  /** @calls 3 later dropping promise */
  export function lchown(path: any, uid: number, gid: number, callback: (error: Error | null) => void): void;
  /** @calls 2 later dropping promise */
  export function link(from: any, to: any, callback: (error: Error | null) => void): void;
  /** @calls 1 later dropping promise */
  export function lstat(path: any, callback: (error: Error | null, result: Stats) => void): void;
  /** @calls 2 later dropping promise */
  export function lstat(path: any, options: any, callback: (error: Error | null, result: Stats) => void): void;
  /** @calls 3 later dropping promise */
  export function lutimes(path: any, accessed: any, modified: any, callback: (error: Error | null) => void): void;
  /** @calls 1 later dropping promise */
  export function mkdir(path: any, callback: (error: Error | null, result: string | undefined) => void): void;
  /** @calls 2 later dropping promise */
  export function mkdir(path: any, options: any, callback: (error: Error | null, result: string | undefined) => void): void;
  /** @calls 1 later dropping promise */
  export function mkdtemp(prefix: string, callback: (error: Error | null, result: string) => void): void;
  /** @calls 2 later dropping promise */
  export function mkdtemp(prefix: string, options: any, callback: (error: Error | null, result: string) => void): void;
  /** @calls 1 later dropping promise */
  export function opendir(path: any, callback: (error: Error | null, result: Dir) => void): void;
  /** @calls 2 later dropping promise */
  export function opendir(path: any, options: any, callback: (error: Error | null, result: Dir) => void): void;
  /** @calls 1 later dropping promise */
  export function readlink(path: any, callback: (error: Error | null, result: string) => void): void;
  /** @calls 2 later dropping promise */
  export function readlink(path: any, options: any, callback: (error: Error | null, result: string) => void): void;
  /** @calls 1 later dropping promise */
  export function realpath(path: any, callback: (error: Error | null, result: string) => void): void;
  /** @calls 2 later dropping promise */
  export function realpath(path: any, options: any, callback: (error: Error | null, result: string) => void): void;
  /** @calls 2 later dropping promise */
  export function rename(from: any, to: any, callback: (error: Error | null) => void): void;
  /** @calls 1 later dropping promise */
  export function rm(path: any, callback: (error: Error | null) => void): void;
  /** @calls 2 later dropping promise */
  export function rm(path: any, options: any, callback: (error: Error | null) => void): void;
  /** @calls 1 later dropping promise */
  export function rmdir(path: any, callback: (error: Error | null) => void): void;
  /** @calls 2 later dropping promise */
  export function rmdir(path: any, options: any, callback: (error: Error | null) => void): void;
  /** @calls 1 later dropping promise */
  export function stat(path: any, callback: (error: Error | null, result: Stats) => void): void;
  /** @calls 2 later dropping promise */
  export function stat(path: any, options: any, callback: (error: Error | null, result: Stats) => void): void;
  /** @calls 1 later dropping promise */
  export function statfs(path: any, callback: (error: Error | null, result: any) => void): void;
  /** @calls 2 later dropping promise */
  export function statfs(path: any, options: any, callback: (error: Error | null, result: any) => void): void;
  /** @calls 2 later dropping promise */
  export function symlink(target: any, path: any, callback: (error: Error | null) => void): void;
  /** @calls 3 later dropping promise */
  export function symlink(target: any, path: any, type: any, callback: (error: Error | null) => void): void;
  /** @calls 1 later dropping promise */
  export function truncate(path: any, callback: (error: Error | null) => void): void;
  /** @calls 2 later dropping promise */
  export function truncate(path: any, length: number, callback: (error: Error | null) => void): void;
  /** @calls 1 later dropping promise */
  export function unlink(path: any, callback: (error: Error | null) => void): void;
  /** @calls 3 later dropping promise */
  export function utimes(path: any, accessed: any, modified: any, callback: (error: Error | null) => void): void;
  /** @calls 2 later dropping promise */
  export function writeFile(path: any, data: any, callback: (error: Error | null) => void): void;
  /** @calls 3 later dropping promise */
  export function writeFile(path: any, data: any, options: any, callback: (error: Error | null) => void): void;
  /** @calls 1 later dropping promise */
  export function readFile(path: any, callback: (error: Error | null, result: any) => void): void;
  /** @calls 2 later dropping promise */
  export function readFile(path: any, options: any, callback: (error: Error | null, result: any) => void): void;
  /** @calls 1 later dropping promise */
  export function readdir(path: any, callback: (error: Error | null, result: any) => void): void;
  /** @calls 2 later dropping promise */
  export function readdir(path: any, options: any, callback: (error: Error | null, result: any) => void): void;
  /** @calls 1 later dropping promise */
  export function open(path: any, callback: (error: Error | null, result: number) => void): void;
  /** @calls 2 later dropping promise */
  export function open(path: any, flags: any, callback: (error: Error | null, result: number) => void): void;
  /** @calls 3 later dropping promise */
  export function open(path: any, flags: any, mode: any, callback: (error: Error | null, result: number) => void): void;
  /** @calls 1 later dropping promise */
  export function close(fd: number, callback: (error: Error | null) => void): void;
  /** @calls 1 later dropping promise */
  export function fsync(fd: number, callback: (error: Error | null) => void): void;
  /** @calls 1 later dropping promise */
  export function fstat(fd: number, callback: (error: Error | null, result: Stats) => void): void;
  /** @calls 2 later dropping promise */
  export function fstat(fd: number, options: any, callback: (error: Error | null, result: Stats) => void): void;
  /** @calls 1 later dropping promise */
  export function ftruncate(fd: number, callback: (error: Error | null) => void): void;
  /** @calls 2 later dropping promise */
  export function ftruncate(fd: number, length: number, callback: (error: Error | null) => void): void;
  /** @calls 1 later dropping promise */
  export function exists(path: any, callback: (there: boolean) => void): void;
  export function read(fd: number, ...args: any[]): void;
  export function write(fd: number, ...args: any[]): void;
  export function accessSync(path: any, mode?: number): void;
  export function appendFileSync(path: any, data: any, options?: any): void;
  export function chmodSync(path: any, mode: any): void;
  export function chownSync(path: any, uid: number, gid: number): void;
  export function copyFileSync(from: any, to: any, mode?: number): void;
  export function cpSync(from: any, to: any, options?: any): void;
  export function lchownSync(path: any, uid: number, gid: number): void;
  export function linkSync(from: any, to: any): void;
  export function lstatSync(path: any, options?: any): Stats;
  export function lutimesSync(path: any, accessed: any, modified: any): void;
  export function mkdirSync(path: any, options?: any): string | undefined;
  export function mkdtempSync(prefix: string, options?: any): string;
  export function opendirSync(path: any, options?: any): Dir;
  export function readlinkSync(path: any, options?: any): string;
  export function realpathSync(path: any, options?: any): string;
  export function renameSync(from: any, to: any): void;
  /** @removes file 0 */
  export function rmSync(path: any, options?: any): void;
  export function rmdirSync(path: any, options?: any): void;
  /** @reads file 0 */
  export function statSync(path: any, options?: any): Stats;
  export function statfsSync(path: any, options?: any): any;
  export function symlinkSync(target: any, path: any, type?: any): void;
  export function truncateSync(path: any, length?: number): void;
  /** @removes file 0 */
  export function unlinkSync(path: any): void;
  export function utimesSync(path: any, accessed: any, modified: any): void;
  /** @writes file 0 with 1 absent wx */
  export function writeFileSync(path: any, data: any, options?: any): void;
  /** @reads file 0 */
  export function readFileSync(path: any, encoding: string): string;
  /** @reads file 0 */
  export function readFileSync(path: any, options: { encoding: string; flag?: any }): string;
  /** @reads file 0 */
  export function readFileSync(path: any, options?: any): Buffer;
  /** @reads file 0 */
  export function readdirSync(path: any, options: { withFileTypes: true; recursive?: boolean; encoding?: any }): Dirent[];
  /** @reads file 0 */
  export function readdirSync(path: any, options?: any): string[];
  /** @reads file 0 */
  export function existsSync(path: any): boolean;
  export function openSync(path: any, flags?: any, mode?: any): number;
  export function closeSync(fd: number): void;
  export function fsyncSync(fd: number): void;
  export function fstatSync(fd: number, options?: any): Stats;
  export function readSync(fd: number, ...args: any[]): number;
  export function writeSync(fd: number, ...args: any[]): number;
  export const constants: any;
}
declare module 'child_process' {
  import { EventEmitter } from 'events';
  import { Readable, Writable } from 'stream';
  /** @emits error crash seldom */
  export class ChildProcess extends EventEmitter {
    stdin: Writable | null;
    stdout: Readable | null;
    stderr: Readable | null;
    readonly stdio: any[];
    readonly pid: number | undefined;
    readonly connected: boolean;
    readonly killed: boolean;
    readonly exitCode: number | null;
    readonly signalCode: string | null;
    readonly spawnargs: string[];
    kill(signal?: string | number): boolean;
    send(message: any, ...rest: any[]): boolean;
    disconnect(): void;
    ref(): void;
    unref(): void;
  }
  /** @emits error crash seldom */
  export class ChildProcessWithoutNullStreams extends ChildProcess { stdin: Writable; stdout: Readable; stderr: Readable; }
  /** @emits error swallow */
  class Executed extends ChildProcess {}
  export interface SpawnOptions { [name: string]: any; }
  export interface SpawnSyncReturns { pid: number; output: any[]; stdout: any; stderr: any; status: number | null; signal: string | null; error?: Error; }
  export function spawn(command: string, ...rest: any[]): ChildProcessWithoutNullStreams;
  // A fork starts Node itself, and emits 'error' only where no process can be made at all, or for a message to one that has ended: a constant, so that it is not taken for what opens something.
  export const fork: (path: any, ...rest: any[]) => ChildProcess;
  /** @calls 1 later dropping promise */
  export function exec(command: string, callback: (error: any, stdout: any, stderr: any) => void): Executed;
  /** @calls 2 later dropping promise */
  export function exec(command: string, options: any, callback: (error: any, stdout: any, stderr: any) => void): Executed;
  export function exec(command: string, ...rest: any[]): Executed;
  /** @calls 1 later dropping promise */
  export function execFile(file: string, callback: (error: any, stdout: any, stderr: any) => void): Executed;
  /** @calls 2 later dropping promise */
  export function execFile(file: string, args: any, callback: (error: any, stdout: any, stderr: any) => void): Executed;
  /** @calls 3 later dropping promise */
  export function execFile(file: string, args: any, options: any, callback: (error: any, stdout: any, stderr: any) => void): Executed;
  export function execFile(file: string, ...rest: any[]): Executed;
  export function execSync(command: string, options: { encoding: string; [name: string]: any }): string;
  export function execSync(command: string, options?: any): Buffer;
  export function execFileSync(file: string, ...rest: any[]): any;
  export function spawnSync(command: string, ...rest: any[]): SpawnSyncReturns;
}
declare module 'worker_threads' {
  import { EventEmitter } from 'events';
  import { Readable, Writable } from 'stream';
  /** @emits error crash */
  export class Worker extends EventEmitter {
    constructor(path: any, options?: any);
    readonly threadId: number;
    readonly stdin: Writable | null;
    readonly stdout: Readable;
    readonly stderr: Readable;
    readonly resourceLimits: any;
    readonly performance: any;
    postMessage(value: any, transfer?: any): void;
    /** @never-rejects */
    terminate(): Promise<number>;
    getHeapSnapshot(): Promise<Readable>;
    ref(): void;
    unref(): void;
  }
  export class MessagePort {
    postMessage(value: any, transfer?: any): void;
    start(): void;
    close(): void;
    ref(): void;
    unref(): void;
    /**
     * @listens
     * @calls 1 often dropping promise
     * @root 1 message on message
     */
    on(event: string, listener: (...args: any[]) => void): this;
    /**
     * @listens
     * @calls 1 often dropping promise
     * @root 1 message on message
     */
    addListener(event: string, listener: (...args: any[]) => void): this;
    /**
     * @listens once
     * @calls 1 later dropping promise
     */
    once(event: string, listener: (...args: any[]) => void): this;
    off(event: string, listener: (...args: any[]) => void): this;
    removeListener(event: string, listener: (...args: any[]) => void): this;
    removeAllListeners(event?: string): this;
    emit(event: string, ...args: any[]): boolean;
  }
  export class MessageChannel { readonly port1: MessagePort; readonly port2: MessagePort; }
  export class BroadcastChannel { constructor(name: string); onmessage: any; onmessageerror: any; postMessage(value: any): void; close(): void; ref(): this; unref(): this; }
  /** @thread */
  export const parentPort: MessagePort | null;
  /** @thread asks */
  export const isMainThread: boolean;
  export const threadId: number;
  export const workerData: any;
  export const resourceLimits: any;
  export const SHARE_ENV: symbol;
  export function receiveMessageOnPort(port: MessagePort): { message: any } | undefined;
  export function markAsUntransferable(value: any): void;
  export function moveMessagePortToContext(port: MessagePort, context: any): MessagePort;
  export function setEnvironmentData(key: any, value?: any): void;
  export function getEnvironmentData(key: any): any;
}
declare module 'cluster' {
  import { ChildProcess } from 'child_process';
  export interface Worker {
    id: number;
    process: ChildProcess;
    exitedAfterDisconnect: boolean;
    send(message: any, ...rest: any[]): boolean;
    kill(signal?: string): void;
    destroy(signal?: string): void;
    disconnect(): this;
    isConnected(): boolean;
    isDead(): boolean;
    /**
     * @listens
     * @calls 1 often dropping promise
     * @root 1 message on message
     */
    on(event: string, listener: (...args: any[]) => void): this;
    /**
     * @listens once
     * @calls 1 later dropping promise
     */
    once(event: string, listener: (...args: any[]) => void): this;
    off(event: string, listener: (...args: any[]) => void): this;
    removeListener(event: string, listener: (...args: any[]) => void): this;
  }
  export interface Cluster {
    isPrimary: boolean;
    isMaster: boolean;
    isWorker: boolean;
    settings: any;
    schedulingPolicy: number;
    worker: Worker | undefined;
    workers: { [id: string]: Worker | undefined } | undefined;
    fork(env?: any): Worker;
    setupPrimary(settings?: any): void;
    setupMaster(settings?: any): void;
    disconnect(callback?: () => void): void;
    /**
     * @listens
     * @calls 1 often dropping promise
     * @root 1 event
     */
    on(event: string, listener: (...args: any[]) => void): this;
    /**
     * @listens once
     * @calls 1 later dropping promise
     * @root 1 event
     */
    once(event: string, listener: (...args: any[]) => void): this;
    off(event: string, listener: (...args: any[]) => void): this;
    removeListener(event: string, listener: (...args: any[]) => void): this;
  }
  const cluster: Cluster;
  export default cluster;
  export const isPrimary: boolean;
  export const isMaster: boolean;
  export const isWorker: boolean;
  export function fork(env?: any): Worker;
  export function setupPrimary(settings?: any): void;
}
declare module 'readline' {
  import * as promises from 'readline/promises';
  export { promises };
  export interface Interface {
    readonly line: string;
    readonly cursor: number;
    terminal: boolean;
    /** @calls 1 later dropping promise */
    question(query: string, callback: (answer: string) => void): void;
    /** @calls 2 later dropping promise */
    question(query: string, options: any, callback: (answer: string) => void): void;
    prompt(preserveCursor?: boolean): void;
    setPrompt(prompt: string): void;
    write(data: any, key?: any): void;
    pause(): this;
    resume(): this;
    close(): void;
    /**
     * @listens
     * @calls 1 often dropping promise
     * @root 1 event
     */
    on(event: string, listener: (...args: any[]) => void): this;
    /**
     * @listens
     * @calls 1 often dropping promise
     * @root 1 event
     */
    addListener(event: string, listener: (...args: any[]) => void): this;
    /**
     * @listens once
     * @calls 1 later dropping promise
     */
    once(event: string, listener: (...args: any[]) => void): this;
    off(event: string, listener: (...args: any[]) => void): this;
    removeListener(event: string, listener: (...args: any[]) => void): this;
    removeAllListeners(event?: string): this;
    [Symbol.asyncIterator](): AsyncIterableIterator<string>;
  }
  export function createInterface(...args: any[]): Interface;
  export function clearLine(stream: any, direction: number, callback?: () => void): boolean;
  export function cursorTo(stream: any, x: number, ...rest: any[]): boolean;
  export function moveCursor(stream: any, dx: number, dy: number, callback?: () => void): boolean;
  export function clearScreenDown(stream: any, callback?: () => void): boolean;
  export function emitKeypressEvents(stream: any, through?: any): void;
}
declare module 'readline/promises' {
  import * as callbacks from 'readline';
  export interface Interface extends callbacks.Interface { question(query: string, options?: any): Promise<string>; }
  export function createInterface(...args: any[]): Interface;
}
declare module 'dns' {
  import * as promises from 'dns/promises';
  export { promises };
  /** @calls 1 later dropping promise */
  export function lookup(host: string, callback: (error: Error | null, result: any) => void): void;
  /** @calls 2 later dropping promise */
  export function lookup(host: string, options: any, callback: (error: Error | null, result: any) => void): void;
  /** @calls 1 later dropping promise */
  export function resolve(host: string, callback: (error: Error | null, result: any) => void): void;
  /** @calls 2 later dropping promise */
  export function resolve(host: string, options: any, callback: (error: Error | null, result: any) => void): void;
  /** @calls 1 later dropping promise */
  export function resolve4(host: string, callback: (error: Error | null, result: string[]) => void): void;
  /** @calls 2 later dropping promise */
  export function resolve4(host: string, options: any, callback: (error: Error | null, result: string[]) => void): void;
  /** @calls 1 later dropping promise */
  export function resolve6(host: string, callback: (error: Error | null, result: string[]) => void): void;
  /** @calls 2 later dropping promise */
  export function resolve6(host: string, options: any, callback: (error: Error | null, result: string[]) => void): void;
  /** @calls 1 later dropping promise */
  export function resolveAny(host: string, callback: (error: Error | null, result: any[]) => void): void;
  /** @calls 2 later dropping promise */
  export function resolveAny(host: string, options: any, callback: (error: Error | null, result: any[]) => void): void;
  /** @calls 1 later dropping promise */
  export function resolveCname(host: string, callback: (error: Error | null, result: string[]) => void): void;
  /** @calls 2 later dropping promise */
  export function resolveCname(host: string, options: any, callback: (error: Error | null, result: string[]) => void): void;
  /** @calls 1 later dropping promise */
  export function resolveMx(host: string, callback: (error: Error | null, result: any[]) => void): void;
  /** @calls 2 later dropping promise */
  export function resolveMx(host: string, options: any, callback: (error: Error | null, result: any[]) => void): void;
  /** @calls 1 later dropping promise */
  export function resolveNs(host: string, callback: (error: Error | null, result: string[]) => void): void;
  /** @calls 2 later dropping promise */
  export function resolveNs(host: string, options: any, callback: (error: Error | null, result: string[]) => void): void;
  /** @calls 1 later dropping promise */
  export function resolveSrv(host: string, callback: (error: Error | null, result: any[]) => void): void;
  /** @calls 2 later dropping promise */
  export function resolveSrv(host: string, options: any, callback: (error: Error | null, result: any[]) => void): void;
  /** @calls 1 later dropping promise */
  export function resolveTxt(host: string, callback: (error: Error | null, result: string[][]) => void): void;
  /** @calls 2 later dropping promise */
  export function resolveTxt(host: string, options: any, callback: (error: Error | null, result: string[][]) => void): void;
  /** @calls 1 later dropping promise */
  export function reverse(host: string, callback: (error: Error | null, result: string[]) => void): void;
  /** @calls 2 later dropping promise */
  export function reverse(host: string, options: any, callback: (error: Error | null, result: string[]) => void): void;
  export function getServers(): string[];
  export function setServers(servers: string[]): void;
  export function setDefaultResultOrder(order: string): void;
}
declare module 'dns/promises' {
  export function lookup(host: string, options?: any): Promise<{ address: string; family: number }>;
  export function resolve(host: string, options?: any): Promise<any>;
  export function resolve4(host: string, options?: any): Promise<string[]>;
  export function resolve6(host: string, options?: any): Promise<string[]>;
  export function resolveAny(host: string, options?: any): Promise<any[]>;
  export function resolveCname(host: string, options?: any): Promise<string[]>;
  export function resolveMx(host: string, options?: any): Promise<any[]>;
  export function resolveNs(host: string, options?: any): Promise<string[]>;
  export function resolveSrv(host: string, options?: any): Promise<any[]>;
  export function resolveTxt(host: string, options?: any): Promise<string[][]>;
  export function reverse(host: string, options?: any): Promise<string[]>;
  export function getServers(): string[];
  export function setServers(servers: string[]): void;
  export class Resolver { constructor(options?: any); cancel(): void; resolve4(host: string, options?: any): Promise<string[]>; resolveTxt(host: string): Promise<string[][]>; resolveCname(host: string): Promise<string[]>; setServers(servers: string[]): void; }
}
declare module 'crypto' {
  export interface Hash { update(data: any, encoding?: string): this; digest(encoding: string): string; digest(): Buffer; copy(options?: any): Hash; write(chunk: any, ...rest: any[]): boolean; end(...args: any[]): this; }
  export interface Hmac { update(data: any, encoding?: string): this; digest(encoding: string): string; digest(): Buffer; }
  export interface Cipher { update(data: any, ...rest: any[]): any; final(encoding: string): string; final(): Buffer; getAuthTag(): Buffer; setAAD(data: any, options?: any): this; setAutoPadding(on?: boolean): this; }
  export interface Decipher { update(data: any, ...rest: any[]): any; final(encoding: string): string; final(): Buffer; setAuthTag(tag: any, encoding?: string): this; setAAD(data: any, options?: any): this; setAutoPadding(on?: boolean): this; }
  export interface Sign { update(data: any, encoding?: string): this; sign(key: any, encoding: string): string; sign(key: any): Buffer; }
  export interface Verify { update(data: any, encoding?: string): this; verify(key: any, signature: any, encoding?: string): boolean; }
  export interface KeyObject { readonly type: string; readonly asymmetricKeyType: string | undefined; readonly symmetricKeySize: number | undefined; export(options?: any): any; equals(other: any): boolean; }
  /** @fresh */
  export function randomUUID(options?: any): string;
  /** @fresh */
  export function randomBytes(size: number): Buffer;
  /**
   * @fresh
   * @calls 1 later dropping promise
   */
  export function randomBytes(size: number, callback: (error: Error | null, bytes: Buffer) => void): void;
  export function randomInt(max: number): number;
  export function randomInt(min: number, max: number): number;
  /** @calls 2 later dropping promise */
  export function randomInt(min: number, max: number, callback: (error: Error | undefined, value: number) => void): void;
  export function randomFillSync<T>(buffer: T, ...rest: number[]): T;
  /** @calls 1 later dropping promise */
  export function randomFill<T>(buffer: T, callback: (error: Error | null, buffer: T) => void): void;
  export function getRandomValues<T>(array: T): T;
  export function createHash(algorithm: string, options?: any): Hash;
  export function createHmac(algorithm: string, key: any, options?: any): Hmac;
  export function createCipheriv(algorithm: string, key: any, iv: any, options?: any): Cipher;
  export function createDecipheriv(algorithm: string, key: any, iv: any, options?: any): Decipher;
  export function createSign(algorithm: string, options?: any): Sign;
  export function createVerify(algorithm: string, options?: any): Verify;
  export function createSecretKey(key: any, encoding?: string): KeyObject;
  export function createPublicKey(key: any): KeyObject;
  export function createPrivateKey(key: any): KeyObject;
  export function createDiffieHellman(...args: any[]): any;
  export function createECDH(curve: string): any;
  export function hash(algorithm: string, data: any, encoding?: string): string;
  export function sign(algorithm: any, data: any, key: any): Buffer;
  /** @calls 3 later dropping promise */
  export function sign(algorithm: any, data: any, key: any, callback: (error: Error | null, signature: Buffer) => void): void;
  export function verify(algorithm: any, data: any, key: any, signature: any): boolean;
  /** @calls 4 later dropping promise */
  export function verify(algorithm: any, data: any, key: any, signature: any, callback: (error: Error | null, fits: boolean) => void): void;
  export function pbkdf2Sync(password: any, salt: any, iterations: number, length: number, digest: string): Buffer;
  /** @calls 5 later dropping promise */
  export function pbkdf2(password: any, salt: any, iterations: number, length: number, digest: string, callback: (error: Error | null, key: Buffer) => void): void;
  export function scryptSync(password: any, salt: any, length: number, options?: any): Buffer;
  /** @calls 3 later dropping promise */
  export function scrypt(password: any, salt: any, length: number, callback: (error: Error | null, key: Buffer) => void): void;
  /** @calls 4 later dropping promise */
  export function scrypt(password: any, salt: any, length: number, options: any, callback: (error: Error | null, key: Buffer) => void): void;
  export function hkdfSync(digest: string, key: any, salt: any, about: any, length: number): ArrayBuffer;
  /** @calls 5 later dropping promise */
  export function hkdf(digest: string, key: any, salt: any, about: any, length: number, callback: (error: Error | null, key: ArrayBuffer) => void): void;
  export function generateKeyPairSync(type: string, options?: any): any;
  /** @calls 2 later dropping promise */
  export function generateKeyPair(type: string, options: any, callback: (error: Error | null, publicKey: any, privateKey: any) => void): void;
  export function generateKeySync(type: string, options: any): KeyObject;
  /** @calls 2 later dropping promise */
  export function generateKey(type: string, options: any, callback: (error: Error | null, key: KeyObject) => void): void;
  export function publicEncrypt(key: any, data: any): Buffer;
  export function publicDecrypt(key: any, data: any): Buffer;
  export function privateEncrypt(key: any, data: any): Buffer;
  export function privateDecrypt(key: any, data: any): Buffer;
  export function timingSafeEqual(a: any, b: any): boolean;
  export function getHashes(): string[];
  export function getCiphers(): string[];
  export function getCurves(): string[];
  export const webcrypto: Crypto;
  export const subtle: SubtleCrypto;
  export const constants: any;
  export class X509Certificate { constructor(data: any); readonly subject: string; readonly issuer: string; readonly validFrom: string; readonly validTo: string; readonly fingerprint: string; readonly publicKey: KeyObject; verify(key: KeyObject): boolean; checkHost(name: string, options?: any): string | undefined; }
}
declare module 'zlib' {
  import { Transform } from 'stream';
  // What compresses fails only when the program destroys it: constants, so that they are not taken for what opens something. What reads foreign bytes is refused by them.
  export const createGzip: (options?: any) => Transform;
  export const createDeflate: (options?: any) => Transform;
  export const createDeflateRaw: (options?: any) => Transform;
  export const createBrotliCompress: (options?: any) => Transform;
  export const createZstdCompress: (options?: any) => Transform;
  export function createGunzip(options?: any): Transform;
  export function createInflate(options?: any): Transform;
  export function createInflateRaw(options?: any): Transform;
  export function createUnzip(options?: any): Transform;
  export function createBrotliDecompress(options?: any): Transform;
  export function createZstdDecompress(options?: any): Transform;
  /** @calls 1 later dropping promise */
  export function gzip(data: any, callback: (error: Error | null, result: Buffer) => void): void;
  /** @calls 2 later dropping promise */
  export function gzip(data: any, options: any, callback: (error: Error | null, result: Buffer) => void): void;
  export function gzipSync(data: any, options?: any): Buffer;
  /** @calls 1 later dropping promise */
  export function gunzip(data: any, callback: (error: Error | null, result: Buffer) => void): void;
  /** @calls 2 later dropping promise */
  export function gunzip(data: any, options: any, callback: (error: Error | null, result: Buffer) => void): void;
  export function gunzipSync(data: any, options?: any): Buffer;
  /** @calls 1 later dropping promise */
  export function deflate(data: any, callback: (error: Error | null, result: Buffer) => void): void;
  /** @calls 2 later dropping promise */
  export function deflate(data: any, options: any, callback: (error: Error | null, result: Buffer) => void): void;
  export function deflateSync(data: any, options?: any): Buffer;
  /** @calls 1 later dropping promise */
  export function inflate(data: any, callback: (error: Error | null, result: Buffer) => void): void;
  /** @calls 2 later dropping promise */
  export function inflate(data: any, options: any, callback: (error: Error | null, result: Buffer) => void): void;
  export function inflateSync(data: any, options?: any): Buffer;
  /** @calls 1 later dropping promise */
  export function deflateRaw(data: any, callback: (error: Error | null, result: Buffer) => void): void;
  /** @calls 2 later dropping promise */
  export function deflateRaw(data: any, options: any, callback: (error: Error | null, result: Buffer) => void): void;
  export function deflateRawSync(data: any, options?: any): Buffer;
  /** @calls 1 later dropping promise */
  export function inflateRaw(data: any, callback: (error: Error | null, result: Buffer) => void): void;
  /** @calls 2 later dropping promise */
  export function inflateRaw(data: any, options: any, callback: (error: Error | null, result: Buffer) => void): void;
  export function inflateRawSync(data: any, options?: any): Buffer;
  /** @calls 1 later dropping promise */
  export function unzip(data: any, callback: (error: Error | null, result: Buffer) => void): void;
  /** @calls 2 later dropping promise */
  export function unzip(data: any, options: any, callback: (error: Error | null, result: Buffer) => void): void;
  export function unzipSync(data: any, options?: any): Buffer;
  /** @calls 1 later dropping promise */
  export function brotliCompress(data: any, callback: (error: Error | null, result: Buffer) => void): void;
  /** @calls 2 later dropping promise */
  export function brotliCompress(data: any, options: any, callback: (error: Error | null, result: Buffer) => void): void;
  export function brotliCompressSync(data: any, options?: any): Buffer;
  /** @calls 1 later dropping promise */
  export function brotliDecompress(data: any, callback: (error: Error | null, result: Buffer) => void): void;
  /** @calls 2 later dropping promise */
  export function brotliDecompress(data: any, options: any, callback: (error: Error | null, result: Buffer) => void): void;
  export function brotliDecompressSync(data: any, options?: any): Buffer;
  /** @calls 1 later dropping promise */
  export function zstdCompress(data: any, callback: (error: Error | null, result: Buffer) => void): void;
  /** @calls 2 later dropping promise */
  export function zstdCompress(data: any, options: any, callback: (error: Error | null, result: Buffer) => void): void;
  export function zstdCompressSync(data: any, options?: any): Buffer;
  /** @calls 1 later dropping promise */
  export function zstdDecompress(data: any, callback: (error: Error | null, result: Buffer) => void): void;
  /** @calls 2 later dropping promise */
  export function zstdDecompress(data: any, options: any, callback: (error: Error | null, result: Buffer) => void): void;
  export function zstdDecompressSync(data: any, options?: any): Buffer;
  export function crc32(data: any, value?: number): number;
  export const constants: any;
}
declare module 'perf_hooks' {
  export const performance: Performance;
  export const constants: any;
  export class PerformanceObserver {
    /** @calls 0 often dropping promise */
    constructor(callback: (list: any, observer: PerformanceObserver) => void);
    observe(options: any): void;
    disconnect(): void;
    takeRecords(): any[];
  }
  export interface IntervalHistogram { readonly min: number; readonly max: number; readonly mean: number; readonly stddev: number; readonly count: number; readonly exceeds: number; enable(): boolean; disable(): boolean; reset(): void; percentile(percentile: number): number; }
  export function monitorEventLoopDelay(options?: any): IntervalHistogram;
  export function createHistogram(options?: any): any;
  export function eventLoopUtilization(...args: any[]): any;
}
declare module 'util' {
  /** An async function of what takes a callback last; what it is given and gives is known for plain functions only. */
  export function promisify(original: (...args: any[]) => any): (...args: any[]) => Promise<any>;
  export function callbackify(original: (...args: any[]) => Promise<any>): (...args: any[]) => void;
  export function deprecate<T>(original: T, message: string, code?: string): T;
  export function inherits(constructor: any, base: any): void;
  export function inspect(value: any, ...options: any[]): string;
  export function format(...values: any[]): string;
  export function formatWithOptions(options: any, ...values: any[]): string;
  export function isDeepStrictEqual(a: any, b: any): boolean;
  export function isArray(value: any): value is any[];
  export function stripVTControlCharacters(text: string): string;
  export function styleText(format: any, text: string, options?: any): string;
  export function toUSVString(text: string): string;
  export function parseArgs(config?: any): { values: any; positionals: string[]; tokens?: any[] };
  export function parseEnv(content: string): { [name: string]: string };
  export function debuglog(section: string, callback?: any): (message: string, ...values: any[]) => void;
  export function aborted(signal: AbortSignal, resource: any): Promise<void>;
  export function getSystemErrorName(code: number): string;
  export const types: { [name: string]: (value: any) => boolean };
  export class MIMEType { constructor(text: string); type: string; subtype: string; readonly essence: string; readonly params: any; }
}
declare module 'async_hooks' {
  export class AsyncLocalStorage<T> {
    constructor(options?: any);
    static bind<F>(callback: F): F;
    static snapshot(): <R>(callback: (...args: any[]) => R, ...args: any[]) => R;
    getStore(): T | undefined;
    /** @ambient */
    enterWith(store: T): void;
    disable(): void;
    /**
     * @ambient
     * @calls 1 now returning promise
     */
    run<R>(store: T, callback: (...args: any[]) => R, ...args: any[]): R;
    /** @calls 0 now returning promise */
    exit<R>(callback: (...args: any[]) => R, ...args: any[]): R;
  }
  export class AsyncResource {
    constructor(type: string, options?: any);
    static bind<F>(callback: F, ...rest: any[]): F;
    bind<F>(callback: F): F;
    /** @calls 0 now returning promise */
    runInAsyncScope<R>(callback: (...args: any[]) => R, self?: any, ...args: any[]): R;
    emitDestroy(): this;
    asyncId(): number;
    triggerAsyncId(): number;
  }
  export function createHook(callbacks: any): { enable(): any; disable(): any };
  export function executionAsyncId(): number;
  export function triggerAsyncId(): number;
  export function executionAsyncResource(): any;
}
declare module 'diagnostics_channel' {
  export interface Channel {
    readonly name: any;
    readonly hasSubscribers: boolean;
    publish(message: any): void;
    /** @calls 0 often dropping promise */
    subscribe(listener: (message: any, name: any) => void): void;
    unsubscribe(listener: (message: any, name: any) => void): boolean;
    bindStore(store: any, transform?: any): void;
    unbindStore(store: any): boolean;
    /** @calls 1 now returning promise */
    runStores<R>(context: any, callback: (...args: any[]) => R, ...rest: any[]): R;
  }
  export interface TracingChannel {
    subscribe(listeners: any): void;
    unsubscribe(listeners: any): void;
    /** @calls 0 now returning promise */
    traceSync<R>(callback: (...args: any[]) => R, context?: any, ...rest: any[]): R;
    /** @calls 0 now returning promise */
    tracePromise<R>(callback: (...args: any[]) => Promise<R>, context?: any, ...rest: any[]): Promise<R>;
    traceCallback(callback: (...args: any[]) => any, ...rest: any[]): any;
  }
  export function channel(name: any): Channel;
  export function hasSubscribers(name: any): boolean;
  /** @calls 1 often dropping promise */
  export function subscribe(name: any, listener: (message: any, name: any) => void): void;
  export function unsubscribe(name: any, listener: (message: any, name: any) => void): boolean;
  export function tracingChannel(name: any): TracingChannel;
}
declare module 'test' {
  /**
   * @calls 0 later taking promise
   * @handled
   */
  export function test(body?: (context: any, done?: any) => any): Promise<void>;
  /**
   * @calls 1 later taking promise
   * @handled
   */
  export function test(name: string, body?: (context: any, done?: any) => any): Promise<void>;
  /**
   * @calls 2 later taking promise
   * @handled
   */
  export function test(name: string, options: any, body?: (context: any, done?: any) => any): Promise<void>;
  /**
   * @calls 0 later taking promise
   * @handled
   */
  export function it(body?: (context: any, done?: any) => any): Promise<void>;
  /**
   * @calls 1 later taking promise
   * @handled
   */
  export function it(name: string, body?: (context: any, done?: any) => any): Promise<void>;
  /**
   * @calls 2 later taking promise
   * @handled
   */
  export function it(name: string, options: any, body?: (context: any, done?: any) => any): Promise<void>;
  /**
   * @calls 0 later taking promise
   * @handled
   */
  export function describe(body?: (context: any, done?: any) => any): Promise<void>;
  /**
   * @calls 1 later taking promise
   * @handled
   */
  export function describe(name: string, body?: (context: any, done?: any) => any): Promise<void>;
  /**
   * @calls 2 later taking promise
   * @handled
   */
  export function describe(name: string, options: any, body?: (context: any, done?: any) => any): Promise<void>;
  /**
   * @calls 0 later taking promise
   * @handled
   */
  export function suite(body?: (context: any, done?: any) => any): Promise<void>;
  /**
   * @calls 1 later taking promise
   * @handled
   */
  export function suite(name: string, body?: (context: any, done?: any) => any): Promise<void>;
  /**
   * @calls 2 later taking promise
   * @handled
   */
  export function suite(name: string, options: any, body?: (context: any, done?: any) => any): Promise<void>;
  /** @calls 0 later taking promise */
  export function before(body?: (context: any, done?: any) => any, options?: any): void;
  /** @calls 0 later taking promise */
  export function after(body?: (context: any, done?: any) => any, options?: any): void;
  /** @calls 0 later taking promise */
  export function beforeEach(body?: (context: any, done?: any) => any, options?: any): void;
  /** @calls 0 later taking promise */
  export function afterEach(body?: (context: any, done?: any) => any, options?: any): void;
  export const mock: any;
  export function run(options?: any): any;
  export default test;
}
declare module 'path' {
  export interface ParsedPath { root: string; dir: string; base: string; ext: string; name: string; }
  export interface PlatformPath { sep: string; delimiter: string; join(...parts: string[]): string; resolve(...parts: string[]): string; dirname(path: string): string; basename(path: string, suffix?: string): string; extname(path: string): string; relative(from: string, to: string): string; normalize(path: string): string; isAbsolute(path: string): boolean; parse(path: string): ParsedPath; format(path: any): string; toNamespacedPath(path: string): string; matchesGlob(path: string, pattern: string): boolean; posix: PlatformPath; win32: PlatformPath; }
  export const sep: string;
  export const delimiter: string;
  export const posix: PlatformPath;
  export const win32: PlatformPath;
  export function join(...parts: string[]): string;
  export function resolve(...parts: string[]): string;
  export function dirname(path: string): string;
  export function basename(path: string, suffix?: string): string;
  export function extname(path: string): string;
  export function relative(from: string, to: string): string;
  export function normalize(path: string): string;
  export function isAbsolute(path: string): boolean;
  export function parse(path: string): ParsedPath;
  export function format(path: any): string;
  const path: PlatformPath;
  export default path;
}
declare module 'os' {
  export const EOL: string;
  export const constants: any;
  export function arch(): string;
  export function availableParallelism(): number;
  export function cpus(): { model: string; speed: number; times: any }[];
  export function endianness(): string;
  export function freemem(): number;
  export function totalmem(): number;
  export function homedir(): string;
  export function hostname(): string;
  export function loadavg(): number[];
  export function machine(): string;
  export function networkInterfaces(): { [name: string]: any[] | undefined };
  export function platform(): string;
  export function release(): string;
  export function tmpdir(): string;
  export function type(): string;
  export function uptime(): number;
  export function userInfo(options?: any): any;
  export function version(): string;
}
declare module 'url' {
  export function fileURLToPath(url: any, options?: any): string;
  export function pathToFileURL(path: string, options?: any): URL;
  export function parse(url: string, ...rest: any[]): any;
  export function format(url: any, options?: any): string;
  export function resolve(from: string, to: string): string;
  export function domainToASCII(domain: string): string;
  export function domainToUnicode(domain: string): string;
  export function urlToHttpOptions(url: URL): any;
}
declare module 'querystring' {
  export function parse(text: string, ...rest: any[]): { [name: string]: string | string[] | undefined };
  export function stringify(value: any, ...rest: any[]): string;
  export function escape(text: string): string;
  export function unescape(text: string): string;
}
declare module 'string_decoder' {
  export class StringDecoder { constructor(encoding?: string); write(buffer: any): string; end(buffer?: any): string; }
}
declare module 'assert' {
  export class AssertionError extends Error { constructor(options?: any); actual: unknown; expected: unknown; operator: string; code: string; }
  function assert(value: unknown, message?: string | Error): asserts value;
  namespace assert {
    export function ok(value: unknown, message?: string | Error): asserts value;
    export function fail(message?: string | Error): never;
    export function equal(actual: unknown, expected: unknown, message?: string | Error): void;
    export function notEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    export function deepEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    export function notDeepEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    export function strictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    export function notStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    export function deepStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    export function notDeepStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    export function match(value: string, pattern: RegExp, message?: string | Error): void;
    export function doesNotMatch(value: string, pattern: RegExp, message?: string | Error): void;
    export function throws(body: () => unknown, ...rest: any[]): void;
    export function doesNotThrow(body: () => unknown, ...rest: any[]): void;
    /** @calls 0 now returning promise */
    export function rejects(body: any, ...rest: any[]): Promise<void>;
    /** @calls 0 now returning promise */
    export function doesNotReject(body: any, ...rest: any[]): Promise<void>;
    export function ifError(value: unknown): void;
    export const strict: typeof assert;
  }
  export default assert;
  export function ok(value: unknown, message?: string | Error): asserts value;
  export function fail(message?: string | Error): never;
  export function equal(actual: unknown, expected: unknown, message?: string | Error): void;
  export function strictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
  export function deepEqual(actual: unknown, expected: unknown, message?: string | Error): void;
  export function deepStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
  export function throws(body: () => unknown, ...rest: any[]): void;
  /** @calls 0 now returning promise */
  export function rejects(body: any, ...rest: any[]): Promise<void>;
  export const strict: typeof assert;
}
declare module 'module' {
  export function createRequire(path: any): any;
  export function isBuiltin(name: string): boolean;
  export const builtinModules: string[];
}
declare module 'v8' {
  export function getHeapStatistics(): any;
  export function getHeapSpaceStatistics(): any[];
  export function setFlagsFromString(flags: string): void;
  export function serialize(value: any): Buffer;
  export function deserialize(data: any): any;
  export function writeHeapSnapshot(path?: string, options?: any): string;
}
declare module 'vm' {
  export class Script { constructor(code: string, options?: any); runInContext(context: any, options?: any): any; runInNewContext(context?: any, options?: any): any; runInThisContext(options?: any): any; }
  export function createContext(context?: any, options?: any): any;
  export function isContext(value: any): boolean;
  export function runInContext(code: string, context: any, options?: any): any;
  export function runInNewContext(code: string, context?: any, options?: any): any;
  export function runInThisContext(code: string, options?: any): any;
}
