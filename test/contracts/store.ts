import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports.ts';

const NOW = Date.UTC(2026, 10, 19, 15, 0, 0);
const LATER = NOW + 60_000;
const RUNS = { numRuns: 25 };

/** What every maker of the store keeps. `open` gives a store; `close` is called once at the end. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`the store on ${name}`, () => {
    let store: Store;
    let used = 0;
    const fresh = (): string => `room ${(used += 1)}: á`;

    beforeAll(async () => {
      store = await open();
    });
    afterAll(async () => {
      await store.close();
    });

    it('answers a ping', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });

    describe('documents', () => {
      it('gives null for what was never written', async () => {
        expect(await store.documents.get(fresh(), 'a')).toBeNull();
      });

      it('gives back any JSON value as it was written', async () => {
        const room = fresh();
        await fc.assert(
          fc.asyncProperty(fc.jsonValue(), async (value) => {
            await store.documents.put(room, 'k', value);
            const read = await store.documents.get(room, 'k');
            expect(read?.value).toEqual(JSON.parse(JSON.stringify(value)));
          }),
          RUNS,
        );
      });

      it('keeps what a text column or a protocol might trip over', async () => {
        const room = fresh();
        const value = { text: 'nul \u0000, quote ", back \\, newline \n, 👩‍🚒, half \ud800', number: 1e21, empty: '' };
        await store.documents.put(room, "key ' with : * ? [ and ñ", value);
        expect((await store.documents.get(room, "key ' with : * ? [ and ñ"))?.value).toEqual(value);
      });

      it('keeps long values as they were, in less room than they take when written', async () => {
        const room = fresh();
        const value = {
          rows: Array.from({ length: 300 }, (_, at) => ({ agent: `Ñáñez ${at} 👩‍🚒 \ud800`, calls: at })),
        };
        await store.documents.put(room, 'bogota/a', value);
        await store.documents.put(room, 'bogota/b', 1);
        await store.documents.put(room, 'lima/a', value);
        expect((await store.documents.get(room, 'bogota/a'))?.value).toEqual(value);
        const size = await store.size(room, 'bogota/');
        expect(size.documents).toBe(2);
        expect(size.bytes).toBeGreaterThan(100);
        expect(size.bytes).toBeLessThan(JSON.stringify(value).length / 2);
        expect(await store.size(room, 'quito/')).toEqual({ documents: 0, bytes: 0 });
      });

      it('keeps undefined as null', async () => {
        const room = fresh();
        await store.documents.put(room, 'k', undefined);
        expect((await store.documents.get(room, 'k'))?.value).toBeNull();
      });

      it('raises the revision with every write, also after a delete', async () => {
        const room = fresh();
        const first = await store.documents.put(room, 'k', 1);
        const second = await store.documents.put(room, 'k', 2);
        await store.documents.delete(room, 'k');
        const third = await store.documents.put(room, 'k', 3, { expected: 'absent' });
        expect(first).not.toBeNull();
        expect(second).toBeGreaterThan(first ?? 0);
        expect(third).toBeGreaterThan(second ?? 0);
        expect((await store.documents.get(room, 'k'))?.revision).toBe(third);
      });

      it('writes over the revision that was expected, and over no other', async () => {
        const room = fresh();
        const first = (await store.documents.put(room, 'k', 'one')) ?? 0;
        expect(await store.documents.put(room, 'k', 'two', { expected: first })).toBeGreaterThan(first);
        expect(await store.documents.put(room, 'k', 'three', { expected: first })).toBeNull();
        expect((await store.documents.get(room, 'k'))?.value).toBe('two');
      });

      it('does not write where a revision was expected and nothing is', async () => {
        expect(await store.documents.put(fresh(), 'k', 'v', { expected: 1 })).toBeNull();
      });

      it('does not write where absence was expected and something is', async () => {
        const room = fresh();
        await store.documents.put(room, 'k', 'first');
        expect(await store.documents.put(room, 'k', 'second', { expected: 'absent' })).toBeNull();
        expect((await store.documents.get(room, 'k'))?.value).toBe('first');
      });

      it('lets exactly one of many writers win over the same revision', async () => {
        const room = fresh();
        await fc.assert(
          fc.asyncProperty(fc.integer({ min: 2, max: 12 }), fc.boolean(), async (writers, absent) => {
            await store.documents.delete(room, 'k');
            const expected = absent ? 'absent' : ((await store.documents.put(room, 'k', 'start')) ?? 0);
            const tries = Array.from({ length: writers }, (_, writer) =>
              store.documents.put(room, 'k', writer, { expected }),
            );
            const won = (await Promise.all(tries)).map((revision) => revision !== null);
            expect(won.filter(Boolean)).toHaveLength(1);
            expect((await store.documents.get(room, 'k'))?.value).toBe(won.indexOf(true));
          }),
          RUNS,
        );
      });

      it('does what is asked at once in the order in which it was asked, for each key', async () => {
        const act = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('put', 'new', 'delete'));
        await fc.assert(
          fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 150 }), async (acts) => {
            const room = fresh();
            const kept = new Map<string, number>();
            const wanted = acts.map(([key, what], at) => {
              const written = what === 'put' || (what === 'new' && !kept.has(key));
              if (written) kept.set(key, at);
              if (what === 'delete') kept.delete(key);
              return written;
            });
            const done = await Promise.all(
              acts.map(async ([key, what], at) => {
                if (what === 'delete') return store.documents.delete(room, key).then(() => false);
                const expected = what === 'new' ? 'absent' : 'any';
                return (await store.documents.put(room, key, at, { expected })) !== null;
              }),
            );
            expect(done).toEqual(wanted);
            const left = await store.documents.list(room);
            expect(new Map(left.map(({ key, value }) => [key, value]))).toEqual(kept);
          }),
          RUNS,
        );
      });

      it('forgets what was deleted, alone', async () => {
        const room = fresh();
        await store.documents.put(room, 'a', 1);
        await store.documents.put(room, 'b', 2);
        await store.documents.delete(room, 'a');
        await store.documents.delete(room, 'never there');
        expect((await store.documents.list(room)).map((document) => document.key)).toEqual(['b']);
      });

      it('keeps collections apart, whatever their names', async () => {
        const room = fresh();
        await store.documents.put(`${room}:a`, 'b', 1);
        await store.documents.put(room, 'a:b', 2);
        expect((await store.documents.get(`${room}:a`, 'b'))?.value).toBe(1);
        expect(await store.documents.list(room)).toHaveLength(1);
      });

      it('lists by code point, by prefix, after a key and up to a limit', async () => {
        const key = fc.oneof(
          fc.string({ unit: fc.constantFrom('a', 'b', ':', 'ñ', 'Z', '\uffee', '😀', '%', '_'), maxLength: 4 }),
        );
        await fc.assert(
          fc.asyncProperty(
            fc.uniqueArray(key, { maxLength: 12 }),
            fc.option(key, { nil: undefined }),
            fc.option(key, { nil: undefined }),
            fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
            async (keys, prefix, after, limit) => {
              const room = fresh();
              await Promise.all(keys.map((one) => store.documents.put(room, one, { one })));
              const listed = await store.documents.list(room, {
                ...(prefix === undefined ? {} : { prefix }),
                ...(after === undefined ? {} : { after }),
                ...(limit === undefined ? {} : { limit }),
              });
              const wanted = keys
                .filter((one) => one.startsWith(prefix ?? ''))
                .filter((one) => after === undefined || byCodePoint(one, after) > 0)
                .sort(byCodePoint)
                .slice(0, limit);
              expect(listed.map((document) => document.key)).toEqual(wanted);
              expect(listed.map((document) => document.value)).toEqual(wanted.map((one) => ({ one })));
            },
          ),
          { numRuns: 40 },
        );
      });

      it('pages through a long list without a gap or a repeat', async () => {
        const room = fresh();
        const keys = Array.from({ length: 1_203 }, (_, at) => `k${String(at).padStart(5, '0')}`);
        await Promise.all(keys.map((key) => store.documents.put(room, key, null)));
        expect((await store.documents.list(room)).map((document) => document.key)).toEqual(keys);
        const paged: string[] = [];
        for (;;) {
          const after = paged.at(-1);
          const page = await store.documents.list(room, { limit: 250, ...(after === undefined ? {} : { after }) });
          if (page.length === 0) break;
          paged.push(...page.map((document) => document.key));
        }
        expect(paged).toEqual(keys);
      });

      it('does not drop a document early because the caller lives at another time than the engine', async () => {
        const room = fresh();
        await store.documents.put(room, 'k', 'v', { expiresAt: 1_000 });
        expect((await store.documents.get(room, 'k'))?.value).toBe('v');
        expect(await store.documents.list(room)).toHaveLength(1);
      });
    });

    describe('logs', () => {
      it('reads a window, oldest first or newest first, with entries of one instant in the order they came', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 }),
            fc.record({
              from: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
              to: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
              limit: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
              newestFirst: fc.boolean(),
            }),
            async (instants, { from, to, limit, newestFirst }) => {
              const stream = fresh();
              for (const [order, at] of instants.entries())
                await store.logs.append(stream, NOW + at, { same: 1, order });
              const read = await store.logs.read(stream, {
                newestFirst,
                ...(from === undefined ? {} : { from: NOW + from }),
                ...(to === undefined ? {} : { to: NOW + to }),
                ...(limit === undefined ? {} : { limit }),
              });
              const entries = instants
                .map((at, order) => ({ at: NOW + at, value: { same: 1, order } }))
                .filter(({ at }) => at >= NOW + (from ?? 0) && at < NOW + (to ?? 10))
                .sort((a, b) => a.at - b.at || a.value.order - b.value.order);
              expect(read).toEqual((newestFirst ? entries.reverse() : entries).slice(0, limit));
            },
          ),
          RUNS,
        );
      });

      it('keeps two equal entries', async () => {
        const stream = fresh();
        await store.logs.append(stream, NOW, 'same');
        await store.logs.append(stream, NOW, 'same');
        expect(await store.logs.read(stream)).toHaveLength(2);
      });

      it('trims what is older and says how much', async () => {
        const stream = fresh();
        for (const at of [1, 2, 3]) await store.logs.append(stream, NOW + at, at);
        expect(await store.logs.trim(stream, NOW + 3)).toBe(2);
        expect(await store.logs.trim(stream, NOW + 3)).toBe(0);
        expect((await store.logs.read(stream)).map((entry) => entry.value)).toEqual([3]);
      });
    });

    describe('counters', () => {
      it('is 0 before it was touched', async () => {
        expect(await store.counters.get(fresh())).toBe(0);
      });

      it('adds up whatever is added at the same time', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 }),
            async (amounts) => {
              const key = fresh();
              const seen = await Promise.all(amounts.map((amount) => store.counters.add(key, amount, LATER)));
              const sum = amounts.reduce((total, amount) => total + amount, 0);
              expect(await store.counters.get(key)).toBe(sum);
              expect(seen).toContain(sum);
            },
          ),
          RUNS,
        );
      });

      it('can be set', async () => {
        const key = fresh();
        await store.counters.add(key, 5, LATER);
        await store.counters.set(key, 812, LATER);
        expect(await store.counters.add(key, 1, LATER)).toBe(813);
      });

      it('refuses a fraction', async () => {
        await expect(store.counters.add(fresh(), 0.5, LATER)).rejects.toThrow('whole numbers');
      });
    });

    describe('claims', () => {
      it('gives it to exactly one of many takers', async () => {
        await fc.assert(
          fc.asyncProperty(fc.integer({ min: 2, max: 12 }), async (takers) => {
            const key = fresh();
            const tries = Array.from({ length: takers }, (_, taker) => store.claims.take(key, `t${taker}`, NOW, LATER));
            expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
          }),
          RUNS,
        );
      });

      it('holds until its time by the clock of the taker, then lets another in', async () => {
        const key = fresh();
        expect(await store.claims.take(key, 'a', NOW, LATER)).toBe(true);
        expect(await store.claims.take(key, 'b', LATER - 1, LATER + 1)).toBe(false);
        expect(await store.claims.take(key, 'b', LATER, LATER + 1)).toBe(true);
      });

      it('lets the owner extend', async () => {
        const key = fresh();
        await store.claims.take(key, 'a', NOW, LATER);
        expect(await store.claims.take(key, 'a', NOW + 1, LATER + 60_000)).toBe(true);
        expect(await store.claims.take(key, 'b', LATER + 1, LATER + 2)).toBe(false);
      });

      it('is released by its owner alone', async () => {
        const key = fresh();
        await store.claims.take(key, 'a', NOW, LATER);
        await store.claims.release(key, 'b');
        expect(await store.claims.take(key, 'b', NOW, LATER)).toBe(false);
        await store.claims.release(key, 'a');
        expect(await store.claims.take(key, 'b', NOW, LATER)).toBe(true);
      });

      it('holds also for a caller who lives long before the engine', async () => {
        const key = fresh();
        expect(await store.claims.take(key, 'a', 1_000, 2_000)).toBe(true);
        expect(await store.claims.take(key, 'b', 1_500, 2_500)).toBe(false);
      });
    });
  });
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
