/**
 * Libraries of which a few promises are all that matters.
 *
 * @library jose 4.x - 6.x
 * @library bcrypt 5.x - 6.x
 * @library bcryptjs 2.x - 3.x
 * @library dataloader 2.x
 * @library @apollo/client 3.x
 * @library sonner 1.x - 2.x
 * @library graphql-subscriptions 2.x - 3.x
 * @library fp-ts 2.x
 * @library @floating-ui/dom 1.x
 * @library @floating-ui/react-dom 2.x
 * @library chokidar 3.x - 5.x
 * @library uuid 8.x - 13.x
 * @library nanoid 3.x - 5.x
 * @library inversify 5.x - 8.x
 * @source read in the declarations of jose 6.2.18, bcryptjs 3.0.3, dataloader 2.2.3: what is a promise
 * @source read in the declarations of sonner 2.0.8: a toast is told by its number
 * @source read in graphql-subscriptions 3.0.0 dist/pubsub.js: publish emits and answers Promise.resolve()
 * @source read in fp-ts 2.16.11: an Either and an Option are plain objects
 * @source read in @apollo/client 3.11.10 react/hooks/useLazyQuery.js: the function's promise is given a handler by the library, since it is mostly left alone
 * @source read in @floating-ui/core 1.7 dist/floating-ui.core.mjs and @floating-ui/dom 1.7: computePosition awaits measures of elements that are there and the middleware, nothing from outside
 * @source read in chokidar 3.6.0 index.js and 4.0.3 index.js: close waits for what stops watching, which ends descriptors and does not fail
 * @source read in the declarations of inversify 6.0.2 and 8.2.3: `get` of a container gives what its type argument says
 */
