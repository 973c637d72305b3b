import { setTimeout as pause } from 'node:timers/promises';
import { nextSlots } from '../../core/digests/cadence.ts';
import type { Clock, Log, Schedules } from '../../ports.ts';
import { type Bull, type LaneEngine, type LaneJob, type LaneWorker, openBull, type ScheduleQueue } from './engine.ts';

type Handler = (at: number, signal: AbortSignal) => Promise<void>;
type GroupHandler = (id: string, at: number, signal: AbortSignal) => Promise<void>;

const LOCK_MS = 30_000;
const CLOSING_MS = 3_000;
const AT_ONCE = 4;
/** A worker may find a run before its process has declared all its schedules. */
const DECLARED_WITHIN_MS = 10_000;
const HOUR_MS = 3_600_000;
/** Patterns that come every hour, or at least every day, have a next run no further away than this. */
const FAR_MS = { hourly: 2 * HOUR_MS, other: 8 * 24 * HOUR_MS } as const;
const EVERY_HOUR = /^\S+ \* \* \* \*$/;

/** The schedules port on BullMQ's job schedulers: a queue for each group, named `schedule-<group>`. The engine stays open. */
export function openSchedules(options: {
  readonly engine: LaneEngine;
  readonly log: Log;
  /** The machine's, by which the engine keeps its runs. */
  readonly clock: Pick<Clock, 'now'>;
  readonly lockMs?: number;
}): Schedules {
  const { engine, log, clock, lockMs = LOCK_MS } = options;
  const groups = new Map<string, Promise<Group>>();
  let bull: Promise<Bull> | null = null;
  let closing: Promise<void> | null = null;

  const openGroup = async (name: string): Promise<Group> => {
    bull ??= openBull(engine, lockMs);
    const opened = await bull;
    return new Group(name, await opened.queue(name), opened, clock, log);
  };
  const groupOf = (group: string): Promise<Group> => {
    if (closing !== null) return Promise.reject(new Error('the schedules are closed'));
    const opened = groups.get(group) ?? openGroup(`schedule-${group}`);
    groups.set(group, opened);
    opened.catch(() => groups.delete(group));
    return opened;
  };
  const closeAll = async (): Promise<void> => {
    const opened = await Promise.allSettled(groups.values());
    await (await bull)?.giveUp();
    await Promise.all(opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value.close()] : [])));
  };

  return {
    async every(id, cron, zone, handler) {
      await (await groupOf(groupIn(id))).every(id, cron, zone, handler);
    },
    async declare(id, cron, zone) {
      await (await groupOf(groupIn(id))).declare(id, cron, zone);
    },
    async serve(group, handler) {
      (await groupOf(group)).serve(handler);
    },
    async end(id) {
      await (await groupOf(groupIn(id))).end(id);
    },
    async keepOnly(group, ids) {
      await (await groupOf(group)).keepOnly(new Set(ids));
    },
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}

function groupIn(id: string): string {
  return id.split('/', 1)[0] ?? id;
}

class Group {
  readonly #name: string;
  readonly #queue: ScheduleQueue;
  readonly #bull: Bull;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #log: Log;
  readonly #handlers = new Map<string, Handler>();
  readonly #running = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  #groupHandler: GroupHandler | null = null;
  #worker: LaneWorker | null = null;
  #troubled = false;

