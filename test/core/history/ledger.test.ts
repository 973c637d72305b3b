import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingOf, ledgerOf, type LedgerMark } from '../../../src/core/history/ledger.ts';
import { readOpeningHours } from '../../../src/core/period/opening-hours.ts';

const at = (time: string): number => Date.parse(`2026-11-19T${time}:00-05:00`);
const mark = (time: string, skills: Record<string, [yes: number, ok: number, fail: number]>): LedgerMark => ({
  time,
  at: at(time),
  skills: Object.fromEntries(Object.entries(skills).map(([skill, [yes, ok, fail]]) => [skill, { yes, ok, fail }])),
});

const DAY = [
  mark('08:00', { '201': [4, 1, 0], '203': [6, 6, 0] }),
  mark('09:00', { '201': [12, 8, 1], '203': [20, 11, 2] }),
  mark('10:00', { '201': [30, 12, 2], '203': [38, 15, 2], '207': [5, 4, 3] }),
];

describe('the ledger of promises', () => {
  it('tells how many customers wait for their call-back, and where most', () => {
    const ledger = ledgerOf(DAY);
    expect(ledger).toMatchObject({ time: '10:00', asOf: at('10:00'), waiting: 37, change: 27, missing: [] });
    expect(ledger?.skills.map(({ skill, waiting, promised }) => [skill, waiting, promised])).toEqual([
      ['203', 21, 38],
      ['201', 16, 30],
      ['207', 0, 5],
    ]);
  });

  it('follows each skill through the day, and says since when somebody waits', () => {
    const [support, sales, billing] = ledgerOf(DAY)?.skills ?? [];
    expect(support?.points.map(({ waiting }) => waiting)).toEqual([0, 7, 21]);
    expect([support?.waitingSince, sales?.waitingSince, billing?.waitingSince]).toEqual(['09:00', '08:00', null]);
    expect(ledgerOf(DAY)?.points.map(({ waiting }) => waiting)).toEqual([3, 10, 37]);
  });

  it("does not let one skill's surplus hide another's debt", () => {
    expect(ledgerOf(DAY)?.skills.find(({ skill }) => skill === '207')).toMatchObject({ waiting: 0, beyond: 2 });
    expect(ledgerOf([mark('10:00', { a: [10, 2, 0], b: [1, 5, 4] })])?.waiting).toBe(8);
  });

  it('has nobody waiting once the promises are kept', () => {
    const ledger = ledgerOf([...DAY, mark('11:00', { '201': [30, 26, 4], '203': [38, 36, 2], '207': [5, 5, 3] })]);
    expect(ledger).toMatchObject({ waiting: 0, change: -37 });
    expect(ledger?.skills.every(({ waitingSince }) => waitingSince === null)).toBe(true);
  });

  it('names the hours of which nothing was read', () => {
    const [eight, , ten] = DAY;
    if (eight === undefined || ten === undefined) throw new Error('no marks');
    expect(ledgerOf([ten, mark('12:00', { '201': [31, 30, 1] }), eight])?.missing).toEqual(['09:00', '11:00']);
  });

  it('says nothing without a mark, and of no change at the first', () => {
    expect(ledgerOf([])).toBeNull();
    expect(ledgerOf(DAY.slice(0, 1))?.change).toBeNull();
  });

  it('never owes more than was promised, nor less than nothing', () => {
    const counts = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50));
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), counts), (skills) => {
        const ledger = ledgerOf([mark('10:00', skills)]);
        const promised = Object.values(skills).reduce((total, [yes]) => total + yes, 0);
        expect(ledger?.waiting).toBeGreaterThanOrEqual(0);
        expect(ledger?.waiting).toBeLessThanOrEqual(promised);
      }),
    );
  });
});

describe('closing time', () => {
  const hours = readOpeningHours('mon-fri 07:00-19:00, sat 08:00-14:00');
  const left = (date: string, now: string, zone = 'America/Bogota') => closingOf(date, Date.parse(now), hours, zone);

  it('is so many minutes away', () => {
    expect(left('2026-11-19', '2026-11-19T18:10:00-05:00')).toEqual({
      closes: '19:00',
      at: at('19:00'),
      minutesLeft: 50,
    });
    expect(left('2026-11-21', '2026-11-21T13:59:30-05:00')).toMatchObject({ closes: '14:00', minutesLeft: 1 });
  });

  it('is past, or unknown', () => {
    expect(left('2026-11-19', '2026-11-19T20:00:00-05:00')).toMatchObject({ minutesLeft: 0 });
    expect(left('2026-11-22', '2026-11-22T10:00:00-05:00')).toBeNull();
    expect(closingOf('2026-11-19', at('10:00'), null, 'America/Bogota')).toBeNull();
  });

  it('is a midnight for those who close at one, 24 hours of work on 2026-04-04 in Santiago being 25', () => {
    const always = readOpeningHours('every day 00:00-24:00');
    const midnight = Date.parse('2026-04-04T00:00:00-03:00');
    expect(closingOf('2026-04-04', midnight, always, 'America/Santiago')).toMatchObject({
      closes: '24:00',
      minutesLeft: 25 * 60,
    });
  });
});
