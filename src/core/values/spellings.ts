/** How often each spelling of one thing came: `Break` 12 times, `BREAK` once. Plain data, to be folded into a report's state. */
export type Spellings = Map<string, number>;

/** More spellings of one thing than this are a fault of the data and are not kept. */
const MOST = 50;

/** Counts one more of a spelling, in place. */
export function countSpelling(spellings: Spellings, spelling: string): void {
  const times = spellings.get(spelling);
  if (times !== undefined || spellings.size < MOST) spellings.set(spelling, (times ?? 0) + 1);
}

/** The spelling that came most often; among equals the first in code order, so that the order of rows does not show. */
export function commonest(spellings: Spellings): string | null {
  let best: string | null = null;
  let times = 0;
  for (const [spelling, count] of spellings) {
    if (count > times || (count === times && best !== null && spelling < best)) [best, times] = [spelling, count];
  }
  return best;
}
