import { describe, expect, it } from 'vitest';
import { openHolidays } from '../../../src/adapters/holidays.ts';
import { workCalendar } from '../../../src/core/history/working-days.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { addDays } from '../../../src/core/period/dates.ts';
import { instantAt } from '../../../src/core/period/local-time.ts';
import type { Period } from '../../../src/core/period/period.ts';
import { calendars } from '../../../src/flows/history/usual-calendar.ts';
import type { Figures, Past } from '../../../src/flows/history/usual-past.ts';
import { holdDays, holdHours } from '../../../src/flows/history/usual-stretches.ts';
import { CATALOG } from '../../../src/reports/catalog.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';

const BOGOTA: Operation = { ...laneOperation('bogota'), country: 'CO', hours: 'mon-fri 07:00-19:00' };
const holidays = await openHolidays(['CO']);
const calendar = workCalendar(BOGOTA, (date, country) => holidays.isHoliday(date, country));
const known = calendars(holidays, { now: () => 0, wait: () => Promise.resolve() });
const at = (date: string, time = '00:00') => instantAt(date, time, BOGOTA.zone);
const plain = (value: number) => ({ value, count: null, of: null });
const rated = (count: number, of: number) => ({ value: of === 0 ? null : count / of, count, of });

/** What is kept: per date the figures of the day, or of its hours. */
function pastOf(
  days: Readonly<Record<string, Figures>>,
  hours: Readonly<Record<string, Readonly<Record<number, Figures>>>> = {},
): Past {
  const taken = <T>(all: Readonly<Record<string, T>>, dates: readonly string[]) =>
    new Map(dates.flatMap((date) => (all[date] === undefined ? [] : [[date, all[date]] as const])));
  const knownDays: Past['days'] = async (_operation, _report, _scope, dates) => taken(days, dates);
  return {
    knownDays,
    days: knownDays,
    knownHours: async (_operation, _report, dates) =>
      new Map(
        [...taken(hours, dates)].map(([date, marks]) => [
          date,
          new Map(Object.entries(marks).map(([hour, figures]) => [Number(hour), figures])),
        ]),
      ),
    marks: async () => new Map(),
    slices: async () => new Map(),
  };
}

/** So many days back from a date, itself not, each with so many calls. */
function daysBefore(date: string, many: number, calls: (date: string, back: number) => number) {
  return Object.fromEntries(
    Array.from({ length: many }, (_, index) => {
      const [day, back] = [addDays(date, -index - 1), index + 1];
      return [day, { calls: plain(calls(day, back)), cost: plain(1), agents: plain(20) }];
    }),
  );
}
const asking = { operation: BOGOTA, report: CATALOG.agents, scope: 'all', own: {} } as const;
const held = (found: Awaited<ReturnType<typeof holdDays>>) => {
  if (found.kind !== 'held') throw new Error(found.kind);
  return found;
};
const valuesOf = ({ past, comparable }: ReturnType<typeof held>, metric: string) =>
  comparable.periods.flatMap((period) => {
    const first = period.kind === 'week' ? period.monday : period.kind === 'days' ? period.first : '';
    return past.get(period.kind === 'month' ? `${period.month}-01` : first)?.[metric]?.value ?? [];
  });

