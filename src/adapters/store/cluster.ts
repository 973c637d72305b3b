/** Where a cluster is met, and what each of its nodes is told. All nodes have the same user, password and kind of wire. */
export type ClusterAddress = {
  readonly host: string;
  readonly port: number;
  readonly username: string | null;
  readonly password: string | null;
  readonly tls: boolean;
};

const REDIS_PORT = 6379;

/** The address in a URL of Redis: user and password decoded. */
export function clusterAddress(url: string): ClusterAddress {
  const { hostname, port, username, password, protocol } = new URL(url);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? REDIS_PORT : Number(port),
    username: decodeURIComponent(username) || null,
    password: decodeURIComponent(password) || null,
    tls: protocol === 'rediss:',
  };
}

type NodeOptions = {
  readonly enableOfflineQueue: boolean;
  readonly maxRetriesPerRequest: number;
  readonly commandTimeout: number;
  readonly connectTimeout: number;
};

/** For a client of the whole cluster. Nodes are asked by the names that the cluster gives, which is what a certificate holds. */
export function clusterOptions(
  { username, password, tls }: ClusterAddress,
  { enableOfflineQueue, ...ofNode }: NodeOptions,
  pause: (times: number) => number,
) {
  return {
    clusterRetryStrategy: pause,
    dnsLookup: (host: string, found: (error: null, address: string) => void) => found(null, host),
    enableOfflineQueue,
    redisOptions: {
      ...ofNode,
      ...(username === null ? {} : { username }),
      ...(password === null ? {} : { password }),
      ...(tls ? { tls: {} } : {}),
    },
  };
}
