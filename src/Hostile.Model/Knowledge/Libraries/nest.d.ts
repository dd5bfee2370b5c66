/**
 * NestJS: what decorators make of a method.
 *
 * @library @nestjs/common 10.x - 12.x
 * @library @nestjs/core 10.x - 12.x
 * @library @nestjs/schedule 10.x - 12.x
 * @library @nestjs/event-emitter 2.x - 12.x
 * @library @nestjs/config 2.x - 12.x
 * @library @nestjs/bull 0.5.x - 12.x
 * @library @nestjs/bullmq 10.x - 12.x
 * @source run on @nestjs/core 11.2.10 with platform-express, @nestjs/schedule 12.0.2 and @nestjs/event-emitter 12.0.1 (Node 20.20.2): a rejection of a route becomes a 500; one of a Cron, Interval, Timeout or OnEvent method is written to the log; of an OnEvent method with `suppressErrors: false` it ends the process
 * @source run on @nestjs/core 11.2.10 with platform-express (Node 20.20.2): of a provider, a controller, an interceptor, a guard, a pipe, a middleware and a filter one object is made, which serves all requests; of a class with `scope: Scope.REQUEST`, one that is given REQUEST, and whoever is given such a one, an object for each request; a rejection of a middleware's `use` becomes a 500
 * @source run on @nestjs/config 12.0.1 with @nestjs/core 12.5.1 (Node 20.20.2): `get` and `getOrThrow` answer what `registerAs` has registered, by its name and the keys behind dots; a factory is given what its list names, and a promise that it returns is waited for
 * @source read in @nestjs/event-emitter 2.1.1 dist/event-subscribers.loader.js: every listener stands in a try whose catch writes to the log, so `emitAsync` has nothing to reject with unless a listener asks for `suppressErrors: false`
 * @source read in the declarations of @nestjs/common 12.5.1 and @nestjs/core 12.5.1: signatures; microservices and websockets decorators: documentation only, so their fate is not said
 * @source read in @nestjs/bull 0.5.5, 10.2.3 and 12.0.0 dist/bull.explorer.js: a method with `@Process` of a class with `@Processor` is given to the queue's own `process`, with the name and the concurrency that the decorator says, and without one is what Bull takes for its default, one at a time; a method with `@OnQueue…` is given to the queue's `on` as it is; where the class is of the scope of a request, one object is made for each job
 * @source read in @nestjs/bullmq 12.0.0 dist/bull.explorer.js: the method `process` of a class with `@Processor` is what its worker runs, which is made with the options of that decorator
 */
