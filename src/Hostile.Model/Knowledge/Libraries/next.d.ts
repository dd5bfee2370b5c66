/**
 * Next.js on the server and in the browser.
 *
 * @library next 15.x - 16.x
 * @outlives rejections
 * @source read in the declarations and code of next 15.5.29: what is a promise; work given to `after` and `waitUntil` is awaited and its rejection logged
 * @source read in next 14.2.35 dist/shared/lib/router/router.js: `push` and `replace` of the pages router: a page that does not load ends in a load of the whole document, an error of a page in the error page; what is left to reject are mistakes in the address itself
 * @source read in next 15.5.4 dist/server/lib/router-server.js and dist/server/next-server.js: the server listens for `unhandledRejection`, writes it to the log and goes on
 * @source read in next 13.5.6, 14.2.15, 15.5.0 and 16.0.0, dist/server/lib/router-server.js: it listens for `uncaughtException`, too, writes it to the log and goes on; run with 14.0.3 as a custom server
 */
declare module 'next/server' {
  export interface NextRequest extends Request { cookies: any; nextUrl: any; ip?: string; geo?: any; }
  export class NextResponse extends Response {
    /** @enumerates 0 */
    static json(body: any, init?: any): NextResponse;
    static redirect(url: any, init?: any): NextResponse;
    static rewrite(url: any, init?: any): NextResponse;
    static next(init?: any): NextResponse;
    cookies: any;
  }
  export interface NextFetchEvent { waitUntil(promise: Promise<any>): void; }
  /** @calls 0 later taking promise */
  export function after(task: Promise<any> | (() => any)): void;
  export function connection(): Promise<void>;
}
declare module 'next/headers' {
  export interface ReadonlyHeaders { get(name: string): string | null; has(name: string): boolean; entries(): any; forEach(callback: (value: string, name: string) => void): void; }
  export interface Cookies { get(name: string): { name: string; value: string } | undefined; getAll(name?: string): any[]; has(name: string): boolean; set(...args: any[]): this; delete(...args: any[]): this; }
  export function cookies(): Promise<Cookies>;
  export function headers(): Promise<ReadonlyHeaders>;
  export function draftMode(): Promise<{ isEnabled: boolean; enable(): void; disable(): void }>;
}
declare module 'next/navigation' {
  export interface AppRouterInstance { push(href: string, options?: any): void; replace(href: string, options?: any): void; prefetch(href: string, options?: any): void; refresh(): void; back(): void; forward(): void; }
  export function useRouter(): AppRouterInstance;
  export function usePathname(): string;
  export function useSearchParams(): URLSearchParams;
  export function useParams<T = any>(): T;
  export function useSelectedLayoutSegment(key?: string): string | null;
  export function redirect(url: string, type?: any): never;
  export function permanentRedirect(url: string, type?: any): never;
  export function notFound(): never;
  export function forbidden(): never;
  export function unauthorized(): never;
}
declare module 'next/router' {
  export interface NextRouter {
    pathname: string;
    query: any;
    asPath: string;
    route: string;
    isReady: boolean;
    events: any;
    /** @never-rejects */
    push(url: any, as?: any, options?: any): Promise<boolean>;
    /** @never-rejects */
    replace(url: any, as?: any, options?: any): Promise<boolean>;
    prefetch(url: string, ...rest: any[]): Promise<void>;
    reload(): void;
    back(): void;
  }
  export function useRouter(): NextRouter;
  const router: NextRouter;
  export default router;
}
declare module 'next/cache' {
  /** @calls 0 often taking promise */
  export function unstable_cache<T>(callback: T, keys?: string[], options?: any): T;
  export function revalidatePath(path: string, type?: string): void;
  export function revalidateTag(tag: string, ...rest: any[]): void;
  export function unstable_noStore(): void;
}
declare module 'next' {
  import { IncomingMessage, ServerResponse } from 'http';
  export interface NextApiRequest extends IncomingMessage { query: any; body: any; cookies: any; }
  export interface NextApiResponse<T = any> extends ServerResponse { status(code: number): this; /** @enumerates 0 */ json(body: T): void; send(body: T): void; redirect(...args: any[]): this; setHeader(name: string, value: any): this; revalidate(path: string, options?: any): Promise<void>; }
  export interface NextApiHandler<T = any> { (request: NextApiRequest, response: NextApiResponse<T>): any; }
}
