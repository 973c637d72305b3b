import { setTimeout as pause } from 'node:timers/promises';
import type { IRedisClient, JobsOptions, JobType, PgPool, WorkerOptions } from 'bullmq';
import { isLive, reaching, type RedisAddress } from './reach.ts';

/** What a job carries. The operation says whose handler it is, since operations of one token share a lane. */
export type JobData = { readonly operation: string; readonly payload: unknown };

/** Of BullMQ's classes only what a lane uses, so that both backends fit. */
export interface LaneJob {
  readonly id?: string | undefined;
  readonly data: JobData;
  readonly priority: number;
  readonly finishedOn?: number | undefined;
  readonly failedReason?: string | undefined;
  readonly returnvalue: unknown;
  /** `prevMillis`: the nominal time of a scheduler's job. */
  readonly opts: { readonly prevMillis?: number | undefined };
  changePriority(options: { priority: number }): Promise<void>;
}
export interface LaneQueue {
  add(name: string, data: JobData, options: JobsOptions): Promise<LaneJob>;
  getJob(id: string): Promise<LaneJob | undefined>;
  getJobCounts(...states: JobType[]): Promise<Record<string, number>>;
  setGlobalConcurrency(limit: number): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}
/** Of BullMQ's queue what schedules use. */
export interface ScheduleQueue extends LaneQueue {
  getJobScheduler(id: string): Promise<SchedulerSeen | undefined>;
  getJobSchedulers(): Promise<SchedulerSeen[]>;
  upsertJobScheduler(
    id: string,
    repeat: { readonly pattern: string; readonly tz: string },
    template: { readonly name: string; readonly data: JobData },
  ): Promise<unknown>;
  removeJobScheduler(id: string): Promise<boolean>;
}
export type SchedulerSeen = {
  readonly key: string;
  readonly pattern?: string;
  readonly tz?: string;
  readonly next?: number;
};
export interface LaneEvents {
  on(event: 'completed', listener: (args: { jobId: string; returnvalue: unknown }) => void): unknown;
  on(event: 'failed', listener: (args: { jobId: string; failedReason: string }) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}
export interface LaneWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: LaneJob | undefined, error: Error) => void): unknown;
  close(): Promise<void>;
}
export type Process = (job: LaneJob, token: string | undefined, signal: AbortSignal | undefined) => Promise<unknown>;

/** BullMQ on one of its two backends. */
export interface Bull {
  /** Several processes may serve one lane: the limit of jobs at once must then be kept by the engine, not by one worker. */
  readonly shared: boolean;
  /** Resolves once the engine answered or refused for the first time: a question asked before that would fail for nothing. */
  queue(name: string): Promise<ScheduleQueue>;
  events(name: string): LaneEvents;
  worker(name: string, process: Process, concurrency: number): LaneWorker;
  /**
   * To be called before closing. From here on an engine that is away is not awaited any more; where it is away now, its
   * connections end first, since BullMQ waits for ever for the good-bye of one that is between two attempts.
   */
  giveUp(): Promise<void>;
}

/** Where jobs are kept. The pool is a `pg.Pool` look-alike over the embedded database. */
export type LaneEngine =
  | ({ readonly kind: 'redis' } & RedisAddress)
  | { readonly kind: 'embedded'; readonly pool: PgPool };

const PREFIX = '{vigia}';
const JOB_OPTIONS = {
  attempts: 1,
  removeOnComplete: { age: 600, count: 200 },
  removeOnFail: { age: 24 * 60 * 60, count: 200 },
};
const TAKEN_UP_AGAIN = 3;
const RETRY_MS = 1_000;
const EVENTS_KEPT = 1_000;
const LONGEST_PAUSE_MS = 2_000;
const MARGIN_MS = 250;

/** A job whose worker died is taken up again between `lockMs` and one and a half times that later, three times at most. */
export async function openBull(engine: LaneEngine, lockMs: number): Promise<Bull> {
  const workers = {
    lockDuration: lockMs,
    stalledInterval: Math.floor(lockMs / 2),
    maxStalledCount: TAKEN_UP_AGAIN,
    runRetryDelay: RETRY_MS,
  };
  return engine.kind === 'redis' ? redisBull(engine, workers) : embeddedBull(engine.pool, workers);
}

type WorkerTimes = Pick<WorkerOptions, 'lockDuration' | 'stalledInterval' | 'maxStalledCount' | 'runRetryDelay'>;

async function redisBull(address: RedisAddress, workers: WorkerTimes): Promise<Bull> {
  const { Queue, QueueEvents, Worker } = await import('bullmq');
  let givenUp = false;
  const clients: IRedisClient[] = [];
  const reach = reaching(address, (times) => (givenUp ? null : Math.min(50 * 2 ** times, LONGEST_PAUSE_MS)));
  // BullMQ's version check would remember a first failure for ever.
  const common = { prefix: PREFIX, skipVersionCheck: true };
  return {
    shared: true,
    async queue(name) {
      const { connection, of } = reach('hasty');
      const queue = of(
        new Queue<JobData>(name, {
          ...common,
          connection,
          skipWaitingForReady: true,
          defaultJobOptions: JOB_OPTIONS,
          streams: { events: { maxLen: EVENTS_KEPT } },
        }),
      );
      queue.on('error', () => {});
      const client = await queue.getBackend().client;
      clients.push(client);
      const met = ['ready', 'error', 'close'].map((event) => once(client, event));
      if (!isLive(client)) await Promise.race(met);
      return queue;
    },
    events(name) {
      const { connection, of } = reach('patient');
      return of(new QueueEvents(name, { ...common, connection }));
    },
    worker(name, process, concurrency) {
      const { connection, of } = reach('patient');
      return of(new Worker<JobData>(name, process, { ...common, ...workers, connection, concurrency }));
    },
    async giveUp() {
      givenUp = true;
      if (clients.some((client) => !isLive(client))) await pause(LONGEST_PAUSE_MS + MARGIN_MS);
    },
  };
}

async function embeddedBull(pool: PgPool, workers: WorkerTimes): Promise<Bull> {
  const { createPostgresBackend, DEFAULT_SCHEMA, runMigrations, withBackend } = await import('bullmq');
  const client = await pool.connect();
  try {
    await runMigrations(client);
    // The embedded database has one session: this holds for every query that BullMQ will send.
    await client.query(`SET search_path TO ${DEFAULT_SCHEMA}, public`);
  } finally {
    client.release();
  }
  const { Queue, QueueEvents, Worker } = withBackend(createPostgresBackend);
  return {
    shared: false,
    queue: async (name) => new Queue<JobData>(name, { connection: pool, defaultJobOptions: JOB_OPTIONS }),
    events: (name) => new QueueEvents(name, { connection: pool }),
    // Always one at a time: with more slots than jobs allowed, this backend looks for work without a pause.
    worker: (name, process) => new Worker<JobData>(name, process, { ...workers, connection: pool, concurrency: 1 }),
    giveUp: async () => {},
  };
}

function once(client: IRedisClient, event: string): Promise<void> {
  return new Promise((resolve) => client.once(event, () => resolve()));
}
