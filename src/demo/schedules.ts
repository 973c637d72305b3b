import { cronTimes } from '../core/digests/cron-times.ts';
import { readCron } from '../core/digests/cron.ts';
import type { Clock, Log, Schedules } from '../ports.ts';

type Handler = (at: number, signal: AbortSignal) => Promise<void>;
type GroupHandler = (id: string, at: number, signal: AbortSignal) => Promise<void>;
type Declared = { readonly cron: string; readonly zone: string; seen: number };

const LOOK_EVERY_MS = 1_000;
const MINUTE = 60_000;

/** The schedules port by the demo's clock, in this process alone: at night a digest for 10:43 comes when the page shows 10:43. */
export function demoSchedules(clock: Clock, log: Log): Schedules {
  const declared = new Map<string, Declared>();
  const own = new Map<string, Handler>();
  const groups = new Map<string, GroupHandler>();
  const running = new Map<string, Promise<void>>();
  const stopping = new AbortController();

  const run = async (id: string, at: number): Promise<void> => {
    try {
      const handler = own.get(id);
      if (handler !== undefined) await handler(at, stopping.signal);
      else await groups.get(groupIn(id))?.(id, at, stopping.signal);
    } catch (cause) {
      log.error('schedule.failed', { schedule: id, cause });
    } finally {
      running.delete(id);
    }
  };
  const look = (now: number): void => {
    for (const [id, schedule] of declared) {
      if (Math.floor(now / MINUTE) === Math.floor((schedule.seen - 1) / MINUTE)) continue;
      const cron = readCron(schedule.cron);
      if (cron === null || running.has(id)) continue;
      const [at] = cronTimes(cron, schedule.zone, schedule.seen, now + 1);
      schedule.seen = now + 1;
      if (at !== undefined) running.set(id, run(id, at));
    }
  };
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      look(clock.now());
      await clock.wait(LOOK_EVERY_MS, stopping.signal);
    }
  })().catch((cause: unknown) => {
    if (!stopping.signal.aborted) log.error('schedules.stopped', { cause });
  });

  const declare: Schedules['declare'] = async (id, cron, zone) => {
    const before = declared.get(id);
    if (before?.cron !== cron || before.zone !== zone) declared.set(id, { cron, zone, seen: clock.now() });
  };
  return {
    declare,
    async every(id, cron, zone, handler) {
      own.set(id, handler);
      await declare(id, cron, zone);
    },
    async serve(group, handler) {
      groups.set(group, handler);
    },
    async end(id) {
      declared.delete(id);
      own.delete(id);
    },
    async keepOnly(group, ids) {
      for (const id of declared.keys()) {
        if (groupIn(id) === group && !ids.includes(id)) declared.delete(id);
      }
    },
    async close() {
      stopping.abort();
      await Promise.all([looking, ...running.values()]);
    },
  };
}

function groupIn(id: string): string {
  return id.split('/', 1)[0] ?? id;
}
