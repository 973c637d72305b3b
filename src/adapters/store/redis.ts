import type { Redis } from 'ioredis';
import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Log, Store } from '../../ports.ts';
import { reasonOf } from './reason.ts';
import { redisStore } from './redis-store.ts';

const PATIENCE_MS = 5_000;
const ANSWER_MS = 5_000;
const LONGEST_PAUSE_MS = 2_000;

export type OpenedRedis = {
  readonly store: Store;
  /** Host and port, never a name or a password. */
  readonly where: string;
  readonly tls: boolean;
  /** Redis' `maxmemory-policy`; anything but `noeviction` may lose what was stored. Null when it does not say. */
  readonly policy: () => Promise<string | null>;
  readonly close: () => Promise<void>;
};

/**
 * Opens Redis or Valkey. Commands fail at once while it is away and work again when it is back.
 * Fails with `store.unavailable` (facts `where`, `reason`) when it does not answer within five seconds.
 */
export async function openRedis(options: {
  readonly url: string;
  readonly log: Log;
  readonly patienceMs?: number;
}): Promise<Outcome<OpenedRedis>> {
  const { url, log, patienceMs = PATIENCE_MS } = options;
  const { host: where, protocol } = new URL(url);
  const { Redis } = await import('ioredis');
  // No retries of a command: one that was cut off may have been done, and a compare-and-set sent twice would lose to itself.
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: ANSWER_MS,
    connectTimeout: ANSWER_MS,
    retryStrategy: (times) => Math.min(50 * 2 ** times, LONGEST_PAUSE_MS),
  });
  const reason = await readyWithin(redis, patienceMs);
  if (reason !== null) {
    redis.disconnect();
    return failed('store.unavailable', { where, reason });
  }
  tellOutages(redis, where, log);
  const close = async (): Promise<void> => {
    redis.disconnect();
  };
  const policy = (): Promise<string | null> => readPolicy(redis);
  const found = await policy();
  if (found !== null && found !== 'noeviction') {
    const advice = 'Set maxmemory-policy to noeviction: under any other, Redis may drop what the bot has stored.';
    log.warn('store.eviction', { where, policy: found, advice });
  }
  return done({ store: redisStore(redis, close), where, tls: protocol === 'rediss:', policy, close });
}

/** Null once the connection is ready, else the last reason heard. */
async function readyWithin(redis: Redis, ms: number): Promise<string | null> {
  let reason = 'ETIMEDOUT';
  return new Promise((resolve) => {
    const onError = (error: unknown): void => {
      reason = reasonOf(error);
      if (REFUSALS.has(reason)) settle(reason);
    };
    const onReady = (): void => settle(null);
    const timer = setTimeout(() => settle(reason), ms);
    const settle = (outcome: string | null): void => {
      clearTimeout(timer);
      redis.off('ready', onReady);
      redis.off('error', onError);
      redis.on('error', () => {});
      resolve(outcome);
    };
    redis.on('error', onError);
    redis.once('ready', onReady);
  });
}

const REFUSALS: ReadonlySet<string> = new Set(['WRONGPASS', 'NOAUTH', 'NOPERM']);

function tellOutages(redis: Redis, where: string, log: Log): void {
  let away = false;
  redis.on('close', () => {
    if (away || redis.status === 'end') return;
    away = true;
    log.warn('store.away', { where });
  });
  redis.on('ready', () => {
    if (away) log.info('store.back', { where });
    away = false;
  });
}

async function readPolicy(redis: Redis): Promise<string | null> {
  try {
    return /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1] ?? null;
  } catch {
    return null;
  }
}
