import fc from 'fast-check';
import { addDays, addMonths, mondayOf } from '../../../src/core/period/dates.ts';
import type { Period } from '../../../src/core/period/period.ts';

export const ZONES = ['America/Santiago', 'Europe/Madrid', 'America/Bogota'] as const;
export const anyZone = fc.constantFrom(...ZONES);

/** Every date from 2020 to 2033: leap days, month ends and changes of clocks are in it. */
export const anyDate = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays('2020-01-01', days));
export const anyInstant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2033, 0, 1) });

const anyTime = fc.integer({ min: 0, max: 1_440 });
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  anyDate.map((date): Period => ({ kind: 'day', date })),
  anyDate.map((date): Period => ({ kind: 'week', monday: mondayOf(date) })),
  fc.integer({ min: 0, max: 160 }).map((months): Period => ({ kind: 'month', month: addMonths('2020-01', months) })),
  fc
    .tuple(anyDate, fc.integer({ min: 0, max: 300 }))
    .map(([first, days]): Period => ({ kind: 'days', first, last: addDays(first, days) })),
  fc
    .tuple(anyDate, anyTime, anyTime)
    .filter(([, one, other]) => one !== other)
    .map(
      ([date, one, other]): Period => ({
        kind: 'hours',
        date,
        from: clock(Math.min(one, other)),
        to: clock(Math.max(one, other)),
      }),
    ),
  fc
    .tuple(anyInstant, fc.integer({ min: 1, max: 10 * 86_400_000 }))
    .map(([from, length]): Period => ({ kind: 'span', from, to: from + length })),
);
