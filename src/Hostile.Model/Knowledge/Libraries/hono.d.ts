/**
 * Hono and its server for Node.
 *
 * @library hono 4.x
 * @library @hono/node-server 1.x - 2.x
 * @library @hono/zod-openapi 0.x - 1.x
 * @source run on hono 4.13.19 with @hono/node-server 2.1.9 (Node 20.20.2): a rejection of a handler, of middleware or of `notFound` becomes a 500, that of `onError` an empty 500; `next()` that is not awaited does not end the process; what is thrown and no Error comes out of `fetch`
 * @source read in hono 4.13 types: signatures
 */
declare module 'hono' {
  export interface HonoRequest {
    raw: Request;
    path: string;
    method: string;
    url: string;
    param(name: string): string;
    param(): { [name: string]: string };
    query(name: string): string | undefined;
    query(): { [name: string]: string };
    queries(name: string): string[] | undefined;
    header(name: string): string | undefined;
    header(): { [name: string]: string };
    valid(target: string): any;
    json<T = any>(): Promise<T>;
    text(): Promise<string>;
    parseBody(options?: any): Promise<any>;
    arrayBuffer(): Promise<ArrayBuffer>;
    blob(): Promise<Blob>;
    formData(): Promise<FormData>;
  }
  export interface Context<E = any> {
    req: HonoRequest;
    env: any;
    res: Response;
    var: any;
    error: Error | undefined;
    executionCtx: ExecutionContext;
    /** @enumerates 0 */
    json(value: any, ...rest: any[]): Response;
    text(value: string, ...rest: any[]): Response;
    html(value: any, ...rest: any[]): Response;
    body(value: any, ...rest: any[]): Response;
    newResponse(value: any, ...rest: any[]): Response;
    redirect(url: string, status?: number): Response;
    notFound(): Response;
    status(code: number): void;
    header(name: string, value?: string, options?: any): void;
    get(key: string): any;
    set(key: string, value: any): void;
  }
  export interface ExecutionContext {
    waitUntil(promise: Promise<any>): void;
    passThroughOnException(): void;
  }
  export interface Next { (): Promise<void>; }
  export interface Handler { (context: Context, next: Next): any; }
  export interface MiddlewareHandler { (context: Context, next: Next): Promise<any>; }
  export interface ErrorHandler { (error: Error, context: Context): any; }
  export class Hono<E = any> {
    constructor(options?: any);
    /** @root 1+ request taking promise */
    get(path: string, ...handlers: Handler[]): this;
    /** @root 0+ request taking promise */
    get(...handlers: Handler[]): this;
    /** @root 1+ request taking promise */
    post(path: string, ...handlers: Handler[]): this;
    /** @root 0+ request taking promise */
    post(...handlers: Handler[]): this;
    /** @root 1+ request taking promise */
    put(path: string, ...handlers: Handler[]): this;
    /** @root 0+ request taking promise */
    put(...handlers: Handler[]): this;
    /** @root 1+ request taking promise */
    patch(path: string, ...handlers: Handler[]): this;
    /** @root 0+ request taking promise */
    patch(...handlers: Handler[]): this;
    /** @root 1+ request taking promise */
    delete(path: string, ...handlers: Handler[]): this;
    /** @root 0+ request taking promise */
    delete(...handlers: Handler[]): this;
    /** @root 1+ request taking promise */
    options(path: string, ...handlers: Handler[]): this;
    /** @root 0+ request taking promise */
    options(...handlers: Handler[]): this;
    /** @root 1+ request taking promise */
    all(path: string, ...handlers: Handler[]): this;
    /** @root 0+ request taking promise */
    all(...handlers: Handler[]): this;
    /** @root 2+ request taking promise */
    on(method: any, path: any, ...handlers: Handler[]): this;
    /** @root 1+ request taking promise */
    use(path: string, ...handlers: Handler[]): this;
    /** @root 0+ request taking promise */
    use(...handlers: Handler[]): this;
    route(path: string, app: Hono): this;
    basePath(path: string): Hono<E>;
    mount(path: string, handler: any, options?: any): this;
    fetch(request: Request, env?: any, context?: any): Promise<Response>;
    request(input: any, init?: any, env?: any, context?: any): Promise<Response>;
    /** @root 0 request taking promise */
    onError(handler: ErrorHandler): this;
    /** @root 0 request taking promise */
    notFound(handler: (context: Context) => any): this;
  }
}
declare module 'hono/factory' {
  import { Context, MiddlewareHandler, Next, Hono } from 'hono';
  /** @root 0 request taking promise */
  export function createMiddleware<E = any>(middleware: (context: Context, next: Next) => Promise<any>): MiddlewareHandler;
  export interface Factory { createApp(): Hono; createMiddleware(middleware: (context: Context, next: Next) => Promise<any>): MiddlewareHandler; createHandlers(...handlers: any[]): any[]; }
  export function createFactory<E = any>(options?: any): Factory;
}
declare module '@hono/zod-openapi' {
  import { Hono, Context } from 'hono';
  export class OpenAPIHono<E = any> extends Hono<E> {
    /** @root 1 request taking promise */
    openapi(route: any, handler: (context: Context) => any, hook?: any): this;
    doc(path: string, configuration: any): this;
  }
  export function createRoute<T>(route: T): T;
}
declare module '@hono/node-server' {
  import { Server } from 'http';
  export function serve(options: any, listening?: (info: { address: string; port: number }) => void): Server;
}