describe('a week', () => {
  // 2026-11-16 and 2026-11-02 were holiday Mondays in Colombia, and so was 2026-10-12.
  const WEEK = { kind: 'week', monday: '2026-11-23' } as const;

  it('is the sum of its days, against weeks with as many days of work', async () => {
    const past = pastOf(daysBefore('2026-11-23', 70, () => 10));
    const own = { calls: plain(70), cost: plain(7), agents: plain(25) };
    const found = held(
      await holdDays(past, calendar, { ...asking, period: WEEK, asOf: at('2026-11-30'), over: true, own }),
    );
    expect(found.comparable.periods).toEqual(
      ['2026-11-09', '2026-10-26', '2026-10-19', '2026-10-05', '2026-09-28', '2026-09-21', '2026-09-14'].map(
        (monday) => ({ kind: 'week', monday }),
      ),
    );
    expect(found.comparable.leftOut.map(({ because }) => because)).toEqual(['holiday', 'holiday', 'holiday']);
    expect(valuesOf(found, 'calls')).toEqual([70, 70, 70, 70, 70, 70, 70]);
    // How many agents a week had is not the sum of its days.
    expect(Object.keys(found.own)).toEqual(['calls', 'cost']);
  });

  it('with a day that is not kept is left out, and one with a day on which there was nothing is not', async () => {
    const days = daysBefore('2026-11-23', 70, () => 10);
    const { '2026-11-11': _missing, ...kept } = days;
    const past = pastOf({ ...kept, '2026-10-31': {} });
    const found = held(await holdDays(past, calendar, { ...asking, period: WEEK, asOf: at('2026-11-30'), over: true }));
    expect(found.comparable.leftOut).toContainEqual({
      period: { kind: 'week', monday: '2026-11-09' },
      because: 'no-history',
    });
    expect(valuesOf(found, 'calls')[0]).toBe(60);
  });

  it('that runs is compared by its whole days, with as many of the others', async () => {
    const past = pastOf(daysBefore('2026-11-26', 70, (_, back) => (back <= 3 ? 12 : 10)));
    const running = { ...asking, period: WEEK, asOf: at('2026-11-26', '10:20'), over: false };
    const found = held(await holdDays(past, calendar, running));
    expect(found).toMatchObject({ period: WEEK, untilDay: '2026-11-25', own: { calls: { value: 36 } } });
    expect(found.comparable.periods[0]).toEqual({ kind: 'days', first: '2026-11-09', last: '2026-11-11' });
    expect(new Set(valuesOf(found, 'calls'))).toEqual(new Set([30]));
    expect(await holdDays(past, calendar, { ...running, asOf: at('2026-11-23', '18:00') })).toEqual({ kind: 'no-day' });
    const holed = pastOf(daysBefore('2026-11-25', 70, () => 10));
    expect(await holdDays(holed, calendar, running)).toEqual({ kind: 'hole' });
  });

  it('has rates as all counts over all observations, not as a mean of rates', async () => {
    const days = Object.fromEntries(
      Object.keys(daysBefore('2026-11-23', 70, () => 0)).map((date, index) => [
        date,
        { contact_rate: index % 7 === 0 ? rated(90, 100) : rated(1, 10) },
      ]),
    );
    const own = { contact_rate: rated(50, 100) };
    const asked = { ...asking, report: CATALOG.preview, period: WEEK, asOf: at('2026-11-30'), over: true, own };
    const found = held(await holdDays(pastOf(days), calendar, asked));
    expect(found.past.get('2026-11-09')?.['contact_rate']).toEqual(rated(96, 160));
  });
});

describe('a range and a month', () => {
  it('of two days is held against the same weekdays', async () => {
    const period = { kind: 'days', first: '2026-11-19', last: '2026-11-20' } as const;
    const past = pastOf(daysBefore('2026-11-21', 40, () => 10));
    const found = held(await holdDays(past, calendar, { ...asking, period, asOf: at('2026-11-21'), over: true }));
    expect(found.comparable.periods[0]).toEqual({ kind: 'days', first: '2026-11-12', last: '2026-11-13' });
    expect(valuesOf(found, 'calls')).toEqual([20, 20, 20, 20, 20]);
  });

  it('is held against the months before, over the end of February', async () => {
    const period = { kind: 'month', month: '2028-03' } as const;
    const past = pastOf(daysBefore('2028-03-31', 400, () => 1));
    const whole = { ...asking, period, own: { calls: plain(31) } };
    const found = held(await holdDays(past, calendar, { ...whole, asOf: at('2028-04-01'), over: true }));
    expect(valuesOf(found, 'calls')).toEqual([29, 31, 31, 30, 31, 30, 31, 31]);
    // On the 31st thirty days are over: all of February is.
    const running = held(await holdDays(past, calendar, { ...whole, asOf: at('2028-03-31', '12:00'), over: false }));
    expect(running).toMatchObject({ untilDay: '2028-03-30', own: { calls: { value: 30 } } });
    expect(valuesOf(running, 'calls')).toEqual([29, 30, 30, 30, 30, 30, 30, 30]);
  });

  it('that has no day of work has nothing usual', async () => {
    const period = { kind: 'days', first: '2026-11-14', last: '2026-11-15' } as const;
    const found = await holdDays(pastOf({}), calendar, { ...asking, period, asOf: at('2026-11-17'), over: true });
    expect(found).toEqual({ kind: 'rest', date: '2026-11-14', rest: 'not-worked' });
  });
});

