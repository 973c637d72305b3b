import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableDays, comparableFrom, comparablePeriods } from '../../../src/core/history/comparable.ts';
import { restOf, recentWorkDays, workCalendar } from '../../../src/core/history/working-days.ts';
import { addDays, weekdayOf } from '../../../src/core/period/dates.ts';

const HOLIDAYS = ['2026-10-12', '2026-11-02', '2026-11-16', '2026-12-08', '2026-12-25', '2027-01-01'];
const floor = (over: { closures?: string[]; hours?: string | null } = {}) =>
  workCalendar(
    { country: 'CO', closures: over.closures ?? [], hours: over.hours ?? null },
    (date, country) => country === 'CO' && HOLIDAYS.includes(date),
  );
const always = () => true;
const since = (first: string) => (date: string) => date >= first;

describe('the days that a day is compared with', () => {
  it('are the last eight of the same weekday', () => {
    const { days, leftOut, rest } = comparableDays('2026-11-19', floor(), always);
    expect(days).toEqual([
      '2026-11-12',
      '2026-11-05',
      '2026-10-29',
      '2026-10-22',
      '2026-10-15',
      '2026-10-08',
      '2026-10-01',
      '2026-09-24',
    ]);
    expect([leftOut, rest]).toEqual([[], null]);
  });

  it('are Mondays of normal weeks for Monday 23 November 2026: the three holiday Mondays before it are left out, and said so', () => {
    const { days, leftOut } = comparableDays('2026-11-23', floor(), since('2026-10-01'));
    expect(days).toEqual(['2026-11-09', '2026-10-26', '2026-10-19', '2026-10-05']);
    expect(leftOut).toEqual([
      { date: '2026-11-16', because: 'holiday' },
      { date: '2026-11-02', because: 'holiday' },
      { date: '2026-10-12', because: 'holiday' },
    ]);
  });

  it('are Tuesdays for the Tuesday after a holiday Monday, 17 November 2026', () => {
    expect(comparableDays('2026-11-17', floor(), always).days.slice(0, 2)).toEqual(['2026-11-10', '2026-11-03']);
  });

  it('do not exist for a holiday, for nothing is usual about it', () => {
    expect(comparableDays('2026-11-16', floor(), always)).toEqual({ days: [], leftOut: [], rest: 'holiday' });
  });

  it('do not exist for a Sunday of an operation without Sundays', () => {
    const noSundays = floor({ hours: 'mon-fri 07:00-19:00, sat 08:00-14:00' });
    expect(comparableDays('2026-11-22', noSundays, always)).toMatchObject({ days: [], rest: 'not-worked' });
    expect(comparableDays('2026-11-21', noSundays, always).days[0]).toBe('2026-11-14');
  });

  it("leave out the operation's own closures and days that were never read", () => {
    const { days, leftOut } = comparableDays(
      '2026-11-19',
      floor({ closures: ['2026-11-05'] }),
      (date) => date >= '2026-10-08' && date !== '2026-10-22',
    );
    expect(days).toEqual(['2026-11-12', '2026-10-29', '2026-10-15', '2026-10-08']);
    expect(leftOut).toEqual([
      { date: '2026-11-05', because: 'closure' },
      { date: '2026-10-22', because: 'no-history' },
    ]);
  });

  it('do not blame the time before the first day of the history', () => {
    expect(comparableDays('2026-11-19', floor(), since('2026-11-01'))).toEqual({
      days: ['2026-11-12', '2026-11-05'],
      leftOut: [],
      rest: null,
    });
  });

  it('are Tuesdays for the leap day, Tuesday 29 February 2028', () => {
    expect(comparableDays('2028-02-29', floor(), always).days.slice(0, 5)).toEqual([
      '2028-02-22',
      '2028-02-15',
      '2028-02-08',
      '2028-02-01',
      '2028-01-25',
    ]);
    expect(comparableDays('2028-03-07', floor(), always).days[0]).toBe('2028-02-29');
  });

  it('are always of the same weekday, in the past, at work, stored and at most eight', () => {
    const calendar = floor({ closures: ['2026-10-01'], hours: 'mon-sat 07:00-19:00' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 200 }), (ahead, stored) => {
        const date = addDays('2026-06-01', ahead);
        const { days, leftOut, rest } = comparableDays(date, calendar, since(addDays(date, -stored)));
        expect(days.length).toBeLessThanOrEqual(8);
        expect([...days]).toEqual([...days].sort().reverse());
        for (const day of days) {
          expect(weekdayOf(day)).toBe(weekdayOf(date));
          expect(day < date && day >= addDays(date, -stored)).toBe(true);
          expect(restOf(day, calendar)).toBeNull();
        }
        if (rest !== null) expect([days, leftOut]).toEqual([[], []]);
      }),
    );
  });
});

