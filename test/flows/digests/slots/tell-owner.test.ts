import { afterEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../../../src/core/settings.ts';
import { aDigest, openSenderDesk, type SenderDesk } from './sender-desk.ts';

const SLOT = Date.parse('2025-11-14T08:00:00-05:00');
const MINUTE = 60_000;
const FLOOR = 'C01OPERACIONES';
const POST = 'chat.postMessage';

let desk: SenderDesk;
afterEach(() => desk.close());

const open = async (settings: Partial<Settings> = {}) => {
  desk = await openSenderDesk(SLOT - 30 * MINUTE, { settings });
};
const leave = (user: string) => {
  const person = desk.slack.workspace.people.get(user);
  if (person === undefined) throw new Error(`${user} is not there`);
  person.deactivated = true;
};
const run = async (id: string, change: Parameters<typeof aDigest>[1] = {}) => {
  await desk.declare(aDigest(id, change));
  desk.clock.set(SLOT);
  await desk.digests.sender.run(id, SLOT);
};
const sweep = async (minutes: number) => {
  for (let minute = 0; minute < minutes; minute += 1) {
    desk.clock.set(desk.clock.now() + MINUTE);
    await desk.digests.reconcile();
  }
};
const ROLES = { admin: ['S01SUPERVISORES', 'U03SARA'], supervisor: ['U01LAURA', 'U02CARLOS'], viewer: [] } as const;

describe('an owner who left Slack', () => {
  it('is told nothing any more: the first administrator is, once, and why', async () => {
    await open({ roles: ROLES });
    leave('U02CARLOS');
    desk.slack.scenario.fail(POST, 'error', { error: 'is_archived' });
    await run('orphan');
    await sweep(3);
    const [told, ...more] = desk.texts('D03SARA');
    expect(more).toEqual([]);
    expect(told).toMatch(/No pude publicar «orphan».*archivado/s);
    expect(told).toContain('a quien creó el resumen ya no le puedo escribir');
  });

  it('keeps what goes to channels going', async () => {
    await open({ roles: ROLES });
    leave('U02CARLOS');
    await run('goes-on');
    await sweep(2);
    expect(desk.texts(FLOOR)).toHaveLength(1);
    expect(desk.texts('D03SARA')).toEqual([]);
  });

  it('is tried again where Slack only does not answer, and nobody else is told', async () => {
    await open({ roles: ROLES });
    desk.slack.scenario.fail(POST, 'error', { error: 'is_archived' });
    desk.slack.scenario.fail('conversations.open', 'error', { error: 'service_unavailable', times: 4 });
    await run('waits');
    await sweep(8);
    expect(desk.texts('D02CARLOS')).toHaveLength(1);
    expect(desk.texts('D03SARA')).toEqual([]);
  });
});

describe('a person who left Slack', () => {
  it('is named to the owner with the step to take', async () => {
    await open();
    leave('U01LAURA');
    await run('left', { targets: [{ kind: 'person', id: 'U01LAURA' }] });
    const [told] = desk.texts('D02CARLOS');
    expect(told).toContain('Mensaje directo a laura.');
    expect(told).toContain('Esa persona ya no está en este Slack: quítala del resumen o elige a otra.');
    expect(told).not.toContain('Slack no aceptó');
  });
});

describe('a slot whose time was over', () => {
  it('is told with the time until which it was tried, and its day where that was yesterday', async () => {
    await open();
    const late = Date.parse('2025-11-14T23:40:00-05:00');
    await desk.declare(
      aDigest('night', {
        cadence: { kind: 'times', at: ['23:40'], weekdays: [1, 2, 3, 4, 5, 6, 7] },
        lateMs: 15 * MINUTE,
      }),
    );
    desk.clock.set(late);
    desk.slack.scenario.fail(POST, 'error', { error: 'service_unavailable', times: 100 });
    await desk.digests.sender.run('night', late);
    await sweep(12);
    desk.slack.scenario.heal();
    desk.clock.set(late + 30 * MINUTE);
    await sweep(1);
    expect(desk.texts('D02CARLOS').join()).toContain('Lo intenté hasta el vie 14 nov a las 23:55; después');
  });
});
