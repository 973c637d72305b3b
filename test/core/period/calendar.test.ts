import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayCount, isRunning, previousOf, previousWindow, shift, windowOf } from '../../../src/core/period/calendar.ts';
import { addDays, addMonths, mondayOf } from '../../../src/core/period/dates.ts';
import type { Period } from '../../../src/core/period/period.ts';
import { anyDate, anyInstant, anyPeriod, anyZone } from './any-period.ts';

const HOUR = 3_600_000;
const BOGOTA = 'America/Bogota';
const at = (iso: string): number => Date.parse(iso);
const length = (period: Period, zone: string): number => {
  const { from, to } = windowOf(period, zone);
  return (to - from) / HOUR;
};
const day = (date: string): Period => ({ kind: 'day', date });
const hours = (date: string, from: string, to: string): Period => ({ kind: 'hours', date, from, to });

describe('windowOf', () => {
  it('gives a day of Bogotá as 24 hours from five in UTC', () => {
    expect(windowOf(day('2026-11-19'), BOGOTA)).toEqual({
      from: at('2026-11-19T05:00:00Z'),
      to: at('2026-11-20T05:00:00Z'),
    });
  });

  it('gives 23 and 25 hours to the days on which Madrid changes its clocks', () => {
    expect(length(day('2026-03-29'), 'Europe/Madrid')).toBe(23);
    expect(length(day('2026-10-25'), 'Europe/Madrid')).toBe(25);
  });

  it('starts a day of Santiago at one o’clock where midnight is skipped, and holds the hour that is lived twice', () => {
    expect(windowOf(day('2026-09-06'), 'America/Santiago').from).toBe(at('2026-09-06T04:00:00Z'));
    expect(length(day('2026-09-06'), 'America/Santiago')).toBe(23);
    expect(length(day('2026-04-04'), 'America/Santiago')).toBe(25);
    expect(windowOf(day('2026-04-05'), 'America/Santiago').from).toBe(at('2026-04-05T04:00:00Z'));
  });

  it('takes both turns of a repeated hour, and nothing of a missing one', () => {
    expect(length(hours('2026-10-25', '02:00', '03:00'), 'Europe/Madrid')).toBe(2);
    expect(length(hours('2026-03-29', '02:00', '03:00'), 'Europe/Madrid')).toBe(0);
    expect(length(hours('2026-03-29', '01:30', '03:30'), 'Europe/Madrid')).toBe(1);
  });

  it('ends 24:00 at the next midnight', () => {
    expect(windowOf(hours('2026-11-19', '00:00', '24:00'), BOGOTA)).toEqual(windowOf(day('2026-11-19'), BOGOTA));
  });

  it('covers the leap day and the ends of months', () => {
    expect(dayCount({ kind: 'month', month: '2028-02' }, BOGOTA)).toBe(29);
    expect(dayCount({ kind: 'month', month: '2026-02' }, BOGOTA)).toBe(28);
    expect(length({ kind: 'month', month: '2028-02' }, BOGOTA)).toBe(29 * 24);
  });

  it('never ends before it starts, and days, weeks, months and hours of a day tile, over changes of clocks too', () => {
    fc.assert(
      fc.property(anyDate, anyZone, fc.integer({ min: 1, max: 23 }), (date, zone, hour) => {
        const monday = mondayOf(date);
        const month = date.slice(0, 7);
        const cut = `${String(hour).padStart(2, '0')}:00`;
        const to = (period: Period): number => windowOf(period, zone).to;
        const from = (period: Period): number => windowOf(period, zone).from;
        expect(to(day(date))).toBe(from(day(addDays(date, 1))));
        expect(to({ kind: 'week', monday })).toBe(from({ kind: 'week', monday: addDays(monday, 7) }));
        expect(to({ kind: 'month', month })).toBe(from({ kind: 'month', month: addMonths(month, 1) }));
        expect(to(hours(date, '00:00', cut))).toBe(from(hours(date, cut, '24:00')));
        expect(from(hours(date, '00:00', cut))).toBe(from(day(date)));
        expect(to(hours(date, cut, '24:00'))).toBe(to(day(date)));
        expect(to(hours(date, '00:00', cut))).toBeGreaterThanOrEqual(from(day(date)));
      }),
    );
  });

  it('has a week that is exactly its seven days', () => {
    fc.assert(
      fc.property(anyDate, anyZone, (date, zone) => {
        const monday = mondayOf(date);
        const days = [0, 1, 2, 3, 4, 5, 6].map((index) => length(day(addDays(monday, index)), zone));
        expect(length({ kind: 'week', monday }, zone)).toBe(days.reduce((sum, hours) => sum + hours, 0));
      }),
    );
  });
});

