/**
 * TanStack Query for React.
 *
 * @library @tanstack/react-query 4.x - 5.x
 * @source run on @tanstack/react-query 5 with react 18.3.1: a queryFn's and a mutationFn's rejection is the `error` of the result; `mutate`, `refetch`, `invalidateQueries`, `refetchQueries`, `resetQueries`, `cancelQueries` and `prefetchQuery` do not reject; `mutateAsync`, `fetchQuery` and `ensureQueryData` do; `onSuccess` of the hook's options is awaited and its rejection taken, `onError` and `onSettled` of the options and all callbacks given to `mutate` are unhandled when they reject
 */
declare module '@tanstack/react-query' {
  export interface UseQueryOptions<T = any> { queryKey: any; queryFn?: (context: any) => T | Promise<T>; enabled?: any; retry?: any; staleTime?: any; gcTime?: number; select?: (data: any) => any; refetchInterval?: any; throwOnError?: any; }
  export interface UseQueryResult<T = any> {
    data: T | undefined;
    error: any;
    status: string;
    fetchStatus: string;
    isPending: boolean;
    isLoading: boolean;
    isFetching: boolean;
    isSuccess: boolean;
    isError: boolean;
    promise: Promise<T>;
    /** @never-rejects */
    refetch(): Promise<any>;
    refetch(options: any): Promise<any>;
  }
  export interface UseInfiniteQueryResult<T = any> extends UseQueryResult<T> {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    /** @never-rejects */
    fetchNextPage(): Promise<any>;
    fetchNextPage(options: any): Promise<any>;
    /** @never-rejects */
    fetchPreviousPage(): Promise<any>;
    fetchPreviousPage(options: any): Promise<any>;
  }
  export interface MutateOptions { onSuccess?: (...args: any[]) => void; onError?: (...args: any[]) => void; onSettled?: (...args: any[]) => void; }
  export interface UseMutationOptions<T = any, V = any> {
    mutationKey?: any;
    mutationFn?: (variables: V) => T | Promise<T>;
    onMutate?: (variables: V, ...rest: any[]) => any;
    onSuccess?: (data: T, variables: V, ...rest: any[]) => any;
    onError?: (error: any, variables: V, ...rest: any[]) => any;
    onSettled?: (data: any, error: any, variables: V, ...rest: any[]) => any;
    retry?: any;
  }
  export interface UseMutationResult<T = any, V = any> {
    data: T | undefined;
    error: any;
    isPending: boolean;
    isSuccess: boolean;
    isError: boolean;
    isIdle: boolean;
    status: string;
    variables: V | undefined;
    /**
     * @calls 1.onSuccess later dropping promise
     * @calls 1.onError later dropping promise
     * @calls 1.onSettled later dropping promise
     */
    mutate(variables?: V, options?: MutateOptions): void;
    /** @reports 1.onError */
    mutateAsync(variables?: V, options?: MutateOptions): Promise<T>;
    reset(): void;
  }
  /** @calls 0.queryFn often taking promise */
  export function useQuery<T = any>(options: UseQueryOptions<T>, client?: QueryClient): UseQueryResult<T>;
  /** @calls 0.queryFn often taking promise */
  export function useSuspenseQuery<T = any>(options: UseQueryOptions<T>, client?: QueryClient): UseQueryResult<T>;
  /** @calls 0.queryFn often taking promise */
  export function useInfiniteQuery<T = any>(options: any, client?: QueryClient): UseInfiniteQueryResult<T>;
  export function useQueries(options: any, client?: QueryClient): any;
  /**
   * @calls 0.mutationFn often taking promise
   * @calls 0.onSuccess often taking promise
   * @calls 0.onError often dropping promise
   * @calls 0.onSettled often dropping promise
   */
  export function useMutation<T = any, E = any, V = any>(options: UseMutationOptions<T, V>, client?: QueryClient): UseMutationResult<T, V>;
  export function useQueryClient(client?: QueryClient): QueryClient;
  export function useIsFetching(...args: any[]): number;
  export function queryOptions<T>(options: T): T;
  export class QueryClient {
    constructor(configuration?: any);
    getQueryData<T = any>(key: any): T | undefined;
    setQueryData<T = any>(key: any, updater: any, options?: any): T;
    getQueryState(key: any): any;
    removeQueries(filters?: any): void;
    clear(): void;
    getQueryCache(): any;
    getMutationCache(): any;
    fetchQuery<T = any>(options: UseQueryOptions<T>): Promise<T>;
    fetchInfiniteQuery(options: any): Promise<any>;
    ensureQueryData<T = any>(options: UseQueryOptions<T>): Promise<T>;
    /** @never-rejects */
    prefetchQuery(options: any): Promise<void>;
    /** @never-rejects */
    prefetchInfiniteQuery(options: any): Promise<void>;
    /** @never-rejects */
    invalidateQueries(filters?: any): Promise<void>;
    invalidateQueries(filters: any, options: any): Promise<void>;
    /** @never-rejects */
    refetchQueries(filters?: any): Promise<void>;
    refetchQueries(filters: any, options: any): Promise<void>;
    /** @never-rejects */
    resetQueries(filters?: any): Promise<void>;
    resetQueries(filters: any, options: any): Promise<void>;
    /** @never-rejects */
    cancelQueries(filters?: any, options?: any): Promise<void>;
  }
  export const QueryClientProvider: any;
  export const HydrationBoundary: any;
  export function dehydrate(client: QueryClient, options?: any): any;
}
