import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, halfOf, inOrder, rank } from '../../../src/core/stats/rank.ts';

const calls = { ANA: 96, LUIS: 80, Óscar: 80, MARÍA: 12 };
const ranked = (of: Record<string, number>) =>
  rank(
    Object.entries(of),
    ([, value]) => value,
    ([name]) => name,
  );

describe('rank', () => {
  it('gives ties the same rank and skips the next', () => {
    expect(ranked(calls).map(({ rank }) => rank)).toEqual([1, 2, 2, 4]);
  });

  it('orders ties by name, accents and case aside', () => {
    expect(ranked({ oscar: 5, Óscar: 5, LUIS: 5, Ana: 5 }).map(({ item: [name] }) => name)).toEqual([
      'Ana',
      'LUIS',
      'oscar',
      'Óscar',
    ]);
  });

  it('does not depend on the order in which things came', () => {
    const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.nat(3)), { selector: ([name]) => name });
    fc.assert(
      fc.property(entries, (some) => {
        expect(ranked(Object.fromEntries(some))).toEqual(ranked(Object.fromEntries(some.toReversed())));
      }),
    );
  });
});

describe('cut', () => {
  it('takes in all who share the last place', () => {
    expect(cut(ranked(calls), 2).map(({ item: [name] }) => name)).toEqual(['ANA', 'LUIS', 'Óscar']);
  });

  it('takes everybody where there are fewer', () => {
    expect(cut(ranked(calls), 10)).toHaveLength(4);
  });
});

describe('halfOf', () => {
  it.each([
    [[10], 1],
    [[5, 5], 1],
    [[4, 3, 2, 1], 2],
    [[1, 1, 1, 1, 1], 3],
    [[0, 0, 7], 1],
  ])('says how many of %j make half', (values, agents) => {
    expect(halfOf(values)).toBe(agents);
  });

  it('has nothing to say of nothing', () => {
    expect([halfOf([]), halfOf([0, 0])]).toEqual([null, null]);
  });
});

describe('inOrder', () => {
  it('is a total order', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(inOrder(a, b)).toBe(-inOrder(b, a) || 0);
        expect(inOrder(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
