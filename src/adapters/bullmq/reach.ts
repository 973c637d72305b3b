import type { ConnectionOptions, IRedisClient } from 'bullmq';
import { Cluster, type RedisOptions } from 'ioredis';

/** Where a cluster is met. All its nodes have the same user, password and kind of wire. */
export type ClusterAddress = {
  readonly host: string;
  readonly port: number;
  readonly username: string | null;
  readonly password: string | null;
  readonly tls: boolean;
};
export type RedisAddress = { readonly url: string; readonly cluster?: ClusterAddress | null };

type Closing = { close(): Promise<void> };
/** How one of BullMQ's classes reaches Redis. `of` is to be called with what was made: it then also closes what BullMQ leaves open. */
export type Reach = { readonly connection: ConnectionOptions; readonly of: <Made extends Closing>(made: Made) => Made };

const ANSWER_MS = 5_000;
/** Whoever asks is told at once when Redis is away. */
const HASTY = { maxRetriesPerRequest: 0, commandTimeout: ANSWER_MS, connectTimeout: ANSWER_MS };
const PATIENT = { maxRetriesPerRequest: null };

/**
 * One server is reached by options, so that BullMQ makes and ends its connections itself. A cluster needs a client that we make, and
 * that BullMQ neither ends nor duplicates with all it was told.
 */
export function reaching(
  { url, cluster = null }: RedisAddress,
  retryStrategy: (times: number) => number | null,
): (how: 'hasty' | 'patient') => Reach {
  return (how) => {
    const enableOfflineQueue = how === 'patient';
    const options = how === 'hasty' ? HASTY : PATIENT;
    if (cluster === null) {
      const more = enableOfflineQueue ? {} : { enableOfflineQueue };
      return { connection: { url, retryStrategy, ...options, ...more }, of: (made) => made };
    }
    const client = new Cluster([{ host: cluster.host, port: cluster.port }], {
      clusterRetryStrategy: retryStrategy,
      dnsLookup: (host, found) => found(null, host),
      enableOfflineQueue,
      redisOptions: { ...options, ...credentials(cluster) },
    });
    client.on('error', () => {});
    return { connection: client, of: (made) => endingWith(made, () => client.disconnect()) };
  };
}

function credentials({ username, password, tls }: ClusterAddress): Pick<RedisOptions, 'username' | 'password' | 'tls'> {
  return {
    ...(username === null ? {} : { username }),
    ...(password === null ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
  };
}

function endingWith<Made extends Closing>(made: Made, end: () => void): Made {
  const close = made.close.bind(made);
  made.close = () => close().finally(end);
  return made;
}

/** Whether commands can be sent: a cluster's client has a word of its own for it. */
export function isLive({ status, isCluster }: Pick<IRedisClient, 'status' | 'isCluster'>): boolean {
  return status === 'ready' || (isCluster && status === 'connect');
}