describe('shift', () => {
  it('comes back to the same period, whatever it is', () => {
    fc.assert(
      fc.property(anyPeriod, anyZone, (period, zone) => {
        const { from, to } = windowOf(period, zone);
        fc.pre(to > from);
        expect(shift(shift(period, 1, zone), -1, zone)).toEqual(period);
        expect(shift(shift(period, -1, zone), 1, zone)).toEqual(period);
      }),
    );
  });

  it('leads to the neighbour: it starts where this one ends', () => {
    fc.assert(
      fc.property(anyPeriod, anyZone, (period, zone) => {
        fc.pre(period.kind !== 'hours');
        expect(windowOf(shift(period, 1, zone), zone).from).toBe(windowOf(period, zone).to);
      }),
    );
  });

  it('keeps the hours and changes the day, stepping over a day that lacks them', () => {
    expect(shift(hours('2026-11-01', '08:00', '12:00'), -1, BOGOTA)).toEqual(hours('2026-10-31', '08:00', '12:00'));
    expect(shift(hours('2026-03-28', '02:00', '03:00'), 1, 'Europe/Madrid')).toEqual(
      hours('2026-03-30', '02:00', '03:00'),
    );
  });

  it('goes from March to February whole', () => {
    expect(shift({ kind: 'month', month: '2028-03' }, -1, BOGOTA)).toEqual({ kind: 'month', month: '2028-02' });
    expect(shift({ kind: 'days', first: '2026-03-01', last: '2026-03-07' }, -1, BOGOTA)).toEqual({
      kind: 'days',
      first: '2026-02-22',
      last: '2026-02-28',
    });
  });
});

describe('previousWindow', () => {
  const now = at('2026-11-19T15:20:00Z');

  it('is the whole period before, once the period is over', () => {
    expect(previousWindow(day('2026-11-18'), now, BOGOTA)).toEqual(windowOf(day('2026-11-17'), BOGOTA));
  });

  it('stops at the same time of the day while the day runs', () => {
    expect(previousWindow(day('2026-11-19'), now, BOGOTA)).toEqual({
      from: at('2026-11-18T05:00:00Z'),
      to: at('2026-11-18T15:20:00Z'),
    });
  });

  it('stops at the same day of the week and the same day of the month', () => {
    expect(previousWindow({ kind: 'week', monday: '2026-11-16' }, now, BOGOTA).to).toBe(at('2026-11-12T15:20:00Z'));
    expect(previousWindow({ kind: 'month', month: '2026-11' }, now, BOGOTA).to).toBe(at('2026-10-19T15:20:00Z'));
  });

  it('is a whole shorter month when this one is already longer', () => {
    const late = at('2026-03-31T15:00:00Z');
    const march: Period = { kind: 'month', month: '2026-03' };
    expect(previousWindow(march, late, BOGOTA)).toEqual(windowOf({ kind: 'month', month: '2026-02' }, BOGOTA));
  });

  it('keeps the time of the day over a change of clocks', () => {
    const sunday = at('2026-10-25T09:00:00Z');
    expect(previousWindow(day('2026-10-25'), sunday, 'Europe/Madrid').to).toBe(at('2026-10-24T08:00:00Z'));
  });

  it('stays within the period before, and is never longer', () => {
    fc.assert(
      fc.property(
        anyPeriod,
        anyZone,
        anyInstant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (period, zone, _, part) => {
          const { from, to } = windowOf(period, zone);
          const inside = Math.floor(from + (to - from) * part);
          const whole = windowOf(previousOf(period, zone), zone);
          const cut = previousWindow(period, inside, zone);
          expect(cut.from).toBe(whole.from);
          expect(cut.to).toBeGreaterThanOrEqual(whole.from);
          expect(cut.to).toBeLessThanOrEqual(whole.to);
        },
      ),
    );
  });
});

describe('isRunning', () => {
  it('runs from its first instant until before its last', () => {
    const { from, to } = windowOf(day('2026-11-19'), BOGOTA);
    expect([from - 1, from, to - 1, to].map((now) => isRunning(day('2026-11-19'), now, BOGOTA))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
