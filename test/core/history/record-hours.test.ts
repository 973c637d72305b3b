import { describe, expect, it } from 'vitest';
import { isSlice, markHours, openOn } from '../../../src/core/history/record-hours.ts';

const FRIDAY = '2025-11-14';
const SATURDAY = '2025-11-15';
const SUNDAY = '2025-11-16';
const shop = { hours: 'mon-fri 07:00-19:00, sat 08:30-14:00', closures: ['2025-12-24'] };

describe('the hours of an operation', () => {
  it.each([
    ['mon-fri 07:00-19:00', FRIDAY, 1],
    ['mon-fri 07:00-19:00', SATURDAY, 0],
    ['weekdays 07:00-19:00', SUNDAY, 0],
    ['every day 00:00-24:00', SUNDAY, 1],
    ['sat-mon 09:00-10:00', SUNDAY, 1],
    ['sat-mon 09:00-10:00', FRIDAY, 0],
    ['fri 22:00-24:00, fri 00:00-06:00', FRIDAY, 2],
    [null, SUNDAY, 1],
  ])('"%s" on %s has %i stretches', (hours, date, stretches) => {
    expect(openOn({ hours, closures: [] }, date)).toHaveLength(stretches);
  });

  it('are marked at each full hour that ends an hour with work in it', () => {
    expect(markHours(shop, FRIDAY)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(markHours(shop, SATURDAY)).toEqual([9, 10, 11, 12, 13, 14]);
    expect(markHours({ hours: null, closures: [] }, SUNDAY)).toEqual(Array.from({ length: 16 }, (_, at) => at + 7));
    expect(markHours({ hours: 'every day 22:30-24:00', closures: [] }, SUNDAY)).toEqual([23]);
    expect(markHours(shop, '2025-12-24')).toEqual([]);
  });

  it('have slices whose ten minutes have work in them', () => {
    expect([7 * 60, 7 * 60 + 10, 19 * 60, 19 * 60 + 10].map((minute) => isSlice(shop, FRIDAY, minute))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
