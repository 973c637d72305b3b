import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { cutAtMonth, halve, MAX_DAYS, splitByDays } from '../../../src/core/pacing/split.ts';
import type { Window } from '../../../src/core/window.ts';

const ZONES = ['America/Bogota', 'America/Santiago', 'Europe/Madrid', 'Asia/Kathmandu'];
const DAY = 24 * 60 * 60_000;
const SECOND = 1_000;
const at = (text: string, zone: string): number => DateTime.fromISO(text, { zone }).toMillis();

const zone = fc.constantFrom(...ZONES);
const window = fc
  .record({
    from: fc.integer({ min: Date.parse('2025-01-01') / 1_000, max: Date.parse('2027-12-31') / 1_000 }),
    seconds: fc.integer({ min: 1, max: (120 * DAY) / 1_000 }),
  })
  .map(({ from, seconds }): Window => ({ from: from * 1_000, to: (from + seconds) * 1_000 }));

function expectTiles(pieces: readonly Window[], whole: Window): void {
  expect(pieces[0]?.from).toBe(whole.from);
  expect(pieces.at(-1)?.to).toBe(whole.to);
  for (const [index, piece] of pieces.entries()) {
    expect(piece.to).toBeGreaterThan(piece.from);
    if (index > 0) expect(piece.from).toBe(pieces[index - 1]?.to);
  }
}

/** The seconds of a window as wolkvox sees them: local time without a zone, both ends included. */
function localEnds({ from, to }: Window, zone: string): { ini: string; end: string } {
  const digits = (instant: number): string => DateTime.fromMillis(instant, { zone }).toFormat('yyyyMMddHHmmss');
  return { ini: digits(from), end: digits(to - SECOND) };
}

describe('a window split by days', () => {
  it('is tiled by its pieces, in every zone and over changes of the clocks', () => {
    fc.assert(fc.property(window, zone, (whole, zone) => expectTiles(splitByDays(whole, zone), whole)));
  });

  it('has no piece of more than 31 local days, and cuts at local midnights only', () => {
    fc.assert(
      fc.property(window, zone, (whole, zone) => {
        for (const { from, to } of splitByDays(whole, zone)) {
          const first = DateTime.fromMillis(from, { zone }).startOf('day');
          const last = DateTime.fromMillis(to - 1, { zone }).startOf('day');
          expect(last.diff(first, 'days').days).toBeLessThan(MAX_DAYS);
          if (to !== whole.to) expect(DateTime.fromMillis(to, { zone }).startOf('day').toMillis()).toBe(to);
        }
      }),
    );
  });

  it('makes two of forty days: thirty-one and nine', () => {
    const zone = 'America/Santiago';
    const whole = { from: at('2026-08-20', zone), to: at('2026-09-29', zone) };
    expect(splitByDays(whole, zone)).toEqual([
      { from: whole.from, to: at('2026-09-20', zone) },
      { from: at('2026-09-20', zone), to: whole.to },
    ]);
  });

  it('leaves a month of thirty-one days whole, also when the clocks change in it', () => {
    const zone = 'Europe/Madrid';
    expect(splitByDays({ from: at('2026-03-01', zone), to: at('2026-04-01', zone) }, zone)).toHaveLength(1);
    expect(splitByDays({ from: at('2026-10-01', zone), to: at('2026-11-01', zone) }, zone)).toHaveLength(1);
  });
});

describe('a window cut in two', () => {
  it('is tiled by its halves, which meet on a whole second', () => {
    fc.assert(
      fc.property(window, zone, (whole, zone) => {
        const halves = halve(whole, zone);
        if (halves === null) {
          expect(whole.to - whole.from).toBeLessThan(2 * SECOND);
          return;
        }
        expectTiles(halves, whole);
        expect(halves[0].to % SECOND).toBe(0);
      }),
    );
  });

  it('gives wolkvox local times that neither overlap nor leave a gap, also where the clocks repeat an hour', () => {
    const nights = [
      { zone: 'America/Santiago', day: '2026-04-04' },
      { zone: 'Europe/Madrid', day: '2026-10-25' },
      { zone: 'Europe/Madrid', day: '2026-03-29' },
      { zone: 'America/Santiago', day: '2026-09-06' },
    ];
    for (const { zone, day } of nights) {
      let pieces: readonly Window[] = [{ from: at(day, zone), to: at(day, zone) + DAY }];
      for (let depth = 0; depth < 3; depth += 1) pieces = pieces.flatMap((piece) => halve(piece, zone) ?? [piece]);
      const ends = pieces.map((piece) => localEnds(piece, zone));
      for (const [index, { ini, end }] of ends.entries()) {
        expect(ini <= end).toBe(true);
        if (index > 0) expect(ini > (ends[index - 1]?.end ?? '')).toBe(true);
      }
    }
  });

  it('cannot be cut below two seconds', () => {
    expect(halve({ from: 0, to: SECOND }, 'America/Bogota')).toBeNull();
    expect(halve({ from: 0, to: 2 * SECOND }, 'America/Bogota')?.[0]).toEqual({ from: 0, to: SECOND });
  });

  it('is cut at the change of the month where that is asked', () => {
    const zone = 'America/Bogota';
    const whole = { from: at('2026-10-20', zone), to: at('2026-11-05', zone) };
    expect(cutAtMonth(whole, zone)?.[0].to).toBe(at('2026-11-01', zone));
    expect(cutAtMonth({ from: at('2026-10-01', zone), to: at('2026-11-01', zone) }, zone)).toBeNull();
  });
});
