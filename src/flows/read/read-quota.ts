import type { Operation } from '../../core/operation.ts';
import { nextLocalMidnight } from '../../core/pacing/local-day.ts';
import { dateAt } from '../../core/period/local-time.ts';
import type { Clock, Store } from '../../ports.ts';
import { loadPace } from './fetch-pace.ts';
import { readCount } from './fetch-quota-count.ts';

/** Today's requests. `limit` and `left` null: nobody knows the limit. `resetAt`: epoch ms, the next local midnight. */
export type Quota = {
  readonly limit: number | null;
  readonly used: number;
  readonly left: number | null;
  readonly resetAt: number;
  readonly source: 'configuration' | 'wolkvox' | 'unknown';
};
export type ReadQuota = (operation: Operation) => Promise<Quota>;

/** Makes the reader of the quota as it was counted; it asks wolkvox nothing. */
export function quotaReader(ports: {
  readonly store: Store;
  readonly clock: Clock;
  readonly laneIdOf: (operation: Operation) => string;
}): ReadQuota {
  return async (operation) => {
    const now = ports.clock.now();
    const lane = ports.laneIdOf(operation);
    const [{ used, limit, source }, pace] = await Promise.all([
      readCount(ports.store, operation, lane, now),
      loadPace(ports.store.documents, lane),
    ]);
    const usedUp = pace.usedUpOn === dateAt(now, operation.zone);
    const left = usedUp ? 0 : limit === null ? null : Math.max(0, limit - used);
    return {
      limit,
      used: usedUp && limit !== null ? Math.max(used, limit) : used,
      left,
      resetAt: nextLocalMidnight(now, operation.zone),
      source,
    };
  };
}
