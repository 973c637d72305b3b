import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startRedisCluster, startRedisTls, startRedisWithUser } from '../fixtures/redis-kinds.ts';
import { startRedis } from '../fixtures/redis-server.ts';
import { start } from './floor/child.ts';
import { READING } from './floor/floor.ts';
import { openTown, type Town } from './floor/town.ts';

const [cluster, user, tls, evicting] = await Promise.all([
  startRedisCluster(),
  startRedisWithUser(),
  startRedisTls(),
  startRedis(['--maxmemory-policy', 'allkeys-lru', '--rename-command', 'CONFIG', '']),
]);
let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(async () => {
  await town.close();
  for (const redis of [cluster, user, tls, evicting]) await redis?.close();
});
afterEach(() => town.wolkvox.heal());

/** A web and a worker answer a command and end well, without having said any secret. */
async function serves(env: Readonly<Record<string, string>>): Promise<void> {
  const bots = await Promise.all(['web', 'worker'].map((role) => town.run({ ...env, VIGIA_ROLE: role })));
  const asked = await town.slack.slash('laura', 'operaciones', 'agentes ayer');
  expect((await asked.answer(({ text }) => !READING.test(text))).text).toMatch(/llamadas ayer/);
  const ended = await Promise.all(bots.map((bot) => bot.end()));
  expect(ended.map(({ code, err }) => [code, err])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  expect(ended.map(({ out }) => out).join('')).not.toMatch(/invented|pa\/ss|pa%2Fss/);
}

describe('a web and a worker', () => {
  it.skipIf(cluster === null)('work on a Redis Cluster of three nodes', () =>
    serves({ REDIS_URL: cluster?.url ?? '' }),
  );

  it.skipIf(user === null)('work as a Redis user with the documented rights alone', () =>
    serves({ REDIS_URL: user?.url ?? '' }),
  );

  it.skipIf(tls === null)('work on Redis with TLS, trusting the authority that NODE_EXTRA_CA_CERTS names', () =>
    serves({ REDIS_URL: tls?.url ?? '', NODE_EXTRA_CA_CERTS: tls?.ca ?? '' }),
  );
});

describe('a start that is refused', () => {
  const refused = async (redisUrl: string) => {
    const { code, err } = await start('src/main.ts', [], { ...town.env, REDIS_URL: redisUrl }).ended;
    return { code, err };
  };

  it.skipIf(tls === null)('because nobody vouches for the certificate ends with 69', async () => {
    expect(await refused(tls?.url ?? '')).toEqual({ code: 69, err: expect.stringMatching(/^store\.unavailable: /) });
  });

  it.skipIf(evicting === null)(
    'because Redis may drop what it was given ends with 78 and names noeviction, also where CONFIG is forbidden',
    async () => {
      const { code, err } = await refused(evicting?.url ?? '');
      expect([code, err]).toEqual([78, expect.stringMatching(/^store\.evicts: .*allkeys-lru.*noeviction/)]);
    },
  );
});
