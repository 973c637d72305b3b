import { afterAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/adapters/store/index.ts';
import { startRedisCluster, startRedisWithUser } from '../fixtures/redis-kinds.ts';
import { notingLog } from '../fixtures/quiet-log.ts';
import { describeLanes } from './lanes.ts';
import { describeSchedules } from './schedules.ts';
import { describeStore } from './store.ts';

const opened = async (url: string) => {
  const engine = await openEngine({ redisUrl: url, dataDir: null, log: notingLog() });
  if (!engine.ok) throw new Error(JSON.stringify(engine.problem));
  return engine.value;
};

for (const [name, start] of [
  ['a Redis Cluster', startRedisCluster],
  ['a Redis user with the documented rights alone', startRedisWithUser],
] as const) {
  const redis = await start();
  if (redis === null) continue;
  describe(`with ${name}`, () => {
    describeStore(name, async () => (await opened(redis.url)).store);
    describeLanes(name, async () => opened(redis.url));
    describeSchedules(name, async () => opened(redis.url), { processes: true });

    it('says that it is one of several nodes, and its policy', async () => {
      const { engine, describe: found, close } = await opened(redis.url);
      expect(engine).toMatchObject({
        kind: 'redis',
        cluster: name === 'a Redis Cluster' ? { host: '127.0.0.1' } : null,
      });
      expect(await found()).toMatchObject({ kind: 'redis', policy: 'noeviction' });
      await close();
    });
  });
  afterAll(() => redis.close());
}
