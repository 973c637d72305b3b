import type { Outcome } from '../../core/errors.ts';
import type { Finding } from '../../core/i18n/doctor/doctor-words.ts';
import { type Bedside, type Check, check, factOf, problemFinding } from './doctor-check.ts';

/** The store as it was found. `where`: an address or a folder, never a password; `policy`: Redis' maxmemory-policy, null where it is not shown. */
export type StoreFound =
  | { readonly kind: 'redis'; readonly where: string; readonly policy: string | null }
  | { readonly kind: 'embedded'; readonly where: string };

/** Opens and pings the store: `store.locked` (fact `dir`) or `store.unavailable` (facts `where`, `reason`) where that fails. */
export type StoreProbe = { readonly kind: StoreFound['kind']; readonly open: () => Promise<Outcome<StoreFound>> };

export async function checkStore(probe: StoreProbe, bedside: Bedside): Promise<readonly Check[]> {
  const said = bedside.words.store;
  const redis = probe.kind === 'redis';
  const opened = await probe.open();
  if (!opened.ok) {
    const { problem } = opened;
    const where = factOf(problem, 'where') ?? factOf(problem, 'dir') ?? (redis ? 'REDIS_URL' : 'VIGIA_DATA_DIR');
    if (problem.code === 'store.locked') return [check('store', 'skipped', beside(said.locked({ where }), bedside))];
    if (problem.code !== 'store.unavailable') return [check('store', 'no', problemFinding(problem, '', bedside))];
    return [
      check('store', 'no', beside(said.unreachable({ where, reason: factOf(problem, 'reason'), redis }), bedside)),
    ];
  }
  const found = opened.value;
  if (found.kind === 'embedded') return [check('store', 'yes', said.embedded({ where: found.where }))];
  return [check('store', 'yes', said.redis({ where: found.where })), checkPolicy(found.policy, bedside)];
}

function beside(finding: Finding, { words }: Bedside): Finding {
  return { ...finding, says: `${finding.says} ${words.store.beside}` };
}

function checkPolicy(policy: string | null, { words }: Bedside): Check {
  if (policy === null) return check('store.policy', 'skipped', words.store.policyUnknown);
  return policy === 'noeviction'
    ? check('store.policy', 'yes', words.store.keeps)
    : check('store.policy', 'no', words.store.evicts({ policy }));
}
