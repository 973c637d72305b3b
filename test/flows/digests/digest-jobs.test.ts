import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import type { Digest } from '../../../src/core/digests/digest.ts';
import { digestJobs } from '../../../src/flows/digests/digest-jobs.ts';
import { pausedTargets } from '../../../src/flows/digests/slots/paused-targets.ts';
import { slotProgress } from '../../../src/flows/digests/slots/slot-progress.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { handClock } from '../../fixtures/hand-clock.ts';
import { handSchedules } from '../../fixtures/hand-schedules.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';
import { aDigest, BOGOTA } from './slots/sender-desk.ts';

let embedded: Embedded;
beforeAll(async () => {
  embedded = await openTestStore();
});
afterAll(() => embedded.close());

describe('a process that starts', () => {
  it('ends no schedule of a digest that somebody made meanwhile, and those of digests that are gone', async () => {
    const { documents } = embedded.store;
    const digests: Digest[] = [aDigest('before')];
    const schedules = handSchedules();
    const jobs = digestJobs({
      schedules,
      book: { list: async () => [...digests] },
      progress: slotProgress(documents),
      paused: pausedTargets(documents),
      settings: { operations: [BOGOTA], channels: {}, roles: null, command: '/wolkvox', digests: [], rules: [] },
      clock: handClock(Date.parse('2025-11-14T07:30:00-05:00')),
      log: notingLog(),
    });
    await schedules.declare('digests/gone/0', '0 8 * * *', BOGOTA.zone);
    const declare = schedules.declare.bind(schedules);
    schedules.declare = async (...given) => {
      await declare(...given);
      if (given[0] !== 'digests/before/0') return;
      // In another process, while this one is still declaring.
      digests.push(aDigest('meanwhile', { cadence: { kind: 'cron', cron: '0,30 8 * * *' } }));
      await declare('digests/meanwhile/0', '0 8 * * *', BOGOTA.zone);
      await declare('digests/meanwhile/1', '30 8 * * *', BOGOTA.zone);
    };
    await jobs.work({ run: async () => {} }, async () => {});
    expect([...schedules.declared.keys()].filter((id) => id.startsWith('digests/')).toSorted()).toEqual([
      'digests/before/0',
      'digests/meanwhile/0',
      'digests/meanwhile/1',
    ]);
  });
});
