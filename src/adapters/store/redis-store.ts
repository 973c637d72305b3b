import { createHash } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';
import type { Claims, Counters, Documents, LogEntry, Logs, Store, StoredDocument } from '../../ports.ts';
import { reasonOf } from './reason.ts';
import { ADD, APPEND, DELETE, LIST, PUT, RELEASE, SET, TAKE } from './redis-scripts.ts';
import { decode, encode, wholeNumber } from './values.ts';

const PREFIX = '{vigia}';
const PAGE = 500;
const ABOVE_ALL_UTF8 = Buffer.from([0xff]);

type Run = (script: string, keys: readonly string[], args: readonly (string | number | Buffer)[]) => Promise<unknown>;

/** The store's port on Redis. All keys share one hash tag, so that scripts over several keys also work on a Cluster. */
export function redisStore(redis: Redis | Cluster, close: () => Promise<void>): Store {
  const run: Run = (script, keys, args) => answer(runScript(redis, script, keys, args));
  return {
    documents: documents(redis, run),
    logs: logs(redis, run),
    counters: counters(redis, run),
    claims: claims(run),
    size: (collection, prefix) => sizeOf(redis, run, collection, prefix),
    async ping() {
      // Of a cluster any node would answer a PING: what counts is the one that holds our keys.
      await answer<unknown>(redis.isCluster ? redis.exists(`${PREFIX}:revision`) : redis.ping());
    },
    close,
  };
}

const names = new Map<string, string>();

/** Scripts go by name. A server that does not know one (new, or emptied) did nothing, is given its text, and knows it from then on. */
async function runScript(
  redis: Redis | Cluster,
  script: string,
  keys: readonly string[],
  args: readonly (string | number | Buffer)[],
): Promise<unknown> {
  const name = names.get(script) ?? createHash('sha1').update(script).digest('hex');
  names.set(script, name);
  try {
    return await redis.evalsha(name, keys.length, ...keys, ...args);
  } catch (error) {
    if (reasonOf(error) !== 'NOSCRIPT') throw error;
    return redis.eval(script, keys.length, ...keys, ...args);
  }
}

/** ioredis hangs the command with its values on its errors: only the reason may leave this file. */
function answer<T>(command: Promise<T>): Promise<T> {
  return command.catch((error: unknown) => {
    throw new Error(`the store did not answer: ${reasonOf(error)}`);
  });
}

function keysOf(collection: string): { document: (key: string) => string; index: string; expiring: string } {
  const name = encodeURIComponent(collection);
  return {
    document: (key) => `${PREFIX}:document:${name}:${key}`,
    index: `${PREFIX}:index:${name}`,
    expiring: `${PREFIX}:expiring:${name}`,
  };
}

async function sizeOf(redis: Redis | Cluster, run: Run, collection: string, prefix: string): ReturnType<Store['size']> {
  const { document, index, expiring } = keysOf(collection);
  const highest = Buffer.concat([Buffer.from(`(${prefix}`), ABOVE_ALL_UTF8]);
  const size = { documents: 0, bytes: 0 };
  for (let lowest = `[${prefix}`; ; ) {
    const keys = asStrings(await run(LIST, [index, expiring], [lowest, highest, PAGE]));
    const lengths = await Promise.all(keys.map((key) => answer(redis.strlen(document(key)))));
    size.documents += keys.length;
    size.bytes += lengths.reduce((sum, length) => sum + length, 0);
    if (keys.length < PAGE) return size;
    lowest = `(${keys.at(-1) ?? ''}`;
  }
}

