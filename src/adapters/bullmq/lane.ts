import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { done, failed, kindOf, type Outcome } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import type { Clock, Log, Urgency } from '../../ports.ts';
import { Ends } from './ends.ts';
import type { Bull, JobData, LaneEvents, LaneQueue } from './engine.ts';
import { type Handler, Serving } from './serving.ts';

/** BullMQ takes the smallest number first. */
const PRIORITY: Readonly<Record<Urgency, number>> = { person: 1, alert: 2, digest: 3, history: 4 };
const SUBMISSIONS = 3;
const CLOSING_MS = 3_000;

type Flight = { urgency: Urgency; job: string | null; readonly ended: Promise<Outcome<unknown>> };

/** The queue of one token: what this process asks of it and, where it serves, what it does for it. */
export class Lane {
  readonly #name: string;
  readonly #bull: Bull;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #queue: LaneQueue;
  readonly #flights = new Map<string, Flight>();
  readonly #inFlight = new Map<string, number>();
  #asking: { readonly events: LaneEvents; readonly ends: Ends } | null = null;
  #serving: Serving | null = null;
  #troubled = false;

  constructor(name: string, queue: LaneQueue, bull: Bull, clock: Clock, log: Log) {
    this.#name = name;
    this.#bull = bull;
    this.#clock = clock;
    this.#log = log;
    this.#queue = queue;
    this.#queue.on('error', this.#trouble);
  }

  async ask(operation: Operation, key: string, payload: unknown, urgency: Urgency, patienceMs: number) {
    this.#inFlight.set(operation.id, operation.pacing.inFlight);
    const id = createHash('sha256')
      .update(JSON.stringify([operation.id, key]))
      .digest('hex')
      .slice(0, 32);
    const flight = this.#join(id, urgency) ?? this.#start(id, { operation: operation.id, payload }, urgency);
    const patience = new AbortController();
    const outOfPatience = this.#clock
      .wait(patienceMs, patience.signal)
      .then((): Outcome<unknown> => failed('wolkvox.in-progress'));
    try {
      return await Promise.race([flight.ended, outOfPatience]);
    } finally {
      patience.abort();
    }
  }

  serve(operation: Operation, handler: Handler): void {
    this.#inFlight.set(operation.id, operation.pacing.inFlight);
    this.#serving ??= new Serving(this.#bull, this.#name, this.#atOnce(), this.#log, this.#trouble);
    this.#serving.handle(operation.id, handler);
  }

  counts(): Promise<Record<string, number>> {
    return this.#queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'completed', 'failed');
  }

  /** Waits for the handlers that run, so long as patience lasts; what the engine then does not answer in time is left as it is. */
  async close(patienceMs: number): Promise<void> {
    const drained = new AbortController();
    const late = this.#clock.wait(patienceMs, drained.signal);
    await Promise.race([this.#serving?.drain(), late]);
    drained.abort();
    this.#serving?.giveUp();
    await inTime(this.#serving?.close());
    await inTime(this.#asking?.ends.close());
    await inTime(Promise.all([this.#asking?.events.close(), this.#queue.close()]));
  }

  #join(id: string, urgency: Urgency): Flight | null {
    const flight = this.#flights.get(id);
    if (flight === undefined) return null;
    if (PRIORITY[urgency] < PRIORITY[flight.urgency]) {
      flight.urgency = urgency;
      if (flight.job !== null) void this.#raise(flight.job, urgency);
    }
    return flight;
  }

  #start(id: string, data: JobData, urgency: Urgency): Flight {
    const { promise: ended, resolve } = Promise.withResolvers<Outcome<unknown>>();
    const flight: Flight = { urgency, job: null, ended };
    this.#flights.set(id, flight);
    void this.#fly(flight, id, data).then((outcome) => {
      this.#flights.delete(id);
      resolve(outcome);
    });
    return flight;
  }

  /** Submits again what the engine lost: the flow reads its cache first and guards what was already consumed. */
  async #fly(flight: Flight, id: string, data: JobData): Promise<Outcome<unknown>> {
    for (let submission = 0; submission < SUBMISSIONS; submission += 1) {
      try {
        flight.job = await this.#submit(flight, id, data);
      } catch (error) {
        this.#trouble(error);
        return failed('store.unavailable');
      }
      this.#troubled = false;
      const end = await this.#ends().of(flight.job);
      flight.job = null;
      if (end.kind === 'completed') return done(end.value);
      if (end.kind === 'failed') return failed('unexpected');
      if (end.kind === 'closed') return failed('wolkvox.in-progress');
    }
    return failed('store.unavailable');
  }

  async #submit(flight: Flight, id: string, data: JobData): Promise<string> {
    // Before each job, not once: an engine that lost its data would otherwise let every process run one.
    if (this.#bull.shared) await this.#queue.setGlobalConcurrency(this.#atOnce());
    const wanted = randomUUID();
    const urgency = flight.urgency;
    const options = { jobId: wanted, priority: PRIORITY[urgency], deduplication: { id } };
    const job = await this.#queue.add('ask', data, options);
    const given = job.id ?? wanted;
    if (given !== wanted || flight.urgency !== urgency) await this.#raise(given, flight.urgency);
    return given;
  }

  /** Moves a job that waits further to the front, never back. Where it cannot be done the job just keeps its place. */
  async #raise(jobId: string, urgency: Urgency): Promise<void> {
    try {
      const job = await this.#queue.getJob(jobId);
      if (job === undefined || job.priority <= PRIORITY[urgency]) return;
      await job.changePriority({ priority: PRIORITY[urgency] });
    } catch (error) {
      this.#log.debug('lane.not-raised', { lane: this.#name, cause: kindOf(error) });
    }
  }

  #ends(): Ends {
    if (this.#asking === null) {
      const events = this.#bull.events(this.#name);
      events.on('error', this.#trouble);
      this.#asking = { events, ends: new Ends(this.#queue, events) };
    }
    return this.#asking.ends;
  }

  /** Operations that share a token share its limit: the strictest of them. */
  #atOnce(): number {
    return Math.min(...this.#inFlight.values());
  }

  readonly #trouble = (error: unknown): void => {
    if (this.#troubled) return;
    this.#troubled = true;
    this.#log.warn('lane.troubled', { lane: this.#name, cause: kindOf(error) });
  };
}

async function inTime(closing: Promise<unknown> | undefined): Promise<void> {
  const timer = new AbortController();
  const late = pause(CLOSING_MS, undefined, { signal: timer.signal });
  await Promise.allSettled([Promise.race([closing, late]).finally(() => timer.abort())]);
}
