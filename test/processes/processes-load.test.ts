import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRedis } from '../fixtures/redis-server.ts';
import { openTown, type Town } from '../end-to-end/floor/town.ts';
import { Crowd, PEOPLE } from './crowd.ts';
import { Fleet } from './fleet.ts';
import { prove } from './prove.ts';

const redis = await startRedis();
afterAll(() => redis?.close());

describe.skipIf(redis === null)('a web and two workers on one Redis, while people type', () => {
  it('lose nothing, answer nothing twice and ask wolkvox nothing too soon, though one after the other is killed', async () => {
    const proof = await prove({ perMinute: 500, forMs: 30_000, killEveryMs: 4_000, settleMs: 180_000, say: () => {} });
    expect(proof).toMatchObject({ lost: 0, doubled: 0, askedTooSoon: [], codes: [0, 0, 0] });
    expect(proof).toMatchObject({ lostDigests: [], lostRules: [], postedTwice: [] });
    expect(proof?.slots).toBeGreaterThanOrEqual(40);
    expect(proof?.commands).toBeGreaterThan(150);
    expect(proof?.killed['web']).toBeGreaterThan(0);
    expect(proof?.killed['worker']).toBeGreaterThan(0);
  }, 300_000);

  describe('restarted one after the other', () => {
    let town: Town;
    beforeAll(async () => {
      town = await openTown(undefined, PEOPLE);
    });
    afterAll(() => town.close());

    it('end well each, and everybody is answered once', async () => {
      const fleet = new Fleet(town, redis?.url ?? '');
      await fleet.start();
      const crowd = new Crowd(town);
      const typing = crowd.type(300, 8_000);
      expect(await fleet.rolling()).toEqual([0, 0, 0]);
      await typing;
      await crowd.settled(60_000);
      expect([crowd.unanswered(), crowd.doubled(), crowd.interrupted()]).toEqual([[], [], []]);
      expect(await fleet.end()).toEqual([0, 0, 0]);
    }, 120_000);
  });
});
