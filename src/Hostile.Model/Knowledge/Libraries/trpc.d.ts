/**
 * tRPC's server.
 *
 * @library @trpc/server 10.x - 11.x
 * @source run on @trpc/server 11.25.2 (Node 20.20.2): the rejection of a resolver or of middleware becomes a 500; one of `onError` is unhandled
 */
declare module '@trpc/server' {
  export interface Procedure {
    input(schema: any): this;
    output(schema: any): this;
    meta(value: any): this;
    /** @root 0 request taking promise */
    use(middleware: (options: any) => any): this;
    unstable_concat(builder: any): this;
    concat(builder: any): this;
    /** @root 0 request taking promise */
    query(resolver: (options: any) => any): any;
    /** @root 0 request taking promise */
    mutation(resolver: (options: any) => any): any;
    /** @root 0 request taking promise */
    subscription(resolver: (options: any) => any): any;
  }
  export interface TRPCRoot { procedure: Procedure; router(routes: any): any; mergeRouters(...routers: any[]): any; middleware(middleware: (options: any) => any): any; createCallerFactory(router: any): any; }
  export interface TRPCBuilder { context<C = any>(): this; meta<M = any>(): this; create(options?: any): TRPCRoot; }
  export const initTRPC: TRPCBuilder;
  export class TRPCError extends Error { constructor(options: any); code: string; }
}
