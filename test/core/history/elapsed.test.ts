import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/core/history/elapsed.ts';
import { windowOf } from '../../../src/core/period/calendar.ts';
import { addDays } from '../../../src/core/period/dates.ts';
import { dateAt, instantAt, timeAt } from '../../../src/core/period/local-time.ts';

const [BOGOTA, SANTIAGO, MADRID] = ['America/Bogota', 'America/Santiago', 'Europe/Madrid'];
const HOUR = 3_600_000;
const at = Date.parse;
const times = (date: string, zone: string) => marksOf(date, zone).map(({ time }) => time);
const hoursIn = (date: string, time: string, zone: string) => {
  const mark = marksOf(date, zone).find((one) => one.time === time);
  return ((mark?.at ?? Number.NaN) - instantAt(date, '00:00', zone)) / HOUR;
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
