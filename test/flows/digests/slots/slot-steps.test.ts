import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelPolicy, Settings } from '../../../../src/core/settings.ts';
import type { MadeDigest } from '../../../../src/flows/digests/card/digest-card.ts';
import { aDigest, openSenderDesk, type SenderDesk } from './sender-desk.ts';

const SLOT = Date.parse('2025-11-14T08:00:00-05:00');
const MINUTE = 60_000;
const FLOOR = 'C01OPERACIONES';
const BOSSES = 'C02SUPERVISORES';
const POST = 'chat.postMessage';

let desk: SenderDesk;
const open = async (settings: Partial<Settings> = {}) => {
  desk = await openSenderDesk(SLOT - 30 * MINUTE, { settings });
};
beforeEach(() => open());
afterEach(() => desk.close());

const fire = (id: string) => desk.schedules.run(`digests/${id}/0`, SLOT);
const begin = async (id: string, change: Parameters<typeof aDigest>[1] = {}) => {
  const digest = await desk.declare(aDigest(id, change));
  await desk.digests.jobs.work(desk.digests.sender, desk.digests.reconcile);
  desk.clock.set(SLOT);
  return digest;
};
const sweep = async (minutes: number) => {
  for (let minute = 0; minute < minutes; minute += 1) {
    desk.clock.set(desk.clock.now() + MINUTE);
    await desk.digests.reconcile();
  }
};
const results = async (id: string) =>
  (await desk.digests.runs.of(id, 10)).flatMap(({ targets }) =>
    targets.map(({ target, result, why, code }) => [target.id, result, why ?? code]),
  );
const openKeys = async () => (await desk.store.documents.list('digest-open')).map(({ key }) => key);
/** What happens while a digest is read, which takes a while. */
const whileRead = (happens: () => Promise<unknown>) => {
  const make = desk.making.now;
  desk.making.now = async (...asked) => {
    await happens();
    return make(...asked);
  };
};
const edit = async (id: string, change: Parameters<typeof aDigest>[1]) => {
  await desk.declare(aDigest(id, change));
};

describe('a slot that is under way', () => {
  it('is not posted where its digest is paused while it is read', async () => {
    await begin('held');
    whileRead(async () => {
      await desk.digests.book.pause('held', true);
    });
    await fire('held');
    await sweep(2);
    expect(desk.texts(FLOOR)).toEqual([]);
    expect(await results('held')).toEqual([[FLOOR, 'skipped', 'paused']]);
    expect(await openKeys()).toEqual([]);
  });

  it('is not posted where its digest is removed while it is read', async () => {
    await begin('gone');
    whileRead(() => desk.digests.book.remove('gone'));
    await fire('gone');
    await sweep(2);
    expect(desk.texts(FLOOR)).toEqual([]);
    expect(await results('gone')).toEqual([[FLOOR, 'skipped', 'removed']]);
    expect(await openKeys()).toEqual([]);
  });

  it('is not posted where the digest goes no more, also when it was waiting for Slack', async () => {
    const both = [
      { kind: 'channel' as const, id: FLOOR },
      { kind: 'channel' as const, id: BOSSES },
    ];
    await begin('moved', { targets: both });
    desk.slack.scenario.fail(POST, 'error', { error: 'service_unavailable', times: 2 });
    await fire('moved');
    await edit('moved', { targets: both.slice(1) });
    await sweep(3);
    expect(desk.texts(FLOOR)).toEqual([]);
    expect(desk.texts(BOSSES)).toHaveLength(1);
    expect(await results('moved')).toEqual([
      [FLOOR, 'skipped', 'target-removed'],
      [BOSSES, 'sent', null],
    ]);
  });

  it('is looked for to its end where its digest was removed after an unclear send', async () => {
    await begin('lost');
    desk.slack.scenario.fail(POST, 'server_error_after');
    desk.slack.scenario.fail('conversations.history', 'error', { error: 'service_unavailable', times: 3 });
    await fire('lost');
    await desk.digests.book.remove('lost');
    await sweep(3);
    expect(desk.texts(FLOOR)).toHaveLength(1);
    expect(await results('lost')).toEqual([[FLOOR, 'sent', null]]);
    expect(await openKeys()).toEqual([]);
  });

  it('gives way to a newer one where Slack was away for hours: one post, not one for each', async () => {
    await begin('hourly', {
      cadence: { kind: 'times', at: ['08:00', '09:00', '10:00'], weekdays: [1, 2, 3, 4, 5, 6, 7] },
    });
    desk.slack.scenario.fail(POST, 'error', { error: 'service_unavailable', times: 1_000 });
    for (const hour of [0, 1, 2]) {
      const slot = SLOT + hour * 60 * MINUTE;
      desk.clock.set(slot);
      await desk.digests.sender.run('hourly', slot);
      await sweep(5);
    }
    desk.slack.scenario.heal();
    await sweep(8);
    expect(desk.texts(FLOOR)).toEqual([expect.stringContaining(new Date(SLOT + 120 * MINUTE).toISOString())]);
    expect((await results('hourly')).map(([, result, why]) => [result, why])).toEqual([
      ['sent', null],
      ['skipped', 'superseded'],
      ['skipped', 'superseded'],
    ]);
    expect(desk.texts('D02CARLOS')).toEqual([]);
    expect((await desk.digests.sender.retry('hourly', SLOT, { kind: 'channel', id: FLOOR })).kind).toBe('sent');
  });

  it('is not posted where its operation is in the file no more: its owner is told once', async () => {
    await begin('renamed', { operation: 'cali' });
    await fire('renamed');
    await sweep(20);
    expect(desk.texts(FLOOR)).toEqual([]);
    expect(desk.made).toEqual([]);
    const [told, ...more] = desk.texts('D02CARLOS');
    expect(told).toContain('«cali»');
    expect(more).toEqual([]);
  });

  it('is posted in its time whatever pause a 429 asks for', async () => {
    await begin('paused');
    desk.slack.scenario.fail(POST, 'rate_limited', { times: 1, retryAfter: 1_000_000 });
    await fire('paused');
    await sweep(30);
    expect(desk.texts(FLOOR)).toHaveLength(1);
  });

  it('says that it is late where Slack held it up for more than ten minutes', async () => {
    await begin('slow');
    desk.slack.scenario.fail(POST, 'error', { error: 'service_unavailable', times: 100 });
    await fire('slow');
    await sweep(11);
    expect(desk.texts(FLOOR)).toEqual([]);
    desk.slack.scenario.heal();
    await sweep(10);
    expect(desk.texts(FLOOR)).toEqual([`slow ${new Date(SLOT).toISOString()} tarde`]);
    expect((await desk.digests.runs.of('slow', 1))[0]?.late).toBe(true);
  });
});

