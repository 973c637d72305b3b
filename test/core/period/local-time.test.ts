import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateAt, instantAt, instantOf, timeAt, wallAt } from '../../../src/core/period/local-time.ts';
import { anyInstant, anyZone } from './any-period.ts';

describe('local time', () => {
  it('reads the clock of a zone', () => {
    const instant = Date.parse('2026-11-20T04:59:00Z');
    expect([dateAt(instant, 'America/Bogota'), timeAt(instant, 'America/Bogota')]).toEqual(['2026-11-19', '23:59']);
  });

  it('gives back the instant, or the first turn of a repeated hour', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const again = instantOf(wallAt(instant, zone), zone);
        expect(again).toBeLessThanOrEqual(instant);
        expect(wallAt(again, zone)).toBe(wallAt(instant, zone));
      }),
    );
  });

  it('never runs backwards', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 7_200_000 }), anyZone, (wall, more, zone) => {
        expect(instantOf(wall + more, zone)).toBeGreaterThanOrEqual(instantOf(wall, zone));
      }),
    );
  });

  it('is the jump itself for a time that clocks jump over', () => {
    expect(instantAt('2026-03-29', '02:30', 'Europe/Madrid')).toBe(Date.parse('2026-03-29T01:00:00Z'));
  });

  it('takes a day that a zone left out as its end', () => {
    expect(instantAt('2011-12-30', '12:00', 'Pacific/Apia')).toBe(Date.parse('2011-12-30T10:00:00Z'));
  });
});
