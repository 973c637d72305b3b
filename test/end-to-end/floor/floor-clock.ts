import type { Clock } from '../../../src/ports.ts';

type Sleeper = { readonly until: number; readonly wake: () => void };

/** A working Friday, 10:40 in Bogotá; long past, so that the machine's own clock is after it. */
export const FRIDAY_1040 = Date.parse('2025-11-14T10:40:00-05:00');

export type FloorClock = Clock & {
  readonly move: (ms: number) => void;
  /** Lets everything that waits for less than `mostMs` from now have waited, until `work` is done. */
  readonly passing: <T>(work: Promise<T>, mostMs?: number) => Promise<T>;
};

/** A clock that stands still until a test moves it. */
export function floorClock(start = FRIDAY_1040): FloorClock {
  let now = start;
  const sleepers = new Set<Sleeper>();
  const move = (ms: number): void => {
    now += ms;
    for (const sleeper of sleepers) {
      if (sleeper.until > now) continue;
      sleepers.delete(sleeper);
      sleeper.wake();
    }
  };
  return {
    now: () => now,
    move,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (ms <= 0 || signal?.aborted) return resolve();
        const sleeper = { until: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          resolve();
        });
      }),
    async passing(work, mostMs = 60_000) {
      const last = now + mostMs;
      const end = { reached: false };
      const settled = work.finally(() => {
        end.reached = true;
      });
      settled.catch(() => undefined);
      while (!end.reached) {
        await new Promise((resolve) => setImmediate(resolve));
        const due = Math.min(...[...sleepers].map(({ until }) => until));
        if (due <= last) move(Math.max(0, due - now));
      }
      return settled;
    },
  };
}
