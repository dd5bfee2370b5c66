/**
 * ws.
 *
 * @library ws 8.x
 * @source run on ws 8.23.0 (Node 20.20.2): an 'error' that nobody hears ends the process (connection refused, bad frame, port in use); so does a listener's rejection, also one given as `onmessage`; `send` on a socket that closes or is closed returns, on one that connects throws; a bad frame of a client ends a server that does not listen for 'error' on the socket of that client; a server made with `noServer` has no HTTP server whose 'error' it could pass on
 */
declare module 'ws' {
  import { EventEmitter } from 'events';

  /** @emits error crash */
  export class WebSocket extends EventEmitter {
    constructor(address: any, ...rest: any[]);
    static WebSocket: typeof WebSocket;
    static WebSocketServer: typeof WebSocketServer;
    static Server: typeof WebSocketServer;
    static OPEN: number;
    static CONNECTING: number;
    static CLOSING: number;
    static CLOSED: number;
    readyState: number;
    bufferedAmount: number;
    onopen: ((event: any) => void) | null;
    onmessage: ((event: any) => void) | null;
    onclose: ((event: any) => void) | null;
    onerror: ((event: any) => void) | null;
    /** @calls 1 later dropping promise */
    send(data: any, callback?: (error?: Error) => void): void;
    /** @calls 2 later dropping promise */
    send(data: any, options: {}, callback?: (error?: Error) => void): void;
    ping(...args: any[]): void;
    pong(...args: any[]): void;
    /** @closes */
    close(code?: number, reason?: any): void;
    /** @closes */
    terminate(): void;
    /**
     * @listens
     * @root 1 message dropping promise
     */
    on(event: 'message', listener: (data: any, isBinary: boolean) => void): this;
    /**
     * @listens
     * @root 1 event dropping promise
     */
    on(event: any, listener: (...args: any[]) => void): this;
    /**
     * @listens
     * @root 1 event dropping promise
     */
    addEventListener(event: string, listener: (event: any) => void, options?: any): void;
    removeEventListener(event: string, listener: (event: any) => void): void;
  }

  /** Its 'error' is that of the server that it makes or is given, which fails when it begins to listen: at the start of the process. */
  export class WebSocketServer extends EventEmitter {
    /** @calls 1 later dropping promise */
    constructor(options: { port?: number; host?: string; server?: any; noServer?: boolean; path?: string; maxPayload?: number; perMessageDeflate?: any; verifyClient?: any; clientTracking?: boolean }, listening?: () => void);
    clients: Set<WebSocket>;
    /**
     * @listens
     * @root 1 event dropping promise
     * @brings 1.0
     */
    on(event: 'connection', listener: (socket: WebSocket, request: any) => void): this;
    /**
     * @listens
     * @root 1 event dropping promise
     */
    on(event: any, listener: (...args: any[]) => void): this;
    /** @calls 3 later dropping promise */
    handleUpgrade(request: any, socket: any, head: any, callback: (socket: WebSocket, request: any) => void): void;
    /** @closes */
    close(callback?: (error?: Error) => void): void;
  }
  export { WebSocketServer as Server };
  export default WebSocket;
}
