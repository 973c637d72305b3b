import type { Cluster, Redis } from 'ioredis';
import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Log, Store } from '../../ports.ts';
import { type ClusterAddress, clusterAddress, clusterOptions } from './cluster.ts';
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
  /** Where it is a node of a cluster: what another client of it needs. */
  readonly cluster: ClusterAddress | null;
  /** Redis' `maxmemory-policy`; anything but `noeviction` may lose what was stored. Null when it does not say. */
  readonly policy: () => Promise<string | null>;
  readonly close: () => Promise<void>;
};

/**
 * Opens Redis or Valkey, one server or a cluster as the server itself says. Commands fail at once while it is away and work again when it is back.
 * Fails with `store.unavailable` (facts `where`, `reason`) when it does not answer within five seconds.
 */
export async function openRedis(options: {
  readonly url: string;
  readonly log: Log;
  readonly patienceMs?: number;
}): Promise<Outcome<OpenedRedis>> {
  const { url, log, patienceMs = PATIENCE_MS } = options;
  const { host: where, protocol } = new URL(url);
  const { Cluster, Redis } = await import('ioredis');
  const one = new Redis(url, { ...HASTY, retryStrategy: pause });
  const reason = await readyWithin(one, patienceMs);
  if (reason !== null) {
    one.disconnect();
    return failed('store.unavailable', { where, reason });
  }
  const cluster = (await isOfCluster(one)) ? clusterAddress(url) : null;
  let redis: Redis | Cluster = one;
  if (cluster !== null) {
    one.disconnect();
    redis = new Cluster([cluster], clusterOptions(cluster, HASTY, pause));
    const ofCluster = await readyWithin(redis, patienceMs);
    if (ofCluster !== null) {
      redis.disconnect();
      return failed('store.unavailable', { where, reason: ofCluster });
    }
  }
  tellOutages(redis, where, log);
  const close = async (): Promise<void> => {
    redis.disconnect();
  };
  return done({
    store: redisStore(redis, close),
    where,
    tls: protocol === 'rediss:',
    cluster,
    policy: () => readPolicy(redis),
    close,
  });
}

// No retries of a command: one that was cut off may have been done, and a compare-and-set sent twice would lose to itself.
const HASTY = {
  enableOfflineQueue: false,
  // What fifty people ask at once goes in a few writes to the socket.
  enableAutoPipelining: true,
  maxRetriesPerRequest: 0,
  commandTimeout: ANSWER_MS,
  connectTimeout: ANSWER_MS,
};

function pause(times: number): number {
  return Math.min(50 * 2 ** times, LONGEST_PAUSE_MS);
}

async function isOfCluster(redis: Redis): Promise<boolean> {
  const says = await redis.info('cluster').catch(() => '');
  return /^cluster_enabled:1/m.test(says);
}

/** Null once the connection is ready, else the last reason heard. */
async function readyWithin(redis: Redis | Cluster, ms: number): Promise<string | null> {
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

const REFUSALS: ReadonlySet<string> = new Set([
  'WRONGPASS',
  'NOAUTH',
  'NOPERM',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function tellOutages(redis: Redis | Cluster, where: string, log: Log): void {
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

/** Of several masters the first that may drop something. */
async function readPolicy(redis: Redis | Cluster): Promise<string | null> {
  try {
    const nodes = 'nodes' in redis ? redis.nodes('master') : [redis];
    const all = await Promise.all(nodes.map((node) => node.info('memory')));
    const policies = all.map((text) => /maxmemory_policy:(\S+)/.exec(text)?.[1] ?? null);
    return policies.find((policy) => policy !== null && policy !== NO_EVICTION) ?? policies[0] ?? null;
  } catch {
    return null;
  }
}

const NO_EVICTION = 'noeviction';
