/**
 * Sentry: what its promises do.
 *
 * @library @sentry/core 7.x - 10.x
 * @library @sentry/node 7.x - 10.x
 * @library @sentry/bun 7.x - 10.x
 * @library @sentry/deno 7.x - 10.x
 * @library @sentry/cloudflare 8.x - 10.x
 * @library @sentry/nestjs 8.x - 10.x
 * @library @sentry/sveltekit 7.x - 10.x
 * @library @sentry/nextjs 7.x - 10.x
 * @library @sentry/browser 7.x - 10.x
 * @library @sentry/react 7.x - 10.x
 * @source read in @sentry/core 10.78.0 build/cjs/exports.js and client.js: `flush` and `close` answer whether all was sent in time, and reject never; what captures returns an id at once
 * @source run on @sentry/node 7.120.4, 8.55.2, 9.47.2 and 10.78.0 (Node 20.20.2): after `init` with a DSN a rejection that nobody took is written down, and the process goes on, also where `integrations` lists others;
 *   with `defaultIntegrations: false` or `[]`, and with `enabled: false`, it ends (exit code 1), but goes on where `integrations` names `onUnhandledRejectionIntegration()` (7: `new Integrations.OnUnhandledRejection()`)
 * @source run on @sentry/node 11.12.0 (Node 20.20.2): startSpan, startSpanManual, startNewTrace, withScope, withIsolationScope, withActiveSpan, continueTrace, withMonitor and suppressTracing give what the callback returns, its promise too, and throw at once what it throws
 */
declare module '@sentry/core' {
  export function init(options?: any): any;
  export function captureException(error: any, hint?: any): string;
  export function captureMessage(message: string, context?: any): string;
  export function captureEvent(event: any, hint?: any): string;
  export function captureCheckIn(checkIn: any, config?: any): string;
  export function addBreadcrumb(breadcrumb: any, hint?: any): void;
  export function setUser(user: any): void;
  export function setTag(key: string, value: any): void;
  export function setTags(tags: any): void;
  export function setContext(name: string, context: any): void;
  export function setExtra(key: string, extra: any): void;
  export function lastEventId(): string | undefined;
  /** @never-rejects */
  export function flush(timeout?: number): Promise<boolean>;
  /** @never-rejects */
  export function close(timeout?: number): Promise<boolean>;
  /** @calls 0 now returning promise */
  export function withScope<T>(callback: (scope: any) => T): T;
  /** @calls 0 now returning promise */
  export function withIsolationScope<T>(callback: (scope: any) => T): T;
  /** @calls 1 now returning promise */
  export function withActiveSpan<T>(span: any, callback: (scope: any) => T): T;
  /** @calls 1 now returning promise */
  export function continueTrace<T>(trace: any, callback: () => T): T;
  /** @calls 0 now returning promise */
  export function startNewTrace<T>(callback: () => T): T;
  /** @calls 0 now returning promise */
  export function suppressTracing<T>(callback: () => T): T;
  /** @calls 1 now returning promise */
  export function startSpan<T>(options: any, callback: (span: any) => T): T;
  /** @calls 1 now returning promise */
  export function startSpanManual<T>(options: any, callback: (span: any, finish: any) => T): T;
  /** @calls 1 now returning promise */
  export function withMonitor<T>(slug: string, callback: () => T, config?: any): T;
}
declare module '@sentry/node' {
  export * from '@sentry/core';
  /** @survives unless 0.defaultIntegrations false unless 0.defaultIntegrations list unless 0.enabled false */
  export function init(options?: any): any;
  /** @survives */
  export function onUnhandledRejectionIntegration(options?: any): any;
}
declare module '@sentry/nestjs' {
  export * from '@sentry/node';
}
declare module '@sentry/deno' {
  export * from '@sentry/core';
}
declare module '@sentry/cloudflare' {
  export * from '@sentry/core';
}
declare module '@sentry/sveltekit' {
  export * from '@sentry/core';
}
declare module '@sentry/bun' {
  export * from '@sentry/core';
}
declare module '@sentry/nextjs' {
  export * from '@sentry/core';
}
declare module '@sentry/browser' {
  export * from '@sentry/core';
}
declare module '@sentry/react' {
  export * from '@sentry/core';
}
