import type { Clock } from '../../ports.ts';

/** Counts what Slack started and is not done yet: `app.stop()` waits for none of it. */
export class InFlight {
  #count = 0;
  #waiting: (() => void)[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get count(): number {
    return this.#count;
  }

  async run(work: () => Promise<void>): Promise<void> {
    this.#count += 1;
    try {
      await work();
    } finally {
      this.#count -= 1;
      if (this.#count === 0) for (const tell of this.#waiting.splice(0)) tell();
    }
  }

  /** True once nothing runs; false when `deadlineMs` passed first. */
  async drain(deadlineMs: number): Promise<boolean> {
    if (this.#count === 0) return true;
    const idle = new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
    const late = new AbortController();
    await Promise.race([idle, this.#clock.wait(deadlineMs, late.signal)]);
    late.abort();
    return this.#count === 0;
  }
}