function documents(redis: Redis | Cluster, run: Run): Documents {
  return {
    async get(collection, key) {
      return asDocument(key, await answer(redis.get(keysOf(collection).document(key))));
    },
    async put(collection, key, value, options = {}) {
      const { expected = 'any', expiresAt } = options;
      const { document, index, expiring } = keysOf(collection);
      const keys = [document(key), index, expiring, `${PREFIX}:revision`];
      const revision = await run(PUT, keys, [expected, key, encode(value), expiresAt ?? '']);
      return revision === null ? null : Number(revision);
    },
    async delete(collection, key) {
      const { document, index, expiring } = keysOf(collection);
      await run(DELETE, [document(key), index, expiring], [key]);
    },
    async list(collection, options = {}) {
      const { prefix = '', limit = Number.POSITIVE_INFINITY } = options;
      const { document, index, expiring } = keysOf(collection);
      const highest = Buffer.concat([Buffer.from(`(${prefix}`), ABOVE_ALL_UTF8]);
      const found: StoredDocument[] = [];
      let lowest = options.after === undefined || isBefore(options.after, prefix) ? `[${prefix}` : `(${options.after}`;
      for (;;) {
        const wanted = Math.min(PAGE, limit - found.length);
        if (wanted <= 0) return found;
        const keys = asStrings(await run(LIST, [index, expiring], [lowest, highest, wanted]));
        if (keys.length === 0) return found;
        const values = await answer(redis.mget(keys.map(document)));
        for (const [at, key] of keys.entries()) {
          const one = asDocument(key, values[at] ?? null);
          if (one !== null) found.push(one);
        }
        if (keys.length < wanted) return found;
        lowest = `(${keys.at(-1) ?? ''}`;
      }
    },
  };
}

/** By code point, as Redis compares: UTF-8 bytes stand in that order, JavaScript's own `<` does not. */
function isBefore(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}

function asDocument(key: string, stored: string | null): StoredDocument | null {
  if (stored === null) return null;
  const space = stored.indexOf(' ');
  return { key, revision: Number(stored.slice(0, space)), value: decode(stored.slice(space + 1)) };
}

/** Redis gives an array of bulk strings here; String() also takes what would be anything else without lying. */
function asStrings(reply: unknown): string[] {
  return Array.isArray(reply) ? reply.map(String) : [];
}

function logs(redis: Redis | Cluster, run: Run): Logs {
  const keyOf = (stream: string): string => `${PREFIX}:log:${encodeURIComponent(stream)}`;
  return {
    async append(stream, at, value) {
      await run(APPEND, [keyOf(stream), `${PREFIX}:log-id`], [Math.floor(at), encode(value)]);
    },
    async read(stream, options = {}) {
      const { from = '-inf', to, limit = -1, newestFirst = false } = options;
      const until = to === undefined ? '+inf' : `(${to}`;
      const page = ['LIMIT', 0, limit] as const;
      const flat = newestFirst
        ? await answer(redis.zrevrangebyscore(keyOf(stream), until, from, 'WITHSCORES', ...page))
        : await answer(redis.zrangebyscore(keyOf(stream), from, until, 'WITHSCORES', ...page));
      return asEntries(flat);
    },
    async trim(stream, before) {
      return answer(redis.zremrangebyscore(keyOf(stream), '-inf', `(${before}`));
    },
  };
}

/** Redis gives members and scores in turn. */
function asEntries(flat: readonly string[]): LogEntry[] {
  const entries: LogEntry[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const member = flat[at] ?? '';
    entries.push({ at: Number(flat[at + 1]), value: decode(member.slice(member.indexOf(' ') + 1)) });
  }
  return entries;
}

function counters(redis: Redis | Cluster, run: Run): Counters {
  const keyOf = (key: string): string => `${PREFIX}:counter:${key}`;
  return {
    async add(key, amount, expiresAt) {
      return Number(await run(ADD, [keyOf(key)], [wholeNumber(amount), expiresAt]));
    },
    async set(key, value, expiresAt) {
      await run(SET, [keyOf(key)], [wholeNumber(value), expiresAt]);
    },
    async get(key) {
      return Number((await answer(redis.get(keyOf(key)))) ?? 0);
    },
  };
}

function claims(run: Run): Claims {
  const keyOf = (key: string): string => `${PREFIX}:claim:${key}`;
  return {
    async take(key, owner, now, until) {
      return (await run(TAKE, [keyOf(key)], [owner, Math.floor(now), Math.floor(until)])) === 1;
    },
    async release(key, owner) {
      await run(RELEASE, [keyOf(key)], [owner]);
    },
  };
}
