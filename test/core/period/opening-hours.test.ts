import { describe, expect, it } from 'vitest';
import { openingOf, readOpeningHours, readWeekdays, worksOn } from '../../../src/core/period/opening-hours.ts';

const FLOOR = readOpeningHours('mon-fri 07:00-19:00, sat 08:00-14:00');
const NIGHTS = readOpeningHours('fri-sat 22:00-24:00, SAT-SUN  00:00-06:00');
const [THURSDAY, SATURDAY, SUNDAY] = ['2026-11-19', '2026-11-21', '2026-11-22'];

describe('opening hours', () => {
  it('are days with ranges of times, in minutes since midnight', () => {
    expect(FLOOR).toEqual([
      { weekdays: [1, 2, 3, 4, 5], from: 420, to: 1140 },
      { weekdays: [6], from: 480, to: 840 },
    ]);
  });

  it('are not guessed where they cannot be read', () => {
    const wrong = ['', 'mon', 'mon 19:00-07:00', 'mon 07:00-25:00', 'mon 07:00-08:60', 'lunes 07:00-19:00', 'mon-fri'];
    expect(wrong.map(readOpeningHours)).toEqual(wrong.map(() => null));
  });

  it('know days that go over the end of the week', () => {
    expect(readWeekdays('fri-mon')).toEqual([5, 6, 7, 1]);
  });

  it('say on which dates an operation without Sundays works', () => {
    expect([THURSDAY, SATURDAY, SUNDAY].map((date) => worksOn(date, FLOOR))).toEqual([true, true, false]);
  });

  it('let every day be one of work where none are given', () => {
    expect(worksOn(SUNDAY, null)).toBe(true);
    expect(openingOf(SUNDAY, null)).toBeNull();
  });

  it('say when a date opens first and closes last', () => {
    expect([THURSDAY, SATURDAY, SUNDAY].map((date) => openingOf(date, FLOOR))).toEqual([
      { opens: '07:00', closes: '19:00' },
      { opens: '08:00', closes: '14:00' },
      null,
    ]);
    expect(openingOf(SATURDAY, NIGHTS)).toEqual({ opens: '00:00', closes: '24:00' });
  });
});
