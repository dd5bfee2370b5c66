/**
 * Clients of HTTP: what bounds a request, and where that is read.
 *
 * @library axios 0.21.x - 1.x
 * @library got 11.x - 14.x
 * @library undici 5.x - 7.x
 * @library node-fetch 2.x - 3.x
 * @source run on axios 1.21.1, got 14.6.6, undici 6.29.1 and 7.30.2, node-fetch 3.3.2 against a server that accepts and stays silent (Node 20.20.2): without an option axios, got and node-fetch are pending at 330 s; axios `timeout` of a request, an instance or `defaults`, got `timeout.request`, undici `headersTimeout`, and a signal in each, reject; got tries twice again; undici's headers and body are bounded at 300 s by default; refused connections reject and emit nothing
 */
declare module 'axios' {
  export interface AxiosRequestConfig<D = any> {
    url?: string;
    method?: any;
    baseURL?: string;
    headers?: any;
    params?: any;
    data?: D;
    /** @bounds response in ms by client default none off 0 */
    timeout?: number;
    /** @bounds response by signal */
    signal?: any;
    cancelToken?: any;
    responseType?: any;
    auth?: any;
    maxRedirects?: number;
    httpAgent?: any;
    httpsAgent?: any;
    validateStatus?: any;
    withCredentials?: boolean;
    transformResponse?: any;
    paramsSerializer?: any;
    proxy?: any;
    onUploadProgress?: any;
    onDownloadProgress?: any;
    maxContentLength?: number;
    maxBodyLength?: number;
  }
  export interface InternalAxiosRequestConfig<D = any> extends AxiosRequestConfig<D> { headers: any; }
  export interface AxiosResponse<T = any, D = any> { data: T; status: number; statusText: string; headers: any; config: any; request?: any; }
  export class AxiosError<T = any, D = any> extends Error { code?: string; config: any; request?: any; response?: AxiosResponse<T>; status?: number; isAxiosError: boolean; toJSON(): any; }
  export interface AxiosInterceptorManager<V> {
    /**
     * @calls 0 often taking promise
     * @calls 1 often taking promise
     */
    use(fulfilled?: ((value: any) => any) | null, rejected?: ((error: any) => any) | null, options?: any): number;
    eject(id: number): void;
    clear(): void;
  }
  export class Axios {
    constructor(configuration?: AxiosRequestConfig);
    defaults: any;
    interceptors: { request: AxiosInterceptorManager<any>; response: AxiosInterceptorManager<any> };
    getUri(configuration?: AxiosRequestConfig): string;
    /** @waits response */
    request<T = any, R = AxiosResponse<T>>(configuration: AxiosRequestConfig): Promise<R>;
    /** @waits response */
    get<T = any, R = AxiosResponse<T>>(url: string, configuration?: AxiosRequestConfig): Promise<R>;
    /** @waits response */
    delete<T = any, R = AxiosResponse<T>>(url: string, configuration?: AxiosRequestConfig): Promise<R>;
    /** @waits response */
    head<T = any, R = AxiosResponse<T>>(url: string, configuration?: AxiosRequestConfig): Promise<R>;
    /** @waits response */
    options<T = any, R = AxiosResponse<T>>(url: string, configuration?: AxiosRequestConfig): Promise<R>;
    /** @waits response */
    post<T = any, R = AxiosResponse<T>>(url: string, data?: any, configuration?: AxiosRequestConfig): Promise<R>;
    /** @waits response */
    put<T = any, R = AxiosResponse<T>>(url: string, data?: any, configuration?: AxiosRequestConfig): Promise<R>;
    /** @waits response */
    patch<T = any, R = AxiosResponse<T>>(url: string, data?: any, configuration?: AxiosRequestConfig): Promise<R>;
    /** @waits response */
    postForm<T = any, R = AxiosResponse<T>>(url: string, data?: any, configuration?: AxiosRequestConfig): Promise<R>;
  }
  export interface AxiosInstance extends Axios {
    /** @waits response */
    <T = any, R = AxiosResponse<T>>(configuration: AxiosRequestConfig): Promise<R>;
    /** @waits response */
    <T = any, R = AxiosResponse<T>>(url: string, configuration?: AxiosRequestConfig): Promise<R>;
  }
  export interface AxiosStatic extends AxiosInstance {
    create(configuration?: AxiosRequestConfig): AxiosInstance;
    isAxiosError(value: any): boolean;
    isCancel(value: any): boolean;
    all<T>(values: (T | Promise<T>)[]): Promise<T[]>;
    spread(callback: any): any;
    Axios: typeof Axios;
    AxiosError: typeof AxiosError;
    CancelToken: any;
  }
  export function isAxiosError(value: any): boolean;
  export function isCancel(value: any): boolean;
  export const AxiosHeaders: any;
  const axios: AxiosStatic;
  export default axios;
}
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
    extend(...options: any[]): Got;
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
declare module 'undici' {
  export interface RequestOptions {
    method?: string;
    path?: string;
    headers?: any;
    body?: any;
    query?: any;
    dispatcher?: any;
    /** @bounds response in ms by client default 300000 off 0 */
    headersTimeout?: number;
    bodyTimeout?: number;
    /** @bounds response by signal */
    signal?: any;
  }
  export interface ResponseBody { json(): Promise<any>; text(): Promise<string>; arrayBuffer(): Promise<any>; blob(): Promise<any>; bytes(): Promise<any>; dump(options?: any): Promise<void>; }
  export interface ResponseData { statusCode: number; headers: any; trailers: any; body: ResponseBody; }
  /** @waits response */
  export function request(url: any, options?: RequestOptions): Promise<ResponseData>;
  /**
   * @waits response
   * @bounds response in ms by client default 300000
   */
  export function fetch(input: any, init?: RequestInit): Promise<Response>;
  export function stream(url: any, options: any, factory: any): Promise<any>;
  export class Dispatcher {
    /** @waits response */
    request(options: RequestOptions): Promise<ResponseData>;
    stream(options: any, factory: any): Promise<any>;
    /** @closes */
    close(): Promise<void>;
    /** @closes */
    destroy(error?: Error): Promise<void>;
  }
  export class Client extends Dispatcher { constructor(url: any, options?: any); }
  export class Pool extends Dispatcher { constructor(url: any, options?: any); }
  export class Agent extends Dispatcher { constructor(options?: any); }
  export class ProxyAgent extends Dispatcher { constructor(options: any); }
  export class RetryAgent extends Dispatcher { constructor(dispatcher: any, options?: any); }
  export class MockAgent extends Dispatcher { constructor(options?: any); get(origin: any): any; disableNetConnect(): void; enableNetConnect(host?: any): void; }
  export function setGlobalDispatcher(dispatcher: any): void;
  export function getGlobalDispatcher(): Dispatcher;
}
declare module 'node-fetch' {
  /** @waits response */
  export default function fetch(url: any, init?: RequestInit): Promise<Response>;
}
