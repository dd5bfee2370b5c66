/**
 * Express 5.
 *
 * @library express 5.x
 * @likewise express-async-errors
 * @likewise express-openapi with promiseMode
 * @source read in express-async-errors 3.1.1 index.js: it wraps the handlers of Express 4, so that a rejection goes to `next`
 * @source read in express-openapi 9.3.0 dist/index.js: with `promiseMode: true` every handler of an operation is wrapped by `toPromiseCompatibleMiddleware`, so that a rejection goes to `next`
 * @source run on express 5.3.0 (Node 20.20.2): the rejection of a handler, of middleware, of `param` and of an error handler goes to the next error handler; `listen` on a port in use without a callback ends the process
 * @source read in express 5.1.0 lib/response.js: `sendFile`, `download` and `render` return nothing, and call back or go to `next`; the others return `this`
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
    /** @enumerates 0 */
    json(body?: any): this;
    /** @enumerates 0 */
    send(body?: any): this;
    redirect(...args: any[]): void;
    set(...args: any[]): this;
    header(...args: any[]): this;
    type(type: string): this;
    cookie(...args: any[]): this;
    clearCookie(...args: any[]): this;
    append(...args: any[]): this;
    attachment(filename?: string): this;
    contentType(type: string): this;
    format(by: any): this;
    /** @enumerates 0 */
    jsonp(body?: any): this;
    links(links: any): this;
    location(url: string): this;
    vary(field: any): this;
    get(name: string): any;
    sendFile(...args: any[]): void;
    download(...args: any[]): void;
    render(...args: any[]): void;
  }
  export interface NextFunction { (error?: any): void; }
  export interface RequestHandler { (request: Request, response: Response, next: NextFunction): any; }
  export interface ErrorRequestHandler { (error: any, request: Request, response: Response, next: NextFunction): any; }

  export interface IRouter {
    /** @root 1+ request taking promise */
    get(path: any, ...handlers: RequestHandler[]): any;
    /** @root 1+ request taking promise */
    post(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1+ request taking promise */
    put(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1+ request taking promise */
    patch(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1+ request taking promise */
    delete(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1+ request taking promise */
    head(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1+ request taking promise */
    options(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1+ request taking promise */
    all(path: any, ...handlers: RequestHandler[]): this;
    /** @root 0+ request taking promise */
    use(first: RequestHandler, ...handlers: RequestHandler[]): this;
    /** @root 1+ request taking promise */
    use(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1 request taking promise */
    param(name: string, handler: (request: Request, response: Response, next: NextFunction, value: any) => any): this;
    route(path: any): IRoute;
  }
  export interface IRoute {
    /** @root 0+ request taking promise */
    get(...handlers: RequestHandler[]): this;
    /** @root 0+ request taking promise */
    post(...handlers: RequestHandler[]): this;
    /** @root 0+ request taking promise */
    put(...handlers: RequestHandler[]): this;
    /** @root 0+ request taking promise */
    patch(...handlers: RequestHandler[]): this;
    /** @root 0+ request taking promise */
    delete(...handlers: RequestHandler[]): this;
    /** @root 0+ request taking promise */
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
