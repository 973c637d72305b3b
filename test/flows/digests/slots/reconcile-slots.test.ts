import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/ports.ts';
import { aDigest, openSenderDesk, type SenderDesk } from './sender-desk.ts';

const SLOT = Date.parse('2025-11-14T08:00:00-05:00');
const MINUTE = 60_000;
const FLOOR = 'C01OPERACIONES';
const POST = 'chat.postMessage';

let desk: SenderDesk;
beforeEach(async () => {
  desk = await openSenderDesk(SLOT - 30 * MINUTE);
});
afterEach(() => desk.close());

const fire = (id: string) => desk.schedules.run(`digests/${id}/0`, SLOT);
const work = () => desk.digests.jobs.work(desk.digests.sender, desk.digests.reconcile);
const sweep = async (minutes: number) => {
  for (let minute = 0; minute < minutes; minute += 1) {
    desk.clock.set(desk.clock.now() + MINUTE);
    await desk.digests.reconcile().catch(() => undefined);
  }
};
/** A defect of ours in the making of one digest. */
const broken = (id: string) => {
  const make = desk.making.now;
  desk.making.now = async (digest, ...asked) => {
    if (digest.id === id) throw new TypeError('a defect');
    return make(digest, ...asked);
  };
};

describe('a digest that cannot be made for a defect of ours', () => {
  it('holds up no other digest that waits for Slack', async () => {
    const ids = ['a-broken', ...Array.from({ length: 9 }, (_, nth) => `b-well-${nth}`)];
    for (const id of ids) await desk.declare(aDigest(id));
    await work();
    broken('a-broken');
    desk.clock.set(SLOT);
    desk.slack.scenario.fail(POST, 'error', { error: 'service_unavailable', times: 9 });
    for (const id of ids) await fire(id).catch(() => undefined);
    await sweep(5);
    expect(desk.texts(FLOOR).filter((text) => text.startsWith('b-well'))).toHaveLength(9);
  });

  it('is tried for as long as its slot lasts, and then its owner is told', async () => {
    await desk.declare(aDigest('a-broken'));
    await work();
    broken('a-broken');
    desk.clock.set(SLOT);
    await fire('a-broken').catch(() => undefined);
    await sweep(245);
    const [told] = desk.texts('D02CARLOS');
    expect(told).toContain('a-broken');
    expect(desk.texts('D02CARLOS')).toHaveLength(1);
    const [run] = await desk.digests.runs.of('a-broken', 1);
    expect(run?.targets[0]).toMatchObject({ result: 'failed', code: 'unexpected' });
    expect(await desk.digests.paused.of('a-broken')).toEqual([]);
  });

  it('is told again where Retry said that it is still tried, and that was in vain', async () => {
    await desk.declare(aDigest('a-broken'));
    await work();
    broken('a-broken');
    desk.clock.set(SLOT);
    await fire('a-broken');
    await sweep(245);
    const retried = await desk.digests.sender.retry('a-broken', SLOT, { kind: 'channel', id: FLOOR });
    expect(retried).toEqual({ kind: 'waits' });
    await sweep(40);
    expect(desk.texts('D02CARLOS')).toHaveLength(2);
  });

  it('holds up no other digest whose slot the schedules lost', async () => {
    for (const id of ['a-broken', 'b-well']) await desk.declare(aDigest(id));
    await work();
    broken('a-broken');
    desk.clock.set(SLOT);
    await sweep(16);
    expect(desk.texts(FLOOR).filter((text) => text.startsWith('b-well'))).toHaveLength(1);
  });
});

describe('a sweep that looks while another process writes', () => {
  /** The store of a process that is watched: `before` happens before it writes into a collection, `dies` after. */
  const watched = (collection: string, before: () => Promise<unknown>, dies: string): Store => {
    const { documents } = desk.store;
    let dead = false;
    const put: Store['documents']['put'] = async (into, ...given) => {
      if (dead) throw new Error('the process is no more');
      if (into === collection) await before();
      const revision = await documents.put(into, ...given);
      dead = into === dies;
      return revision;
    };
    return { ...desk.store, documents: { ...documents, get: (...given) => documents.get(...given), put } };
  };

  it('forgets no slot whose process ends before it was posted', async () => {
    await desk.declare(aDigest('seen'));
    await work();
    desk.clock.set(SLOT);
    const worker = desk.worker(watched('digest-slots', () => desk.digests.reconcile(), 'digest-progress'));
    await worker.sender.run('seen', SLOT).catch(() => undefined);
    await sweep(10);
    expect(desk.texts(FLOOR)).toHaveLength(1);
  });
});

describe('a process that is held up between its intent and its post', () => {
  it('does not post what another has taken over meanwhile', async () => {
    await desk.declare(aDigest('held'));
    await work();
    desk.clock.set(SLOT);
    const { documents } = desk.store;
    let isFirst = true;
    const put: Store['documents']['put'] = async (into, key, value, options) => {
      const revision = await documents.put(into, key, value, options);
      if (into === 'digest-slots' && JSON.stringify(value).includes('"sending"') && isFirst) {
        isFirst = false;
        // A machine that sleeps, or a virtual one that is moved.
        await sweep(3);
      }
      return revision;
    };
    const worker = desk.worker({ ...desk.store, documents: { ...documents, put } });
    await worker.sender.run('held', SLOT);
    await sweep(3);
    expect(desk.texts(FLOOR)).toHaveLength(1);
  });
});
