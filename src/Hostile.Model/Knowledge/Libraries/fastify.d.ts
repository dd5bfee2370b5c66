/**
 * Fastify.
 *
 * @library fastify 4.x - 5.x
 * @library fastify-plugin 4.x - 6.x
 * @library fastify-type-provider-zod 1.x - 7.x
 * @library @fastify/type-provider-typebox 3.x - 6.x
 * @source run on fastify 5.12.8 (Node 20.20.2): a rejection of a handler, a hook, an error or not-found handler becomes a 500, that of an onResponse hook nothing; a plugin's rejection comes out of `ready`, `listen` and of `await register`, and is not unhandled when `register` is not awaited; `listen` on a port in use rejects; with a callback it returns nothing, and the callback is given the error
 * @source read in fastify-type-provider-zod 7.0.0 and @fastify/type-provider-typebox 6.3.0 types: the plugins' types are Fastify's own with a type provider
 * @source read in fastify 5.12.8 types: signatures; `withTypeProvider`, `addSchema` and the setters give the instance itself
 */
declare module 'fastify' {
  import { IncomingMessage, Server } from 'http';

  export interface FastifyRequest { body: any; params: any; query: any; headers: { [name: string]: any }; raw: IncomingMessage; log: any; id: string; ip: string; method: string; url: string; signal: AbortSignal; }
  /** What light-my-request 6 answers. */
  export interface InjectedResponse { raw: any; rawPayload: Buffer; headers: { [name: string]: any }; statusCode: number; statusMessage: string; trailers: { [name: string]: string }; payload: string; body: string; json<T = any>(): T; stream(): any; cookies: any[]; }
  export interface FastifyReply {
    raw: any;
    sent: boolean;
    log: any;
    statusCode: number;
    code(status: number): this;
    status(status: number): this;
    send(payload?: any): this;
    header(name: string, value: any): this;
    headers(values: any): this;
    type(type: string): this;
    redirect(...args: any[]): this;
    hijack(): this;
  }
  export interface RouteHandlerMethod { (request: FastifyRequest, reply: FastifyReply): any; }
  export interface FastifyPluginAsync { (instance: FastifyInstance, options: any): Promise<any>; }
  export interface FastifyPluginCallback { (instance: FastifyInstance, options: any, done: (error?: Error) => void): void; }
  export interface FastifyBaseLogger { info(...values: any[]): void; warn(...values: any[]): void; error(...values: any[]): void; debug(...values: any[]): void; fatal(...values: any[]): void; trace(...values: any[]): void; }

  export interface FastifyInstance {
    /** @root 1 request taking promise */
    get(path: string, handler: RouteHandlerMethod): this;
    /** @root 2 request taking promise */
    get(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /** @root 1 request taking promise */
    post(path: string, handler: RouteHandlerMethod): this;
    /** @root 2 request taking promise */
    post(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /** @root 1 request taking promise */
    put(path: string, handler: RouteHandlerMethod): this;
    /** @root 2 request taking promise */
    put(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /** @root 1 request taking promise */
    patch(path: string, handler: RouteHandlerMethod): this;
    /** @root 2 request taking promise */
    patch(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /** @root 1 request taking promise */
    delete(path: string, handler: RouteHandlerMethod): this;
    /** @root 2 request taking promise */
    delete(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /** @root 1 request taking promise */
    head(path: string, handler: RouteHandlerMethod): this;
    /** @root 2 request taking promise */
    head(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /** @root 1 request taking promise */
    options(path: string, handler: RouteHandlerMethod): this;
    /** @root 2 request taking promise */
    options(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /** @root 1 request taking promise */
    all(path: string, handler: RouteHandlerMethod): this;
    /** @root 2 request taking promise */
    all(path: string, options: {}, handler?: RouteHandlerMethod): this;
    /**
     * @root 0.handler request taking promise
     * @calls 0.preHandler often taking promise
     */
    route(options: { method: any; url: string; handler: RouteHandlerMethod; preHandler?: any; schema?: any }): this;
    /** @calls 1 later taking promise */
    addHook(name: 'onClose' | 'onReady' | 'onListen' | 'onRegister' | 'onRoute' | 'preClose', hook: (...args: any[]) => any): this;
    /** @root 1 request taking promise */
    addHook(name: string, hook: (request: FastifyRequest, reply: FastifyReply, ...rest: any[]) => any): this;
    /**
     * @calls 0 later taking promise
     * @handled
     */
    register(plugin: (instance: FastifyInstance, options: any) => any, options?: any): FastifyInstance & PromiseLike<void>;
    /** @handled */
    register(plugin: any, options?: any): FastifyInstance & PromiseLike<void>;
    decorate(name: string, value: any): this;
    withTypeProvider<T>(): this;
    addSchema(schema: any): this;
    setValidatorCompiler(compiler: any): this;
    setSerializerCompiler(compiler: any): this;
    setReplySerializer(serializer: any): this;
    setSchemaErrorFormatter(formatter: any): this;
    decorateRequest(name: string, value?: any): this;
    decorateReply(name: string, value?: any): this;
    /** @root 0 request taking promise */
    setErrorHandler(handler: (error: any, request: FastifyRequest, reply: FastifyReply) => any): this;
    /** @root 0 request taking promise */
    setNotFoundHandler(handler: (request: FastifyRequest, reply: FastifyReply) => any): this;
    listen(options: any, callback: (error: Error | null, address: string) => void): void;
    listen(options?: any): Promise<string>;
    ready(): Promise<FastifyInstance>;
    inject(options: any): Promise<InjectedResponse>;
    /** @closes */
    close(): Promise<void>;
    log: FastifyBaseLogger;
    server: Server;
  }
  /** @lazy */
  export function fastify(options?: any): FastifyInstance & PromiseLike<FastifyInstance>;
  export default fastify;
}
declare module 'fastify-type-provider-zod' {
  import { FastifyPluginAsync, FastifyPluginCallback } from 'fastify';
  export interface FastifyPluginAsyncZod extends FastifyPluginAsync {}
  export interface FastifyPluginCallbackZod extends FastifyPluginCallback {}
  export interface ZodTypeProvider {}
  export const validatorCompiler: any;
  export const serializerCompiler: any;
  export const jsonSchemaTransform: any;
  export function createJsonSchemaTransform(options: any): any;
  export function createSerializerCompiler(options?: any): any;
}
declare module '@fastify/type-provider-typebox' {
  import { FastifyPluginAsync, FastifyPluginCallback } from 'fastify';
  export interface FastifyPluginAsyncTypebox extends FastifyPluginAsync {}
  export interface FastifyPluginCallbackTypebox extends FastifyPluginCallback {}
  export interface TypeBoxTypeProvider {}
  export const TypeBoxValidatorCompiler: any;
}
declare module 'fastify-plugin' {
  /** @calls 0 later taking promise */
  export function fastifyPlugin<T>(plugin: T, options?: any): T;
  export default fastifyPlugin;
}
