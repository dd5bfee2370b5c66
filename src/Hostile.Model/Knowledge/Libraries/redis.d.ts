/**
 * node-redis.
 *
 * @library redis 4.x - 6.x
 * @library @redis/client 1.x - 6.x
 * @source read in @redis/client 5 dist/lib/client/index.js: `duplicate` makes a new client of the options; listeners are not copied
 * @source run on redis 4.7.1, 5.12.1 and 6.3.1 (Node 20.20.2, Redis 7.0.15): an 'error' that nobody hears ends the process (connection lost); connect() rejects at the first failure when nobody listens, and tries for ever when somebody does; against a silent server it is pending, whatever connectTimeout says; a command on a connection that stalls is pending, also with the command timeout of 6, which bounds only what was not yet sent; socketTimeout rejects; a `multi` that is not executed does nothing; the rejection of a subscriber's listener is unhandled
 */
declare module 'redis' {
  import { EventEmitter } from 'events';
  export interface SocketOptions {
    host?: string;
    port?: number;
    path?: string;
    tls?: any;
    keepAlive?: any;
    noDelay?: boolean;
    reconnectStrategy?: any;
    /** @bounds connect in ms by client default 5000 off 0 */
    connectTimeout?: number;
    /** @bounds socket in ms by client default none off 0 */
    socketTimeout?: number;
  }
  export interface RedisClientOptions {
    url?: string;
    socket?: SocketOptions;
    username?: string;
    password?: string;
    name?: string;
    database?: number;
    commandsQueueMaxLength?: number;
    disableOfflineQueue?: boolean;
    readonly?: boolean;
    legacyMode?: boolean;
    pingInterval?: number;
    commandOptions?: any;
    RESP?: number;
    /** @ignored use socket.connectTimeout */
    connectTimeout?: number;
    /** @ignored use socket.socketTimeout */
    commandTimeout?: number;
  }
  export interface Commands {
    /** @reads key 0 */
    get(...args: any[]): Promise<string | null>;
    getDel(...args: any[]): Promise<string | null>;
    getEx(...args: any[]): Promise<string | null>;
    /** @writes key 0 with 1 absent NX condition expiring EX in s PX in ms EXAT PXAT expiration */
    set(...args: any[]): Promise<string | null>;
    /** @writes key 0 with 2 expiring */
    setEx(...args: any[]): Promise<string>;
    /** @writes key 0 with 2 expiring */
    pSetEx(...args: any[]): Promise<string>;
    /** @writes key 0 with 1 absent */
    setNX(...args: any[]): Promise<number>;
    mGet(...args: any[]): Promise<(string | null)[]>;
    mSet(...args: any[]): Promise<string>;
    /** @removes key 0 */
    del(...args: any[]): Promise<number>;
    /** @removes key 0 */
    unlink(...args: any[]): Promise<number>;
    /** @reads key 0 */
    exists(...args: any[]): Promise<number>;
    /** @counts key 0 */
    incr(...args: any[]): Promise<number>;
    /** @counts key 0 */
    incrBy(...args: any[]): Promise<number>;
    /** @counts key 0 */
    incrByFloat(...args: any[]): Promise<string>;
    /** @counts key 0 */
    decr(...args: any[]): Promise<number>;
    /** @counts key 0 */
    decrBy(...args: any[]): Promise<number>;
    append(...args: any[]): Promise<number>;
    /** @expires key 0 */
    expire(...args: any[]): Promise<number>;
    /** @expires key 0 */
    expireAt(...args: any[]): Promise<number>;
    /** @expires key 0 */
    pExpire(...args: any[]): Promise<number>;
    persist(...args: any[]): Promise<number>;
    ttl(...args: any[]): Promise<number>;
    pTTL(...args: any[]): Promise<number>;
    type(...args: any[]): Promise<string>;
    keys(...args: any[]): Promise<string[]>;
    rename(...args: any[]): Promise<string>;
    scan(...args: any[]): Promise<any>;
    hGet(...args: any[]): Promise<string | undefined>;
    hGetAll(...args: any[]): Promise<{ [field: string]: string }>;
    hSet(...args: any[]): Promise<number>;
    hSetNX(...args: any[]): Promise<number>;
    hDel(...args: any[]): Promise<number>;
    hExists(...args: any[]): Promise<number>;
    hKeys(...args: any[]): Promise<string[]>;
    hVals(...args: any[]): Promise<string[]>;
    hLen(...args: any[]): Promise<number>;
    hMGet(...args: any[]): Promise<(string | null)[]>;
    hIncrBy(...args: any[]): Promise<number>;
    sAdd(...args: any[]): Promise<number>;
    sRem(...args: any[]): Promise<number>;
    sMembers(...args: any[]): Promise<string[]>;
    sIsMember(...args: any[]): Promise<number>;
    sCard(...args: any[]): Promise<number>;
    sPop(...args: any[]): Promise<any>;
    lPush(...args: any[]): Promise<number>;
    rPush(...args: any[]): Promise<number>;
    lPop(...args: any[]): Promise<string | null>;
    rPop(...args: any[]): Promise<string | null>;
    lLen(...args: any[]): Promise<number>;
    lRange(...args: any[]): Promise<string[]>;
    lRem(...args: any[]): Promise<number>;
    lTrim(...args: any[]): Promise<string>;
    lIndex(...args: any[]): Promise<string | null>;
    blPop(...args: any[]): Promise<any>;
    brPop(...args: any[]): Promise<any>;
    zAdd(...args: any[]): Promise<number>;
    zRem(...args: any[]): Promise<number>;
    zRange(...args: any[]): Promise<string[]>;
    zRangeByScore(...args: any[]): Promise<string[]>;
    zRangeWithScores(...args: any[]): Promise<any[]>;
    zScore(...args: any[]): Promise<number | null>;
    zCard(...args: any[]): Promise<number>;
    zCount(...args: any[]): Promise<number>;
    zIncrBy(...args: any[]): Promise<number>;
    zRank(...args: any[]): Promise<number | null>;
    zRemRangeByScore(...args: any[]): Promise<number>;
    xAdd(...args: any[]): Promise<string>;
    xRead(...args: any[]): Promise<any>;
    xReadGroup(...args: any[]): Promise<any>;
    xAck(...args: any[]): Promise<number>;
    xLen(...args: any[]): Promise<number>;
    xRange(...args: any[]): Promise<any[]>;
    xDel(...args: any[]): Promise<number>;
    xTrim(...args: any[]): Promise<number>;
    xGroupCreate(...args: any[]): Promise<string>;
    xAutoClaim(...args: any[]): Promise<any>;
    /** @hands-over */
    publish(...args: any[]): Promise<number>;
    eval(...args: any[]): Promise<any>;
    evalSha(...args: any[]): Promise<any>;
    scriptLoad(...args: any[]): Promise<string>;
    sendCommand(...args: any[]): Promise<any>;
    watch(...args: any[]): Promise<string>;
    unwatch(...args: any[]): Promise<string>;
    ping(...args: any[]): Promise<string>;
    echo(...args: any[]): Promise<string>;
    info(...args: any[]): Promise<string>;
    time(...args: any[]): Promise<any>;
    dbSize(...args: any[]): Promise<number>;
    flushAll(...args: any[]): Promise<string>;
    flushDb(...args: any[]): Promise<string>;
    configGet(...args: any[]): Promise<any>;
    clientId(...args: any[]): Promise<number>;
    geoAdd(...args: any[]): Promise<number>;
    pfAdd(...args: any[]): Promise<number>;
    pfCount(...args: any[]): Promise<number>;
    setBit(...args: any[]): Promise<number>;
    getBit(...args: any[]): Promise<number>;
  }
  export interface Multi {
    get(...args: any[]): this;
    getDel(...args: any[]): this;
    getEx(...args: any[]): this;
    set(...args: any[]): this;
    setEx(...args: any[]): this;
    pSetEx(...args: any[]): this;
    setNX(...args: any[]): this;
    mGet(...args: any[]): this;
    mSet(...args: any[]): this;
    del(...args: any[]): this;
    unlink(...args: any[]): this;
    exists(...args: any[]): this;
    incr(...args: any[]): this;
    incrBy(...args: any[]): this;
    incrByFloat(...args: any[]): this;
    decr(...args: any[]): this;
    decrBy(...args: any[]): this;
    append(...args: any[]): this;
    expire(...args: any[]): this;
    expireAt(...args: any[]): this;
    pExpire(...args: any[]): this;
    persist(...args: any[]): this;
    ttl(...args: any[]): this;
    pTTL(...args: any[]): this;
    type(...args: any[]): this;
    keys(...args: any[]): this;
    rename(...args: any[]): this;
    hGet(...args: any[]): this;
    hGetAll(...args: any[]): this;
    hSet(...args: any[]): this;
    hSetNX(...args: any[]): this;
    hDel(...args: any[]): this;
    hExists(...args: any[]): this;
    hKeys(...args: any[]): this;
    hVals(...args: any[]): this;
    hLen(...args: any[]): this;
    hMGet(...args: any[]): this;
    hIncrBy(...args: any[]): this;
    sAdd(...args: any[]): this;
    sRem(...args: any[]): this;
    sMembers(...args: any[]): this;
    sIsMember(...args: any[]): this;
    sCard(...args: any[]): this;
    sPop(...args: any[]): this;
    lPush(...args: any[]): this;
    rPush(...args: any[]): this;
    lPop(...args: any[]): this;
    rPop(...args: any[]): this;
    lLen(...args: any[]): this;
    lRange(...args: any[]): this;
    lRem(...args: any[]): this;
    lTrim(...args: any[]): this;
    lIndex(...args: any[]): this;
    blPop(...args: any[]): this;
    brPop(...args: any[]): this;
    zAdd(...args: any[]): this;
    zRem(...args: any[]): this;
    zRange(...args: any[]): this;
    zRangeByScore(...args: any[]): this;
    zRangeWithScores(...args: any[]): this;
    zScore(...args: any[]): this;
    zCard(...args: any[]): this;
    zCount(...args: any[]): this;
    zIncrBy(...args: any[]): this;
    zRank(...args: any[]): this;
    zRemRangeByScore(...args: any[]): this;
    xAdd(...args: any[]): this;
    xRead(...args: any[]): this;
    xReadGroup(...args: any[]): this;
    xAck(...args: any[]): this;
    xLen(...args: any[]): this;
    xRange(...args: any[]): this;
    xDel(...args: any[]): this;
    xTrim(...args: any[]): this;
    xGroupCreate(...args: any[]): this;
    xAutoClaim(...args: any[]): this;
    publish(...args: any[]): this;
    eval(...args: any[]): this;
    evalSha(...args: any[]): this;
    scriptLoad(...args: any[]): this;
    ping(...args: any[]): this;
    echo(...args: any[]): this;
    info(...args: any[]): this;
    time(...args: any[]): this;
    dbSize(...args: any[]): this;
    flushAll(...args: any[]): this;
    flushDb(...args: any[]): this;
    configGet(...args: any[]): this;
    clientId(...args: any[]): this;
    geoAdd(...args: any[]): this;
    pfAdd(...args: any[]): this;
    pfCount(...args: any[]): this;
    setBit(...args: any[]): this;
    getBit(...args: any[]): this;
    exec(...args: any[]): Promise<any[]>;
    execAsPipeline(): Promise<any[]>;
  }
  /**
   * @handle redis
   * @emits error crash
   * @waits connect socket
   */
  export interface RedisClientType<M = any, F = any, S = any> extends EventEmitter {
    isOpen: boolean;
    isReady: boolean;
    options: RedisClientOptions;
    connect(): Promise<this>;
    /** @closes */
    disconnect(): Promise<void>;
    /** @closes */
    quit(): Promise<string>;
    /** @closes */
    close(): Promise<void>;
    /** @closes */
    destroy(): void;
    /** @opens connection */
    duplicate(overrides?: RedisClientOptions): RedisClientType;
    multi(): Multi;
    /** @root 1 message dropping promise */
    subscribe(channel: any, listener: (message: string, channel: string) => void, buffer?: boolean): Promise<void>;
    /** @root 1 message dropping promise */
    pSubscribe(pattern: any, listener: (message: string, channel: string) => void, buffer?: boolean): Promise<void>;
    /** @undoes subscribe */
    unsubscribe(...args: any[]): Promise<void>;
    /** @undoes pSubscribe */
    pUnsubscribe(...args: any[]): Promise<void>;
    scanIterator(options?: any): AsyncIterable<any>;
    hScanIterator(key: string, options?: any): AsyncIterable<any>;
    sScanIterator(key: string, options?: any): AsyncIterable<any>;
  }
  export interface RedisClientType<M = any, F = any, S = any> extends Commands {}
  /**
   * @makes
   * @opens connection
   */
  export function createClient(options?: RedisClientOptions): RedisClientType;
  /** @opens connection */
  export function createCluster(options: any): RedisClientType;
  export function createClientPool(...args: any[]): RedisClientType;
  export function defineScript(script: any): any;
}
declare module '@redis/client' {
  export { createClient, createCluster, RedisClientType, RedisClientOptions } from 'redis';
}
/** The same client, under the name of the package that has it. */
declare module '@redis/client' {
  export * from 'redis';
}
