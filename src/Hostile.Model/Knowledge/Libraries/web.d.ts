/**
 * Web frameworks: what a handler is given, and that each request is an execution of it.
 *
 * @library express 4.x - 5.x
 * @library fastify 5.x
 * @library koa 2.x - 3.x
 * @library hono 4.x
 * @library node-cron 3.x - 4.x
 * @source run on express 4.22.3 and 5.3.0, fastify 5.12.8 (Node 20.20.2): what becomes of a handler's rejection
 * @source read in @types/express-serve-static-core 5, fastify 5.12 types, @types/koa 3, hono 4 types: signatures
 */
declare module 'express' {
  import { IncomingMessage, ServerResponse, Server } from 'http';

  export interface Request extends IncomingMessage {
    body: any;
    params: { [name: string]: string };
    query: { [name: string]: any };
    cookies: any;
    ip: string;
    path: string;
    originalUrl: string;
    hostname: string;
    get(name: string): string | undefined;
    header(name: string): string | undefined;
  }
  export interface Response extends ServerResponse {
    locals: { [name: string]: any };
    status(code: number): this;
    sendStatus(code: number): this;
    json(body?: any): this;
    send(body?: any): this;
    redirect(...args: any[]): void;
    set(...args: any[]): this;
    header(...args: any[]): this;
    type(type: string): this;
    cookie(...args: any[]): this;
  }
  export interface NextFunction { (error?: any): void; }
  export interface RequestHandler { (request: Request, response: Response, next: NextFunction): any; }
  export interface ErrorRequestHandler { (error: any, request: Request, response: Response, next: NextFunction): any; }

  /** Express 5 takes a handler's rejection; Express 4 drops it. The stricter version is stated. */
  export interface IRouter {
    /**
     * @calls 1+ often dropping promise
     * @root 1+ request
     */
    get(path: any, ...handlers: RequestHandler[]): any;
    /**
     * @calls 1+ often dropping promise
     * @root 1+ request
     */
    post(path: any, ...handlers: RequestHandler[]): this;
    /**
     * @calls 1+ often dropping promise
     * @root 1+ request
     */
    put(path: any, ...handlers: RequestHandler[]): this;
    /**
     * @calls 1+ often dropping promise
     * @root 1+ request
     */
    patch(path: any, ...handlers: RequestHandler[]): this;
    /**
     * @calls 1+ often dropping promise
     * @root 1+ request
     */
    delete(path: any, ...handlers: RequestHandler[]): this;
    /**
     * @calls 1+ often dropping promise
     * @root 1+ request
     */
    head(path: any, ...handlers: RequestHandler[]): this;
    /**
     * @calls 1+ often dropping promise
     * @root 1+ request
     */
    options(path: any, ...handlers: RequestHandler[]): this;
    /**
     * @calls 1+ often dropping promise
     * @root 1+ request
     */
    all(path: any, ...handlers: RequestHandler[]): this;
    /**
     * @calls 0+ often dropping promise
     * @root 0+ request
     */
    use(first: RequestHandler, ...handlers: RequestHandler[]): this;
    /**
     * @calls 1+ often dropping promise
     * @root 1+ request
     */
    use(path: any, ...handlers: RequestHandler[]): this;
    param(name: string, handler: (request: Request, response: Response, next: NextFunction, value: any) => any): this;
    route(path: any): IRoute;
  }
  export interface IRoute {
    /**
     * @calls 0+ often dropping promise
     * @root 0+ request
     */
    get(...handlers: RequestHandler[]): this;
    /**
     * @calls 0+ often dropping promise
     * @root 0+ request
     */
    post(...handlers: RequestHandler[]): this;
    /**
     * @calls 0+ often dropping promise
     * @root 0+ request
     */
    put(...handlers: RequestHandler[]): this;
    /**
     * @calls 0+ often dropping promise
     * @root 0+ request
     */
    patch(...handlers: RequestHandler[]): this;
    /**
     * @calls 0+ often dropping promise
     * @root 0+ request
     */
    delete(...handlers: RequestHandler[]): this;
    /**
     * @calls 0+ often dropping promise
     * @root 0+ request
     */
    all(...handlers: RequestHandler[]): this;
  }
  export interface Router extends IRouter {}
  export interface Application extends IRouter {
    listen(...args: any[]): Server;
    set(name: string, value: any): this;
    disable(name: string): this;
    enable(name: string): this;
    locals: { [name: string]: any };
  }
  export interface Express extends Application {}
  export function Router(options?: any): Router;
  export function json(options?: any): RequestHandler;
  export function urlencoded(options?: any): RequestHandler;
  export function raw(options?: any): RequestHandler;
  export function text(options?: any): RequestHandler;
  function express(): Express;
  namespace express {
    export function Router(options?: any): Router;
    export function json(options?: any): RequestHandler;
    export function urlencoded(options?: any): RequestHandler;
    export function raw(options?: any): RequestHandler;
    export function text(options?: any): RequestHandler;
  }
  export default express;
}

