import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import type { Card } from '../../../src/core/card/card.ts';
import type { CommandAsked } from '../../../src/flows/answer/answer-command.ts';
import { pageOf } from '../../../src/flows/answer/command-journal.ts';
import { keptCommands } from '../../../src/flows/answer/kept-commands.ts';
import { plainCards } from '../../../src/flows/answer/plain-cards.ts';
import { formats } from '../../../src/flows/read/format-for.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { handClock } from '../../fixtures/hand-clock.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';
import type { Documents, Store } from '../../../src/ports.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

const NOON = Date.parse('2025-11-14T12:00:00Z');
const sender = { user: 'U01', team: 'T01', channel: 'C01' };
const asking = (text: string): CommandAsked => ({
  sender,
  text,
  responseUrl: 'https://hooks.example/answer',
  begin: async () => {},
});

let embedded: Embedded;
beforeAll(async () => {
  embedded = await openTestStore();
});
afterAll(() => embedded.close());
beforeEach(async () => {
  for (const { key } of await embedded.store.documents.list('command'))
    await embedded.store.documents.delete('command', key);
});

/** The store as one process sees it. */
type Seen = (documents: Documents) => Documents;

/** What the store says to a process while it is away for it. */
function storeFor(isAway: () => boolean, seen: Seen): Pick<Store, 'documents' | 'claims'> {
  const { documents, claims } = embedded.store;
  const there = async (): Promise<void> => {
    if (isAway()) throw new Error('away');
  };
  return {
    documents: seen({
      get: (...args) => there().then(() => documents.get(...args)),
      put: (...args) => there().then(() => documents.put(...args)),
      delete: (...args) => there().then(() => documents.delete(...args)),
      list: (...args) => there().then(() => documents.list(...args)),
    }),
    claims: {
      take: (...args) => there().then(() => claims.take(...args)),
      release: (...args) => there().then(() => claims.release(...args)),
    },
  };
}

function processes(count: number, seen: readonly (Seen | null)[] = [], away: readonly boolean[] = []) {
  const clock = handClock(NOON);
  const operation = laneOperation('bogota', 1);
  const settings = {
    operations: [operation],
    channels: {},
    roles: null,
    command: '/wolkvox',
    digests: [],
    rules: [],
  } as const;
  let ids = 0;
  return {
    clock,
    all: Array.from({ length: count }, (_, at) => {
      const said: string[] = [];
      const notes: Card[] = [];
      /** `dies`: ends neither well nor badly, before or after the answer is on its way. */
      let dies: 'before' | 'within' | null = null;
      let sleep: Promise<void> = Promise.resolve();
      let owner = '';
      const kept = keptCommands(
        {
          store: storeFor(() => away[at] === true, seen[at] ?? ((documents) => documents)),
          clock,
          log: notingLog(),
          newId: () => {
            const id = `id-${NOON}-${(ids += 1)}`;
            owner ||= id;
            return id;
          },
          settings,
          people: { guess: () => ({ locale: 'es', operation }) },
          cards: plainCards({ clock, formatFor: formats(), settings, store: embedded.store }),
          reply: async (_to, card) => void notes.push(card),
        },
        async ({ text, begin, mayAnswer }) => {
          await begin();
          await sleep;
          if (dies === 'before') return new Promise(() => {});
          if ((await mayAnswer?.()) === false) return;
          said.push(text);
          if (dies === 'within') return new Promise(() => {});
        },
      );
      const sleeping = (): (() => void) => {
        const { promise, resolve } = Promise.withResolvers<void>();
        sleep = promise;
        return resolve;
      };
      return { kept, said, notes, owner, sleeping, dying: (when: typeof dies) => (dies = when) };
    }),
  };
}
const left = async () => {
  const pages = await embedded.store.documents.list('command');
  return pages.flatMap((page) => pageOf(page)?.commands ?? []).length;
};
/** The store answers in turn: what was asked of it before, and after its answers, is done. */
async function afterOthers(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await embedded.store.documents.put('elsewhere', 'after', turn);
}
const owners = async () => (await embedded.store.documents.list('command')).map((page) => pageOf(page)?.owner);
/** Of the writes of commands, counted from one, these are done and nobody hears of it. */
const unanswered =
  (which: readonly number[]): Seen =>
  (documents) => {
    let count = 0;
    return {
      ...documents,
      async put(...args) {
        const revision = await documents.put(...args);
        if (args[0] === 'command') count += 1;
        if (args[0] === 'command' && which.includes(count)) throw new Error('no answer');
        return revision;
      },
    };
  };
const untilLeft = (count: number) => vi.waitFor(async () => expect(await left()).toBe(count), 5_000);

/** One that was silent is back, and has let go of the command that another took over and still answers, until `goOn`. */
async function takenOver() {
  const { all, clock } = processes(2);
  const [silent, other] = all;
  const wake = silent?.sleeping();
  const goOn = other?.sleeping();
  const first = silent?.kept.answer(asking('aux ayer'));
  await untilLeft(1);
  other?.kept.watch(true);
  await vi.waitFor(async () => expect(await owners()).toEqual([other?.owner]));
  wake?.();
  await first;
  return { silent, other, clock, goOn };
}

