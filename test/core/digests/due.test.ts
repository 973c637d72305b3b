import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotsBetween, times } from '../../../src/core/digests/cadence.ts';
import { due, dueSince } from '../../../src/core/digests/due.ts';
import { readCommand } from '../../../src/core/command/read-command.ts';
import { CONTEXT } from '../command/context.ts';
import { anyCadence, digest } from './any-digest.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 'America/Bogota';
const work = { isHoliday: () => false, closures: [] };
const none = () => false;
const slot = (text: string): number => Date.parse(`${text}-05:00`);
const cuts = digest({ cadence: times(['08:10', '12:10', '18:10'], [1, 2, 3, 4, 5, 6, 7]) });

describe('a slot that is due', () => {
  const at = slot('2026-11-19T08:10');
  const given = { at, now: at + 1_000, lateMs: 4 * HOUR, newest: at, dayOff: false, handled: false };

  it('is sent in its time, and a moment before it by a clock that was set back', () => {
    expect(due(given)).toEqual({ do: 'send' });
    expect(due({ ...given, now: at - HOUR })).toEqual({ do: 'send' });
  });

  it('is sent late within the limit, and not beyond', () => {
    expect(due({ ...given, now: at + 4 * HOUR })).toEqual({ do: 'sendLate' });
    expect(due({ ...given, now: at + 4 * HOUR + 1 })).toEqual({ do: 'skip', why: 'too-late' });
    expect(due({ ...given, lateMs: 0, now: at + 60_000 })).toEqual({ do: 'send' });
  });

  it('gives way to a newer one when it is late', () => {
    expect(due({ ...given, now: at + HOUR, newest: at + HOUR / 2 })).toEqual({ do: 'skip', why: 'superseded' });
    expect(due({ ...given, newest: at + 500 })).toEqual({ do: 'send' });
  });

  it('is left out on a day off, and once it was settled never comes again', () => {
    expect(due({ ...given, dayOff: true })).toEqual({ do: 'skip', why: 'day-off' });
    expect(due({ ...given, handled: true, now: at - HOUR })).toEqual({ do: 'skip', why: 'handled' });
  });
});

describe('after downtime', () => {
  const since = (at: string, now: string, rest: Partial<Parameters<typeof dueSince>[2]> = {}) =>
    dueSince(cuts, ZONE, { at: slot(at), now: slot(now), calendar: work, handled: none, ...rest });

  it('sends the latest missed slot alone, late, and lists the older ones', () => {
    expect(since('2026-11-18T18:10', '2026-11-19T13:00')).toEqual([
      { at: slot('2026-11-18T18:10'), due: { do: 'skip', why: 'too-late' } },
      { at: slot('2026-11-19T08:10'), due: { do: 'skip', why: 'too-late' } },
      { at: slot('2026-11-19T12:10'), due: { do: 'sendLate' } },
    ]);
  });

  it('does not let a day off take the place of a slot that may still be sent', () => {
    const resting = { ...cuts, skipHolidays: true, lateMs: 10 * HOUR };
    const calendar = { isHoliday: (date: string) => date === '2026-11-19', closures: ['2026-11-20'] };
    const [at, now] = [slot('2026-11-18T18:10'), slot('2026-11-19T08:30')];
    const settled = (one: typeof cuts) =>
      dueSince(one, ZONE, { at, now, calendar, handled: none }).map(({ due }) => due.do);
    expect(settled(resting)).toEqual(['skip', 'skip']);
    expect(settled({ ...resting, lateMs: 15 * HOUR })).toEqual(['sendLate', 'skip']);
    expect(settled({ ...resting, skipHolidays: false })).toEqual(['skip', 'sendLate']);
  });

  it('still speaks of the right day when it is four hours late, past midnight too', () => {
    const late = digest({ cadence: times(['22:30'], [1, 2, 3, 4, 5, 6, 7]) });
    const [only] = dueSince(late, ZONE, {
      at: slot('2026-11-18T22:30'),
      now: slot('2026-11-19T02:29'),
      calendar: work,
      handled: none,
    });
    expect(only).toEqual({ at: slot('2026-11-18T22:30'), due: { do: 'sendLate' } });
    const read = readCommand('agents yesterday', { ...CONTEXT, now: only?.at ?? 0 });
    expect(read).toMatchObject({ request: { period: { kind: 'day', date: '2026-11-17' } } });
  });

  it('sends each slot once, whatever the clock does between the runs', () => {
    fc.assert(
      fc.property(
        anyCadence,
        fc.array(fc.integer({ min: -6 * HOUR, max: DAY }), { minLength: 1, maxLength: 12 }),
        (cadence, jumps) => {
          const start = slot('2026-11-19T00:00');
          const settled = new Set<number>();
          const sent: number[] = [];
          let now = start;
          for (const jump of jumps) {
            const before = now;
            now += jump;
            for (const at of slotsBetween(cadence, ZONE, before, now)) {
              for (const one of dueSince({ ...cuts, cadence }, ZONE, {
                at,
                now,
                calendar: work,
                handled: (of) => settled.has(of),
              })) {
                settled.add(one.at);
                if (one.due.do !== 'skip') sent.push(one.at);
              }
            }
          }
          expect(new Set(sent).size).toBe(sent.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sends at most one slot late, and never one that is over its limit', () => {
    fc.assert(
      fc.property(anyCadence, fc.nat(9 * DAY), fc.nat(6 * HOUR), (cadence, down, lateMs) => {
        const at = slot('2026-11-19T00:00');
        const found = dueSince({ ...cuts, cadence, lateMs }, ZONE, {
          at,
          now: at + down,
          calendar: work,
          handled: none,
        });
        const late = found.filter(({ due }) => due.do === 'sendLate');
        expect(late.length).toBeLessThanOrEqual(1);
        expect(late.every((one) => at + down - one.at <= lateMs)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
