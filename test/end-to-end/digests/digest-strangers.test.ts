import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { aDigest, openSenderDesk } from '../../flows/digests/slots/sender-desk.ts';
import { type Floor, openFloor } from '../floor/floor.ts';

const PAUL = { id: 'U09PAUL', handle: 'paul', name: 'Paul Reyes', locale: 'es-LA', team: 'T09PROVEEDOR' };
const MINUTE = 60_000;

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

describe('a digest to somebody of another company in a shared channel', () => {
  it('tells them nothing, and its owner why', async () => {
    const floor: Floor = await openFloor({ people: [PAUL] });
    close = floor.stop;
    while (!floor.schedules.declared.has('digest-sweep/all')) await new Promise((resolve) => setImmediate(resolve));
    const slot = floor.clock.now() + MINUTE;
    const digest = aDigest('out', { targets: [{ kind: 'person', id: PAUL.id }], owner: 'U01LAURA' });
    await floor.bot.digests.book.save(digest, 'absent');
    await floor.bot.digests.jobs.declare(digest);
    floor.clock.move(slot + 20 * MINUTE - floor.clock.now());
    const over = new AbortController();
    const run = floor.bot.digests.sender.run('out', slot).finally(() => over.abort());
    while (!over.signal.aborted) {
      floor.clock.move(1_000);
      await pause(5);
    }
    await run;
    expect(floor.slack.messages('D09PAUL')).toEqual([]);
    expect(floor.slack.messages('D01LAURA').at(-1)?.text).toContain(
      'Esa persona no tiene permiso para ver estas cifras',
    );
  });

  it('tells them nothing either where the process does nothing but work', async () => {
    const now = Date.parse('2025-11-14T07:30:00-05:00');
    const desk = await openSenderDesk(now);
    close = () => desk.close();
    const person = desk.slack.workspace.people.get('U03SARA');
    if (person !== undefined) person.team = PAUL.team;
    const targets = [
      { kind: 'person', id: 'U03SARA' },
      { kind: 'person', id: 'U01LAURA' },
    ] as const;
    await desk.declare(aDigest('out', { targets: [...targets] }));
    desk.digests.work();
    while (!desk.schedules.declared.has('digest-sweep/all')) await new Promise((resolve) => setImmediate(resolve));
    desk.clock.set(now + 30 * MINUTE);
    await desk.digests.sender.run('out', now + 30 * MINUTE);
    expect(desk.texts('D03SARA')).toEqual([]);
    expect(desk.texts('D01LAURA')).toHaveLength(1);
  });
});
