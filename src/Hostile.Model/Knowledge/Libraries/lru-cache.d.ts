/**
 * lru-cache and @isaacs/ttlcache.
 *
 * @library lru-cache 7.x - 11.x
 * @library @isaacs/ttlcache 1.x - 2.x
 * @source run on lru-cache 11.5.3 and @isaacs/ttlcache 2.1.5 (Node 20.20.2): what `dispose` returns is looked at by nobody, and its rejection ends the process
 * @source run on lru-cache 11.5.3 (Node 20.20.2): `max` bounds the entries; concurrent fetches of a key load once; fetch rejects as fetchMethod does
 */
declare module 'lru-cache' {
  export class LRUCache<K = any, V = any, C = any> {
    /** @calls 0.fetchMethod often returning promise */
    constructor(options: { max?: number; maxSize?: number; ttl?: number; ttlAutopurge?: boolean; fetchMethod?: (key: K, stale: V | undefined, options: any) => V | Promise<V | undefined> | undefined; sizeCalculation?: any; dispose?: (value: V, key: K, reason: string) => void; disposeAfter?: (value: V, key: K, reason: string) => void; noDisposeOnSet?: boolean; updateAgeOnGet?: boolean; allowStale?: boolean });
    readonly size: number;
    max: number;
    ttl: number;
    /** @reads entry 0 */
    get(key: K, options?: any): V | undefined;
    /** @writes entry 0 with 1 */
    set(key: K, value: V, options?: any): this;
    /** @reads entry 0 */
    has(key: K, options?: any): boolean;
    /** @reads entry 0 */
    peek(key: K, options?: any): V | undefined;
    /** @removes entry 0 */
    delete(key: K): boolean;
    /** @removes entry */
    clear(): void;
    pop(): V | undefined;
    purgeStale(): boolean;
    fetch(key: K, options?: any): Promise<V | undefined>;
    forceFetch(key: K, options?: any): Promise<V>;
    memo(key: K, options?: any): V;
    keys(): Generator<K>;
    values(): Generator<V>;
    entries(): Generator<[K, V]>;
    forEach(callback: (value: V, key: K, cache: LRUCache<K, V>) => void): void;
    getRemainingTTL(key: K): number;
  }
  export default LRUCache;
}
declare module '@isaacs/ttlcache' {
  export class TTLCache<K = any, V = any> {
    constructor(options?: { max?: number; ttl?: number; updateAgeOnGet?: boolean; checkAgeOnGet?: boolean; updateAgeOnHas?: boolean; checkAgeOnHas?: boolean; noUpdateTTL?: boolean; noDisposeOnSet?: boolean; dispose?: (value: V, key: K, reason: string) => void });
    readonly size: number;
    get(key: K, options?: any): V | undefined;
    set(key: K, value: V, options?: any): this;
    has(key: K, options?: any): boolean;
    delete(key: K): boolean;
    clear(): void;
    setTTL(key: K, ttl?: number): void;
    getRemainingTTL(key: K): number;
    purgeStale(): void;
    cancelTimer(): void;
    keys(): Generator<K>;
    values(): Generator<V>;
    entries(): Generator<[K, V]>;
  }
  export default TTLCache;
}
