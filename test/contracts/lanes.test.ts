import { afterAll } from 'vitest';
import { openTestStore } from '../fixtures/embedded-store.ts';
import { startRedis } from '../fixtures/redis-server.ts';
import { describeLanes } from './lanes.ts';

describeLanes('the embedded engine', async () => {
  const { pool, close } = await openTestStore();
  return { engine: { kind: 'embedded', pool }, close };
});

const redis = await startRedis();
if (redis !== null) {
  describeLanes('Redis', async () => ({ engine: { kind: 'redis', url: redis.url }, close: async () => {} }));
  afterAll(async () => {
    await redis.close();
  });
}
