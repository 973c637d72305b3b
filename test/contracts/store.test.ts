import { afterAll } from 'vitest';
import { openRedis } from '../../src/adapters/store/redis.ts';
import { openTestStore } from '../fixtures/embedded-store.ts';
import { notingLog } from '../fixtures/quiet-log.ts';
import { startRedis } from '../fixtures/redis-server.ts';
import { describeStore } from './store.ts';

describeStore('the embedded engine', async () => (await openTestStore()).store);

const redis = await startRedis();
if (redis !== null) {
  describeStore('Redis', async () => {
    const opened = await openRedis({ url: redis.url, log: notingLog() });
    if (!opened.ok) throw new Error(opened.problem.code);
    return opened.value.store;
  });
  afterAll(async () => {
    await redis.close();
  });
}
