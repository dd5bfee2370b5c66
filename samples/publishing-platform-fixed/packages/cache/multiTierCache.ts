import { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';

export interface CacheOptions {
  maxEntries: number;
  ttlMs: number;
}

/** What an invalidation says to the load that it overtakes. */
interface Ticket {
  invalidated: boolean;
}

/** Longer than any load takes, so that an epoch cannot come back while a load of its time is under way. */
const EPOCH_MS = 3_600_000;

const WRITE_AT_EPOCH = `
  if (redis.call('get', KEYS[2]) or '0') == ARGV[1] then
    redis.call('set', KEYS[1], ARGV[2], 'PX', ARGV[3])
  end`;

/** A small cache in memory over a large one in Redis. Without Redis it is a small cache. */
export class MultiTierCache {
  private readonly memory: LRUCache<string, object>;
  private readonly inFlightRequests = new Map<string, { ticket: Ticket; value: Promise<object> }>();
  private redis: Redis | undefined;

  constructor(private readonly options: CacheOptions) {
    this.memory = new LRUCache({ max: options.maxEntries, ttl: options.ttlMs });
  }

  async initializeRedis(redisUrl: string): Promise<void> {
    const redis = new Redis(redisUrl, { // cleared: timeout/redis-client "commandTimeout"
      commandTimeout: 1_000,
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
      return running.value as Promise<T>;
    }
    const ticket: Ticket = { invalidated: false };
    const value = this.fill(key, load, ticket).finally(() => {
      // After an invalidation a newer load may stand here.
      if (this.inFlightRequests.get(key)?.ticket === ticket) {
        this.inFlightRequests.delete(key);
      }
    });
    this.inFlightRequests.set(key, { ticket, value });
    return value;
  }

  /** Forgets the value, and what is being loaded is not kept: it may have been read before the change. */
  async invalidate(key: string): Promise<void> {
    this.memory.delete(key);
    const running = this.inFlightRequests.get(key);
    if (running) {
      running.ticket.invalidated = true;
      this.inFlightRequests.delete(key);
    }
    const redis = this.redis;
    if (redis) {
      await redis.multi().incr(epochKey(key)).pexpire(epochKey(key), EPOCH_MS).del(key).exec();
    }
  }

  async close(): Promise<void> {
    const redis = this.redis;
    this.redis = undefined;
    await redis?.quit();
  }

  private async fill<T extends object>(key: string, load: () => Promise<T>, ticket: Ticket): Promise<T> {
    const remote = await this.readRemote<T>(key);
    const value = remote.value ?? (await load());
    if (!ticket.invalidated) {
      this.memory.set(key, value);
    }
    if (!remote.value && remote.epoch !== undefined) {
      await this.writeRemote(key, value, remote.epoch);
    }
    return value;
  }

  /** Redis is an optimisation here: when it fails, the value is loaded. The epoch is what `writeRemote` compares. */
  private async readRemote<T>(key: string): Promise<{ value?: T; epoch?: string }> {
    try {
      const [text, epoch] = (await this.redis?.mget(key, epochKey(key))) ?? [];
      return { value: text ? (JSON.parse(text) as T) : undefined, epoch: this.redis && (epoch ?? '0') };
    } catch (error) {
      console.warn(`[cache] could not read ${key}`, error);
      return {};
    }
  }

  private async writeRemote(key: string, value: object, epoch: string): Promise<void> {
    try {
      await this.redis?.eval(WRITE_AT_EPOCH, 2, key, epochKey(key), epoch, JSON.stringify(value), this.options.ttlMs);
    } catch (error) {
      console.warn(`[cache] could not write ${key}`, error);
    }
  }
}

function epochKey(key: string): string {
  return `epoch:${key}`;
}
