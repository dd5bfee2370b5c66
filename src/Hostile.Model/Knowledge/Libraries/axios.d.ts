/**
 * axios.
 *
 * @library axios 0.21.x - 1.x
 * @source run on axios 1.21.1 against a server that accepts and stays silent (Node 20.20.2): without an option a request is pending at 330 s; `timeout` of a request, of an instance, of `defaults` or set by a request interceptor rejects, and so does a signal; `defaults` of axios itself hold for instances that are made later, not for earlier ones; `requestTimeout`, `timeoutMs` and a `timeout` in the data are not read; refused connections reject and emit nothing
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
    /** @bounds response by signal */
    cancelToken?: any;
    /** @ignored use timeout */
    requestTimeout?: number;
    /** @ignored use timeout */
    timeoutMs?: number;
    /** @ignored use timeout */
    connectTimeout?: number;
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
     * @alters 0
     */
    use(fulfilled?: ((value: any) => any) | null, rejected?: ((error: any) => any) | null, options?: any): number;
    eject(id: number): void;
    clear(): void;
  }
  export class Axios {
    constructor(configuration?: AxiosRequestConfig);
    /** @defaults */
    defaults: AxiosRequestConfig;
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
    /** @makes */
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
