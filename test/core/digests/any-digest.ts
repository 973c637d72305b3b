import type { Digest } from '../../../src/core/digests/digest.ts';
import { DEFAULT_LATE_MS } from '../../../src/core/digests/digest.ts';

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
