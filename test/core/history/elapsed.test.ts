import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestMark, marksOf, marksToStore, partOfDay, sameElapsed } from '../../../src/core/history/elapsed.ts';
import { windowOf } from '../../../src/core/period/calendar.ts';
import { addDays } from '../../../src/core/period/dates.ts';
import { dateAt, timeAt } from '../../../src/core/period/local-time.ts';

const [BOGOTA, SANTIAGO, MADRID] = ['America/Bogota', 'America/Santiago', 'Europe/Madrid'];
const HOUR = 3_600_000;
const at = Date.parse;
const times = (date: string, zone: string) => marksOf(date, zone).map(({ time }) => time);
const hoursIn = (date: string, time: string, zone: string) => {
  const { from, to } = partOfDay(date, time, zone);
  return (to - from) / HOUR;
};

describe('the marks of a local day', () => {
  it('are its full hours, the last its end', () => {
    const marks = marksOf('2026-11-19', BOGOTA);
    expect(marks).toHaveLength(24);
    expect(marks[0]).toEqual({ date: '2026-11-19', time: '01:00', at: at('2026-11-19T01:00:00-05:00') });
    expect(marks[23]).toEqual({ date: '2026-11-19', time: '24:00', at: at('2026-11-20T00:00:00-05:00') });
  });

  it('begin at two in Santiago on 2026-09-06, whose day begins at one', () => {
    expect(times('2026-09-06', SANTIAGO).slice(0, 2)).toEqual(['02:00', '03:00']);
    expect(hoursIn('2026-09-06', '10:00', SANTIAGO)).toBe(9);
    expect(hoursIn('2026-09-05', '10:00', SANTIAGO)).toBe(10);
  });

  it('hold the repeated 23:00 of Santiago once, before 2026-04-05 begins, and its day lasts to the true midnight', () => {
    expect(times('2026-04-04', SANTIAGO)).toHaveLength(24);
    expect(hoursIn('2026-04-04', '23:00', SANTIAGO)).toBe(23);
    expect(hoursIn('2026-04-04', '24:00', SANTIAGO)).toBe(25);
    expect(hoursIn('2026-04-05', '10:00', SANTIAGO)).toBe(10);
  });

  it('have no two o’clock in Madrid on 2026-03-29, and an hour less by ten', () => {
    expect(times('2026-03-29', MADRID).slice(0, 3)).toEqual(['01:00', '03:00', '04:00']);
    expect(hoursIn('2026-03-29', '10:00', MADRID)).toBe(9);
  });

  it('have an hour more by ten in Madrid on 2026-10-25', () => {
    expect(times('2026-10-25', MADRID)).toHaveLength(24);
    expect(hoursIn('2026-10-25', '02:00', MADRID)).toBe(2);
    expect(hoursIn('2026-10-25', '03:00', MADRID)).toBe(4);
    expect(hoursIn('2026-10-25', '10:00', MADRID)).toBe(11);
  });

  it('rise, lie within their day and show their time on the wall, in any zone on any day', () => {
    const zones = fc.constantFrom(BOGOTA, SANTIAGO, MADRID, 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Asia/Kolkata');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_500 }), zones, (days, zone) => {
        const date = addDays('2025-01-01', days);
        const { from, to } = windowOf({ kind: 'day', date }, zone);
        const marks = marksOf(date, zone);
        expect(marks.at(-1)?.at).toBe(to);
        for (const [index, mark] of marks.entries()) {
          expect(mark.at).toBeGreaterThan(marks[index - 1]?.at ?? from);
          if (mark.time !== '24:00' && timeAt(mark.at, zone) === mark.time) expect(dateAt(mark.at, zone)).toBe(date);
        }
      }),
    );
  });
});

describe('the latest mark that data reaches', () => {
  it('is the full hour at or before it', () => {
    const reached = (asOf: string) => latestMark('2026-11-19', at(asOf), BOGOTA)?.time ?? null;
    expect(reached('2026-11-19T10:20:00-05:00')).toBe('10:00');
    expect(reached('2026-11-19T10:00:00-05:00')).toBe('10:00');
    expect(reached('2026-11-19T09:59:59-05:00')).toBe('09:00');
    expect(reached('2026-11-19T00:40:00-05:00')).toBeNull();
    expect(reached('2026-11-20T08:00:00-05:00')).toBe('24:00');
  });
});

describe('marks to store', () => {
  it('are those that the data covers and that are not there yet', () => {
    const stored = new Set(['01:00', '03:00']);
    const marks = marksToStore('2026-11-19', at('2026-11-19T04:10:00-05:00'), BOGOTA, stored);
    expect(marks.map(({ time }) => time)).toEqual(['02:00', '04:00']);
  });
});

