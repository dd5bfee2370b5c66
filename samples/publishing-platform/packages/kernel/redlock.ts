import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';

export interface Lock {
  resource: string;
  token: string;
}

export class LockBusy extends Error {}

const RETRIES = 10;
const RETRY_DELAY_MS = 200;

const RELEASE = `
  if redis.call('get', KEYS[1]) == ARGV[1] then
    return redis.call('del', KEYS[1])
  end
  return 0`;

/** Takes the lock, or throws `LockBusy` after two seconds. */
export async function acquireLock(redis: Redis, resource: string, ttlMs: number): Promise<Lock> {
  const token = randomUUID();
  for (let attempt = 0; attempt < RETRIES; attempt++) {
    const answer = await redis.set(`lock:${resource}`, token, 'PX', ttlMs, 'NX');
    if (answer === 'OK') {
      return { resource, token };
    }
    await sleep(RETRY_DELAY_MS);
  }
  throw new LockBusy(resource);
}

/** Gives the lock back if it is still ours. */
export async function releaseLock(redis: Redis, lock: Lock): Promise<void> {
  await redis.eval(RELEASE, 1, `lock:${lock.resource}`, lock.token);
}

/** Runs `work` while holding the lock. */
export async function withLock<T>(
  redis: Redis,
  resource: string,
  ttlMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const lock = await acquireLock(redis, resource, ttlMs); // miss: deadlock/ttl-shorter-than-work nothing renews the lock or stops the work when it has expired
  try {
    return await work();
  } finally {
    // The work is done either way: a lock that could not be deleted is free again when its time is over.
    await releaseLock(redis, lock).catch((error: unknown) => {
      console.error(`[redlock] Failed to release lock for ${resource}:`, error);
    });
  }
}
