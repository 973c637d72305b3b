import fc from 'fast-check';
import { timeText, times } from '../../../src/core/digests/cadence.ts';
import { type Cadence, DEFAULT_LATE_MS, type Digest } from '../../../src/core/digests/digest.ts';

/** A digest of every weekday at 08:10, with what a test changes. */
export function digest(fields: Partial<Digest> = {}): Digest {
  return {
    id: 'morning',
    name: 'morning',
    operation: 'bogota',
    targets: [{ kind: 'channel', id: 'C01' }],
    parts: [{ kind: 'report', words: 'agents yesterday' }],
    cadence: { kind: 'times', at: ['08:10'], weekdays: [1, 2, 3, 4, 5] },
    zone: null,
    locale: null,
    skipHolidays: false,
    lateMs: DEFAULT_LATE_MS,
    owner: 'U02',
    paused: false,
    origin: 'slack',
    ...fields,
  };
}

const timeOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => timeText(hour, minute));
const someDays = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
const CRONS = [
  '10 8 * * 1-5',
  '*/15 9-18 * * *',
  '0 8 1,15 * *',
  '0 6 31 * *',
  '30 2 13 * 5',
  '5 * * * *',
  '0 7 29 2 *',
];

/** Any cadence that a configuration or a form can hold, in its one form. */
export const anyCadence: fc.Arbitrary<Cadence> = fc.oneof(
  fc.tuple(fc.array(timeOfDay, { minLength: 1, maxLength: 6 }), someDays).map(([at, days]) => times(at, days)),
  fc.record({ kind: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 28 }), at: timeOfDay }),
  fc.constantFrom(...CRONS).map((cron) => ({ kind: 'cron' as const, cron })),
);