describe('the day from which there will be a comparison', () => {
  it('is today where there is enough', () => {
    expect(comparableFrom('2026-11-19', 4, floor())).toBe('2026-11-19');
  });

  it('counts today and the weeks to come, and steps over the holidays Tuesday 8 December and Friday 25 December 2026', () => {
    expect(comparableFrom('2026-11-19', 2, floor())).toBe('2026-12-03');
    expect(comparableFrom('2026-11-24', 2, floor())).toBe('2026-12-15');
    expect(comparableFrom('2026-11-20', 0, floor())).toBe('2026-12-18');
    expect(comparableFrom('2026-12-04', 1, floor())).toBe('2027-01-08');
  });

  it('is never for a weekday that is not worked', () => {
    expect(comparableFrom('2026-11-22', 0, floor({ hours: 'mon-sat 07:00-19:00' }))).toBeNull();
  });
});

describe('the periods that a longer one is compared with', () => {
  const ZONE = 'America/Santiago';
  const periods = (period: Parameters<typeof comparablePeriods>[0], zone = ZONE) =>
    comparablePeriods(period, zone, floor({ hours: 'mon-fri 07:00-19:00' }), always);

  it('are full weeks for a full week, those with a holiday left out', () => {
    const { periods: weeks, leftOut } = periods({ kind: 'week', monday: '2026-11-23' });
    expect(weeks.slice(0, 3)).toEqual(
      ['2026-11-09', '2026-10-26', '2026-10-19'].map((monday) => ({ kind: 'week', monday })),
    );
    expect(leftOut[0]).toEqual({ period: { kind: 'week', monday: '2026-11-16' }, because: 'holiday' });
  });

  it('are short weeks for a short week', () => {
    const { periods: weeks, leftOut } = periods({ kind: 'week', monday: '2026-11-16' });
    expect(weeks).toEqual(['2026-11-02', '2026-10-12'].map((monday) => ({ kind: 'week', monday })));
    expect(leftOut[0]?.because).toBe('other-size');
  });

  it('are the months before for a month, over the end of the year', () => {
    const { periods: months } = periods({ kind: 'month', month: '2027-01' });
    expect(months).toHaveLength(8);
    expect(months[0]).toEqual({ kind: 'month', month: '2026-12' });
    expect(months[7]).toEqual({ kind: 'month', month: '2026-05' });
  });

  it('are ranges with the same weekdays for a range', () => {
    const { periods: ranges } = periods({ kind: 'days', first: '2026-11-17', last: '2026-11-20' });
    expect(ranges[0]).toEqual({ kind: 'days', first: '2026-11-10', last: '2026-11-13' });
    const fortnight = periods({ kind: 'days', first: '2026-09-28', last: '2026-10-08' });
    expect(fortnight.periods[0]).toEqual({ kind: 'days', first: '2026-09-14', last: '2026-09-24' });
  });

  it('are the same hours of the days before for hours', () => {
    const { periods: hours } = periods({ kind: 'hours', date: '2026-11-19', from: '09:00', to: '12:00' });
    expect(hours[0]).toEqual({ kind: 'hours', date: '2026-11-12', from: '09:00', to: '12:00' });
  });

  it('are the same hours on the wall for the last three, over the change of the clocks in Santiago on 2026-09-06', () => {
    const from = Date.parse('2026-09-10T09:00:00-03:00');
    const { periods: spans } = periods({ kind: 'span', from, to: from + 3 * 3_600_000 });
    const before = Date.parse('2026-09-03T09:00:00-04:00');
    expect(spans[0]).toEqual({ kind: 'span', from: before, to: before + 3 * 3_600_000 });
  });
});

describe('the last days of work', () => {
  it('step over Sundays, holidays and closures: before Wednesday 18 November 2026 they go back to the 11th', () => {
    const calendar = floor({ hours: 'mon-sat 07:00-19:00', closures: ['2026-11-13'] });
    expect(recentWorkDays('2026-11-18', calendar, always, 5)).toEqual([
      '2026-11-18',
      '2026-11-17',
      '2026-11-14',
      '2026-11-12',
      '2026-11-11',
    ]);
  });

  it('are fewer where the history is shorter', () => {
    expect(recentWorkDays('2026-11-19', floor(), since('2026-11-18'), 5)).toEqual(['2026-11-19', '2026-11-18']);
  });
});

describe('an operation without a country', () => {
  it('has no holidays', () => {
    const calendar = workCalendar({ country: null, closures: [], hours: null }, () => true);
    expect(restOf('2026-12-25', calendar)).toBeNull();
  });
});