  constructor(name: string, queue: ScheduleQueue, bull: Bull, clock: Pick<Clock, 'now'>, log: Log) {
    this.#name = name;
    this.#queue = queue;
    this.#bull = bull;
    this.#clock = clock;
    this.#log = log;
    queue.on('error', this.#trouble);
  }

  async every(id: string, cron: string, zone: string, handler: Handler): Promise<void> {
    this.#handlers.set(id, handler);
    await this.declare(id, cron, zone);
    this.#worker ??= this.#work();
  }

  serve(handler: GroupHandler): void {
    this.#groupHandler = handler;
    this.#worker ??= this.#work();
  }

  async declare(id: string, cron: string, zone: string): Promise<void> {
    const there = await this.#queue.getJobScheduler(id);
    // Written only when it is another one: writing it again would replace the run that is overdue, and so lose it.
    const same = there?.pattern === cron && there.tz === zone && !this.#isAhead(cron, zone, there.next);
    if (!same || !(await this.#goesOn(id, there.next))) {
      await this.#queue.upsertJobScheduler(id, { pattern: cron, tz: zone }, jobOf(id));
    }
  }

  async end(id: string): Promise<void> {
    this.#handlers.delete(id);
    await this.#queue.removeJobScheduler(id);
  }

  async keepOnly(ids: ReadonlySet<string>): Promise<void> {
    for (const { key } of await this.#queue.getJobSchedulers()) {
      if (!ids.has(key)) await this.#queue.removeJobScheduler(key);
    }
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    const closed = this.#worker?.close();
    await Promise.allSettled(this.#running);
    await inTime(Promise.all([closed, this.#queue.close()]));
  }

  /** A schedule lives in its next run alone: where that was lost, nothing would ever come again. */
  async #goesOn(id: string, next: number | undefined): Promise<boolean> {
    return next !== undefined && (await this.#queue.getJob(`repeat:${id}:${next}`)) !== undefined;
  }

  /** A next run beyond the ones that come next was set by a clock that was ahead: until then nothing would come. */
  #isAhead(cron: string, zone: string, next: number | undefined): boolean {
    const now = this.#clock.now();
    const far = EVERY_HOUR.test(cron) ? FAR_MS.hourly : FAR_MS.other;
    if (next === undefined || next - now <= far) return false;
    const [first, second] = nextSlots({ kind: 'cron', cron }, zone, now, 2);
    return first !== undefined && next > (second ?? first);
  }

  #work(): LaneWorker {
    const worker = this.#bull.worker(this.#name, (job) => this.#run(job), this.#bull.shared ? AT_ONCE : 1);
    worker.on('error', this.#trouble);
    worker.on('failed', (job, error) => {
      this.#log.error('schedule.run-lost', { schedule: job?.data.operation, cause: error.name });
    });
    return worker;
  }

  async #run(job: LaneJob): Promise<void> {
    const id = job.data.operation;
    const handler = await this.#declared(id);
    const at = job.opts.prevMillis;
    if (handler === undefined || at === undefined) {
      this.#log.warn('schedule.unknown', { schedule: id });
      return;
    }
    const running = handler(at, this.#stopping.signal).catch((cause: unknown) => {
      this.#log.error('schedule.failed', { schedule: id, cause });
    });
    this.#running.add(running);
    await running;
    this.#running.delete(running);
  }

  async #declared(id: string): Promise<Handler | undefined> {
    for (let waited = 0; waited < DECLARED_WITHIN_MS && !this.#stopping.signal.aborted; waited += 100) {
      const handler = this.#handlerOf(id);
      if (handler !== undefined) return handler;
      await pause(100, undefined, { ref: false });
    }
    return this.#handlerOf(id);
  }

  #handlerOf(id: string): Handler | undefined {
    const whole = this.#groupHandler;
    return this.#handlers.get(id) ?? (whole === null ? undefined : (at, signal) => whole(id, at, signal));
  }

  readonly #trouble = (error: unknown): void => {
    if (this.#troubled) return;
    this.#troubled = true;
    this.#log.warn('schedule.troubled', {
      group: this.#name,
      cause: error instanceof Error ? error.name : typeof error,
    });
  };
}

function jobOf(id: string): {
  readonly name: string;
  readonly data: { readonly operation: string; readonly payload: null };
} {
  return { name: 'run', data: { operation: id, payload: null } };
}

async function inTime(closing: Promise<unknown>): Promise<void> {
  const timer = new AbortController();
  const late = pause(CLOSING_MS, undefined, { signal: timer.signal });
  await Promise.allSettled([Promise.race([closing, late]).finally(() => timer.abort())]);
}
