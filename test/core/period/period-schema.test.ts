import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodSchema } from '../../../src/core/period/period-schema.ts';
import { anyPeriod } from './any-period.ts';

describe('periodSchema', () => {
  it('takes every period', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(periodSchema.parse(period)).toEqual(period);
      }),
    );
  });

  it.each([
    { kind: 'day', date: '2026-02-29' },
    { kind: 'day', date: '2026-2-3' },
    { kind: 'week', monday: '2026-11-17' },
    { kind: 'month', month: '2026-13' },
    { kind: 'days', first: '2026-11-07', last: '2026-11-01' },
    { kind: 'hours', date: '2026-11-01', from: '12:00', to: '08:00' },
    { kind: 'hours', date: '2026-11-01', from: '08:00', to: '24:30' },
    { kind: 'span', from: 5, to: 5 },
    { kind: 'year', year: '2026' },
  ])('refuses $kind that cannot be', (period) => {
    expect(periodSchema.safeParse(period).success).toBe(false);
  });
});
