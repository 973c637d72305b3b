import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cadenceOfCron, cronsOf, nextSlots, PRESETS, slotsBetween, times } from '../../../src/core/digests/cadence.ts';
import { dateAt, timeAt } from '../../../src/core/period/local-time.ts';
import { anyCadence } from './any-digest.ts';

const DAY = 86_400_000;
const daily = (at: string) => times([at], [1, 2, 3, 4, 5, 6, 7]);
const zones = fc.constantFrom('America/Santiago', 'Europe/Madrid', 'America/Bogota', 'America/Sao_Paulo');
const instants = fc.integer({ min: Date.parse('2024-01-01Z'), max: Date.parse('2030-01-01Z') });

describe('a cadence', () => {
  it.each([
    ['America/Santiago', '02:30'],
    ['America/Santiago', '00:30'],
    ['America/Santiago', '23:30'],
    ['Europe/Madrid', '02:30'],
    ['Europe/Madrid', '03:00'],
  ])('comes once on each day of a year in %s at %s, whatever the clocks do', (zone, at) => {
    const slots = slotsBetween(daily(at), zone, Date.parse('2026-01-01T12:00Z'), Date.parse('2027-01-01T12:00Z'));
    const dates = slots.map((slot) => dateAt(slot, zone));
    expect(dates).toHaveLength(365);
    expect(new Set(dates).size).toBe(365);
    expect(slots.filter((slot) => timeAt(slot, zone) !== at).length).toBeLessThanOrEqual(1);
  });

  it('comes as many minutes past the hour that clocks jump to, and at the first turn of an hour that they repeat', () => {
    const from = (date: string) => nextSlots(daily('02:30'), 'Europe/Madrid', Date.parse(`${date}T22:00Z`), 1);
    expect(from('2026-03-28')).toEqual([Date.parse('2026-03-29T01:30Z')]);
    expect(from('2026-10-24')).toEqual([Date.parse('2026-10-25T00:30Z')]);
  });

  it('loses none of several minutes in an hour that the clocks jump over', () => {
    const quarters = cadenceOfCron('*/15 2 * * *');
    expect(quarters === null ? [] : cronsOf(quarters)).toEqual(
      ['0', '15', '30', '45'].map((minute) => `${minute} 2 * * *`),
    );
    const [from, to] = [Date.parse('2026-03-29T00:00Z'), Date.parse('2026-03-29T12:00Z')];
    expect(quarters === null ? [] : slotsBetween(quarters, 'Europe/Madrid', from, to)).toHaveLength(4);
  });

  it('has patterns for the schedules', () => {
    expect(Object.values(PRESETS).map(cronsOf)).toEqual([
      ['0 8 * * 1,2,3,4,5'],
      ['10 8,12,18 * * *'],
      ['0 9,10,11,12,13,14,15,16,17,18,19 * * *'],
      ['0 8 * * 1'],
      ['0 8 1 * *'],
    ]);
    expect(cronsOf(times(['08:00', '08:30', '17:00'], [7, 6]))).toEqual(['0 8,17 * * 0,6', '30 8 * * 0,6']);
  });

  it('is read from cron, once a month as such, and not where it never comes or comes too often', () => {
    expect(cadenceOfCron('10  08 1 * *')).toEqual({ kind: 'monthly', day: 1, at: '08:10' });
    expect(cadenceOfCron('10 8 31 * *')).toEqual({ kind: 'cron', cron: '10 8 31 * *' });
    expect(cadenceOfCron('0 8 29 2 *')).not.toBeNull();
    for (const text of ['0 8 30 2 *', '* * * * *', '*/4 9 * * *', 'daily']) expect(cadenceOfCron(text)).toBeNull();
  });

  it('gives the same slots however a stretch is cut, and the next ones from any of them', () => {
    fc.assert(
      fc.property(anyCadence, zones, instants, fc.nat(20), fc.nat(20), (cadence, zone, from, some, more) => {
        const [middle, to] = [from + some * DAY, from + (some + more) * DAY];
        const all = slotsBetween(cadence, zone, from, to);
        expect([...slotsBetween(cadence, zone, from, middle), ...slotsBetween(cadence, zone, middle, to)]).toEqual(all);
        expect(nextSlots(cadence, zone, from - 1, all.length)).toEqual(all);
        expect(all).toEqual([...new Set(all)].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('always comes again', () => {
    fc.assert(
      fc.property(anyCadence, zones, instants, (cadence, zone, after) => {
        const next = nextSlots(cadence, zone, after, 3);
        expect(next.length).toBeGreaterThanOrEqual(cronsOf(cadence).join().includes(' 29 2 ') ? 1 : 3);
        expect(next.every((slot) => slot > after)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
