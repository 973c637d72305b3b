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

/** `refused`: the write is not done. `unanswered`: it is done, and nobody hears of it. `repeated`: it is done, and once more by the wire. */
type Fault = 'refused' | 'unanswered' | 'repeated';
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
      if (fault === 'repeated') return documents.put(...args);
      return revision;
    },
  };
  return { documents: shaky, faults, puts };
}
let ids = 0;
const journalOn = (documents: Documents, now = () => NOON) =>
  commandJournal({ documents, owner: 'me', newId: () => `page-${String((ids += 1)).padStart(6, '0')}`, now });

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
    await embedded.store.documents.put(
      JOURNALS,
      found.key,
      { ...page, owner, journal: owner },
      { expected: found.revision },
    );
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
      expect(await standing()).toEqual(['me: first taken: second taken']);
      faults.push(fault);
      await expect(journal.keep(command('second', 'answering'))).rejects.toThrow();
      expect(await journal.keep(command('third'))).toBe(true);
      expect(await standing()).toEqual(['me: first taken: second answering: third taken']);
      faults.push(fault);
      await expect(journal.forget('second')).rejects.toThrow();
      await Promise.all([journal.forget('first'), journal.forget('third')]);
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

  it('loses nothing where its own write met it again, and nothing where the page is gone', async () => {
    const { documents, faults } = faulty();
    const journal = journalOn(documents);
    faults.push('repeated');
    expect(await journal.keep(command('first'))).toBe(true);
    faults.push('repeated');
    expect(await journal.keep(command('second'))).toBe(true);
    expect(await standing()).toEqual(['me: first taken: second taken']);
    await empty();
    expect(await journal.keep(command('first', 'answering'))).toBe(true);
    expect(await standing()).toEqual(['me: first answering: second taken']);
  });

  it('leaves what is too old to answer where the page is gone: who took it over may have been forgotten as well', async () => {
    let now = NOON;
    const journal = journalOn(embedded.store.documents, () => now);
    await journal.keep(command('old'));
    await empty();
    now += 30 * 60_000;
    expect(await journal.keep(command('old', 'answering'))).toBe(false);
  });

  it('writes once more where the last write was not answered, when it is told to and at its end', async () => {
    const { documents, faults, puts } = faulty();
    const journal = journalOn(documents);
    await journal.keep(command('one'));
    faults.push('refused');
    await expect(journal.forget('one')).rejects.toThrow();
    await journal.settle();
    await journal.settle();
    expect([await standing(), puts.length]).toEqual([['me'], 3]);
    await journal.keep(command('two'));
    faults.push('refused');
    await expect(journal.forget('two')).rejects.toThrow();
    await journal.end();
    expect(await standing()).toEqual([]);
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
      fault: fc.constantFrom<Fault | null>(null, null, 'refused', 'unanswered', 'repeated'),
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
          wanted.set(id, state);
          await journal.keep(command(id, state)).catch(() => {});
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
