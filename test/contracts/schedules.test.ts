import { afterAll } from 'vitest';
import { openTestStore } from '../fixtures/embedded-store.ts';
import { startRedis } from '../fixtures/redis-server.ts';
import { describeSchedules } from './schedules.ts';

describeSchedules(
  'the embedded engine',
  async () => {
    const { pool, close } = await openTestStore();
    return { engine: { kind: 'embedded', pool }, close };
  },
  { processes: false },
);

const redis = await startRedis();
if (redis !== null) {
  const engine = { kind: 'redis', url: redis.url } as const;
  describeSchedules('Redis', async () => ({ engine, close: async () => {} }), { processes: true });
  afterAll(async () => {
    await redis.close();
  });
}
