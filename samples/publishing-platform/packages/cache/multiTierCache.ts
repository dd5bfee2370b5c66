import { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';

export interface CacheOptions {
  maxEntries: number;
  ttlMs: number;
}

/** A small cache in memory over a large one in Redis. Without Redis it is a small cache. */
export class MultiTierCache {
  private readonly memory: LRUCache<string, object>;
  private readonly inFlightRequests = new Map<string, Promise<object>>();
  private redis: Redis | undefined;

  constructor(private readonly options: CacheOptions) {
    this.memory = new LRUCache({ max: options.maxEntries, ttl: options.ttlMs });
  }

  async initializeRedis(redisUrl: string): Promise<void> {
    const redis = new Redis(redisUrl, { // expect: timeout/redis-client
      retryStrategy: (times: number) => Math.min(times * 50, 2_000),
      maxRetriesPerRequest: 3,
    });
    redis.on('error', (error) => console.error('[cache] redis', error));
    try {
      await redis.ping();
    } catch (error) {
      redis.disconnect();
      throw error;
    }
    this.redis = redis;
  }

  /** The cached value, or what `load` gives. Callers who ask while it loads share one load. */
  get<T extends object>(key: string, load: () => Promise<T>): Promise<T> {
    const cached = this.memory.get(key);
    if (cached) {
      return Promise.resolve(cached as T);
    }
    const running = this.inFlightRequests.get(key);
    if (running) {
      return running as Promise<T>;
    }
    const started = this.fill(key, load).finally(() => this.inFlightRequests.delete(key));
    this.inFlightRequests.set(key, started);
    return started;
  }

  async invalidate(key: string): Promise<void> {
    this.memory.delete(key);
    await this.redis?.del(key);
  }

  async close(): Promise<void> {
    const redis = this.redis;
    this.redis = undefined;
    await redis?.quit();
  }

  private async fill<T extends object>(key: string, load: () => Promise<T>): Promise<T> {
    const remote = await this.readRemote<T>(key);
    const value = remote ?? (await load());
    this.memory.set(key, value); // expect: race/stale-fill
    if (!remote) {
      await this.writeRemote(key, value);
    }
    return value;
  }

  /** Redis is an optimisation here: when it fails, the value is loaded. */
  private async readRemote<T>(key: string): Promise<T | undefined> {
    try {
      const text = await this.redis?.get(key);
      return text ? (JSON.parse(text) as T) : undefined;
    } catch (error) {
      console.warn(`[cache] could not read ${key}`, error);
      return undefined;
    }
  }

  private async writeRemote(key: string, value: object): Promise<void> {
    try {
      await this.redis?.set(key, JSON.stringify(value), 'PX', this.options.ttlMs);
    } catch (error) {
      console.warn(`[cache] could not write ${key}`, error);
    }
  }
}
