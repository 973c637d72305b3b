import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enough, rate, wilson } from '../../../src/core/stats/rate.ts';

const inPercent = (count: number, of: number) => {
  const { low, high } = wilson(count, of);
  return [Math.round(low * 100), Math.round(high * 100)];
};

describe('wilson', () => {
  it.each([
    [8, 10, 49, 94],
    [16, 20, 58, 92],
    [40, 50, 67, 89],
    [0, 10, 0, 28],
    [98, 158, 54, 69],
    [52, 61, 74, 92],
  ])('gives for %i of %i the interval of the tables, %i to %i per cent', (count, of, low, high) => {
    expect(inPercent(count, of)).toEqual([low, high]);
  });

  it('knows nothing of nothing', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('touches 0 and 1 exactly where all observations agree', () => {
    expect(wilson(0, 7).low).toBe(0);
    expect(wilson(7, 7).high).toBe(1);
  });

  it('always holds the share itself and stays inside 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => {
        const of = Math.max(a, b, 1);
        const count = Math.min(a, b);
        const { low, high } = wilson(count, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / of + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / of - 1e-12);
      }),
    );
  });

  it('is a mirror: the interval of the rest is the rest of the interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), (of, some) => {
        const count = Math.min(some, of);
        expect(wilson(count, of).low).toBeCloseTo(1 - wilson(of - count, of).high, 10);
      }),
    );
  });
});

describe('rate', () => {
  it('has no fraction where there is nothing to divide by', () => {
    expect(rate(0, 0)).toEqual({ count: 0, of: 0, fraction: null });
  });

  it('has no fraction where the parts exceed the whole', () => {
    expect(rate(5, 4).fraction).toBeNull();
  });
});

describe('enough', () => {
  it('asks for twenty observations unless told otherwise', () => {
    expect([enough(19), enough(20), enough(4, 5), enough(5, 5)]).toEqual([false, true, false, true]);
  });
});
