/**
 * ioredis. Options are those of `new Redis(…)`; keys that other clients have and this one does not read are marked so.
 *
 * @library ioredis 5.x - 6.x
 * @source run on ioredis 5.11.1 (Node 20.20.2, Redis 7.0.15): unheard errors are logged, defaults, silent peer, blackhole, stall after ready, maxRetriesPerRequest
 * @source run on ioredis 5.11.1: `?commandTimeout=300` in a URL arrives as a text, and commands on a silent server stay pending
 * @source run on ioredis 5.11.1: under commandTimeout 500 `blpop(key, 0)` and `xread('BLOCK', 0, …)` reject after 500 ms, and an element that is pushed later is popped for the command that was given up, and lost
 * @source run on ioredis 6.0.0 (Node 20.20.2, Redis 7.0.15): unheard errors are logged, a killed connection comes back, a silent peer is pending at 8 s, with the server down a command is pending at 13 s (its waits between tries grow), a multi that is not executed does nothing, a 'message' listener's rejection is unhandled
 * @source read in ioredis 5.11.1 built/redis/RedisOptions.d.ts and built/redis/RedisOptions.js: option names and defaults
 */
declare module 'ioredis' {
  import { EventEmitter } from 'events';

  export interface RedisOptions {
    host?: string;
    port?: number;
    path?: string;
    username?: string;
    password?: string;
    db?: number;
    name?: string;
    role?: string;
    family?: number;
    tls?: any;
    sentinels?: any[];
    keyPrefix?: string;
    lazyConnect?: boolean;
    keepAlive?: number;
    noDelay?: boolean;
    enableReadyCheck?: boolean;
    enableOfflineQueue?: boolean;
    autoResubscribe?: boolean;
    autoResendUnfulfilledCommands?: boolean;
    retryStrategy?: (times: number) => number | void | null;
    reconnectOnError?: (error: Error) => boolean | 1 | 2;
    /** @bounds connect in ms by client default 10000 off 0 */
    connectTimeout?: number;
    /** @bounds command in ms by client default none */
    commandTimeout?: number;
    /** @bounds socket in ms by client default none */
    socketTimeout?: number;
    /** @bounds reconnect in retries by client default 20 off null */
    maxRetriesPerRequest?: number | null;
    maxLoadingRetryTime?: number;
    /** @ignored use commandTimeout */
    timeout?: number;
    /** @ignored use commandTimeout */
    command_timeout?: number;
    /** @ignored use commandTimeout */
    commandTimeoutMs?: number;
    /** @ignored use connectTimeout */
    connectionTimeout?: number;
    /** @ignored use connectTimeout */
    connect_timeout?: number;
    /** @ignored use retryStrategy */
    retryDelayOnFailover?: number;
  }

  /** What the query part of a URL may say: options as texts, which timers and counters do not take. */
  interface UrlParameters {
    /** @ignored -- a text, and the timer is never set */
    commandTimeout?: string;
  }

  export interface ClusterOptions { redisOptions?: RedisOptions; retryDelayOnFailover?: number; scaleReads?: any; enableOfflineQueue?: boolean; }

  export interface Pipeline {
    get(key: string): this;
    set(key: string, value: any, ...options: any[]): this;
    del(...keys: any[]): this;
    incr(key: string): this;
    expire(key: string, seconds: number, ...options: any[]): this;
    hset(key: string, ...values: any[]): this;
    lpush(key: string, ...values: any[]): this;
    rpush(key: string, ...values: any[]): this;
    zadd(key: string, ...values: any[]): this;
    publish(channel: string, message: any): this;
    exec(): Promise<[Error | null, any][] | null>;
  }

