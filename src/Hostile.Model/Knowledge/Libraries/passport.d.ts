/**
 * Passport: the callback of `authenticate` is called by the strategy, for each request, in the course of whoever verifies.
 *
 * @library passport 0.x
 * @library passport-local 1.x
 * @source run on passport 0.7.0, passport-local 1.0.0 with express 4 (Node 20.20.2): what the callback throws goes to the `try` of the verifying function around `done`, where it has one, and to the strategy's where that function is no async one: then the callback is called again with the error; without either it is unhandled. The rejection of an async callback is unhandled and ends the process
 * @source run on passport-local 1.0.0 with passport 0.7.0 (Node 20.20.2): a strategy calls its verifying function at each `authenticate` of a request, not when it is made or used; what that throws is the strategy's error, the rejection of an async one is unhandled
 */
declare module 'passport' {
  export interface Authenticator {
    use(strategy: any): this;
    use(name: string, strategy: any): this;
    unuse(name: string): this;
    initialize(options?: any): any;
    session(options?: any): any;
    serializeUser(serialize: (...args: any[]) => void): void;
    deserializeUser(deserialize: (...args: any[]) => void): void;
    /** @root 1 request dropping promise */
    authenticate(strategy: any, callback: (error: any, user?: any, info?: any, status?: any) => any): any;
    /** @root 2 request dropping promise */
    authenticate(strategy: any, options: any, callback?: (error: any, user?: any, info?: any, status?: any) => any): any;
    authenticate(strategy: any): any;
    authorize(strategy: any, ...args: any[]): any;
  }
  const passport: Authenticator;
  export default passport;
}
declare module 'passport-local' {
  export interface Verified { (error: any, user?: any, info?: any): void; }
  export class Strategy {
    /** @root 0 request dropping promise */
    constructor(verify: (username: any, password: any, verified: Verified) => any);
    /** @root 1 request dropping promise */
    constructor(options: any, verify: (username: any, password: any, verified: Verified) => any);
    /** @root 1 request dropping promise */
    constructor(options: { passReqToCallback: true; [option: string]: any }, verify: (request: any, username: any, password: any, verified: Verified) => any);
    name: string;
  }
  const local: { Strategy: typeof Strategy };
  export default local;
}
