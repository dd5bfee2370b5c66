/**
 * node-redis before it had promises.
 *
 * @library redis 2.x - 3.x
 * @source run on redis 3.1.2 (Node 20.20.2, Redis 7.0.15): an 'error' that nobody hears ends the process (connection refused); a connection that is lost is made again without one; against a silent server a command is pending at 4 s, also with connect_timeout 500
 * @source read in redis 3.1.2 index.js: connect_timeout is 3600000 where it is not given, and bounds the attempts to connect, no command; commands take a callback and return whether they were written at once; quit and end close
 */
declare module 'redis' {
  import { EventEmitter } from 'events';
  export interface ClientOpts {
    host?: string;
    port?: number;
    path?: string;
    url?: string;
    password?: string;
    db?: string | number;
    prefix?: string;
    tls?: any;
    enable_offline_queue?: boolean;
    connect_timeout?: number;
    retry_strategy?: (options: any) => any;
    [name: string]: any;
  }
  /**
   * @handle redis
   * @emits error crash
   * @waits response
   */
  export class RedisClient extends EventEmitter {
    connected: boolean;
    ready: boolean;
    duplicate(options?: ClientOpts): RedisClient;
    /** @closes */
    quit(callback?: (error: Error | null, reply: string) => void): boolean;
    /** @closes */
    end(flush?: boolean): void;
    [command: string]: any;
  }
  /**
   * @makes
   * @opens connection
   */
  export function createClient(port: number, host?: string, options?: ClientOpts): RedisClient;
  /**
   * @makes
   * @opens connection
   */
  export function createClient(url: string, options?: ClientOpts): RedisClient;
  /**
   * @makes
   * @opens connection
   */
  export function createClient(options?: ClientOpts): RedisClient;
  const redis: { createClient: typeof createClient; RedisClient: typeof RedisClient };
  export default redis;
}
