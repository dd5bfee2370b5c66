import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';

export interface Lock {
  resource: string;
  token: string;
}

export class LockBusy extends Error {}

export class LockLost extends Error {}

const RETRIES = 10;
const RETRY_DELAY_MS = 200;

const RELEASE = `
  if redis.call('get', KEYS[1]) == ARGV[1] then
    return redis.call('del', KEYS[1])
  end
  return 0`;

const EXTEND = `
  if redis.call('get', KEYS[1]) == ARGV[1] then
    return redis.call('pexpire', KEYS[1], ARGV[2])
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

/** Makes the lock last another `ttlMs`. False if it is no longer ours. */
export async function extendLock(redis: Redis, lock: Lock, ttlMs: number): Promise<boolean> {
  return (await redis.eval(EXTEND, 1, `lock:${lock.resource}`, lock.token, ttlMs)) === 1;
}

/**
 * Runs `work` while holding the lock, which is renewed three times in its life. When it cannot be renewed in time, the
 * signal tells `work` to stop before anybody else can have it.
 */
export async function withLock<T>(
  redis: Redis,
  resource: string,
  ttlMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lock = await acquireLock(redis, resource, ttlMs);
  const lost = new AbortController();
  const renewing = new AbortController();
  const renewal = renew(redis, lock, ttlMs, lost, renewing.signal);
  try {
    return await work(lost.signal);
  } finally {
    renewing.abort();
    await renewal;
    // The work is done either way: a lock that could not be deleted is free again when its time is over.
    await releaseLock(redis, lock).catch((error: unknown) => {
      console.error(`[redlock] Failed to release lock for ${resource}:`, error);
    });
  }
}

/** Renews until told to stop, and aborts `lost` when the lock is gone or about to go. Never rejects. */
async function renew(
  redis: Redis,
  lock: Lock,
  ttlMs: number,
  lost: AbortController,
  stop: AbortSignal,
): Promise<void> {
  let heldUntil = performance.now() + ttlMs;
  while (!stop.aborted) {
    try {
      await sleep(ttlMs / 3, undefined, { signal: stop });
    } catch {
      return;
    }
    const asked = performance.now();
    try {
      if (!(await extendLock(redis, lock, ttlMs))) {
        lost.abort(new LockLost(lock.resource));
        return;
      }
      heldUntil = asked + ttlMs;
    } catch (error) {
      console.error(`[redlock] Failed to renew lock for ${lock.resource}:`, error);
      if (performance.now() + ttlMs / 3 > heldUntil) {
        lost.abort(new LockLost(lock.resource));
        return;
      }
    }
  }
}
