/**
 * Koa and its router.
 *
 * @library koa 2.x - 3.x
 * @library @koa/router 12.x - 15.x
 * @library koa-router 10.x - 14.x
 * @source run on koa 3.3.0 and @koa/router 15.7.0 (Node 20.20.2): a rejection of middleware, of a route and of `param` becomes a 500 and an 'error' event, which is written to the console when nobody listens; `next()` that is not awaited and rejects ends the process; so does an 'error' listener that rejects
 * @source read in koa 2.16 lib/application.js: the same handling of middleware
 * @source read in @types/koa 2.15 index.d.ts: `ParameterizedContext` has `state` of its first parameter
 */
declare module 'koa' {
  import { EventEmitter } from 'events';
  import { Server } from 'http';

  export interface Context { body: any; status: number; params: any; query: any; request: any; response: any; req: any; res: any; state: any; headers: any; path: string; method: string; ip: string; cookies: any; throw(...args: any[]): never; assert(...args: any[]): void; set(...args: any[]): void; get(name: string): string; redirect(url: string): void; }
  export interface DefaultContext extends Context {}
  /** What middleware puts into `state` has the type that the program gives it. */
  export interface ParameterizedContext<StateT = any, ContextT = any, BodyT = any> extends Context { state: StateT; }
  export interface DefaultState { [name: string]: any; }
  export interface Next { (): Promise<any>; }
  export interface Middleware { (context: Context, next: Next): any; }
  /** @emits error log */
  export class Application extends EventEmitter {
    constructor(options?: any);
    /** @root 0 request taking promise */
    use(middleware: Middleware): this;
    listen(...args: any[]): Server;
    callback(): (request: any, response: any) => Promise<void>;
    context: any;
    proxy: boolean;
    silent: boolean;
  }
  type PlainContext = Context;
  type PlainNext = Next;
  type PlainMiddleware = Middleware;
  type PlainState = DefaultState;
  /** `Koa.Context` */
  export namespace Application {
    export type Context = PlainContext;
    export type DefaultContext = PlainContext;
    export type DefaultState = PlainState;
    export type Next = PlainNext;
    export type Middleware = PlainMiddleware;
    export interface ParameterizedContext<StateT = any, ContextT = any, BodyT = any> extends PlainContext { state: StateT; }
  }
  export default Application;
}
declare module '@koa/router' {
  import { Middleware } from 'koa';
  export class Router {
    constructor(options?: any);
    /** @root 1+ request taking promise */
    get(path: any, ...handlers: Middleware[]): this;
    /** @root 1+ request taking promise */
    post(path: any, ...handlers: Middleware[]): this;
    /** @root 1+ request taking promise */
    put(path: any, ...handlers: Middleware[]): this;
    /** @root 1+ request taking promise */
    patch(path: any, ...handlers: Middleware[]): this;
    /** @root 1+ request taking promise */
    delete(path: any, ...handlers: Middleware[]): this;
    /** @root 1+ request taking promise */
    del(path: any, ...handlers: Middleware[]): this;
    /** @root 1+ request taking promise */
    all(path: any, ...handlers: Middleware[]): this;
    /** @root 0+ request taking promise */
    use(first: Middleware, ...handlers: Middleware[]): this;
    /** @root 1+ request taking promise */
    use(path: any, ...handlers: Middleware[]): this;
    /** @root 1 request taking promise */
    param(name: string, handler: (value: string, context: any, next: () => Promise<any>) => any): this;
    prefix(prefix: string): this;
    routes(): Middleware;
    middleware(): Middleware;
    allowedMethods(options?: any): Middleware;
  }
  export interface IRouterParamContext<S = any, C = any> { params: any; router: Router; }
  export interface RouterParamContext<S = any, C = any> extends IRouterParamContext<S, C> {}
  export default Router;
}
declare module 'koa-router' {
  export { Router, IRouterParamContext, RouterParamContext } from '@koa/router';
  export { default } from '@koa/router';
}
