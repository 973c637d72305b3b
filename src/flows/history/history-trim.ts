import { DATED_REPORTS, KEPT_DAYS } from '../../core/history/record-days.ts';
import type { Operation } from '../../core/operation.ts';
import { addDays } from '../../core/period/dates.ts';
import { dateAt } from '../../core/period/local-time.ts';
import type { Clock, Documents, Store } from '../../ports.ts';
import { DAYS, MARKS, SLICES } from './history-records.ts';

const PAGE = 50;

/** Forgets what is older than 400 days; gives how many documents went. */
export function historyTrimmer(ports: {
  readonly store: Store;
  readonly clock: Clock;
}): (operation: Operation) => Promise<number> {
  return async (operation) => {
    const { documents } = ports.store;
    const first = addDays(dateAt(ports.clock.now(), operation.zone), -KEPT_DAYS);
    let gone = await trim(documents, SLICES, `${operation.id}/`, first);
    for (const report of DATED_REPORTS) {
      for (const collection of [DAYS, MARKS]) {
        gone += await trim(documents, collection, `${operation.id}/${report}/`, first);
      }
    }
    return gone;
  };
}

/** Keys go on with a date, so that the oldest come first. */
async function trim(documents: Documents, collection: string, prefix: string, first: string): Promise<number> {
  for (let gone = 0; ; ) {
    const page = await documents.list(collection, { prefix, limit: PAGE });
    const old = page.filter(({ key }) => key.slice(prefix.length, prefix.length + 10) < first);
    for (const { key } of old) await documents.delete(collection, key);
    gone += old.length;
    if (old.length < PAGE) return gone;
  }
}
