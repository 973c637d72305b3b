import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../ports.ts';

/** Node's timers overflow above this many milliseconds and then fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's clock: the only place that reads it. */
export const systemClock: Clock = { now: () => Date.now(), wait };

async function wait(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms <= 0 || signal?.aborted) return;
  try {
    await pause(Math.min(ms, LONGEST_TIMER_MS), undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
  await wait(ms - LONGEST_TIMER_MS, signal);
}
