import { Redis } from 'ioredis';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { keepsAll, openEngine } from '../../../src/adapters/store/index.ts';
import { type OpenedRedis, openRedis } from '../../../src/adapters/store/redis.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';
import { freePort, startRedis } from '../../fixtures/redis-server.ts';

const redis = await startRedis();

describe.skipIf(redis === null)('the store on Redis', () => {
  const url = redis?.url ?? '';
  const toClose: (() => Promise<void>)[] = [];
  const open = async (to = url, log = notingLog()): Promise<OpenedRedis> => {
    const opened = await openRedis({ url: to, log });
    if (!opened.ok) throw new Error(opened.problem.code);
    toClose.push(opened.value.close);
    return opened.value;
  };
  const raw = async <T>(use: (client: Redis) => Promise<T>): Promise<T> => {
    const client = new Redis(url);
    try {
      return await use(client);
    } finally {
      client.disconnect();
    }
  };

  afterEach(async () => {
    await redis?.back();
    await Promise.all(toClose.splice(0).map((close) => close()));
    await raw((client) => client.config('SET', 'maxmemory-policy', 'noeviction'));
  });
  afterAll(async () => {
    await redis?.close();
  });

  it('fails at once while Redis is away, and works again when it is back, with what was written', async () => {
    const log = notingLog();
    const { store } = await open(url, log);
    await store.documents.put('room', 'k', 'kept');
    await redis?.away();
    for (const _attempt of [1, 2, 3]) await expect(store.ping()).rejects.toThrow('the store did not answer');
    await redis?.back();
    await vi.waitFor(() => store.ping(), { timeout: 15_000, interval: 50 });
    expect((await store.documents.get('room', 'k'))?.value).toBe('kept');
    expect(log.noted.map(({ event }) => event)).toEqual(['store.away', 'store.back']);
  });

  it('says where and why when it cannot be opened, never with the password', async () => {
    const port = await freePort();
    const opened = await openRedis({
      url: `redis://user:not-for-eyes@127.0.0.1:${port}`,
      log: notingLog(),
      patienceMs: 300,
    });
    expect(opened).toEqual({
      ok: false,
      problem: {
        code: 'store.unavailable',
        mayPass: true,
        retryAt: null,
        facts: { where: `127.0.0.1:${port}`, reason: 'ECONNREFUSED' },
      },
    });
  });

  it('says that the password is wrong without waiting', async () => {
    await raw((client) => client.config('SET', 'requirepass', 'invented'));
    const refused = await openRedis({ url: url.replace('//', '//:wrong@'), log: notingLog() });
    expect(refused).toMatchObject({ problem: { code: 'store.unavailable', facts: { reason: 'WRONGPASS' } } });
    const admin = new Redis(url.replace('//', '//:invented@'));
    await admin.config('SET', 'requirepass', '');
    admin.disconnect();
  });

  it('says the policy to whoever asks; one that may drop what was stored is refused, one that is not shown is believed', async () => {
    await raw((client) => client.config('SET', 'maxmemory-policy', 'allkeys-lru'));
    const opened = await openEngine({ redisUrl: url, dataDir: null, log: notingLog() });
    if (!opened.ok) throw new Error(opened.problem.code);
    toClose.push(opened.value.close);
    const where = new URL(url).host;
    expect(await keepsAll(opened.value, notingLog())).toMatchObject({
      problem: { code: 'store.evicts', facts: { where, policy: 'allkeys-lru' } },
    });
    await raw((client) => client.config('SET', 'maxmemory-policy', 'noeviction'));
    expect(await keepsAll(opened.value, notingLog())).toEqual({ ok: true, value: undefined });
    const log = notingLog();
    const shy = async () => ({ kind: 'redis', where, tls: false, policy: null }) as const;
    expect(await keepsAll({ describe: shy }, log)).toMatchObject({ ok: true });
    expect(log.noted).toMatchObject([{ level: 'warn', event: 'store.policy-unknown' }]);
  });

  it('describes itself by place and policy', async () => {
    const opened = await openEngine({ redisUrl: url, dataDir: null, log: notingLog() });
    if (!opened.ok) throw new Error(opened.problem.code);
    toClose.push(opened.value.close);
    expect(await opened.value.describe()).toEqual({
      kind: 'redis',
      where: new URL(url).host,
      tls: false,
      policy: 'noeviction',
    });
    expect(opened.value.engine).toEqual({ kind: 'redis', url, cluster: null });
  });

  it('lets what expires go from Redis and from the list after the grace', async () => {
    const { store } = await open();
    await store.documents.put('expiring', 'old', 1, { expiresAt: 1_000 });
    await store.documents.put('expiring', 'everlasting', 1);
    await store.counters.add('c', 1, 1_000);
    await store.claims.take('c', 'a', 1, 1_000);
    await raw(async (client) => {
      const kept = ['{vigia}:document:expiring:old', '{vigia}:counter:c', '{vigia}:claim:c'];
      for (const key of kept) expect(await client.pttl(key)).toBeGreaterThan(50 * 60_000);
      expect(await client.pttl('{vigia}:document:expiring:everlasting')).toBe(-1);
      await client.pexpireat('{vigia}:document:expiring:old', 1);
      await client.zadd('{vigia}:expiring:expiring', 1, 'old');
      expect((await store.documents.list('expiring')).map(({ key }) => key)).toEqual(['everlasting']);
      expect(await client.zcard('{vigia}:index:expiring')).toBe(1);
      expect(await client.zcard('{vigia}:expiring:expiring')).toBe(0);
    });
  });

  it('keeps a document for good once it is written without an expiry', async () => {
    const { store } = await open();
    await store.documents.put('kept', 'k', 1, { expiresAt: 1_000 });
    await store.documents.put('kept', 'k', 2);
    await raw(async (client) => {
      expect(await client.pttl('{vigia}:document:kept:k')).toBe(-1);
      expect(await client.zcard('{vigia}:expiring:kept')).toBe(0);
    });
  });

  it('goes on where the server forgot the scripts that it had been given', async () => {
    const { store } = await open();
    expect(await store.counters.add('forgotten', 1, 1_000)).toBe(1);
    await raw((client) => client.script('FLUSH'));
    const adds = [1, 2, 3].map(() => store.counters.add('forgotten', 1, 1_000));
    expect((await Promise.all(adds)).toSorted((a, b) => a - b)).toEqual([2, 3, 4]);
  });

  it('puts all its keys under one hash tag', async () => {
    const { store } = await open();
    await store.logs.append('log', 1, 1);
    const names = await raw((client) => client.keys('*'));
    expect(names.filter((name) => !name.startsWith('{vigia}:'))).toEqual([]);
  });

  it('does not carry what was stored on its errors', async () => {
    const { store } = await open();
    await raw((client) => client.set('{vigia}:counter:text', 'not a number'));
    const error: unknown = await store.counters.add('text', 1, 1).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('{vigia}');
  });
});
