// The bot in a process of its own, its time moved by the driver, its schedules run as their patterns name.
import { readFileSync } from 'node:fs';
import { createLog } from '../../src/adapters/log.ts';
import { createMetrics } from '../../src/adapters/metrics.ts';
import { startBot } from '../../src/app.ts';
import { loadConfig } from '../../src/config/load.ts';
import { describeMistakes } from '../../src/config/mistake.ts';
import { readCron } from '../../src/core/digests/cron.ts';
import { cronTimes } from '../../src/core/digests/cron-times.ts';
import { REPORTS } from '../../src/reports/catalog.ts';
import { handSchedules } from '../fixtures/hand-schedules.ts';
import { movedClock } from './moved-clock.ts';
import type { Said, Told } from './story.ts';

const MB = 1024 * 1024;
const MINUTE = 60_000;
const EVERY_MINUTE = '* * * * *';
const say = (said: Said): void => void process.send?.(said);

const { clock, move, passing } = movedClock(Number(process.env['SOAK_FROM']));
const loaded = loadConfig({
  env: process.env,
  readFile: (path) => readFileSync(path, 'utf8'),
  purpose: 'bot',
  reports: REPORTS,
});
if (!loaded.ok) throw new Error(describeMistakes(loaded.mistakes));
const schedules = handSchedules();
const log = createLog({ level: 'warn', to: 'stderr' });
const started = await startBot({
  config: loaded.config,
  clock,
  log,
  metrics: createMetrics(),
  schedules,
  version: '0.0.0',
});
if (!started.ok) throw new Error(started.problem.code);
const { stop } = started.value;

let last = clock.now();
/** Runs what the patterns name since the last tick, each at its nominal time and in the order of these. */
async function tick(now: number): Promise<number> {
  const due = [...schedules.declared]
    .flatMap(([id, { cron, zone }]) => {
      // What comes every minute need not: the last of a tick is as good as each.
      const pattern = cron === EVERY_MINUTE ? null : readCron(cron);
      const times = pattern === null ? [now - (now % MINUTE)] : cronTimes(pattern, zone, last + 1, now + 1);
      return times.slice(-1).map((at) => ({ id, at }));
    })
    .sort((one, other) => one.at - other.at);
  last = now;
  move(now);
  for (const { id, at } of due) await passing(schedules.run(id, at));
  return due.length;
}

async function answer(told: Told): Promise<void> {
  switch (told.kind) {
    case 'tick':
      return say({ kind: 'ticked', ran: await tick(told.now) });
    case 'measure': {
      for (let turn = 0; turn < 4; turn += 1) {
        globalThis.gc?.();
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      const { heapUsed, external, rss } = process.memoryUsage();
      return say({ kind: 'measured', heap: heapUsed / MB, outside: external / MB, resident: rss / MB });
    }
    case 'stop':
      await passing(stop());
      process.exit(0);
  }
}
process.on('message', (told: Told) => {
  answer(told).catch((cause: unknown) => say({ kind: 'failed', why: String(cause) }));
});
say({ kind: 'ready' });