  export interface Commands {
    /** @reads key 0 */
    get(key: string): Promise<string | null>;
    getdel(key: string): Promise<string | null>;
    /** @writes key 0 with 1 absent NX expiring EX in s PX in ms EXAT PXAT */
    set(key: string, value: any, ...options: any[]): Promise<string | null>;
    /** @writes key 0 with 2 expiring */
    setex(key: string, seconds: number, value: any): Promise<string>;
    /** @writes key 0 with 2 expiring */
    psetex(key: string, ms: number, value: any): Promise<string>;
    /** @writes key 0 with 1 absent */
    setnx(key: string, value: any): Promise<number>;
    mget(...keys: any[]): Promise<(string | null)[]>;
    mset(...values: any[]): Promise<string>;
    /** @removes key 0 */
    del(...keys: any[]): Promise<number>;
    /** @removes key 0 */
    unlink(...keys: any[]): Promise<number>;
    /** @reads key 0 */
    exists(...keys: any[]): Promise<number>;
    /** @counts key 0 */
    incr(key: string): Promise<number>;
    /** @counts key 0 */
    incrby(key: string, by: number): Promise<number>;
    /** @counts key 0 */
    decr(key: string): Promise<number>;
    /** @counts key 0 */
    decrby(key: string, by: number): Promise<number>;
    /** @expires key 0 */
    expire(key: string, seconds: number, ...options: any[]): Promise<number>;
    /** @expires key 0 */
    pexpire(key: string, ms: number, ...options: any[]): Promise<number>;
    ttl(key: string): Promise<number>;
    pttl(key: string): Promise<number>;
    keys(pattern: string): Promise<string[]>;
    scan(cursor: any, ...options: any[]): Promise<[string, string[]]>;
    hget(key: string, field: string): Promise<string | null>;
    hgetall(key: string): Promise<{ [field: string]: string }>;
    hset(key: string, ...values: any[]): Promise<number>;
    hdel(key: string, ...fields: any[]): Promise<number>;
    hincrby(key: string, field: string, by: number): Promise<number>;
    /** @adds key 0 with 1 */
    sadd(key: string, ...values: any[]): Promise<number>;
    srem(key: string, ...values: any[]): Promise<number>;
    /** @reads key 0 */
    smembers(key: string): Promise<string[]>;
    sismember(key: string, value: any): Promise<number>;
    /** @adds key 0 with 1 */
    lpush(key: string, ...values: any[]): Promise<number>;
    /** @adds key 0 with 1 */
    rpush(key: string, ...values: any[]): Promise<number>;
    lpop(key: string): Promise<string | null>;
    rpop(key: string): Promise<string | null>;
    llen(key: string): Promise<number>;
    /** @reads key 0 */
    lrange(key: string, start: number, stop: number): Promise<string[]>;
    /** @blocks */
    blpop(...args: any[]): Promise<[string, string] | null>;
    /** @blocks */
    brpop(...args: any[]): Promise<[string, string] | null>;
    zadd(key: string, ...values: any[]): Promise<any>;
    zrange(key: string, ...args: any[]): Promise<string[]>;
    zrem(key: string, ...values: any[]): Promise<number>;
    zcard(key: string): Promise<number>;
    xadd(key: string, ...args: any[]): Promise<string | null>;
    /** @blocks after BLOCK */
    xread(...args: any[]): Promise<any>;
    /** @blocks after BLOCK */
    xreadgroup(...args: any[]): Promise<any>;
    /** @blocks */
    blmove(...args: any[]): Promise<string | null>;
    /** @blocks */
    brpoplpush(...args: any[]): Promise<string | null>;
    /** @blocks */
    bzpopmin(...args: any[]): Promise<[string, string, string] | null>;
    /** @blocks */
    bzpopmax(...args: any[]): Promise<[string, string, string] | null>;
    /** @hands-over */
    publish(channel: string, message: any): Promise<number>;
    subscribe(...channels: any[]): Promise<any>;
    psubscribe(...patterns: any[]): Promise<any>;
    /** @undoes subscribe */
    unsubscribe(...channels: any[]): Promise<any>;
    /** @undoes psubscribe */
    punsubscribe(...patterns: any[]): Promise<any>;
    eval(script: string, keys: number, ...args: any[]): Promise<any>;
    evalsha(hash: string, keys: number, ...args: any[]): Promise<any>;
    call(command: string, ...args: any[]): Promise<any>;
    watch(...keys: any[]): Promise<string>;
    flushall(...args: any[]): Promise<string>;
    flushdb(...args: any[]): Promise<string>;
    ping(message?: string): Promise<string>;
    info(...sections: any[]): Promise<string>;
    multi(options?: any): Pipeline;
    pipeline(commands?: any[]): Pipeline;
  }

  /**
   * @handle redis
   * @emits error log
   * @waits connect command reconnect socket
   * @opens connection
   */
  export class Redis extends EventEmitter implements Commands {
    constructor(options?: RedisOptions);
    constructor(port: number, options?: RedisOptions);
    constructor(port: number, host: string, options?: RedisOptions);
    /** @url UrlParameters */
    constructor(url: string, options?: RedisOptions);
    readonly status: string;
    options: RedisOptions;
    connect(): Promise<void>;
    /** @closes */
    disconnect(reconnect?: boolean): void;
    /** @closes */
    quit(): Promise<string>;
    /** @opens connection */
    duplicate(override?: RedisOptions): Redis;
    defineCommand(name: string, definition: any): void;
  }
  export interface Redis extends Commands {}

  /**
   * @handle redis
   * @emits error log
   * @opens connection
   */
  export class Cluster extends EventEmitter {
    constructor(nodes: any[], options?: ClusterOptions);
    /** @closes */
    disconnect(): void;
    /** @closes */
    quit(): Promise<string>;
    nodes(role?: string): Redis[];
  }
  export interface Cluster extends Commands {}
  export namespace Redis { export { Cluster }; }
  export default Redis;
}
