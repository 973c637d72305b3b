import type { Clock } from '../../src/ports.ts';

/** A clock that is moved; who waits is forgotten as soon as the waiting ends, so that it holds no memory of its own. */
export function movedClock(start: number) {
  let now = start;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  const move = (to: number): void => {
    now = Math.max(now, to);
    for (const sleeper of sleepers) if (sleeper.until <= now) sleeper.wake();
  };
  const clock: Clock = {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (ms <= 0 || signal?.aborted) return resolve();
        const sleeper = {
          until: now + ms,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake);
      }),
  };
  /** Lets time pass fifty times as fast as it does until the work is done: sockets take their own. */
  const passing = async (work: Promise<unknown>): Promise<void> => {
    const end = { reached: false };
    const ended = work.finally(() => {
      end.reached = true;
    });
    ended.catch(() => {});
    while (!end.reached) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      move(now + 100);
    }
    await ended;
  };
  return { clock, move, passing };
}