declare module '@nestjs/common' {
  /** @root decorated request taking promise */
  export function Get(path?: any): MethodDecorator;
  /** @root decorated request taking promise */
  export function Post(path?: any): MethodDecorator;
  /** @root decorated request taking promise */
  export function Put(path?: any): MethodDecorator;
  /** @root decorated request taking promise */
  export function Patch(path?: any): MethodDecorator;
  /** @root decorated request taking promise */
  export function Delete(path?: any): MethodDecorator;
  /** @root decorated request taking promise */
  export function Options(path?: any): MethodDecorator;
  /** @root decorated request taking promise */
  export function Head(path?: any): MethodDecorator;
  /** @root decorated request taking promise */
  export function All(path?: any): MethodDecorator;
  /** @root decorated request taking promise */
  export function Search(path?: any): MethodDecorator;
  /** @root decorated request taking promise */
  export function Sse(path?: string): MethodDecorator;
  /** @singleton unless 0.scope */
  export function Injectable(options?: any): ClassDecorator;
  /** @singleton unless 0.scope */
  export function Controller(options?: any): ClassDecorator;
  /** @injects 0 */
  export function Inject(token?: any): ParameterDecorator;
  export function Module(options: any): ClassDecorator;
  export class Logger {
    constructor(context?: string, options?: any);
    log(message: any, ...rest: any[]): void;
    error(message: any, ...rest: any[]): void;
    warn(message: any, ...rest: any[]): void;
    debug(message: any, ...rest: any[]): void;
    verbose(message: any, ...rest: any[]): void;
  }
  export interface OnModuleInit {
    /** @root decorated start */
    onModuleInit(): any;
  }
  export interface OnModuleDestroy { onModuleDestroy(): any; }
  export interface OnApplicationBootstrap {
    /** @root decorated start */
    onApplicationBootstrap(): any;
  }
  export interface OnApplicationShutdown { onApplicationShutdown(signal?: string): any; }
  export interface BeforeApplicationShutdown { beforeApplicationShutdown(signal?: string): any; }
  export interface INestApplication {
    listen(port: any, ...rest: any[]): Promise<any>;
    init(): Promise<this>;
    /** @closes */
    close(): Promise<void>;
    get<T = any>(token: any, options?: any): T;
    resolve<T = any>(token: any, ...rest: any[]): Promise<T>;
    use(...middleware: any[]): this;
    enableCors(options?: any): void;
    enableShutdownHooks(signals?: any): this;
    startAllMicroservices(): Promise<this>;
    connectMicroservice(options: any, ...rest: any[]): any;
    getHttpServer(): any;
    getUrl(): Promise<string>;
    setGlobalPrefix(prefix: string, options?: any): this;
    useGlobalPipes(...pipes: any[]): this;
    useGlobalFilters(...filters: any[]): this;
    useGlobalGuards(...guards: any[]): this;
    useGlobalInterceptors(...interceptors: any[]): this;
  }
  export interface INestApplicationContext extends INestApplication {}
  export interface INestMicroservice extends INestApplication {}
  export interface CallHandler<T = any> { handle(): import('rxjs').Observable<T>; }
  export interface NestInterceptor {
    /** @root decorated request taking promise */
    intercept(context: ExecutionContext, next: CallHandler): any;
  }
  export interface CanActivate {
    /** @root decorated request taking promise */
    canActivate(context: ExecutionContext): any;
  }
  export interface PipeTransform<T = any, R = any> {
    /** @root decorated request taking promise */
    transform(value: T, metadata: any): any;
  }
  export interface NestMiddleware {
    /** @root decorated request taking promise */
    use(request: any, response: any, next: (error?: any) => void): any;
  }
  export interface ExceptionFilter<T = any> {
    /** @root decorated request taking promise */
    catch(exception: T, host: any): any;
  }
  export interface ExecutionContext { switchToHttp(): any; switchToWs(): any; switchToRpc(): any; getClass(): any; getHandler(): any; getType(): string; getArgs(): any[]; }
}
declare module '@nestjs/core' {
  import { INestApplication, INestMicroservice } from '@nestjs/common';
  /** @per-request */
  export const REQUEST: string;
  export class NestFactory {
    static create<T = INestApplication>(module: any, ...rest: any[]): Promise<T>;
    static createApplicationContext(module: any, options?: any): Promise<INestApplication>;
    static createMicroservice<T = INestMicroservice>(module: any, options?: any): Promise<T>;
  }
}
declare module '@nestjs/schedule' {
  /** @root decorated schedule taking promise */
  export function Cron(time: any, options?: any): MethodDecorator;
  /** @root decorated timer taking promise */
  export function Interval(...args: any[]): MethodDecorator;
  /** @calls decorated later taking promise */
  export function Timeout(...args: any[]): MethodDecorator;
}
declare module '@nestjs/event-emitter' {
  import { EventEmitter } from 'events';
  /** @root decorated event taking promise */
  export function OnEvent(event: any, options?: { suppressErrors?: boolean; async?: boolean; promisify?: boolean }): MethodDecorator;
  /** @emits error swallow */
  export class EventEmitter2 extends EventEmitter {
    /** @never-rejects */
    emitAsync(event: any, ...values: any[]): Promise<any[]>;
  }
}
declare module '@nestjs/config' {
  /** @registers 0 from 1 */
  export function registerAs(token: any, configuration: (...args: any[]) => any): any;
  export class ConfigService<K = any, V = any> {
    /** @setting 0 */
    get(path: any, ...rest: any[]): any;
    /** @setting 0 */
    getOrThrow(path: any, ...rest: any[]): any;
  }
}
declare module '@nestjs/microservices' {
  /** @root decorated message */
  export function MessagePattern(...args: any[]): MethodDecorator;
  /** @root decorated message */
  export function EventPattern(...args: any[]): MethodDecorator;
}
declare module '@nestjs/websockets' {
  /** @root decorated message */
  export function SubscribeMessage(message: any): MethodDecorator;
}
declare module '@nestjs/graphql' {
  /** @root decorated request */
  export function Query(...args: any[]): MethodDecorator;
  /** @root decorated request */
  export function Mutation(...args: any[]): MethodDecorator;
  /** @root decorated request */
  export function ResolveField(...args: any[]): MethodDecorator;
  /** @singleton unless 0.scope */
  export function Resolver(...args: any[]): ClassDecorator;
}
declare module '@nestjs/bull' {
  export interface ProcessOptions {
    name?: string;
    /** @limits jobs default 1 */
    concurrency?: number;
  }
  /** @singleton unless 0.scope */
  export function Processor(queue?: any): ClassDecorator;
  /** @root decorated job taking promise */
  export function Process(options?: ProcessOptions): MethodDecorator;
  /** @root decorated job taking promise */
  export function Process(name: string, options?: ProcessOptions): MethodDecorator;
  export function InjectQueue(name?: string): any;
  /** @root decorated event */
  export function OnQueueEvent(event: any): MethodDecorator;
  /** @root decorated event */
  export function OnQueueError(options?: any): MethodDecorator;
  /** @root decorated event */
  export function OnQueueWaiting(options?: any): MethodDecorator;
  /** @root decorated event */
  export function OnQueueActive(options?: any): MethodDecorator;
  /** @root decorated event */
  export function OnQueueStalled(options?: any): MethodDecorator;
  /** @root decorated event */
  export function OnQueueProgress(options?: any): MethodDecorator;
  /** @root decorated event */
  export function OnQueueCompleted(options?: any): MethodDecorator;
  /** @root decorated event */
  export function OnQueueFailed(options?: any): MethodDecorator;
}
declare module '@nestjs/bullmq' {
  interface NestWorkerOptions {
    /** @limits jobs default 1 */
    concurrency?: number;
  }
  export class WorkerHost<T = any> {
    readonly worker: T;
    /** @root decorated job taking promise */
    process(job: any, token?: string): Promise<any>;
  }
  /** @singleton unless 0.scope */
  export function Processor(queue?: any, options?: NestWorkerOptions): ClassDecorator;
  export function InjectQueue(name?: string): any;
  /** @root decorated event */
  export function OnWorkerEvent(event: string): MethodDecorator;
  /** @root decorated event */
  export function OnQueueEvent(event: string): MethodDecorator;
}
