/**
 * better-auth calls the functions of its options in the course of requests.
 *
 * @library better-auth 1.x
 * @source read in better-auth 1.7.25: dist/db/with-hooks.mjs awaits each database hook, dist/api/routes what sends mail, within the endpoint, whose router answers a rejection; `createAuthMiddleware` in @better-auth/core 1.7.25 takes options before the handler, or none
 */
declare module 'better-auth' {
  /**
   * @root 0.databaseHooks.+ request taking promise
   * @root 0.hooks.+ request taking promise
   * @root 0.emailAndPassword.+ request taking promise
   * @root 0.emailVerification.+ request taking promise
   */
  export function betterAuth(options: any): any;
}
declare module 'better-auth/api' {
  /** @root 0 request taking promise */
  export function createAuthMiddleware(handler: (context: any) => any): any;
  /** @root 1 request taking promise */
  export function createAuthMiddleware(options: any, handler: (context: any) => any): any;
  /** @root 2 request taking promise */
  export function createAuthEndpoint(path: any, options: any, handler: (context: any) => any): any;
}
declare module 'better-auth/plugins' {
  export { createAuthMiddleware, createAuthEndpoint } from 'better-auth/api';
}