declare module 'inversify' {
  export class Container {
    constructor(options?: any);
    get<T = any>(id: any, ...rest: any[]): T;
    getAsync<T = any>(id: any, ...rest: any[]): Promise<T>;
    getAll<T = any>(id: any, ...rest: any[]): T[];
    getNamed<T = any>(id: any, ...rest: any[]): T;
    getTagged<T = any>(id: any, ...rest: any[]): T;
    isBound(id: any, ...rest: any[]): boolean;
    bind<T = any>(id: any): any;
    rebind<T = any>(id: any): any;
    unbind(id: any): any;
    load(...modules: any[]): any;
  }
  export function injectable(...args: any[]): any;
  export function inject(id: any): any;
  export function multiInject(id: any): any;
  export function optional(): any;
  export function named(name: any): any;
  export function tagged(key: any, value: any): any;
  export function decorate(...args: any[]): void;
}
declare module 'jose' {
  export interface JWTVerifyResult<T = any> { payload: T; protectedHeader: any; key?: any; }
  export function jwtVerify<T = any>(token: any, key: any, options?: any): Promise<JWTVerifyResult<T>>;
  export function jwtDecrypt<T = any>(token: any, key: any, options?: any): Promise<JWTVerifyResult<T>>;
  export function compactVerify(...args: any[]): Promise<any>;
  export function compactDecrypt(...args: any[]): Promise<any>;
  export function generalVerify(...args: any[]): Promise<any>;
  export function flattenedVerify(...args: any[]): Promise<any>;
  export function generateKeyPair(...args: any[]): Promise<any>;
  export function generateSecret(...args: any[]): Promise<any>;
  export function importJWK(...args: any[]): Promise<any>;
  export function importSPKI(...args: any[]): Promise<any>;
  export function importPKCS8(...args: any[]): Promise<any>;
  export function importX509(...args: any[]): Promise<any>;
  export function exportJWK(...args: any[]): Promise<any>;
  export function exportSPKI(...args: any[]): Promise<string>;
  export function exportPKCS8(...args: any[]): Promise<string>;
  export function calculateJwkThumbprint(...args: any[]): Promise<string>;
  export function createRemoteJWKSet(url: URL, options?: any): any;
  export function createLocalJWKSet(keys: any): any;
  export function decodeJwt<T = any>(token: string): T;
  export function decodeProtectedHeader(token: any): any;
  export class SignJWT {
    constructor(payload?: any);
    sign(key: any, options?: any): Promise<string>;
    setProtectedHeader(header: any): this;
    setIssuer(issuer: string): this;
    setSubject(subject: string): this;
    setAudience(audience: any): this;
    setJti(id: string): this;
    setIssuedAt(time?: any): this;
    setNotBefore(time: any): this;
    setExpirationTime(time: any): this;
  }
}
declare module 'bcryptjs' {
  export function hash(text: string, salt: any): Promise<string>;
  export function hash(text: string, salt: any, callback: (error: Error | null, hash?: string) => void, ...rest: any[]): void;
  export function compare(text: string, hash: string): Promise<boolean>;
  export function compare(text: string, hash: string, callback: (error: Error | null, same?: boolean) => void, ...rest: any[]): void;
  export function genSalt(rounds?: number): Promise<string>;
  export function genSalt(callback: (error: Error | null, salt?: string) => void): void;
  export function genSalt(rounds: number, callback: (error: Error | null, salt?: string) => void): void;
  export function genSalt(rounds: number, minor: string, callback: (error: Error | null, salt?: string) => void): void;
  export function hashSync(text: string, salt?: any): string;
  export function compareSync(text: string, hash: string): boolean;
  export function genSaltSync(rounds?: number): string;
  const bcrypt: { hash: typeof hash; compare: typeof compare; genSalt: typeof genSalt; hashSync: typeof hashSync; compareSync: typeof compareSync; genSaltSync: typeof genSaltSync };
  export default bcrypt;
}
declare module 'bcrypt' {
  export { hash, compare, genSalt, hashSync, compareSync, genSaltSync, default } from 'bcryptjs';
}
declare module 'dataloader' {
  export default class DataLoader<K = any, V = any, C = any> {
    /** @calls 0 often returning promise */
    constructor(load: (keys: readonly K[]) => any, options?: any);
    load(key: K): Promise<V>;
    loadMany(keys: readonly K[]): Promise<(V | Error)[]>;
    clear(key: K): this;
    clearAll(): this;
    prime(key: K, value: any): this;
  }
}
declare module 'uuid' {
  /** @fresh */
  export function v1(options?: any): string;
  /** @fresh */
  export function v4(options?: any): string;
  /** @fresh */
  export function v7(options?: any): string;
  export function v5(name: any, namespace: any): string;
  export function validate(id: any): boolean;
}
declare module 'nanoid' {
  /** @fresh */
  export function nanoid(size?: number): string;
  export function customAlphabet(alphabet: string, size?: number): (size?: number) => string;
}
declare module '@apollo/client' {
  interface LazyQuery {
    /** @handled */
    (options?: any): Promise<any>;
  }
  export function useLazyQuery(query: any, options?: any): [LazyQuery, any];
}
declare module 'sonner' {
  export interface Toast {
    (message: any, options?: any): string | number;
    success(message: any, options?: any): string | number;
    info(message: any, options?: any): string | number;
    warning(message: any, options?: any): string | number;
    error(message: any, options?: any): string | number;
    message(message: any, options?: any): string | number;
    loading(message: any, options?: any): string | number;
    custom(render: any, options?: any): string | number;
    dismiss(id?: any): string | number;
    promise(promise: any, options?: any): any;
    getHistory(): any[];
  }
  export const toast: Toast;
  export const Toaster: any;
}
declare module 'graphql-subscriptions' {
  export class PubSub {
    constructor(options?: any);
    /** @never-rejects */
    publish(trigger: string, payload: any): Promise<void>;
    /** @never-rejects */
    subscribe(trigger: string, onMessage: (...args: any[]) => void): Promise<number>;
    unsubscribe(id: number): void;
    asyncIterator(triggers: any): any;
    asyncIterableIterator(triggers: any): any;
  }
}
declare module 'fp-ts/Either' {
  export interface Either {
    readonly _tag: 'Left' | 'Right';
  }
  export function left(value: any): Either;
  export function right(value: any): Either;
  export function isLeft(value: any): boolean;
  export function isRight(value: any): boolean;
}
declare module 'fp-ts/lib/Either' {
  export { left, right, isLeft, isRight } from 'fp-ts/Either';
}
declare module 'fp-ts/Option' {
  export interface Option {
    readonly _tag: 'None' | 'Some';
  }
  export const none: Option;
  export function some(value: any): Option;
  export function fromNullable(value: any): Option;
  export function isSome(value: any): boolean;
  export function isNone(value: any): boolean;
}
declare module 'fp-ts/lib/Option' {
  export { none, some, fromNullable, isSome, isNone } from 'fp-ts/Option';
}
declare module '@floating-ui/dom' {
  /** @never-rejects */
  export function computePosition(reference: any, floating: any, options?: any): Promise<any>;
}
declare module '@floating-ui/react-dom' {
  /** @never-rejects */
  export function computePosition(reference: any, floating: any, options?: any): Promise<any>;
}
declare module 'chokidar' {
  export class FSWatcher {
    constructor(options?: any);
    add(paths: any): this;
    unwatch(paths: any): this;
    getWatched(): any;
    /** @calls 1 often dropping promise */
    on(event: string, listener: (...args: any[]) => void): this;
    /** @calls 1 often dropping promise */
    once(event: string, listener: (...args: any[]) => void): this;
    /** @never-rejects */
    close(): Promise<void>;
  }
  export function watch(paths: any, options?: any): FSWatcher;
  const chokidar: { watch(paths: any, options?: any): FSWatcher; FSWatcher: typeof FSWatcher };
  export default chokidar;
}