describe('a command that was taken', () => {
  it('is answered and forgotten', async () => {
    const [one] = processes(1).all;
    await one?.kept.answer(asking('agentes ayer'));
    expect([one?.said, await left()]).toEqual([['agentes ayer'], 0]);
  });

  it('is answered by another process where the one that took it died before', async () => {
    const { all } = processes(2);
    const [doomed, heir] = all;
    doomed?.dying('before');
    void doomed?.kept.answer(asking('agentes ayer'));
    await untilLeft(1);
    heir?.kept.watch(true);
    await vi.waitFor(() => expect(heir?.said).toEqual(['agentes ayer']));
    await untilLeft(0);
    expect([doomed?.said, heir?.notes]).toEqual([[], []]);
    await heir?.kept.close();
  });

  it('is answered at the next start where no other process shares the store', async () => {
    const { all, clock } = processes(2);
    const [doomed, next] = all;
    doomed?.dying('before');
    doomed?.kept.watch(false);
    void doomed?.kept.answer(asking('aux ayer'));
    await untilLeft(1);
    next?.kept.watch(false);
    await vi.waitFor(() => expect(next?.said).toEqual(['aux ayer']));
    await untilLeft(0);
    expect(clock.waiting).toBe(0);
  });

  it('is left to a process that lives, however long it takes, and taken from one that is silent', async () => {
    const { all, clock } = processes(2);
    const [slow, other] = all;
    slow?.dying('before');
    slow?.kept.watch(true);
    other?.kept.watch(true);
    void slow?.kept.answer(asking('aux ayer'));
    await untilLeft(1);
    const beat = async () => {
      const before = clock.waiting;
      clock.move(3_000);
      await vi.waitFor(() => expect(clock.waiting).toBe(before));
    };
    for (let beats = 0; beats < 5; beats += 1) await beat();
    expect(other?.said).toEqual([]);
    await slow?.kept.close();
    await beat();
    await vi.waitFor(() => expect(other?.said).toEqual(['aux ayer']));
    await other?.kept.close();
  });

  it('is left to whom took it over from one that was silent and comes back before it is answered', async () => {
    const { silent, other, clock, goOn } = await takenOver();
    expect([silent?.said, await left()]).toEqual([[], 1]);
    goOn?.();
    await untilLeft(0);
    expect([silent?.said, other?.said, clock.waiting]).toEqual([[], ['aux ayer'], 1]);
    await other?.kept.close();
  });

  it.each(['agentes ayer', 'agentes ayer here'])(
    'is not done twice where nobody knows whether its effect is there (%s): the person is told',
    async (text) => {
      const { all } = processes(2);
      const [doomed, heir] = all;
      doomed?.dying(text.endsWith('here') ? 'before' : 'within');
      void doomed?.kept.answer(asking(text));
      await untilLeft(1);
      if (!text.endsWith('here')) await vi.waitFor(() => expect(doomed?.said).toHaveLength(1));
      heir?.kept.watch(true);
      await vi.waitFor(() => expect(heir?.notes).toHaveLength(1));
      expect(heir?.notes[0]?.headline).toBe(
        `Me interrumpieron al responder "/wolkvox ${text}". Si la respuesta no llegó, pídela otra vez.`,
      );
      expect(heir?.said).toEqual([]);
      await heir?.kept.close();
    },
  );

  it('is left to whom took it over, also while that one still answers and the one that was silent looks around', async () => {
    const { silent, other, clock, goOn } = await takenOver();
    silent?.kept.watch(true);
    await vi.waitFor(() => expect(clock.waiting).toBe(2));
    clock.move(3_000);
    await vi.waitFor(() => expect(clock.waiting).toBe(2));
    goOn?.();
    await vi.waitFor(() => expect(other?.said).toEqual(['aux ayer']));
    await untilLeft(0);
    expect(silent?.said).toEqual([]);
    await Promise.all([silent?.kept.close(), other?.kept.close()]);
  });

  it('is not swept away with the empty page on which it comes to stand', async () => {
    const looked = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const late: Seen = (documents) => ({
      ...documents,
      async list(...args) {
        const found = await documents.list(...args);
        looked.resolve();
        await goOn.promise;
        return found;
      },
    });
    const { all } = processes(2, [null, late]);
    const [silent, other] = all;
    await silent?.kept.answer(asking('agentes ayer'));
    other?.kept.watch(true);
    await looked.promise;
    const wake = silent?.sleeping();
    const second = silent?.kept.answer(asking('aux ayer'));
    await untilLeft(1);
    goOn.resolve();
    await other?.kept.close();
    await afterOthers();
    wake?.();
    await second;
    expect(silent?.said).toEqual(['agentes ayer', 'aux ayer']);
  });

  it('is not taken away where it is written in a way that is not known here', async () => {
    await embedded.store.documents.put('command', 'k', { version: 3, owner: 'newer' });
    const { all } = processes(1);
    all[0]?.kept.watch(true);
    await all[0]?.kept.close();
    await afterOthers();
    expect(await embedded.store.documents.get('command', 'k')).not.toBeNull();
  });

  it.each(['agentes ayer', 'agentes ayer here'])(
    'is answered or told of once where the store did not say that it was written (%s), and its process died after the answer',
    async (text) => {
      const { all } = processes(2, [unanswered([1])]);
      const [doomed, heir] = all;
      doomed?.dying('within');
      void doomed?.kept.answer(asking(text));
      await vi.waitFor(() => expect(doomed?.said).toEqual([text]));
      heir?.kept.watch(true);
      await vi.waitFor(() => expect(heir?.notes).toHaveLength(1));
      await untilLeft(0);
      expect(heir?.said).toEqual([]);
      await heir?.kept.close();
    },
  );

  it('is told of although the store did not say that it was taken off', async () => {
    const { all } = processes(2, [null, unanswered([2])]);
    const [doomed, heir] = all;
    doomed?.dying('within');
    void doomed?.kept.answer(asking('agentes ayer'));
    await vi.waitFor(() => expect(doomed?.said).toHaveLength(1));
    heir?.kept.watch(true);
    await vi.waitFor(() => expect(heir?.notes).toHaveLength(1));
    await heir?.kept.close();
  });

  it('is told of once where taking it over takes longer than the next look', async () => {
    const puts: (() => void)[] = [];
    const slow: Seen = (documents) => ({
      ...documents,
      async put(...args) {
        const revision = await documents.put(...args);
        if (args[0] === 'command' && puts.length === 0) await new Promise<void>((resolve) => puts.push(resolve));
        return revision;
      },
    });
    const { all, clock } = processes(2, [null, slow]);
    const [doomed, heir] = all;
    doomed?.dying('within');
    void doomed?.kept.answer(asking('agentes ayer'));
    await vi.waitFor(() => expect(doomed?.said).toHaveLength(1));
    heir?.kept.watch(true);
    await vi.waitFor(() => expect([puts.length, clock.waiting]).toEqual([1, 1]));
    clock.move(3_000);
    await vi.waitFor(() => expect(clock.waiting).toBe(1));
    await afterOthers();
    puts[0]?.();
    await afterOthers();
    await heir?.kept.close();
    expect(heir?.notes).toHaveLength(1);
  });

  it('is answered once where the store is away meanwhile: who was silent because of it is not taken for dead', async () => {
    const away = [false, false];
    const { all, clock } = processes(2, [], away);
    const [one, other] = all;
    const beat = async () => {
      await vi.waitFor(() => expect(clock.waiting).toBe(2));
      clock.move(3_000);
      await vi.waitFor(() => expect(clock.waiting).toBe(2));
      await afterOthers();
    };
    one?.kept.watch(true);
    other?.kept.watch(true);
    const wake = one?.sleeping();
    const answered = one?.kept.answer(asking('aux ayer'));
    await untilLeft(1);
    await beat();
    away.fill(true);
    wake?.();
    await answered;
    for (let beats = 0; beats < 4; beats += 1) await beat();
    away[1] = false;
    await beat();
    away[0] = false;
    for (let beats = 0; beats < 6; beats += 1) await beat();
    expect([one?.said, other?.said, await left()]).toEqual([['aux ayer'], [], 0]);
    await Promise.all([one?.kept.close(), other?.kept.close()]);
  });

  it('that another left is answered once where the store is away meanwhile', async () => {
    const away = [false, false];
    const { all, clock } = processes(2, [], away);
    const [doomed, heir] = all;
    doomed?.dying('before');
    void doomed?.kept.answer(asking('aux ayer'));
    await untilLeft(1);
    const wake = heir?.sleeping();
    heir?.kept.watch(true);
    await vi.waitFor(async () => expect(await owners()).toEqual([heir?.owner]));
    await vi.waitFor(() => expect(clock.waiting).toBe(1));
    away[1] = true;
    wake?.();
    await vi.waitFor(() => expect(heir?.said).toEqual(['aux ayer']));
    await afterOthers();
    away[1] = false;
    clock.move(3_000);
    await untilLeft(0);
    expect(heir?.said).toEqual(['aux ayer']);
    await heir?.kept.close();
  });

  it('is told to Slack in time where the store does not answer', async () => {
    const stalled: Seen = (documents) => ({ ...documents, put: () => new Promise(() => {}) });
    const { all, clock } = processes(1, [stalled]);
    const begin = vi.fn(async () => {});
    void all[0]?.kept.answer({ ...asking('agentes ayer'), begin });
    expect(clock.waiting).toBe(1);
    clock.move(2_000);
    await vi.waitFor(() => expect(begin).toHaveBeenCalledOnce());
  });
});
