import type { Clock } from '../ports.ts';

/** Node's timers overflow above this many milliseconds and then fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's clock: the only place that reads it. */
export const systemClock: Clock = { now: () => Date.now(), wait };

async function wait(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms <= 0 || signal?.aborted) return;
  await pause(Math.min(ms, LONGEST_TIMER_MS), signal);
  await wait(ms - LONGEST_TIMER_MS, signal);
}

/** Resolves also when it is called off; Node's own timer would make an error with its whole stack for each answer that came in time. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
}
