/**
 * got.
 *
 * @library got 11.x - 14.x
 * @source run on got 14.6.6 against a server that accepts and stays silent (Node 20.20.2): without an option a request is pending at 330 s; `timeout.request` and a signal reject; a number as `timeout` rejects at once; it tries twice again
 */
declare module 'got' {
  export interface Options {
    method?: string;
    json?: any;
    body?: any;
    form?: any;
    headers?: any;
    searchParams?: any;
    prefixUrl?: any;
    responseType?: any;
    retry?: any;
    hooks?: any;
    throwHttpErrors?: boolean;
    followRedirect?: boolean;
    https?: any;
    agent?: any;
    timeout?: Timeouts;
    /** @bounds response by signal */
    signal?: AbortSignal;
  }
  interface Timeouts {
    /** @bounds response in ms by client default none */
    request?: number;
    response?: number;
    connect?: number;
    socket?: number;
    lookup?: number;
    send?: number;
    read?: number;
    secureConnect?: number;
  }
  export interface Response<T = any> { body: T; statusCode: number; headers: any; url: string; ok: boolean; rawBody: any; retryCount: number; }
  export interface CancelableRequest<T = any> extends Promise<T> {
    json<R = any>(): Promise<R>;
    text(): Promise<string>;
    buffer(): Promise<Buffer>;
    cancel(): void;
  }
  export interface Got {
    /** @waits response */
    (url: any, options?: Options): CancelableRequest<Response>;
    /** @waits response */
    get(url: any, options?: Options): CancelableRequest<Response>;
    /** @waits response */
    post(url: any, options?: Options): CancelableRequest<Response>;
    /** @waits response */
    put(url: any, options?: Options): CancelableRequest<Response>;
    /** @waits response */
    patch(url: any, options?: Options): CancelableRequest<Response>;
    /** @waits response */
    delete(url: any, options?: Options): CancelableRequest<Response>;
    /** @waits response */
    head(url: any, options?: Options): CancelableRequest<Response>;
    /** @makes */
    extend(...options: Options[]): Got;
    stream: any;
    paginate: any;
    defaults: any;
  }
  export const got: Got;
  export class HTTPError extends Error { response: Response; code: string; }
  export class RequestError extends Error { code: string; }
  export class TimeoutError extends Error { code: string; }
  export default got;
}
