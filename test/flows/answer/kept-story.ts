import { keptCommands } from '../../../src/flows/answer/kept-commands.ts';
import { plainCards } from '../../../src/flows/answer/plain-cards.ts';
import { formats } from '../../../src/flows/read/format-for.ts';
import type { Claims, Clock, Documents, Store } from '../../../src/ports.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

const NOON = Date.parse('2025-11-14T12:00:00Z');
const operation = laneOperation('bogota', 1);
const settings = { operations: [operation], channels: {}, roles: null, command: '/w', digests: [], rules: [] } as const;

/** A time that goes on when nothing is left to do before it, and chance that comes out alike for a seed. */
export function storyTime(seed: number) {
  let now = NOON;
  let state = seed + 1;
  const events: { readonly at: number; readonly happen: () => void }[] = [];
  const chance = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const after = (ms: number, happen: () => void): void => void events.push({ at: now + ms, happen });
  return {
    chance,
    after,
    now: () => now,
    sleep: (ms: number) => new Promise<void>((resolve) => after(ms, resolve)),
    async run(ms: number): Promise<void> {
      const end = now + ms;
      for (;;) {
        for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        const next = events.toSorted((one, other) => one.at - other.at)[0];
        if (next === undefined || next.at > end) return;
        events.splice(events.indexOf(next), 1);
        now = next.at;
        next.happen();
      }
    },
  };
}
export type StoryTime = ReturnType<typeof storyTime>;

/** The documents of commands and the claims of processes, as any engine keeps them. */
export function storyStore() {
  const documents = new Map<string, { readonly value: unknown; readonly revision: number }>();
  const claims = new Map<string, { readonly owner: string; readonly until: number }>();
  let revision = 0;
  return {
    get: (key: string) => {
      const found = documents.get(key);
      return found === undefined ? null : { key, ...found };
    },
    put: (key: string, value: unknown, expected: number | 'absent' | 'any' = 'any') => {
      const before = documents.get(key)?.revision ?? 'absent';
      if (expected !== 'any' && expected !== before) return null;
      revision += 1;
      documents.set(key, { value, revision });
      return revision;
    },
    delete: (key: string) => void documents.delete(key),
    list: () => [...documents].map(([key, found]) => ({ key, ...found })),
    take: (key: string, owner: string, now: number, until: number) => {
      const held = claims.get(key);
      if (held !== undefined && held.owner !== owner && held.until > now) return false;
      claims.set(key, { owner, until });
      return true;
    },
    release: (key: string, owner: string) => {
      if (claims.get(key)?.owner === owner) claims.delete(key);
    },
  };
}
type StoryStore = ReturnType<typeof storyStore>;

export type Tally = { readonly taken: Set<string>; readonly answers: string[]; readonly notes: string[] };

/** One process: it may die, and may be silent for a while, in which nothing of it happens. */
export function storyProcess(name: string, time: StoryTime, stored: StoryStore, tally: Tally) {
  const { chance, sleep, after } = time;
  let dead = false;
  let silence: Promise<void> | null = null;
  let ids = 0;
  const lives = async (): Promise<void> => {
    if (dead) await new Promise(() => {});
    if (silence === null) return;
    await silence;
    await lives();
  };
  const asked = async <T>(answer: () => T): Promise<T> => {
    const slow = chance() < 0.05 ? 1_900 : 20;
    await lives();
    await sleep((chance() * slow) / 2);
    if (dead) await new Promise(() => {});
    const given = answer();
    await sleep((chance() * slow) / 2);
    await lives();
    return given;
  };
  const documents: Documents = {
    get: (_, key) => asked(() => stored.get(key)),
    put: (_, key, value, options) => asked(() => stored.put(key, structuredClone(value), options?.expected)),
    delete: (_, key) => asked(() => stored.delete(key)),
    list: () => asked(() => stored.list()),
  };
  const claims: Claims = {
    take: (...args) => asked(() => stored.take(...args)),
    release: (...args) => asked(() => stored.release(...args)),
  };
  const clock: Clock = {
    now: time.now,
    async wait(ms, signal) {
      const aborted = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
      if (signal?.aborted !== true) await Promise.race([sleep(ms), aborted]);
      await lives();
    },
  };
  const store: Pick<Store, 'documents' | 'claims' | 'ping'> = { documents, claims, ping: async () => {} };
  const kept = keptCommands(
    {
      store,
      clock,
      log: notingLog(),
      newId: () => `${name}-${(ids += 1)}`,
      settings,
      people: { guess: () => ({ locale: 'es', operation }) },
      cards: plainCards({ clock, formatFor: formats(), settings, store }),
      async reply(_to, { headline }) {
        await lives();
        tally.notes.push(/"\/w ([^"]*)"/.exec(headline)?.[1] ?? headline);
      },
    },
    async ({ text, begin, mayAnswer }) => {
      await begin();
      await sleep(chance() * (chance() < 0.3 ? 25_000 : 500));
      await lives();
      if ((await mayAnswer?.()) === false) return;
      await sleep(chance() * 300);
      await lives();
      tally.answers.push(text);
    },
  );
  return {
    kept,
    isThere: () => !dead && silence === null,
    die: () => void (dead = true),
    silence(ms: number) {
      const { promise, resolve } = Promise.withResolvers<void>();
      silence ??= promise;
      after(ms, () => {
        silence = null;
        resolve();
      });
    },
    ask: (text: string) =>
      void kept.answer({
        sender: { user: 'U01', team: 'T01', channel: 'C01' },
        text,
        responseUrl: 'https://hooks.example/answer',
        begin: async () => void tally.taken.add(text),
      }),
  };
}
