import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextSlots, slotsBetween } from '../../../../src/core/digests/cadence.ts';
import type { Store } from '../../../../src/ports.ts';
import { aDigest, openSenderDesk, type SenderDesk } from './sender-desk.ts';

const at = (text: string) => Date.parse(`${text}:00-05:00`);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PLACE = 'C01OPERACIONES';

let desk: SenderDesk;
beforeAll(async () => {
  desk = await openSenderDesk(at('2025-11-14T07:30'));
});
afterAll(() => desk.close());
beforeEach(async () => {
  for (const { id } of await desk.digests.book.list()) {
    await desk.digests.jobs.end(id);
    await desk.digests.book.remove(id);
  }
  desk.clock.slow = 0;
  desk.slack.workspace.messages.length = 0;
  desk.made.length = 0;
  desk.slack.scenario.heal();
  // So much later that no slot of the test before is due again.
  desk.clock.set(at('2025-11-14T07:30') + 40 * 24 * HOUR * (tests += 1));
});
let tests = 0;
const morning = () => desk.clock.now() + 30 * MINUTE;
const fire = (id: string, slot: number) => desk.schedules.run(`digests/${id}/0`, slot);
const begin = async () => {
  await desk.digests.jobs.work(desk.digests.sender, desk.digests.reconcile);
};
const sweep = () => desk.digests.reconcile();
const whys = async (id: string) =>
  (await desk.digests.runs.of(id, 100)).flatMap(({ targets }) => targets.flatMap(({ why }) => why ?? []));

describe('what was missed', () => {
  it('is posted late once, the newest of it; what is older is skipped and listed', async () => {
    const cadence = { kind: 'times' as const, at: ['08:00', '09:00', '10:00'], weekdays: [1, 2, 3, 4, 5, 6, 7] };
    await desk.declare(aDigest('missed', { cadence }));
    await begin();
    const first = morning();
    desk.clock.set(first + 3 * HOUR);
    await fire('missed', first);
    expect(desk.texts(PLACE)).toEqual([`missed ${new Date(first + 2 * HOUR).toISOString()} tarde`]);
    const runs = await desk.digests.runs.of('missed', 10);
    expect(runs.map(({ at: slot, late }) => [slot - first, late])).toEqual([
      [2 * HOUR, true],
      [HOUR, false],
      [0, false],
    ]);
    expect(await whys('missed')).toEqual(['superseded', 'superseded']);
  });

  it('is not posted after the limit', async () => {
    await desk.declare(aDigest('over', { lateMs: HOUR }));
    const slot = morning();
    desk.clock.set(slot + 2 * HOUR);
    await fire('over', slot);
    expect(desk.texts(PLACE)).toEqual([]);
    expect(await whys('over')).toEqual(['too-late']);
  });

  it('speaks of its own time, not of when it runs', async () => {
    await desk.declare(aDigest('hours-late'));
    const slot = morning();
    desk.clock.set(slot + 4 * HOUR - MINUTE);
    await fire('hours-late', slot);
    expect(desk.made.map(({ slot: { at: of, late } }) => [of, late])).toEqual([[slot, true]]);
  });

  it('also where the schedules lost it: the sweep finds it', async () => {
    await desk.declare(aDigest('lost'));
    const slot = morning();
    desk.clock.set(slot + 4 * MINUTE);
    await sweep();
    expect(desk.texts(PLACE)).toEqual([]);
    desk.clock.set(slot + 10 * MINUTE);
    await sweep();
    await sweep();
    expect(desk.texts(PLACE)).toHaveLength(1);
  });

  it('does not hold the slots of a cadence that was changed since', async () => {
    await desk.declare(aDigest('changed'));
    desk.clock.set(morning() - 10 * MINUTE);
    await desk.declare(
      aDigest('changed', { cadence: { kind: 'times', at: ['07:35'], weekdays: [1, 2, 3, 4, 5, 6, 7] } }),
    );
    desk.clock.set(desk.clock.now() + 30 * MINUTE);
    await sweep();
    expect(desk.texts(PLACE)).toEqual([]);
  });
});

describe('days off', () => {
  it('are skipped where the digest says so, and listed', async () => {
    desk.clock.set(at('2025-12-25T07:30'));
    await desk.declare(aDigest('holiday', { skipHolidays: true }));
    await desk.declare(aDigest('works'));
    const slot = morning();
    desk.clock.set(slot);
    await fire('holiday', slot);
    await fire('works', slot);
    expect(desk.texts(PLACE)).toEqual([expect.stringMatching(/^works/)]);
    expect(await whys('holiday')).toEqual(['day-off']);
  });
});

