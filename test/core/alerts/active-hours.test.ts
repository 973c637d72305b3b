import { describe, expect, it } from 'vitest';
import {
  activeStretch,
  endOfShift,
  expectsData,
  readActiveHours,
  ruleStretch,
} from '../../../src/core/alerts/active-hours.ts';
import { PLAIN_OPERATION } from '../../../src/core/operation.ts';

const OPERATION = { ...PLAIN_OPERATION, hours: 'mon-fri 07:00-19:00, sat 08:00-14:00', country: 'CO' };
const at = (time: string): number => Date.parse(`2026-11-${time}:00-05:00`);
const said = (active: string | null, time: string): readonly string[] | null => {
  const stretch = activeStretch(active, OPERATION, at(time));
  return stretch && [stretch.from, stretch.to].map((each) => new Date(each - 5 * 3_600_000).toISOString().slice(8, 16));
};

// 19 November 2026 is a Thursday.
describe('the active hours of a rule', () => {
  it('are those of the week, half open', () => {
    expect(said('mon-fri 07:00-19:00', '19T07:00')).toEqual(['19T07:00', '19T19:00']);
    expect(said('mon-fri 07:00-19:00', '19T19:00')).toBeNull();
    expect(said('mon-fri 07:00-19:00', '21T10:00')).toBeNull();
  });

  it('go on over midnight, and over hours that touch', () => {
    const night = 'every day 22:00-24:00, every day 00:00-06:00';
    expect(said(night, '19T23:30')).toEqual(['19T22:00', '20T06:00']);
    expect(said(night, '19T05:00')).toEqual(['18T22:00', '19T06:00']);
    expect(said('thu 08:00-12:00, thu 12:00-16:00', '19T13:00')).toEqual(['19T08:00', '19T16:00']);
  });

  it('may be the last of the operation’s day', () => {
    expect(said('before closing 90m', '19T17:29')).toBeNull();
    expect(said('before closing 90m', '19T17:30')).toEqual(['19T17:30', '19T19:00']);
    expect(said('before closing 1h', '21T13:00')).toEqual(['21T13:00', '21T14:00']);
    expect(said('before closing 1h', '22T13:00')).toBeNull();
  });

  it('end at midnight where the figure is of the running day, which begins anew then', () => {
    const day = { active: null, windowMs: null, report: 'hold' } as const;
    expect(ruleStretch(day, PLAIN_OPERATION, at('19T18:00'))).toEqual({ from: at('19T00:00'), to: at('20T00:00') });
    expect(ruleStretch({ ...day, windowMs: 3_600_000 }, PLAIN_OPERATION, at('19T18:00'))?.from).toBe(-Infinity);
    expect(ruleStretch({ ...day, report: 'live' }, PLAIN_OPERATION, at('19T18:00'))?.from).toBe(-Infinity);
    const night = { ...day, active: 'every day 22:00-24:00, every day 00:00-06:00' };
    expect(ruleStretch(night, PLAIN_OPERATION, at('19T23:00'))).toEqual({ from: at('19T22:00'), to: at('20T00:00') });
  });

  it('are always where nothing is said', () => {
    expect(activeStretch(null, OPERATION, at('22T03:00'))).toEqual({ from: -Infinity, to: Infinity });
  });

  it.each(['', 'before closing', 'before closing 0m', 'before closing 2d', 'mon 19:00-07:00'])(
    'cannot be "%s"',
    (text) => {
      expect(readActiveHours(text)).toBeNull();
    },
  );
});

describe('the shift of an operation', () => {
  const holiday = (date: string): boolean => date === '2026-11-16';

  it('ends when it closes', () => {
    expect(endOfShift(OPERATION, at('19T10:00'))).toBe(at('19T19:00'));
    expect(endOfShift(OPERATION, at('19T20:00'))).toBeNull();
    expect(endOfShift(PLAIN_OPERATION, at('19T10:00'))).toBeNull();
  });

  it('is when data is expected, holidays and closures left out', () => {
    expect(expectsData(OPERATION, at('19T10:00'), holiday)).toBe(true);
    expect(expectsData(OPERATION, at('19T20:00'), holiday)).toBe(false);
    expect(expectsData(OPERATION, at('16T10:00'), holiday)).toBe(false);
    expect(expectsData({ ...OPERATION, closures: ['2026-11-19'] }, at('19T10:00'), holiday)).toBe(false);
    expect(expectsData(PLAIN_OPERATION, at('22T03:00'), holiday)).toBe(true);
  });
});
