import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  against,
  countAgainst,
  pool,
  rateAgainst,
  usual,
  usualRate,
  type Usual,
} from '../../../src/core/history/usual.ts';
import { rate } from '../../../src/core/stats/rate.ts';

const of = (...values: number[]): Usual => {
  const found = usual(values, null);
  if (found.kind !== 'usual') throw new Error('too few');
  return found;
};

describe('the usual', () => {
  it('is the median and the middle half, with quartiles as spreadsheets have them', () => {
    expect(usual([1_690, 1_738, 1_790, 1_702, 1_655], null)).toEqual({
      kind: 'usual',
      median: 1_702,
      low: 1_690,
      high: 1_738,
      fences: { low: 1_618, high: 1_810 },
      days: 5,
    });
  });

  it('is not said of fewer than four days; instead it says from when it will be', () => {
    expect(usual([1_690, 1_738, 1_790], '2026-12-03')).toEqual({
      kind: 'too-few',
      have: 3,
      need: 4,
      since: '2026-12-03',
    });
    expect(usual([], null)).toMatchObject({ have: 0 });
  });

  it('of a rate leaves out days with too few observations to carry one', () => {
    const days = [rate(6, 80), rate(7, 90), rate(2, 3), rate(5, 70), rate(8, 100), rate(0, 0)];
    expect(usualRate(days, null)).toMatchObject({ kind: 'usual', days: 4, high: expect.closeTo(0.0783, 3) });
    expect(usualRate(days.slice(1), '2026-12-03')).toMatchObject({ kind: 'too-few', have: 3 });
  });
});

describe('a value against the usual', () => {
  const usually = of(90, 95, 100, 105, 110);

  it('says where it lies, by how much, and the change against the median', () => {
    expect(against(100, usually)).toEqual({ place: 'within', difference: 0, change: 0 });
    expect(against(112, usually)).toEqual({ place: 'above', difference: 12, change: 0.12 });
    expect(against(150, usually)).toMatchObject({ place: 'far-above', change: 0.5 });
    expect(against(88, usually)).toMatchObject({ place: 'below' });
    expect(against(40, usually)).toMatchObject({ place: 'far-below', change: -0.6 });
  });

  it('counts the edges of the middle half as within', () => {
    expect([against(95, usually).place, against(105, usually).place]).toEqual(['within', 'within']);
  });

  it('has no change to tell where the usual is nothing', () => {
    expect(against(3, of(0, 0, 0, 0)).change).toBeNull();
  });

  it('does not call small counts far for what chance alone does', () => {
    expect(countAgainst(3, of(1, 1, 1, 1)).place).toBe('above');
    expect(countAgainst(37, of(10, 12, 11, 9)).place).toBe('far-above');
    expect(countAgainst(0, of(3, 3, 3, 3)).place).toBe('below');
  });
});

describe('a rate against the usual', () => {
  const days = [rate(6, 80), rate(7, 90), rate(5, 70), rate(8, 100), rate(6, 75)];
  const usually = usualRate(days, null);
  const judge = (count: number, observed: number) => {
    if (usually.kind !== 'usual') throw new Error('too few');
    return rateAgainst(rate(count, observed), days, usually);
  };

  it('is above where it leaves the middle half and its own observations prove it', () => {
    expect(judge(14, 78)).toMatchObject({ kind: 'judged', place: 'far-above', own: { count: 14, of: 78 } });
  });

  it('is within where so few observations prove nothing, however high it looks', () => {
    expect(judge(3, 25)).toMatchObject({ kind: 'judged', place: 'within' });
  });

  it('is not judged below twenty observations', () => {
    expect(judge(2, 3)).toMatchObject({ kind: 'too-few', own: { count: 2, of: 3 }, floor: 20 });
    expect(judge(0, 0)).toMatchObject({ kind: 'too-few' });
  });

  it('is held against all observations together, not against a mean of rates', () => {
    expect(pool(days)).toMatchObject({ count: 32, of: 415 });
    expect(pool([rate(5, 4), rate(1, 10)])).toEqual(rate(1, 10));
  });

  it('never calls outside what its interval holds', () => {
    const some = fc.record({
      of: fc.integer({ min: 20, max: 400 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(some, ({ of: observed, share }) => {
        const judged = judge(Math.round(share * observed), observed);
        if (judged.kind !== 'judged' || judged.pooled.fraction === null) return;
        const { low, high } = judged.interval;
        if (judged.pooled.fraction >= low && judged.pooled.fraction <= high) expect(judged.place).toBe('within');
      }),
    );
  });
});