describe('hours of a day', () => {
  const MORNING = { kind: 'hours', date: '2026-11-19', from: '08:00', to: '12:00' } as const;
  const marks = (calls: Readonly<Record<number, number>>) =>
    Object.fromEntries(Object.entries(calls).map(([hour, many]) => [hour, { calls: plain(many), cost: plain(0) }]));
  const thursdays = (each: Readonly<Record<number, number>>, weeks = 5) =>
    Object.fromEntries(Array.from({ length: weeks }, (_, at) => [addDays('2026-11-19', -7 * at - 7), marks(each)]));
  const ask = (past: Past, asOf: string, over: boolean, period: Extract<Period, { kind: 'hours' }> = MORNING) =>
    holdHours(past, known, { ...asking, period, asOf: at('2026-11-19', asOf), over, own: { calls: plain(44) } });

  it('are what came between two marks, on the same weekday', async () => {
    const found = held(await ask(pastOf({}, thursdays({ 8: 10, 12: 50 })), '12:30', true));
    expect(found).toMatchObject({ period: MORNING, own: { calls: { value: 44 } } });
    expect([...found.past.values()].map((figures) => figures['calls']?.value)).toEqual([40, 40, 40, 40, 40]);
    expect(found.comparable.periods).toHaveLength(5);
  });

  it('that run are compared up to the last full hour that is kept', async () => {
    const hours = { ...thursdays({ 8: 10, 10: 25, 12: 50 }), '2026-11-19': marks({ 8: 12, 9: 20, 10: 30 }) };
    const found = held(await ask(pastOf({}, hours), '10:40', false));
    expect(found).toMatchObject({ period: { ...MORNING, to: '10:00' }, own: { calls: { value: 18 } } });
    expect(found.past.get('2026-11-12')?.['calls']?.value).toBe(15);
    expect(await ask(pastOf({}, hours), '08:40', false)).toEqual({ kind: 'too-early' });
  });

  it('begin at nothing where up to their first hour there was nothing, and are left out where that is not known', async () => {
    const empty = { ...thursdays({ 12: 50 }, 1) };
    expect(held(await ask(pastOf({}, empty), '12:30', true)).past.size).toBe(0);
    const nothing = { '2026-11-12': { 8: {}, ...marks({ 12: 50 }) } };
    expect(held(await ask(pastOf({}, nothing), '12:30', true)).past.get('2026-11-12')?.['calls']?.value).toBe(50);
    const midnight = { ...MORNING, from: '00:00' };
    expect(held(await ask(pastOf({}, empty), '12:30', true, midnight)).past.size).toBe(1);
  });

  it('from the opening hour on are compared from midnight, on both sides', async () => {
    const hours = { ...thursdays({ 8: 10, 12: 50 }), '2026-11-19': marks({ 12: 60 }) };
    const early = { ...MORNING, from: '07:00' };
    const found = held(await ask(pastOf({}, hours), '12:30', true, early));
    expect(found).toMatchObject({ period: { kind: 'day' }, until: '12:00', own: { calls: { value: 60 } } });
    expect(found.past.get('2026-11-12')?.['calls']?.value).toBe(50);
    expect(await ask(pastOf({}, thursdays({ 12: 50 })), '12:30', true, early)).toEqual({ kind: 'hole' });
  });

  it('that shrank say nothing, and neither do minutes, nor one campaign', async () => {
    const shrank = held(await ask(pastOf({}, thursdays({ 8: 60, 12: 50 })), '12:30', true));
    expect([...shrank.past.values()].map((figures) => figures['calls'])).toEqual(Array(5).fill(undefined));
    const half = { ...MORNING, from: '08:30' };
    expect(await ask(pastOf({}), '12:30', true, half)).toEqual({ kind: 'not-full-hours' });
    const campaign = { ...asking, scope: { kind: 'campaign', id: '7' }, period: MORNING, asOf: 0, over: true } as const;
    expect(await holdHours(pastOf({}), known, campaign)).toEqual({ kind: 'one-campaign' });
  });
});
