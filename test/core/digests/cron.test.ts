import { getNextMillis } from 'bullmq';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronText, readCron } from '../../../src/core/digests/cron.ts';
import { cronTimes } from '../../../src/core/digests/cron-times.ts';

const DAY = 86_400_000;

/**
 * As the schedules find their times: each from the one before. The first is asked for from a second before: in the last millisecond of
 * an hour that the clocks repeat, the parser of the schedules passes over the next day.
 */
function fired(pattern: string, tz: string, from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let at = getNextMillis(from - 1_000, { pattern, tz }); at !== undefined && at < to; ) {
    found.push(at);
    at = getNextMillis(at, { pattern, tz });
  }
  return found;
}

const within = (from: number, to: number) => fc.integer({ min: from, max: to }).map(String);
const listed = (from: number, to: number) =>
  fc.array(within(from, to), { minLength: 1, maxLength: 4 }).map((all) => all.join());
const hours = fc.oneof(listed(0, 4), listed(0, 23), fc.constantFrom('0', '23', '9-19', '0-22', '*', '*/2'));
const onAnyDay = fc.constantFrom('* * *', '* * *', '* * 1-5', '* * 0', '* * mon,sat', '1 * *', '13 * 5', '28 3,9 *');
const CHANGES = [
  ['America/Santiago', '2026-04-05T03:00Z'],
  ['America/Santiago', '2026-09-06T04:00Z'],
  ['Europe/Madrid', '2026-03-29T01:00Z'],
  ['Europe/Madrid', '2026-10-25T01:00Z'],
  ['America/Mexico_City', '2022-10-30T07:00Z'],
  ['America/Bogota', '2026-03-29T01:00Z'],
] as const;

describe('a cron pattern', () => {
  it.each([
    ['10 8 * * 1-5', '10 8 * * 1,2,3,4,5'],
    [' 0  9-12/2 1,15 jan-mar Sun ', '0 9,11 1,15 1,2,3 0'],
    ['*/20 5/9 * * 5-7', '0,20,40 5,14,23 * * 0,5,6'],
    ['0 0 */10 * *', '0 0 1,11,21,31 * *'],
  ])('is read: %s', (text, plain) => {
    const cron = readCron(text);
    expect(cron === null ? null : cronText(cron)).toBe(plain);
  });

  it.each([
    '',
    '* * * *',
    '0 * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '0 8 0 * *',
    '0 8 L * *',
    '0 8 * * 1#2',
    '0 8 ? * *',
    'H 8 * * *',
    '@daily',
    '5-1 * * * *',
    '*/0 * * * *',
    '*-5 * * * *',
    '1,,2 * * * *',
    '0 8 * * lun',
    '-5 8 * * *',
    '1.5 8 * * *',
  ])('is refused: "%s"', (text) => expect(readCron(text)).toBeNull());

  it('fires when the schedules fire, over every change of clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANGES),
        within(0, 59),
        hours,
        onAnyDay,
        fc.integer({ min: 0, max: 30 * 24 * 60 }),
        ([zone, change], minute, hour, days, minutesBefore) => {
          const cron = readCron(`${minute} ${hour} ${days}`);
          const from = Date.parse(change) - minutesBefore * 60_000;
          const to = Date.parse(change) + 3 * DAY;
          expect(cron).not.toBeNull();
          if (cron !== null) expect(cronTimes(cron, zone, from, to)).toEqual(fired(cronText(cron), zone, from, to));
        },
      ),
      { numRuns: 120 },
    );
  });
});
