import type { Log } from '../../ports.ts';
import type { Bull, LaneJob, LaneWorker } from './engine.ts';

export type Handler = (payload: unknown, signal: AbortSignal) => Promise<unknown>;

/** This process' part in serving one lane: a worker, and the handlers of the operations that share it. */
export class Serving {
  readonly #handlers = new Map<string, Handler>();
  readonly #worker: LaneWorker;
  readonly #name: string;
  readonly #log: Log;
  #closed: Promise<void> | null = null;
  readonly #running = new Map<Promise<unknown>, AbortController>();

  constructor(bull: Bull, name: string, concurrency: number, log: Log, troubled: (error: unknown) => void) {
    this.#name = name;
    this.#log = log;
    this.#worker = bull.worker(name, (job, _token, signal) => this.#process(job, signal), concurrency);
    this.#worker.on('error', troubled);
    this.#worker.on('failed', (job, error) => {
      if (!(error instanceof HandlerFailed))
        log.error('lane.job-lost', { lane: name, job: job?.id, cause: error.name });
    });
  }

  handle(operation: string, handler: Handler): void {
    this.#handlers.set(operation, handler);
  }

  /** Takes no more jobs and waits for the handlers that run. */
  async drain(): Promise<void> {
    this.#closed ??= this.#worker.close();
    await Promise.allSettled(this.#running.keys());
  }

  /** Tells the handlers that run to end. */
  giveUp(): void {
    for (const stop of this.#running.values()) stop.abort();
  }

  /** Until the worker has told the engine how its last jobs ended. */
  async close(): Promise<void> {
    await this.drain();
    await this.#closed;
  }

  async #process(job: LaneJob, signal: AbortSignal | undefined): Promise<unknown> {
    const stop = new AbortController();
    const work = this.#handle(job, signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]));
    this.#running.set(work, stop);
    try {
      return (await work) ?? null;
    } catch (error) {
      this.#log.error('lane.handler-failed', { lane: this.#name, job: job.id, ...whereItBroke(error) });
      throw new HandlerFailed();
    } finally {
      this.#running.delete(work);
    }
  }

  async #handle(job: LaneJob, signal: AbortSignal): Promise<unknown> {
    const handler = this.#handlers.get(job.data.operation);
    if (handler === undefined) throw new Error('no handler for this operation in this process');
    return handler(job.data.payload, signal);
  }
}

/** What the engine keeps as the reason of such a job. */
export const HANDLER_FAILED = 'the handler failed; its process has logged why';

/** What is kept with a failed job: nothing of the cause, whose text may hold a customer's data. */
class HandlerFailed extends Error {
  constructor() {
    super(HANDLER_FAILED);
    this.name = 'HandlerFailed';
  }
}

/** The kind of error and its lines of code. Not its text: parsers and assertions quote what they were given. */
function whereItBroke(error: unknown): { readonly cause: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { cause: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { cause: error.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}
