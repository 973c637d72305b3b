import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepFigure, openFigure } from '../../../src/core/history/stored.ts';

const number = fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
const perhaps = fc.option(number, { nil: null });

describe('a figure that is kept', () => {
  it('comes back as it was, also through JSON', () => {
    const rates = fc
      .tuple(fc.nat(5_000), fc.integer({ min: 1, max: 5_000 }))
      .map(([count, of]) => ({ value: count / of, count, of }));
    fc.assert(
      fc.property(fc.oneof(rates, fc.record({ value: perhaps, count: perhaps, of: perhaps })), (figure) => {
        const same = (value: number | null) => (value === 0 ? 0 : value);
        const opened = openFigure(JSON.parse(JSON.stringify(keepFigure(figure))));
        expect(opened).toEqual({ value: same(figure.value), count: same(figure.count), of: same(figure.of) });
      }),
    );
  });

  it('is no longer than its evidence where it is a rate', () => {
    expect(JSON.stringify(keepFigure({ value: 12 / 98, count: 12, of: 98 }))).toBe('[12,98]');
    expect(JSON.stringify(keepFigure({ value: 7, count: null, of: null }))).toBe('7');
  });
});
