import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Queue, Worker } from 'bullmq';
import { z } from 'zod';
import { startRedis } from '../test/fixtures/redis-server.ts';
import { REPORTS } from '../src/reports/catalog.ts';
import type { Digest } from '../src/core/digests/digest.ts';

// 10,000 digests at 08:00 on one worker, on Redis; their Slack without a pace, their clock moved to the minute. Beside it: BullMQ's job
// schedulers, as many, whose jobs do nothing.
const MANY = Number(process.argv[2] ?? 10_000);
const WINDOWS = 40;
const AT_ONCE = 4;
const SLOT = Date.parse('2025-11-14T08:00:00-05:00');

const real = Date.now.bind(Date);
let ahead = SLOT - 1_200_000 - real();
Date.now = () => real() + ahead;

const opened = z.object({ apiUrl: z.string(), botToken: z.string(), wolkvoxUrl: z.string(), token: z.string() });
const counted = z.object({
  posts: z.number(),
  distinct: z.number(),
  requests: z.number(),
});
const nothing = {
  seconds: Number.NaN,
  perSecond: Number.NaN,
  declare: Number.NaN,
  boot: Number.NaN,
  requests: Number.NaN,
  lost: Number.NaN,
  doubled: Number.NaN,
  memory: Number.NaN,
};

const redis = await startRedis();
if (redis === null) {
  console.log(JSON.stringify({ digests: nothing, bare: { perSecond: Number.NaN } }));
} else {
  const bare = await measureBare(`${redis.url}/1`);
  const digests = await measureDigests(`${redis.url}/0`);
  console.log(JSON.stringify({ digests, bare }));
  await redis.close();
  process.exit(0);
}

async function measureBare(url: string) {
  const started = ahead;
  const queue = new Queue('bare', { connection: { url }, prefix: '{bare}' });
  for (let index = 0; index < MANY; index += 100) {
    const some = Array.from({ length: Math.min(100, MANY - index) }, (_, at) => index + at);
    await Promise.all(
      some.map((at) =>
        queue.upsertJobScheduler(`d${at}`, { pattern: '0 8 * * *', tz: 'America/Bogota' }, { name: 'run' }),
      ),
    );
  }
  ahead = SLOT + 1_000 - real();
  let done = 0;
  const from = performance.now();
  const worker = new Worker('bare', async () => void (done += 1), {
    connection: { url, maxRetriesPerRequest: null },
    prefix: '{bare}',
    concurrency: AT_ONCE,
  });
  await until(() => done >= MANY);
  const seconds = (performance.now() - from) / 1_000;
  await worker.close();
  await queue.close();
  ahead = started;
  return { perSecond: MANY / seconds };
}

async function measureDigests(redisUrl: string) {
  const [
    { openHouse },
    { openDigests },
    { loadConfig },
    { createLog },
    { createMetrics },
    { systemClock },
    { NO_PACE },
    yaml,
  ] = await Promise.all([
    import('../src/app-house.ts'),
    import('../src/app-digests.ts'),
    import('../src/config/load.ts'),
    import('../src/adapters/log.ts'),
    import('../src/adapters/metrics.ts'),
    import('../src/adapters/clock.ts'),
    import('../src/flows/send/pace.ts'),
    import('../test/end-to-end/floor/floor-config.ts'),
  ]);
  const world = fork(join(import.meta.dirname, 'digest-world.ts'), { execArgv: [] });
  const heard = async <T>(shape: z.ZodType<T>): Promise<T> => shape.parse((await once(world, 'message'))[0]);
  const places = await heard(opened);
  const loaded = loadConfig({
    env: {
      SLACK_BOT_TOKEN: places.botToken,
      SLACK_APP_TOKEN: 'xapp-1-bench',
      SLACK_API_URL: places.apiUrl,
      WOLKVOX_TOKEN: places.token,
      VIGIA_CONFIG: 'vigia.yml',
      REDIS_URL: redisUrl,
    },
    readFile: () => yaml.floorYaml(places.wolkvoxUrl),
    purpose: 'bot',
    reports: REPORTS,
  });
  if (!loaded.ok) throw new Error('the configuration is wrong');
  let finished = 0;
  const metrics = createMetrics({ ofProcess: false });
  const counting = {
    ...metrics,
    count: (name: string, labels: Readonly<Record<string, string>>, by?: number) => {
      metrics.count(name, labels, by);
      if (name === 'vigia_digest_slots_total' && labels['result'] === 'sent') finished += 1;
    },
  };
  const log = createLog({ level: 'error', to: 'stderr' });
  const started = await openHouse({ config: loaded.config, clock: systemClock, log, metrics: counting });
  if (!started.ok) throw new Error(started.problem.code);
  const house = started.value;
  const digests = openDigests(house, { pace: NO_PACE, jitterMs: 1 });
  await house.work();

  const before = held();
  const declaring = performance.now();
  for (let index = 0; index < MANY; index += 50) {
    const some = Array.from({ length: Math.min(50, MANY - index) }, (_, at) => digestOf(index + at));
    await Promise.all(
      some.map(async (digest) => {
        await digests.book.save(digest, 'absent');
        await digests.jobs.declare(digest);
      }),
    );
  }
  const declare = (performance.now() - declaring) / 1_000;
  ahead = SLOT + 1_000 - real();
  const booting = performance.now();
  await digests.jobs.work(digests.sender, digests.reconcile);
  const boot = (performance.now() - booting) / 1_000;
  const from = performance.now();
  await until(() => finished >= MANY);
  const seconds = (performance.now() - from) / 1_000;
  const after = held();
  world.send('count');
  const { posts, distinct, requests } = await heard(counted);
  await house.close();
  world.kill();
  return {
    seconds,
    perSecond: MANY / seconds,
    declare,
    boot,
    requests,
    lost: MANY - distinct,
    doubled: posts - distinct,
    memory: ((after - before) / MANY) * 1_000,
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** MB. */
function held(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
}

function digestOf(index: number): Digest {
  const window = index % WINDOWS;
  const report = ['agents', 'aux', 'hold', 'preview all'][window % 4] ?? 'agents';
  const day = String(1 + Math.floor(window / 4)).padStart(2, '0');
  return {
    id: `d${index}`,
    name: `Corte ${index}`,
    operation: 'bogota',
    targets: [{ kind: 'channel', id: `C${String(index % 500).padStart(8, '0')}` }],
    parts: [{ kind: 'report', words: `${report} 2025-11-${day}` }],
    cadence: { kind: 'times', at: ['08:00'], weekdays: [1, 2, 3, 4, 5, 6, 7] },
    zone: null,
    locale: null,
    skipHolidays: false,
    lateMs: 14_400_000,
    owner: null,
    paused: false,
    origin: 'slack',
  };
}
