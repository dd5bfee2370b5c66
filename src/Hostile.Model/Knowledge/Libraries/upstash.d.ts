/**
 * Upstash Redis: commands over HTTP.
 *
 * @library @upstash/redis 1.x
 * @source read in @upstash/redis 1.39.0 chunk-4WQYU7T6.mjs: what `set` makes of its options, five more tries of a request that fails, and no time after which one is given up
 */
declare module '@upstash/redis' {
  export interface Pipeline {
    get(key: string): this;
    set(key: string, value: any, options?: any): this;
    del(...keys: string[]): this;
    incr(key: string): this;
    expire(key: string, seconds: number, ...options: any[]): this;
    exec(): Promise<any[]>;
  }
  export class Redis {
    constructor(options?: any);
    static fromEnv(options?: any): Redis;
    /** @reads key 0 */
    get<T = any>(key: string): Promise<T | null>;
    getdel<T = any>(key: string): Promise<T | null>;
    /** @writes key 0 with 1 absent nx expiring ex in s px in ms exat pxat */
    set(key: string, value: any, options?: any): Promise<any>;
    /** @writes key 0 with 2 expiring */
    setex(key: string, seconds: number, value: any): Promise<string>;
    /** @writes key 0 with 1 absent */
    setnx(key: string, value: any): Promise<number>;
    /** @removes key 0 */
    del(...keys: string[]): Promise<number>;
    /** @removes key 0 */
    unlink(...keys: string[]): Promise<number>;
    /** @reads key 0 */
    exists(...keys: string[]): Promise<number>;
    /** @counts key 0 */
    incr(key: string): Promise<number>;
    /** @counts key 0 */
    incrby(key: string, by: number): Promise<number>;
    /** @counts key 0 */
    decr(key: string): Promise<number>;
    /** @expires key 0 */
    expire(key: string, seconds: number, ...options: any[]): Promise<number>;
    /** @expires key 0 */
    pexpire(key: string, ms: number, ...options: any[]): Promise<number>;
    ttl(key: string): Promise<number>;
    mget<T = any>(...keys: any[]): Promise<T>;
    hget<T = any>(key: string, field: string): Promise<T | null>;
    hgetall<T = any>(key: string): Promise<T | null>;
    hset(key: string, values: any): Promise<number>;
    hdel(key: string, ...fields: string[]): Promise<number>;
    sadd(key: string, ...values: any[]): Promise<number>;
    srem(key: string, ...values: any[]): Promise<number>;
    smembers(key: string): Promise<any[]>;
    lpush(key: string, ...values: any[]): Promise<number>;
    rpush(key: string, ...values: any[]): Promise<number>;
    lrange(key: string, start: number, stop: number): Promise<any[]>;
    publish(channel: string, message: any): Promise<number>;
    eval(script: string, keys: string[], args: any[]): Promise<any>;
    pipeline(): Pipeline;
    multi(): Pipeline;
  }
}
