import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import { done, failed } from '../../../src/core/errors.ts';
import { identifier } from '../../../src/flows/answer/identify.ts';
import type { Store } from '../../../src/ports.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { handClock } from '../../fixtures/hand-clock.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

const laura = { user: 'U01LAURA', team: 'T01', channel: null };
const settings = {
  operations: [laneOperation('bogota', 1)],
  channels: {},
  roles: null,
  command: '/wolkvox',
  digests: [],
  rules: [],
} as const;
const person = { id: 'U01LAURA', name: 'Laura', team: 'T01', locale: 'es', guest: false } as const;

let embedded: Embedded;
beforeAll(async () => {
  embedded = await openTestStore();
});
afterAll(() => embedded.close());

const clock = handClock(Date.parse('2025-11-14T12:00:00Z'));
const messenger = { person: async () => done(person), groupMembers: async () => failed('slack.unavailable') };
const processOn = (store: Pick<Store, 'documents'>) => {
  const people = identifier({ store, messenger, clock, log: notingLog() }, settings);
  return { people, speaks: async () => (await people.identify(laura))?.locale };
};

describe('the language that a person chose', () => {
  it('holds at once where it was chosen, and within seconds in the other processes', async () => {
    const [here, there] = [processOn(embedded.store), processOn(embedded.store)];
    expect([await here.speaks(), await there.speaks()]).toEqual(['es', 'es']);
    await here.people.chooseLocale('U01LAURA', 'pt');
    expect(await here.speaks()).toBe('pt');
    clock.move(5_000);
    expect(await there.speaks()).toBe('pt');
    await there.people.chooseLocale('U01LAURA', null);
    clock.move(5_000);
    expect(await here.speaks()).toBe('es');
  });

  it('stays as it was known while the store does not answer', async () => {
    let away = false;
    const get: Store['documents']['get'] = async (...asked) => {
      if (away) throw new Error('the store is away');
      return embedded.store.documents.get(...asked);
    };
    const one = processOn({ documents: { ...embedded.store.documents, get } });
    await one.people.chooseLocale('U01LAURA', 'en');
    away = true;
    clock.move(60_000);
    expect(await one.speaks()).toBe('en');
  });
});
