/**
 * Socket.IO, server and client.
 *
 * @library socket.io 4.x
 * @library socket.io-client 4.x
 * @source run on socket.io and socket.io-client 4.8.4 (Node 20.20.2): a rejection or a throw of a connection or event listener ends the process, so does the rejection of middleware; an error that a socket's middleware hands on and no 'error' listener hears vanishes; a client whose server is away only emits 'connect_error'; `emitWithAck` without an answer is pending, with `timeout(ms)` it rejects; `join` and `leave` return nothing to wait for with the adapter in memory
 */
declare module 'socket.io' {
  import { EventEmitter } from 'events';

  /** @emits error swallow */
  export class Server extends EventEmitter {
    constructor(...args: any[]);
    sockets: Namespace;
    engine: any;
    of(name: any): Namespace;
    listen(...args: any[]): this;
    attach(...args: any[]): this;
    adapter(adapter: any): this;
    /** @root 0 event dropping promise */
    use(middleware: (socket: Socket, next: (error?: Error) => void) => void): this;
    to(room: any): BroadcastOperator;
    in(room: any): BroadcastOperator;
    except(room: any): BroadcastOperator;
    emit(event: string, ...args: any[]): boolean;
    emitWithAck(event: string, ...args: any[]): Promise<any>;
    fetchSockets(): Promise<any[]>;
    socketsJoin(room: any): void;
    socketsLeave(room: any): void;
    disconnectSockets(close?: boolean): void;
    /** @closes */
    close(callback?: (error?: Error) => void): Promise<void>;
    /**
     * @listens
     * @root 1 event dropping promise
     */
    on(event: 'connection' | 'connect', listener: (socket: Socket) => void): this;
    /**
     * @listens
     * @root 1 event dropping promise
     */
    on(event: string, listener: (...args: any[]) => void): this;
  }
  /** @emits error swallow */
  export interface Namespace extends Server { name: string; }
  export interface BroadcastOperator { to(room: any): this; in(room: any): this; except(room: any): this; timeout(ms: number): this; emit(event: string, ...args: any[]): boolean; emitWithAck(event: string, ...args: any[]): Promise<any>; fetchSockets(): Promise<any[]>; socketsJoin(room: any): void; socketsLeave(room: any): void; disconnectSockets(close?: boolean): void; }
  /** @emits error swallow */
  export class Socket extends EventEmitter {
    id: string;
    data: any;
    handshake: any;
    rooms: Set<string>;
    nsp: Namespace;
    broadcast: BroadcastOperator;
    request: any;
    connected: boolean;
    /** @never-rejects */
    join(room: any): Promise<void> | void;
    /** @never-rejects */
    leave(room: any): Promise<void> | void;
    to(room: any): BroadcastOperator;
    in(room: any): BroadcastOperator;
    timeout(ms: number): this;
    emit(event: string, ...args: any[]): boolean;
    /** @waits response */
    emitWithAck(event: string, ...args: any[]): Promise<any>;
    send(...args: any[]): this;
    disconnect(close?: boolean): this;
    /** @root 0 message dropping promise */
    use(middleware: (event: any[], next: (error?: Error) => void) => void): this;
    /** @root 0 message dropping promise */
    onAny(listener: (event: string, ...args: any[]) => void): this;
    /**
     * @listens
     * @root 1 message dropping promise
     */
    on(event: string, listener: (...args: any[]) => void): this;
  }
}
declare module 'socket.io-client' {
  import { EventEmitter } from 'events';
  /** @emits error swallow */
  export class Socket extends EventEmitter {
    id: string | undefined;
    connected: boolean;
    active: boolean;
    auth: any;
    io: any;
    connect(): this;
    open(): this;
    close(): this;
    disconnect(): this;
    timeout(ms: number): this;
    emit(event: string, ...args: any[]): boolean;
    /** @waits response */
    emitWithAck(event: string, ...args: any[]): Promise<any>;
    send(...args: any[]): this;
  }
  export function io(...args: any[]): Socket;
  export function connect(...args: any[]): Socket;
  export default io;
}
