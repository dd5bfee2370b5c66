/**
 * lru-cache.
 *
 * @library lru-cache 7.x - 11.x
 * @source run on lru-cache 11.5.3 (Node 20.20.2): `max` bounds the entries; concurrent fetches of a key load once; fetch rejects as fetchMethod does
 */
declare module 'lru-cache' {
  export class LRUCache<K = any, V = any, C = any> {
    /** @calls 0.fetchMethod often returning promise */
    constructor(options: { max?: number; maxSize?: number; ttl?: number; ttlAutopurge?: boolean; fetchMethod?: (key: K, stale: V | undefined, options: any) => V | Promise<V | undefined> | undefined; sizeCalculation?: any; dispose?: any; updateAgeOnGet?: boolean; allowStale?: boolean });
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
