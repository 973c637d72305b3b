import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFigures, subtractFigures, type Summing } from '../../../src/core/history/add-figures.ts';

const METRICS: readonly Summing[] = [
  { id: 'calls', unit: 'count', sums: true },
  { id: 'contact', unit: 'rate', sums: true },
  { id: 'agents', unit: 'count', sums: false },
];
const plain = (value: number | null) => ({ value, count: null, of: null });
const rated = (count: number, of: number) => ({ value: of === 0 ? null : count / of, count, of });
const day = (calls: number | null, count: number, of: number) => ({
  calls: plain(calls),
  contact: rated(count, of),
  agents: plain(20),
});

describe('the figures of several days together', () => {
  it('are totals, and rates of all counts over all observations', () => {
    expect(addFigures([day(10, 1, 2), day(30, 50, 100)], METRICS)).toEqual({
      calls: plain(40),
      contact: rated(51, 102),
    });
  });

  it('have nothing of a day on which there was nothing, and say nothing where one day is not known', () => {
    expect(addFigures([day(10, 1, 2), {}], METRICS)['calls']).toEqual(plain(10));
    expect(addFigures([day(10, 1, 2), day(null, 1, 2)], METRICS)).toEqual({ contact: rated(2, 4) });
    expect(addFigures([{}, {}], METRICS)).toEqual({});
  });

  it('give a day back when the others are taken away', () => {
    const days = fc
      .tuple(fc.nat(1_000), fc.nat(50), fc.nat(50))
      .map(([calls, count, more]) => day(calls, count, count + more));
    fc.assert(
      fc.property(days, days, (one, other) => {
        const both = addFigures([one, other], METRICS);
        expect(subtractFigures(both, one, METRICS)).toMatchObject({
          calls: other.calls,
          contact: { count: other.contact.count, of: other.contact.of },
        });
      }),
    );
  });

  it('are not told where a count shrank', () => {
    expect(subtractFigures(day(5, 1, 2), day(6, 1, 3), METRICS)).toEqual({});
    expect(subtractFigures(day(5, 1, 2), null, METRICS)).toMatchObject({ calls: plain(5) });
  });
});