describe('clocks', () => {
  it.each(['America/Santiago', 'Europe/Madrid'])('02:30 in %s comes once a day over both changes', async (zone) => {
    const cadence = { kind: 'times' as const, at: ['02:30'], weekdays: [1, 2, 3, 4, 5, 6, 7] };
    const id = `nights-${zone.slice(-6)}`;
    // Whole days around each change of 2026, by the zone's own calendar.
    const spans = [
      ['2026-03-25', '2026-04-10'],
      ['2026-08-31', '2026-09-12'],
      ['2026-10-20', '2026-10-31'],
    ] as const;
    for (const [from, to] of spans) {
      desk.clock.set(Date.parse(`${from}T12:00:00Z`));
      await desk.declare(aDigest(`${id}-${from}`, { cadence, zone }));
      const end = Date.parse(`${to}T12:00:00Z`);
      for (const slot of slotsBetween(cadence, zone, desk.clock.now(), end)) {
        desk.clock.set(slot);
        await fire(`${id}-${from}`, slot);
        await fire(`${id}-${from}`, slot);
        await sweep();
      }
      await desk.digests.book.remove(`${id}-${from}`);
      const days = (end - Date.parse(`${from}T12:00:00Z`)) / (24 * HOUR);
      const posts = desk.texts(PLACE).filter((text) => text.startsWith(`${id}-${from}`));
      expect(posts).toHaveLength(days);
      expect(new Set(posts).size).toBe(days);
    }
  });

  it('that jump forward and back double no slot and lose none', async () => {
    await desk.declare(aDigest('jumps'));
    const slot = morning();
    for (const jump of [0, 3 * HOUR, -2 * HOUR, MINUTE, -HOUR, 5 * HOUR, 30 * MINUTE]) {
      desk.clock.set(slot + jump);
      await fire('jumps', slot);
      await sweep();
    }
    expect(desk.texts(PLACE)).toHaveLength(1);
    const [next = 0] = nextSlots(
      { kind: 'times', at: ['08:00'], weekdays: [1, 2, 3, 4, 5, 6, 7] },
      'America/Bogota',
      slot,
      1,
    );
    desk.clock.set(next);
    await fire('jumps', next);
    expect(desk.texts(PLACE)).toHaveLength(2);
  });

  it('that were a year ahead when a digest was made silence nothing once they are right', async () => {
    const slot = morning();
    desk.clock.set(slot + 365 * 24 * HOUR);
    await desk.declare(aDigest('ahead'));
    desk.clock.set(slot);
    await fire('ahead', slot);
    await fire('ahead', slot);
    expect(desk.texts(PLACE)).toHaveLength(1);
    desk.clock.set(slot + 24 * HOUR + 6 * MINUTE);
    await sweep();
    expect(desk.texts(PLACE)).toHaveLength(2);
  });

  it('that jump while a post is under way double nothing', async () => {
    await desk.declare(aDigest('in-flight'));
    const slot = morning();
    desk.clock.set(slot);
    const other = desk.worker();
    desk.clock.slow = 400;
    const stop = desk.slack.workspace.onChange(() => desk.clock.set(desk.clock.now() + 10 * HOUR));
    await Promise.all([fire('in-flight', slot), other.reconcile(), other.sender.run('in-flight', slot)]);
    stop();
    for (let round = 0; round < 5; round += 1) await other.reconcile();
    expect(desk.texts(PLACE)).toHaveLength(1);
  });
});

describe('two workers', () => {
  it('that run the same slots post each once', async () => {
    const other = desk.worker();
    const slot = morning();
    const ids = Array.from({ length: 25 }, (_, index) => `race-${index}`);
    const targets = [
      { kind: 'channel' as const, id: PLACE },
      { kind: 'channel' as const, id: 'C02SUPERVISORES' },
      { kind: 'person' as const, id: 'U01LAURA' },
    ];
    for (const id of ids) await desk.declare(aDigest(id, { targets }));
    desk.clock.set(slot);
    for (const id of ids) await Promise.all([fire(id, slot), other.sender.run(id, slot), other.reconcile(), sweep()]);
    for (const channel of [PLACE, 'C02SUPERVISORES', 'D01LAURA']) {
      expect(desk.texts(channel)).toHaveLength(25);
      expect(new Set(desk.texts(channel)).size).toBe(25);
    }
  });
});

describe('a store that goes away', () => {
  /** The same store, away from its n-th call on for so many calls. */
  const away = (store: Store, from: number, calls: number): Store => {
    let made = 0;
    const through = <T extends object>(part: T): T =>
      new Proxy(part, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== 'function') return value;
          return (...given: readonly unknown[]): unknown => {
            made += 1;
            if (made > from && made <= from + calls) return Promise.reject(new Error('the store did not answer'));
            return Reflect.apply(value, target, given);
          };
        },
      });
    return {
      ...store,
      documents: through(store.documents),
      counters: through(store.counters),
      claims: through(store.claims),
    };
  };

  it('at any moment of a slot: it arrives once', async () => {
    let lost = 0;
    for (let from = 0; from < 30; from += 1) {
      const id = `away-${from}`;
      await desk.declare(aDigest(id));
      const slot = morning();
      desk.clock.set(slot);
      const worker = desk.worker(away(desk.store, from, 12));
      await worker.sender.run(id, slot).catch(() => {
        lost += 1;
      });
      desk.clock.set(slot + 6 * MINUTE);
      for (let round = 0; round < 6; round += 1) {
        await sweep();
        desk.clock.set(desk.clock.now() + MINUTE);
      }
      expect([id, desk.texts(PLACE).filter((text) => text.startsWith(`${id} `)).length]).toEqual([id, 1]);
      await desk.digests.jobs.end(id);
      await desk.digests.book.remove(id);
      desk.clock.set(slot + 23.5 * HOUR);
    }
    expect(lost).toBeGreaterThan(5);
  });
});
