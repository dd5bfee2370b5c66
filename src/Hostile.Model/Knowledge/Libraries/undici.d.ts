/**
 * undici.
 *
 * @library undici 5.x - 7.x
 * @source run on undici 6.29.1 and 7.30.2 against a server that accepts and stays silent (Node 20.20.2): headers and body are bounded at 300 s by default; `headersTimeout` of a request or of a dispatcher, and a signal, reject; `setGlobalDispatcher` holds for the global fetch, too
 */
declare module 'undici' {
  export interface DispatcherOptions {
    /** @bounds response in ms by client default 300000 off 0 */
    headersTimeout?: number;
    bodyTimeout?: number;
    connect?: any;
    connections?: number;
    pipelining?: number;
    keepAliveTimeout?: number;
    keepAliveMaxTimeout?: number;
    uri?: string;
  }
  export interface RequestOptions {
    method?: string;
    path?: string;
    headers?: any;
    body?: any;
    query?: any;
    dispatcher?: DispatcherOptions;
    /** @bounds response in ms by client default 300000 off 0 */
    headersTimeout?: number;
    bodyTimeout?: number;
    /** @bounds response by signal */
    signal?: any;
  }
  export interface ResponseBody { json(): Promise<any>; text(): Promise<string>; arrayBuffer(): Promise<any>; blob(): Promise<any>; bytes(): Promise<any>; dump(options?: any): Promise<void>; }
  export interface ResponseData { statusCode: number; headers: any; trailers: any; body: ResponseBody; }
  /** @waits response */
  export function request(url: any, options?: RequestOptions): Promise<ResponseData>;
  /**
   * @waits response
   * @bounds response in ms by client default 300000
   */
  export function fetch(input: any, init?: RequestInit): Promise<Response>;
  export function stream(url: any, options: any, factory: any): Promise<any>;
  export class Dispatcher {
    /** @waits response */
    request(options: RequestOptions): Promise<ResponseData>;
    stream(options: any, factory: any): Promise<any>;
    /** @closes */
    close(): Promise<void>;
    /** @closes */
    destroy(error?: Error): Promise<void>;
  }
  export class Client extends Dispatcher { constructor(url: any, options?: DispatcherOptions); }
  export class Pool extends Dispatcher { constructor(url: any, options?: DispatcherOptions); }
  export class Agent extends Dispatcher { constructor(options?: DispatcherOptions); }
  export class ProxyAgent extends Dispatcher { constructor(options: any); }
  export class RetryAgent extends Dispatcher { constructor(dispatcher: any, options?: any); }
  export class MockAgent extends Dispatcher { constructor(options?: any); get(origin: any): any; disableNetConnect(): void; enableNetConnect(host?: any): void; }
  /** @governs requests by 0 */
  export function setGlobalDispatcher(dispatcher: any): void;
  export function getGlobalDispatcher(): Dispatcher;
}
