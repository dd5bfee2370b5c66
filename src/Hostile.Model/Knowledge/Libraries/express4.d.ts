/**
 * Express 4.
 *
 * @library express 4.x
 * @source run on express 4.22.3 (Node 20.20.2): the rejection of a handler, of middleware, of `param` and of an error handler is unhandled and ends the process
 * @source read in express 4.22.1 lib/response.js: `sendFile`, `download` and `render` return nothing, and call back or go to `next`; the others return `this`
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
  export interface RequestHandler { (request: Request, response: Response, next: NextFunction): void; }
  export interface ErrorRequestHandler { (error: any, request: Request, response: Response, next: NextFunction): void; }

  export interface IRouter {
    /** @root 1+ request dropping promise */
    get(path: any, ...handlers: RequestHandler[]): any;
    /** @root 1+ request dropping promise */
    post(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1+ request dropping promise */
    put(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1+ request dropping promise */
    patch(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1+ request dropping promise */
    delete(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1+ request dropping promise */
    head(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1+ request dropping promise */
    options(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1+ request dropping promise */
    all(path: any, ...handlers: RequestHandler[]): this;
    /** @root 0+ request dropping promise */
    use(first: RequestHandler, ...handlers: RequestHandler[]): this;
    /** @root 1+ request dropping promise */
    use(path: any, ...handlers: RequestHandler[]): this;
    /** @root 1 request dropping promise */
    param(name: string, handler: (request: Request, response: Response, next: NextFunction, value: any) => void): this;
    route(path: any): IRoute;
  }
  export interface IRoute {
    /** @root 0+ request dropping promise */
    get(...handlers: RequestHandler[]): this;
    /** @root 0+ request dropping promise */
    post(...handlers: RequestHandler[]): this;
    /** @root 0+ request dropping promise */
    put(...handlers: RequestHandler[]): this;
    /** @root 0+ request dropping promise */
    patch(...handlers: RequestHandler[]): this;
    /** @root 0+ request dropping promise */
    delete(...handlers: RequestHandler[]): this;
    /** @root 0+ request dropping promise */
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
