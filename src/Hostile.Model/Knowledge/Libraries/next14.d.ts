/**
 * Next.js before its request data became promises.
 *
 * @library next 13.x - 14.x
 * @outlives rejections
 * @source read in the declarations of next 14.2: `cookies()`, `headers()` and `draftMode()` are no promises
 * @source read in next 15.5.4 dist/server/lib/router-server.js and dist/server/next-server.js: the server listens for `unhandledRejection`, writes it to the log and goes on
 * @source read in next 13.5.6 and 14.2.15, dist/server/lib/router-server.js: it listens for `uncaughtException`, too, writes it to the log and goes on; run with 14.0.3 as a custom server
 */
declare module 'next/headers' {
  export interface ReadonlyHeaders { get(name: string): string | null; has(name: string): boolean; entries(): any; forEach(callback: (value: string, name: string) => void): void; }
  export interface Cookies { get(name: string): { name: string; value: string } | undefined; getAll(name?: string): any[]; has(name: string): boolean; set(...args: any[]): this; delete(...args: any[]): this; }
  export function cookies(): Cookies;
  export function headers(): ReadonlyHeaders;
  export function draftMode(): { isEnabled: boolean; enable(): void; disable(): void };
}