describe('the same elapsed part', () => {
  const text = (instant: number, zone: string) => `${dateAt(instant, zone)} ${timeAt(instant, zone)}`;
  const parts = (own: Parameters<typeof sameElapsed>[0], other: typeof own, asOf: string, zone: string) => {
    const found = sameElapsed(own, other, at(asOf), zone);
    return found === null ? null : [text(found.own.to, zone), text(found.others.to, zone)];
  };

  it('of a running day reaches to the same mark of the other', () => {
    const [thursday, before] = [
      { kind: 'day', date: '2026-11-19' } as const,
      { kind: 'day', date: '2026-11-12' } as const,
    ];
    expect(parts(thursday, before, '2026-11-19T10:20:00-05:00', BOGOTA)).toEqual([
      '2026-11-19 10:00',
      '2026-11-12 10:00',
    ]);
    expect(parts(thursday, before, '2026-11-19T00:20:00-05:00', BOGOTA)).toBeNull();
  });

  it('of a day that is over is all of it', () => {
    const [own, other] = [{ kind: 'day', date: '2026-11-18' } as const, { kind: 'day', date: '2026-11-11' } as const];
    expect(parts(own, other, '2026-11-19T10:20:00-05:00', BOGOTA)).toEqual(['2026-11-19 00:00', '2026-11-12 00:00']);
  });

  it('keeps the time on the wall over the clocks of Santiago and Madrid', () => {
    const day = (date: string) => ({ kind: 'day', date }) as const;
    expect(parts(day('2026-09-06'), day('2026-08-30'), '2026-09-06T10:20:00-03:00', SANTIAGO)).toEqual([
      '2026-09-06 10:00',
      '2026-08-30 10:00',
    ]);
    expect(parts(day('2026-11-01'), day('2026-10-25'), '2026-11-01T10:20:00+01:00', MADRID)).toEqual([
      '2026-11-01 10:00',
      '2026-10-25 10:00',
    ]);
    expect(parts(day('2026-04-05'), day('2026-03-29'), '2026-04-05T02:10:00+02:00', MADRID)).toEqual([
      '2026-04-05 02:00',
      '2026-03-29 03:00',
    ]);
  });

  it('of a running week is as many days in', () => {
    const [own, other] = [
      { kind: 'week', monday: '2026-11-16' } as const,
      { kind: 'week', monday: '2026-11-09' } as const,
    ];
    expect(parts(own, other, '2026-11-19T10:20:00-05:00', BOGOTA)).toEqual(['2026-11-19 10:00', '2026-11-12 10:00']);
    expect(parts(own, other, '2026-11-19T00:20:00-05:00', BOGOTA)).toEqual(['2026-11-19 00:00', '2026-11-12 00:00']);
  });

  it('of a month ends with the shorter one: on 31 March 2028 it is all of February, leap day included', () => {
    const [own, other] = [{ kind: 'month', month: '2028-03' } as const, { kind: 'month', month: '2028-02' } as const];
    expect(parts(own, other, '2028-03-31T10:20:00-05:00', BOGOTA)).toEqual(['2028-03-31 10:00', '2028-03-01 00:00']);
    expect(parts(own, other, '2028-03-29T10:20:00-05:00', BOGOTA)).toEqual(['2028-03-29 10:00', '2028-02-29 10:00']);
  });

  it('of hours stays within them', () => {
    const hours = (date: string) => ({ kind: 'hours', date, from: '09:00', to: '12:00' }) as const;
    expect(parts(hours('2026-11-19'), hours('2026-11-12'), '2026-11-19T10:20:00-05:00', BOGOTA)).toEqual([
      '2026-11-19 10:00',
      '2026-11-12 10:00',
    ]);
    expect(parts(hours('2026-11-19'), hours('2026-11-12'), '2026-11-19T09:20:00-05:00', BOGOTA)).toBeNull();
  });

  it('never reaches outside its period', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 31 * 24 * 60 }),
        fc.constantFrom(SANTIAGO, MADRID, BOGOTA),
        (minutes, zone) => {
          const [own, other] = [
            { kind: 'month', month: '2026-10' } as const,
            { kind: 'month', month: '2026-09' } as const,
          ];
          const window = windowOf(other, zone);
          const found = sameElapsed(own, other, windowOf(own, zone).from + minutes * 60_000, zone);
          if (found === null) return;
          expect(found.others.from).toBe(window.from);
          expect(found.others.to).toBeGreaterThanOrEqual(window.from);
          expect(found.others.to).toBeLessThanOrEqual(window.to);
        },
      ),
    );
  });
});