describe('a slot that was begun and left, over a stop longer than its limit', () => {
  it('is not posted, and listed as too late', async () => {
    await begin('left', { lateMs: 60 * MINUTE });
    const stop = new AbortController();
    whileRead(async () => stop.abort());
    await desk.digests.sender.run('left', SLOT, stop.signal);
    desk.clock.set(SLOT + 6 * 60 * MINUTE);
    await sweep(2);
    expect(desk.texts(FLOOR)).toEqual([]);
    expect(await results('left')).toEqual([[FLOOR, 'skipped', 'too-late']]);
    expect(desk.texts('D02CARLOS')).toEqual([]);
  });

  it('is told to the owner where Slack had refused it before', async () => {
    await begin('refused', { lateMs: 60 * MINUTE });
    desk.slack.scenario.fail(POST, 'error', { error: 'service_unavailable' });
    await fire('refused');
    desk.clock.set(SLOT + 6 * 60 * MINUTE);
    await sweep(2);
    expect(desk.texts(FLOOR)).toEqual([]);
    expect(desk.texts('D02CARLOS')).toEqual([expect.stringContaining('Lo intenté hasta las 09:00')]);
  });
});

describe('Retry', () => {
  const retry = (id: string) => desk.digests.sender.retry(id, SLOT, { kind: 'channel', id: FLOOR });
  const refused = async (id: string) => {
    await begin(id);
    desk.slack.scenario.fail(POST, 'error', { error: 'restricted_action' });
    await fire(id);
    expect(desk.texts(FLOOR)).toEqual([]);
  };

  it('posts once, however often it is pressed', async () => {
    await refused('twice');
    const both = await Promise.all([retry('twice'), retry('twice')]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['sent', 'waits']);
    expect((await retry('twice')).kind).toBe('gone');
    expect(desk.texts(FLOOR)).toHaveLength(1);
  });

  it('posts nothing of a digest that is paused, nor where it goes no more', async () => {
    await refused('stopped');
    await desk.digests.book.pause('stopped', true);
    expect((await retry('stopped')).kind).toBe('paused');
    await desk.digests.book.pause('stopped', false);
    await edit('stopped', { targets: [{ kind: 'channel', id: BOSSES }] });
    expect((await retry('stopped')).kind).toBe('elsewhere');
    expect(desk.texts(FLOOR)).toEqual([]);
  });

  it('is not needed where the digest was changed or resumed since: its targets are tried again', async () => {
    await refused('mended');
    await edit('mended', {});
    const next = SLOT + 24 * 60 * MINUTE;
    desk.clock.set(next);
    await desk.schedules.run('digests/mended/0', next);
    expect(desk.texts(FLOOR)).toHaveLength(1);
  });
});

describe('what a channel may not see', () => {
  const policy = (audience: ChannelPolicy['audience']): ChannelPolicy => ({
    operation: 'bogota',
    names: 'full',
    audience,
    locale: null,
  });

  it('goes to the owner also where another channel of the digest is for supervisors', async () => {
    await desk.close();
    await open({ channels: { [BOSSES]: policy('supervisors'), [FLOOR]: policy('everyone') } });
    desk.making.now = async (_digest, _slot, { audience }): Promise<MadeDigest> => {
      const card = (headline: string) => ({ headline, sections: [], trust: [], actions: [] });
      return {
        card: card(audience.outliersByName ? 'con nombres' : 'sin nombres'),
        named: audience.outliersByName ? null : card('los nombres, solo para ti'),
        missing: [],
        readAll: true,
      };
    };
    const targets = [
      { kind: 'channel' as const, id: BOSSES },
      { kind: 'channel' as const, id: FLOOR },
    ];
    await begin('two', { targets });
    await fire('two');
    expect(desk.texts(BOSSES)).toEqual(['con nombres']);
    expect(desk.texts(FLOOR)).toEqual(['sin nombres']);
    expect(desk.texts('D02CARLOS')).toEqual(['los nombres, solo para ti']);
  });
});

describe('somebody whose role comes from a user group', () => {
  it('is waited for while Slack does not say who is in it, and not told to have no role', async () => {
    await desk.close();
    await open({ roles: { admin: [], supervisor: ['S01SUPERVISORES'], viewer: [] } });
    await begin('group', { targets: [{ kind: 'person', id: 'U01LAURA' }] });
    desk.slack.scenario.fail('usergroups.users.list', 'error', { error: 'service_unavailable', times: 4 });
    await fire('group');
    expect(desk.texts('D01LAURA')).toEqual([]);
    await sweep(4);
    expect(desk.texts('D01LAURA')).toHaveLength(1);
    expect(await desk.digests.paused.of('group')).toEqual([]);
    expect(desk.texts('D02CARLOS')).toEqual([]);
  });
});
