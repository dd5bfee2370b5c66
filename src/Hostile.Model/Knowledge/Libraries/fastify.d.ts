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
 * @source read in fastify 5.11.2 lib/content-type-parser.js: the promise of a parser is given both handlers; the parsers of its own call back
 */
declare module 'fastify' {
  import { IncomingMessage, Server } from 'http';

  /** What a route says of its requests. */
  export interface RouteGenericInterface { Body?: any; Querystring?: any; Params?: any; Headers?: any; Reply?: any; }
  export interface FastifyRequest<R = any> {
    body: R['Body'];
    params: R['Params'];
    query: R['Querystring'];
    headers: { [name: string]: any };
    raw: IncomingMessage;
    log: FastifyBaseLogger;
    server: FastifyInstance;
    id: string;
    ip: string;
    ips?: string[];
    /** What Node's parser takes, which is short. */
    method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS' | 'TRACE' | 'CONNECT';
    url: string;
    originalUrl: string;
    hostname: string;
    host: string;
    port: number;
    protocol: string;
    is404: boolean;
    signal: AbortSignal;
    routeOptions: RouteOptions;
  }
  export interface RouteOptions { method: any; url: string; handler: any; schema?: any; config: any; bodyLimit?: number; logLevel?: string; prefix?: string; [name: string]: any; }
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
  export interface RouteHandlerMethod<R = any> { (request: FastifyRequest<R>, reply: FastifyReply): any; }
  export interface FastifyPluginAsync<O = any> { (instance: FastifyInstance, options: O): Promise<any>; }
  export interface FastifyPluginCallback<O = any> { (instance: FastifyInstance, options: O, done: (error?: Error) => void): void; }
  /** Fastify's own call back, and give nothing. */
  export interface DefaultBodyParser { (request: FastifyRequest, body: any, done: (error: Error | null, body?: any) => void): void; }
  /** One that waits gives a promise; one that calls back gives nothing. */
  export interface FastifyBodyParser { (request: FastifyRequest, body: any, done: (error: Error | null, body?: any) => void): void | Promise<any>; }
  export interface FastifyBaseLogger { info(...values: any[]): void; warn(...values: any[]): void; error(...values: any[]): void; debug(...values: any[]): void; fatal(...values: any[]): void; trace(...values: any[]): void; }

  export interface FastifyInstance {
    /** @root 1 request taking promise */
    get<R = any>(path: string, handler: RouteHandlerMethod<R>): this;
    /** @root 2 request taking promise */
    get<R = any>(path: string, options: {}, handler?: RouteHandlerMethod<R>): this;
    /** @root 1 request taking promise */
    post<R = any>(path: string, handler: RouteHandlerMethod<R>): this;
    /** @root 2 request taking promise */
    post<R = any>(path: string, options: {}, handler?: RouteHandlerMethod<R>): this;
    /** @root 1 request taking promise */
    put<R = any>(path: string, handler: RouteHandlerMethod<R>): this;
    /** @root 2 request taking promise */
    put<R = any>(path: string, options: {}, handler?: RouteHandlerMethod<R>): this;
    /** @root 1 request taking promise */
    patch<R = any>(path: string, handler: RouteHandlerMethod<R>): this;
    /** @root 2 request taking promise */
    patch<R = any>(path: string, options: {}, handler?: RouteHandlerMethod<R>): this;
    /** @root 1 request taking promise */
    delete<R = any>(path: string, handler: RouteHandlerMethod<R>): this;
    /** @root 2 request taking promise */
    delete<R = any>(path: string, options: {}, handler?: RouteHandlerMethod<R>): this;
    /** @root 1 request taking promise */
    head<R = any>(path: string, handler: RouteHandlerMethod<R>): this;
    /** @root 2 request taking promise */
    head<R = any>(path: string, options: {}, handler?: RouteHandlerMethod<R>): this;
    /** @root 1 request taking promise */
    options<R = any>(path: string, handler: RouteHandlerMethod<R>): this;
    /** @root 2 request taking promise */
    options<R = any>(path: string, options: {}, handler?: RouteHandlerMethod<R>): this;
    /** @root 1 request taking promise */
    all<R = any>(path: string, handler: RouteHandlerMethod<R>): this;
    /** @root 2 request taking promise */
    all<R = any>(path: string, options: {}, handler?: RouteHandlerMethod<R>): this;
    /**
     * @root 0.handler request taking promise
     * @calls 0.preHandler often taking promise
     */
    route<R = any>(options: { method: any; url: string; handler: RouteHandlerMethod<R>; preHandler?: any; schema?: any }): this;
    /** @calls 1 later taking promise */
    addHook(name: 'onRoute', hook: (route: RouteOptions) => any): this;
    /** @calls 1 later taking promise */
    addHook(name: 'onClose' | 'onReady' | 'onListen' | 'onRegister' | 'preClose', hook: (...args: any[]) => any): this;
    /** @root 1 request taking promise */
    addHook(name: 'onRequest' | 'preValidation' | 'preHandler' | 'onResponse' | 'onTimeout', hook: (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => any): this;
    /** @root 1 request taking promise */
    addHook(name: 'preParsing' | 'preSerialization' | 'onSend', hook: (request: FastifyRequest, reply: FastifyReply, payload: any, done: (error?: Error | null, payload?: any) => void) => any): this;
    /** @root 1 request taking promise */
    addHook(name: 'onError', hook: (request: FastifyRequest, reply: FastifyReply, error: Error, done: () => void) => any): this;
    /** @root 1 request taking promise */
    addHook(name: string, hook: (request: FastifyRequest, reply: FastifyReply, ...rest: any[]) => any): this;
    /**
     * @calls 0 later taking promise
     * @handled
     */
    register(plugin: (instance: FastifyInstance, options: any) => any, options?: any): FastifyInstance & PromiseLike<void>;
    /** @handled */
    register(plugin: any, options?: any): FastifyInstance & PromiseLike<void>;
    /** @root 2 request taking promise */
    addContentTypeParser(type: any, options: { parseAs?: string; bodyLimit?: number }, parser: FastifyBodyParser): this;
    /** @root 1 request taking promise */
    addContentTypeParser(type: any, parser: FastifyBodyParser): this;
    hasContentTypeParser(type: any): boolean;
    removeContentTypeParser(type: any): void;
    removeAllContentTypeParsers(): void;
    getDefaultJsonParser(onProto: string, onConstructor: string): DefaultBodyParser;
    defaultTextParser: DefaultBodyParser;
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
  import { FastifyInstance, FastifyPluginAsync } from 'fastify';
  /** @calls 0 later taking promise */
  export function fastifyPlugin<O = any>(plugin: (instance: FastifyInstance, options: O, done: (error?: Error) => void) => any, options?: any): FastifyPluginAsync<O>;
  export default fastifyPlugin;
}
