import { setTimeout as pause } from 'node:timers/promises';
import type { LaneEvents, LaneQueue } from './engine.ts';
import { HANDLER_FAILED } from './serving.ts';

/** How a job ended. `gone`: nobody did it (the engine lost or forgot it, or its worker died so often that the engine gave it up). */
export type End =
  | { readonly kind: 'completed'; readonly value: unknown }
  | { readonly kind: 'failed' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'closed' };

const FIRST_LOOK_MS = 100;
const LONGEST_LOOK_MS = 2_000;

/**
 * Tells how jobs end. Events say it at once; since an event can be lost (a connection that breaks, a job that was
 * faster than the listening), unfinished jobs are also looked up, ever less often, while somebody waits for them.
 */
export class Ends {
  readonly #queue: LaneQueue;
  readonly #waiting = new Map<string, (end: End) => void>();

  constructor(queue: LaneQueue, events: LaneEvents) {
    this.#queue = queue;
    events.on('completed', ({ jobId, returnvalue }) => this.#settle(jobId, { kind: 'completed', value: returnvalue }));
    events.on('failed', ({ jobId, failedReason }) => this.#settle(jobId, endOf(failedReason)));
  }

  /** One waiter for each job: callers share the promise. */
  of(jobId: string): Promise<End> {
    return new Promise((resolve) => {
      this.#waiting.set(jobId, resolve);
      void this.#look(jobId);
    });
  }

  /** A last look at what is still waited for; what has not ended then is `closed`. */
  async close(): Promise<void> {
    for (const jobId of this.#waiting.keys()) {
      const end = await this.#read(jobId);
      this.#settle(jobId, end ?? { kind: 'closed' });
    }
  }

  async #look(jobId: string): Promise<void> {
    for (let ms = FIRST_LOOK_MS; this.#waiting.has(jobId); ms = Math.min(2 * ms, LONGEST_LOOK_MS)) {
      const end = await this.#read(jobId);
      if (end !== null) this.#settle(jobId, end);
      else await pause(ms, undefined, { ref: false });
    }
  }

  /** Null while the job has not ended, and while the engine does not answer. */
  async #read(jobId: string): Promise<End | null> {
    try {
      const job = await this.#queue.getJob(jobId);
      if (job === undefined) return { kind: 'gone' };
      if (job.finishedOn === undefined) return null;
      return job.failedReason === undefined ? { kind: 'completed', value: job.returnvalue } : endOf(job.failedReason);
    } catch {
      return null;
    }
  }

  #settle(jobId: string, end: End): void {
    const resolve = this.#waiting.get(jobId);
    this.#waiting.delete(jobId);
    resolve?.(end);
  }
}

/** Only a handler that ran to its end and threw has failed. */
function endOf(failedReason: string): End {
  return { kind: failedReason === HANDLER_FAILED ? 'failed' : 'gone' };
}
