/**
 * What runs a function in a context or a span: it gives what the function gives.
 *
 * @library @opentelemetry/api 1.x
 * @source run on @opentelemetry/api 1.10.0 (Node 20.20.2): what these return rejects as the function's promise does, and they throw what it throws
 */
declare module '@opentelemetry/api' {
  export interface Context {
    getValue(key: symbol): any;
    setValue(key: symbol, value: any): Context;
    deleteValue(key: symbol): Context;
  }
  export interface Span {
    setAttribute(key: string, value: any): Span;
    setAttributes(attributes: any): Span;
    addEvent(name: string, ...args: any[]): Span;
    setStatus(status: any): Span;
    updateName(name: string): Span;
    end(endTime?: any): void;
    isRecording(): boolean;
    recordException(exception: any, time?: any): void;
    spanContext(): any;
  }
  export interface Tracer {
    startSpan(name: string, options?: any, context?: Context): Span;
    /** @calls 1 now returning promise */
    startActiveSpan<R>(name: string, run: (span: Span) => R): R;
    /** @calls 2 now returning promise */
    startActiveSpan<R>(name: string, options: any, run: (span: Span) => R): R;
    /** @calls 3 now returning promise */
    startActiveSpan<R>(name: string, options: any, context: Context, run: (span: Span) => R): R;
  }
  export interface ContextAPI {
    active(): Context;
    /** @calls 1 now returning promise */
    with<R>(context: Context, run: (...args: any[]) => R, thisArg?: any, ...args: any[]): R;
    bind<T>(context: Context, target: T): T;
  }
  export interface TraceAPI {
    getTracer(name: string, version?: string, options?: any): Tracer;
    getSpan(context: Context): Span | undefined;
    getActiveSpan(): Span | undefined;
    setSpan(context: Context, span: Span): Context;
  }
  export const context: ContextAPI;
  export const trace: TraceAPI;
}
