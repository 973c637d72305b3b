import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countKey, countsOf, emptyCounts } from '../../../src/core/stats/key-counts.ts';

const sorted = (counts: Iterable<number>): readonly number[] => [...counts].toSorted((a, b) => a - b);

describe('counts by key', () => {
  it('are those of a map, whatever the keys and however many', () => {
    // Few low bits, so that many keys want the same place.
    const keys = fc.array(
      fc.tuple(fc.nat(5_000), fc.nat(3)).map(([high, low]) => high * 2 ** 40 + low),
      {
        maxLength: 4_000,
        size: 'max',
      },
    );
    fc.assert(
      fc.property(keys, (all) => {
        const [table, map] = [emptyCounts(), new Map<number, number>()];
        for (const key of all) {
          expect(countKey(table, key, Number.POSITIVE_INFINITY)).toBe(true);
          map.set(key, (map.get(key) ?? 0) + 1);
        }
        expect(table.size).toBe(map.size);
        expect(sorted(countsOf(table))).toEqual(sorted(map.values()));
      }),
      { numRuns: 30 },
    );
  });

  it('take no more keys than they may, and go on counting those they know', () => {
    const table = emptyCounts();
    expect([7, 8, 9, 7, 8].map((key) => countKey(table, key, 2))).toEqual([true, true, false, true, true]);
    expect(countsOf(table)).toEqual([2, 2]);
  });
});