declare module 'fastify' {
  import { IncomingMessage } from 'http';
  export interface FastifyRequest { body: any; params: any; query: any; headers: { [name: string]: any }; raw: IncomingMessage; log: any; id: string; ip: string; method: string; url: string; }
  export interface FastifyReply { code(status: number): this; status(status: number): this; send(payload?: any): this; header(name: string, value: any): this; headers(values: any): this; type(type: string): this; redirect(...args: any[]): this; raw: any; sent: boolean; log: any; }
  export interface RouteHandlerMethod { (request: FastifyRequest, reply: FastifyReply): any; }
  export interface FastifyInstance {
    /**
     * @calls 1 often taking promise
     * @root 1 request
     */
    get(path: string, handler: RouteHandlerMethod): this;
    /**
     * @calls 2 often taking promise
     * @root 2 request
     */
    get(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /**
     * @calls 1 often taking promise
     * @root 1 request
     */
    post(path: string, handler: RouteHandlerMethod): this;
    /**
     * @calls 2 often taking promise
     * @root 2 request
     */
    post(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /**
     * @calls 1 often taking promise
     * @root 1 request
     */
    put(path: string, handler: RouteHandlerMethod): this;
    /**
     * @calls 2 often taking promise
     * @root 2 request
     */
    put(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /**
     * @calls 1 often taking promise
     * @root 1 request
     */
    patch(path: string, handler: RouteHandlerMethod): this;
    /**
     * @calls 2 often taking promise
     * @root 2 request
     */
    patch(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /**
     * @calls 1 often taking promise
     * @root 1 request
     */
    delete(path: string, handler: RouteHandlerMethod): this;
    /**
     * @calls 2 often taking promise
     * @root 2 request
     */
    delete(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /**
     * @calls 0.handler often taking promise
     * @root 0.handler request
     */
    route(options: { method: any; url: string; handler: RouteHandlerMethod; preHandler?: any; schema?: any }): this;
    /**
     * @calls 1 often taking promise
     * @root 1 request
     */
    addHook(name: string, hook: (request: FastifyRequest, reply: FastifyReply) => any): this;
    /** @calls 0 later taking promise */
    register(plugin: (instance: FastifyInstance, options: any) => any, options?: any): this;
    decorate(name: string, value: any): this;
    setErrorHandler(handler: (error: any, request: FastifyRequest, reply: FastifyReply) => any): this;
    listen(options?: any): Promise<string>;
    ready(): Promise<void>;
    inject(options: any): Promise<any>;
    /** @closes */
    close(): Promise<void>;
    log: any;
    server: any;
  }
  export function fastify(options?: any): FastifyInstance;
  export default fastify;
}

declare module 'koa' {
  import { Server } from 'http';
  export interface Context { body: any; status: number; params: any; query: any; request: any; response: any; req: any; res: any; state: any; throw(...args: any[]): never; set(...args: any[]): void; }
  export interface Middleware { (context: Context, next: () => Promise<any>): any; }
  /** @emits error log */
  export class Application {
    /**
     * @calls 0 often taking promise
     * @root 0 request
     */
    use(middleware: Middleware): this;
    listen(...args: any[]): Server;
    callback(): any;
    context: any;
    /** @listens */
    on(event: string, listener: (...args: any[]) => void): this;
  }
  export default Application;
}
declare module '@koa/router' {
  import { Context, Middleware } from 'koa';
  export class Router {
    constructor(options?: any);
    /**
     * @calls 1+ often taking promise
     * @root 1+ request
     */
    get(path: any, ...handlers: Middleware[]): this;
    /**
     * @calls 1+ often taking promise
     * @root 1+ request
     */
    post(path: any, ...handlers: Middleware[]): this;
    /**
     * @calls 1+ often taking promise
     * @root 1+ request
     */
    put(path: any, ...handlers: Middleware[]): this;
    /**
     * @calls 1+ often taking promise
     * @root 1+ request
     */
    patch(path: any, ...handlers: Middleware[]): this;
    /**
     * @calls 1+ often taking promise
     * @root 1+ request
     */
    delete(path: any, ...handlers: Middleware[]): this;
    /**
     * @calls 0+ often taking promise
     * @root 0+ request
     */
    use(...handlers: Middleware[]): this;
    routes(): Middleware;
    allowedMethods(): Middleware;
  }
  export default Router;
}
declare module 'koa-router' {
  export { Router } from '@koa/router';
  export { default } from '@koa/router';
}

declare module 'hono' {
  export interface HonoRequest { param(name?: string): any; query(name?: string): any; header(name?: string): any; json(): Promise<any>; text(): Promise<string>; parseBody(): Promise<any>; valid(target: string): any; raw: Request; path: string; method: string; url: string; }
  export interface Context { req: HonoRequest; env: any; res: Response; json(value: any, status?: number): Response; text(value: string, status?: number): Response; html(value: any, status?: number): Response; body(value: any, status?: number): Response; redirect(url: string, status?: number): Response; status(code: number): void; header(name: string, value?: string): void; get(key: string): any; set(key: string, value: any): void; var: any; }
  export interface Handler { (context: Context, next: () => Promise<void>): any; }
  export class Hono {
    constructor(options?: any);
    /**
     * @calls 1+ often taking promise
     * @root 1+ request
     */
    get(path: any, ...handlers: Handler[]): this;
    /**
     * @calls 1+ often taking promise
     * @root 1+ request
     */
    post(path: any, ...handlers: Handler[]): this;
    /**
     * @calls 1+ often taking promise
     * @root 1+ request
     */
    put(path: any, ...handlers: Handler[]): this;
    /**
     * @calls 1+ often taking promise
     * @root 1+ request
     */
    patch(path: any, ...handlers: Handler[]): this;
    /**
     * @calls 1+ often taking promise
     * @root 1+ request
     */
    delete(path: any, ...handlers: Handler[]): this;
    /**
     * @calls 1+ often taking promise
     * @root 1+ request
     */
    all(path: any, ...handlers: Handler[]): this;
    /**
     * @calls 0+ often taking promise
     * @root 0+ request
     */
    use(...handlers: Handler[]): this;
    route(path: string, app: Hono): this;
    fetch(request: Request, env?: any): Promise<Response>;
    onError(handler: (error: Error, context: Context) => any): this;
    notFound(handler: (context: Context) => any): this;
  }
}

declare module 'node-cron' {
  /**
   * @calls 1 often dropping promise
   * @root 1 schedule
   */
  export function schedule(expression: string, task: (...args: any[]) => any, options?: any): any;
}
declare module 'cron' {
  export class CronJob {
    /**
     * @calls 1 often dropping promise
     * @root 1 schedule
     */
    constructor(time: any, onTick: (...args: any[]) => any, ...rest: any[]);
    start(): void;
    stop(): void;
    static from(options: any): CronJob;
  }
}
