/**
 * tRPC's server.
 *
 * @library @trpc/server 10.x - 11.x
 * @source @trpc/server 11.25.2, procedureBuilder.ts: a resolver's options have the request's signal, or undefined
 * @source read in @trpc/server 10.45.2, 11.10.0 and 11.25.2 dist (`ws`): `applyWSSHandler` listens for 'error' on every client that connects to the server in `wss`
 * @source run on @trpc/server 11.25.2 (Node 20.20.2): the rejection of a resolver or of middleware becomes a 500; one of `onError` is unhandled
 */
declare module '@trpc/server' {
  export interface ResolverOptions { ctx: any; input: any; signal: AbortSignal | undefined; path: string; [name: string]: any; }
  export interface Procedure {
    input(schema: any): this;
    output(schema: any): this;
    meta(value: any): this;
    /** @root 0 request taking promise */
    use(middleware: (options: any) => any): this;
    unstable_concat(builder: any): this;
    concat(builder: any): this;
    /** @root 0 request taking promise */
    query(resolver: (options: ResolverOptions) => any): any;
    /** @root 0 request taking promise */
    mutation(resolver: (options: ResolverOptions) => any): any;
    /** @root 0 request taking promise */
    subscription(resolver: (options: ResolverOptions) => any): any;
  }
  export interface TRPCRoot { procedure: Procedure; router(routes: any): any; mergeRouters(...routers: any[]): any; middleware(middleware: (options: any) => any): any; createCallerFactory(router: any): any; }
  export interface TRPCBuilder { context<C = any>(): this; meta<M = any>(): this; create(options?: any): TRPCRoot; }
  export const initTRPC: TRPCBuilder;
  export class TRPCError extends Error { constructor(options: any); code: string; }
}

declare module '@trpc/server/adapters/ws' {
  /** @hears 0.wss */
  export function applyWSSHandler(options: any): { broadcastReconnectNotification(): void };
  export interface CreateWSSContextFnOptions { req: any; res: any; info: any; }
}
