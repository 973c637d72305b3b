import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Log, Store } from '../../ports.ts';
import type { ClusterAddress } from './cluster.ts';
import type { Pool } from './pool.ts';

export type Engine =
  | { readonly kind: 'redis'; readonly url: string; readonly cluster: ClusterAddress | null }
  | { readonly kind: 'embedded'; readonly pool: Pool };

export type EngineDescription =
  | { readonly kind: 'redis'; readonly where: string; readonly tls: boolean; readonly policy: string | null }
  | { readonly kind: 'embedded'; readonly dir: string | null };

export type OpenedEngine = {
  readonly store: Store;
  readonly engine: Engine;
  /** What doctor and status say of it; never a password. */
  readonly describe: () => Promise<EngineDescription>;
  readonly close: () => Promise<void>;
};

/**
 * Opens Redis when there is a URL, else the embedded store under `dataDir` (null: in memory alone). Only the engine
 * in use is loaded. Fails with `store.locked` (fact `dir`) or `store.unavailable` (facts `where`, `reason`).
 */
export async function openEngine(options: {
  readonly redisUrl: string | null;
  readonly dataDir: string | null;
  readonly log: Log;
}): Promise<Outcome<OpenedEngine>> {
  const { redisUrl, dataDir, log } = options;
  return redisUrl === null ? openEmbeddedEngine(dataDir, log) : openRedisEngine(redisUrl, log);
}

async function openRedisEngine(url: string, log: Log): Promise<Outcome<OpenedEngine>> {
  const { openRedis } = await import('./redis.ts');
  const opened = await openRedis({ url, log });
  if (!opened.ok) return opened;
  const { store, where, tls, cluster, policy, close } = opened.value;
  const describe = async (): Promise<EngineDescription> => ({ kind: 'redis', where, tls, policy: await policy() });
  return done({ store, engine: { kind: 'redis', url, cluster }, describe, close });
}

async function openEmbeddedEngine(dir: string | null, log: Log): Promise<Outcome<OpenedEngine>> {
  const { openEmbedded } = await import('./embedded.ts');
  const opened = await openEmbedded({ dir, log });
  if (!opened.ok) return opened;
  const { store, pool, close } = opened.value;
  return done({ store, engine: { kind: 'embedded', pool }, describe: async () => ({ kind: 'embedded', dir }), close });
}

/**
 * Done where the engine keeps what it was given. `store.evicts` (facts `where`, `policy`) where Redis may drop it when its memory is full:
 * jobs, claims and deliveries would be lost without a word. Redis that does not show its policy is believed, with a warning.
 */
export async function keepsAll({ describe }: Pick<OpenedEngine, 'describe'>, log: Log): Promise<Outcome<void>> {
  const found = await describe();
  if (found.kind === 'embedded' || found.policy === 'noeviction') return done(undefined);
  const { where, policy } = found;
  if (policy !== null) return failed('store.evicts', { where, policy });
  log.warn('store.policy-unknown', { where, advice: 'maxmemory-policy has to be noeviction' });
  return done(undefined);
}
