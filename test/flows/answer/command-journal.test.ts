import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import { commandJournal, JOURNALS, type KeptCommand, pageOf } from '../../../src/flows/answer/command-journal.ts';
import type { Documents } from '../../../src/ports.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');

let embedded: Embedded;
beforeAll(async () => {
  embedded = await openTestStore();
});
afterAll(() => embedded.close());

async function empty(): Promise<void> {
  for (const { key } of await embedded.store.documents.list(JOURNALS))
    await embedded.store.documents.delete(JOURNALS, key);
}
beforeEach(empty);

const command = (id: string, state: KeptCommand['state'] = 'taken'): KeptCommand => ({
  id,
  at: NOON,
  user: 'U01',
  team: 'T01',
  channel: 'C01',
  text: 'agentes ayer',
  responseUrl: 'https://hooks.example/answer',
  state,
});

/** `refused`: the write is not done. `unanswered`: it is done, and nobody hears of it. */
type Fault = 'refused' | 'unanswered';
function faulty() {
  const { documents } = embedded.store;
  const faults: (Fault | null)[] = [];
  const puts: number[] = [];
  const shaky: Documents = {
    ...documents,
    async put(...args) {
      puts.push(args.length);
      const fault = faults.shift() ?? null;
      if (fault === 'refused') throw new Error('away');
      const revision = await documents.put(...args);
      if (fault === 'unanswered') throw new Error('no answer');
      return revision;
    },
  };
  return { documents: shaky, faults, puts };
}
let ids = 0;
const journalOn = (documents: Documents, owner = 'me') =>
  commandJournal({ documents, owner, newId: () => `page-${String((ids += 1)).padStart(6, '0')}`, now: () => NOON });

/** What stands on the pages: owner, then its commands with their states. */
async function standing(): Promise<readonly string[]> {
  const found = await embedded.store.documents.list(JOURNALS);
  return found.map((document) => {
    const page = pageOf(document);
    return [page?.owner, ...(page?.commands ?? []).map(({ id, state }) => `${id} ${state}`)].join(': ');
  });
}

/** Another process takes every page over. */
async function takeOver(owner = 'heir'): Promise<void> {
  for (const found of await embedded.store.documents.list(JOURNALS)) {
    const page = pageOf(found);
    await embedded.store.documents.put(JOURNALS, found.key, { ...page, owner }, { expected: found.revision });
  }
}

describe('the journal of commands', () => {
  it('writes once for all that came in one turn', async () => {
    const { documents, puts } = faulty();
    const journal = journalOn(documents);
    const fifty = Array.from({ length: 50 }, (_, at) => `k${at}`);
    await Promise.all(fifty.map((id) => journal.keep(command(id))));
    expect((await standing())[0]?.match(/taken/g)).toHaveLength(50);
    await Promise.all(fifty.map((id) => journal.keep(command(id, 'answering'))));
    await Promise.all(fifty.map((id) => journal.forget(id)));
    expect([await standing(), puts.length]).toEqual([['me'], 3]);
  });

  it.each(['refused', 'unanswered'] as const)(
    'says so where the write of a command was %s, and writes on',
    async (fault) => {
      const { documents, faults } = faulty();
      const journal = journalOn(documents);
      faults.push(fault);
      await expect(journal.keep(command('first'))).rejects.toThrow();
      expect(await journal.keep(command('second'))).toBe(true);
      expect(await standing()).toEqual(['me: second taken']);
      faults.push(fault);
      await expect(journal.keep(command('second', 'answering'))).rejects.toThrow();
      expect(await journal.keep(command('third'))).toBe(true);
      expect(await standing()).toEqual(['me: second answering: third taken']);
      faults.push(fault);
      await expect(journal.forget('second')).rejects.toThrow();
      await journal.forget('third');
      expect(await standing()).toEqual(['me']);
    },
  );

  it('leaves to another process what stood on the page that it took, and begins a new one for what came since', async () => {
    const journal = journalOn(embedded.store.documents);
    await journal.keep(command('old'));
    await takeOver();
    expect(await journal.keep(command('new'))).toBe(true);
    expect(await journal.keep(command('old', 'answering'))).toBe(false);
    await journal.forget('old');
    expect(await standing()).toEqual(['heir: old taken', 'me: new taken']);
    expect(journal.pages()).toHaveLength(2);
  });

  it('finds out that its page was taken also where its last write was not answered', async () => {
    const { documents, faults } = faulty();
    const journal = journalOn(documents);
    await journal.keep(command('old'));
    faults.push('unanswered');
    await expect(journal.keep(command('unheard'))).rejects.toThrow();
    await takeOver();
    expect(await journal.keep(command('new'))).toBe(true);
    expect(await journal.keep(command('old', 'answering'))).toBe(false);
    expect(await standing()).toEqual(['heir: old taken: unheard taken', 'me: new taken']);
  });

  it('takes an empty page away at its end, and leaves one with a command on it', async () => {
    const done = journalOn(embedded.store.documents);
    await done.keep(command('done'));
    await done.forget('done');
    await done.end();
    const under = journalOn(embedded.store.documents);
    await under.keep(command('under way'));
    await under.end();
    expect(await standing()).toEqual(['me: under way taken']);
  });

  it('holds exactly what is kept and not forgotten, whatever the store answered meanwhile', async () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      does: fc.constantFrom('keep', 'mark', 'forget'),
      fault: fc.constantFrom<Fault | null>(null, null, 'refused', 'unanswered'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        await empty();
        const { documents, faults } = faulty();
        const journal = journalOn(documents);
        const wanted = new Map<string, string>();
        for (const { id, does, fault } of steps) {
          faults.splice(0, faults.length, fault);
          if (does === 'forget') {
            wanted.delete(id);
            await journal.forget(id).catch(() => {});
            continue;
          }
          const state = does === 'keep' ? 'taken' : 'answering';
          const isNew = !wanted.has(id);
          const isKept = await journal.keep(command(id, state)).catch(() => false);
          if (isKept || !isNew) wanted.set(id, state);
        }
        faults.length = 0;
        await journal.keep(command('last'));
        const all = [...wanted, ['last', 'taken']].map((each) => each.join(' '));
        expect((await standing())[0]?.split(': ').slice(1).toSorted()).toEqual(all.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
