/**
 * SWR.
 *
 * @library swr 2.x
 * @source run on swr 2.5.1 with react 18.3.1: a fetcher's rejection is the `error` of the result; a bound `mutate()` that only revalidates does not reject, `mutate(promise)` and `trigger()` do; a callback such as `onSuccess` that rejects is unhandled
 */
declare module 'swr' {
  export interface SWRConfiguration {
    fetcher?: any;
    suspense?: boolean;
    refreshInterval?: any;
    revalidateOnFocus?: boolean;
    revalidateOnMount?: boolean;
    revalidateIfStale?: boolean;
    dedupingInterval?: number;
    fallbackData?: any;
    keepPreviousData?: boolean;
    onSuccess?: (data: any, key: string, config: any) => void;
    onError?: (error: any, key: string, config: any) => void;
  }
  export interface KeyedMutator<T> {
    /** @never-rejects */
    (): Promise<T | undefined>;
    (data: Promise<any> | ((...args: any[]) => any), options?: any): Promise<T | undefined>;
    /** @never-rejects */
    (data: any, options?: any): Promise<T | undefined>;
  }
  export interface SWRResponse<T = any, E = any> { data: T | undefined; error: E | undefined; isLoading: boolean; isValidating: boolean; mutate: KeyedMutator<T>; }
  /** @calls 1 often taking promise */
  export function useSWR<T = any, E = any>(key: any, fetcher?: ((...args: any[]) => T | Promise<T>) | null, config?: SWRConfiguration): SWRResponse<T, E>;
  export default useSWR;
  export function mutate<T = any>(key: any, data: Promise<any> | ((...args: any[]) => any), options?: any): Promise<T | undefined>;
  /** @never-rejects */
  export function mutate<T = any>(key: any, data?: any, options?: any): Promise<T | undefined>;
  export function preload(key: any, fetcher: (...args: any[]) => any): any;
  export function useSWRConfig(): { mutate: typeof mutate; cache: any; fetcher: any };
  export const SWRConfig: any;
}
declare module 'swr/mutation' {
  export interface SWRMutationResponse<T = any> { data: T | undefined; error: any; isMutating: boolean; trigger(argument?: any, options?: any): Promise<T>; reset(): void; }
  /** @calls 1 often taking promise */
  export default function useSWRMutation<T = any>(key: any, fetcher: (key: any, options: { arg: any }) => T | Promise<T>, options?: any): SWRMutationResponse<T>;
}
declare module 'swr/infinite' {
  import { SWRResponse } from 'swr';
  export interface SWRInfiniteResponse<T = any> extends SWRResponse<T[]> { size: number; setSize(size: any): Promise<T[] | undefined>; }
  /** @calls 1 often taking promise */
  export default function useSWRInfinite<T = any>(key: (index: number, previous: any) => any, fetcher?: ((...args: any[]) => T | Promise<T>) | null, config?: any): SWRInfiniteResponse<T>;
}
declare module 'swr/immutable' {
  export { default } from 'swr';
}
