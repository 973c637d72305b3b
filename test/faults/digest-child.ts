import { flushCompileCache } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { openEmbedded } from '../../src/adapters/store/embedded.ts';
import { openRedis } from '../../src/adapters/store/redis.ts';
import { openDigests } from '../../src/app-digests.ts';
import { Secret } from '../../src/config/secret.ts';
import { PLAIN_OPERATION } from '../../src/core/operation.ts';
import type { Digest } from '../../src/core/digests/digest.ts';
import { formats } from '../../src/flows/read/format-for.ts';
import type { Clock, Store } from '../../src/ports.ts';
import { handSchedules } from '../fixtures/hand-schedules.ts';
import { notingLog } from '../fixtures/quiet-log.ts';

// A process of its own that posts digests and may be killed at any moment. It says what it does; its clock runs as fast as it is told.
const told = z.object({
  apiUrl: z.string(),
  token: z.string(),
  /** A folder or an address of Redis. */
  store: z.string(),
  now: z.number(),
  /** 0: waiting takes no time at all. */
  times: z.number(),
  unmovedMs: z.number().optional(),
});
const order = z.object({ run: z.string(), at: z.number() });
const say = (what: string): void => {
  if (process.connected) process.send?.(what);
};

process.once('message', (message) => {
  flushCompileCache();
  void begin(told.parse(message));
});
say('here');

async function begin({ apiUrl, token, store: where, now, times, unmovedMs }: z.infer<typeof told>): Promise<void> {
  const { store } = await openStore(where);
  const clock = times === 0 ? jumping(now) : running(now, times);
  const log = notingLog();
  const settings = {
    operations: [PLAIN_OPERATION] as const,
    channels: {},
    roles: null,
    command: '/wolkvox',
    digests: [],
    rules: [],
  };
  const digests = openDigests(
    {
      settings,
      clock,
      log,
      store,
      metrics: { count: () => {}, gauge: () => {}, observe: () => {}, text: async () => '' },
      formatFor: formats(),
      schedules: handSchedules(),
      closing: new AbortController().signal,
      holidays: { isHoliday: () => false },
      newId: () => String(process.pid),
      makeDigest: async ({ name }) => ({
        card: { headline: `${name}: todo dentro de lo habitual.`, sections: [], trust: [], actions: [] },
        named: null,
        missing: [],
        readAll: true,
      }),
      config: {
        slack: {
          mode: null,
          botToken: new Secret(token, { kind: 'literal' }),
          appToken: null,
          signingSecret: null,
          apiUrl,
          command: '/wolkvox',
        },
      },
    },
    { jitterMs: 1, ...(unmovedMs === undefined ? {} : { unmovedMs }) },
  );
  /** What others began is finished first. */
  const finish = async (): Promise<void> => {
    for (;;) {
      await digests.reconcile();
      if ((await store.documents.list('digest-open')).length === 0) return;
      if (times === 0) await clock.wait(60_000);
      else await pause(50);
    }
  };
  await finish();
  process.on('message', (message) => {
    void (async () => {
      const { run, at } = order.parse(message);
      await untilItWorks(async () => {
        await digests.book.save(digestOf(run, at), 'absent');
        await digests.jobs.declare(digestOf(run, at));
      });
      if (times === 0) await clock.wait(at - clock.now());
      say('begun');
      await untilItWorks(async () => {
        await digests.sender.run(run, at);
        await finish();
      });
      say('done');
    })();
  });
  say('ready');
}

/** As the schedules do with a run that failed, and the sweep with what it left. */
async function untilItWorks(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch {
      await pause(100);
    }
  }
}

function digestOf(id: string, at: number): Digest {
  // Bogotá is five hours behind all year; the slot comes once a year.
  const local = new Date(at - 5 * 3_600_000);
  const cron = [local.getUTCMinutes(), local.getUTCHours(), local.getUTCDate(), local.getUTCMonth() + 1, '*'].join(' ');
  return {
    id,
    name: id,
    operation: PLAIN_OPERATION.id,
    targets: [
      { kind: 'channel', id: 'C01OPERACIONES' },
      { kind: 'channel', id: 'C02SUPERVISORES' },
      { kind: 'person', id: 'U02CARLOS' },
    ],
    parts: [{ kind: 'quota' }],
    cadence: { kind: 'cron', cron },
    zone: null,
    locale: null,
    skipHolidays: false,
    lateMs: 14_400_000,
    owner: null,
    paused: false,
    origin: 'slack',
  };
}

async function openStore(where: string): Promise<{ readonly store: Store }> {
  const log = notingLog();
  const opened = where.startsWith('redis')
    ? await openRedis({ url: where, log })
    : await openEmbedded({ dir: where, log });
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

/** For a process that is alone: who waits has waited. */
function jumping(start: number): Clock {
  let now = start;
  return {
    now: () => now,
    async wait(ms) {
      await new Promise((resolve) => setImmediate(resolve));
      now += Math.max(0, ms);
    },
  };
}

function running(start: number, times: number): Clock {
  const from = performance.now();
  return {
    now: () => Math.round(start + (performance.now() - from) * times),
    wait: (ms) => pause(Math.max(0, ms) / times),
  };
}
