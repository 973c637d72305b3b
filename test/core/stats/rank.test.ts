import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, halfOf, inOrder, rank, rankRates } from '../../../src/core/stats/rank.ts';
import { rate } from '../../../src/core/stats/rate.ts';

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

describe('rankRates', () => {
  const order = (of: Record<string, [number, number]>, floor?: number) => {
    const { ranked, tooFew } = rankRates(
      Object.entries(of),
      ([, [count, observed]]) => rate(count, observed),
      ([name]) => name,
      floor,
    );
    return {
      ranked: ranked.map(({ rank: place, item: [name] }) => `${place} ${name}`),
      tooFew: tooFew.map(([name]) => name),
    };
  };

  it('ranks by what is proven, not by what it looks like', () => {
    expect(order({ ANA: [95, 100], LUIS: [20, 20], MARÍA: [400, 430] }).ranked).toEqual(['1 MARÍA', '2 ANA', '3 LUIS']);
  });

  it('does not rank those with too few observations, however good they look', () => {
    expect(order({ ANA: [95, 100], LUIS: [3, 3], EVA: [0, 0], IVÁN: [30, 20] })).toEqual({
      ranked: ['1 ANA'],
      tooFew: ['EVA', 'IVÁN', 'LUIS'],
    });
    expect(order({ ANA: [95, 100], LUIS: [3, 3] }, 3).tooFew).toEqual([]);
  });

  it('lets equals share their rank', () => {
    expect(order({ ANA: [10, 20], LUIS: [10, 20], EVA: [1, 20] }).ranked).toEqual(['1 ANA', '1 LUIS', '3 EVA']);
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
