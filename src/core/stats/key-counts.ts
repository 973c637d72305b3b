/** How often each of many numbers came, in typed arrays: a Map would make an object of each key beyond 31 bits. A count of 0 is a free place. */
export type KeyCounts = { size: number; keys: Float64Array; counts: Uint32Array };

const FIRST_PLACES = 1_024;

/** A table that no number came to yet. */
export function emptyCounts(): KeyCounts {
  return { size: 0, keys: new Float64Array(FIRST_PLACES), counts: new Uint32Array(FIRST_PLACES) };
}

/** Counts a key, a whole number from 0 whose low bits are spread (a fingerprint); false where it is new and `most` keys are known already. */
export function countKey(table: KeyCounts, key: number, most: number): boolean {
  const place = placeOf(table, key);
  const known = table.counts[place] ?? 0;
  if (known === 0) {
    if (table.size >= most) return false;
    table.keys[place] = key;
    table.size += 1;
  }
  table.counts[place] = known + 1;
  if (known === 0 && table.size * 2 > table.keys.length) grow(table);
  return true;
}

/** The count of each key, in no order. */
export function countsOf({ counts }: KeyCounts): readonly number[] {
  return Array.from(counts.filter((count) => count > 0));
}

/** Where a key is, or the free place where it would be: the first from its own on. The table is never full. */
function placeOf({ keys, counts }: KeyCounts, key: number): number {
  const last = keys.length - 1;
  let place = key & last;
  while (counts[place] !== 0 && keys[place] !== key) place = (place + 1) & last;
  return place;
}

function grow(table: KeyCounts): void {
  const { keys, counts } = table;
  table.keys = new Float64Array(keys.length * 2);
  table.counts = new Uint32Array(keys.length * 2);
  for (const [from, count] of counts.entries()) {
    const key = keys[from];
    if (count === 0 || key === undefined) continue;
    const place = placeOf(table, key);
    table.keys[place] = key;
    table.counts[place] = count;
  }
}
