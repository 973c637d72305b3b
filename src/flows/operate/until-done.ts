import type { Clock } from '../../ports.ts';

const AGAIN_MS = 60_000;

/** Does what may fail while the store is not there, again each minute until it is done or `signal` gives up; nobody has to wait for it. */
export function untilDone(
  work: () => Promise<void>,
  {
    clock,
    signal,
    failed,
  }: {
    readonly clock: Clock;
    readonly signal: AbortSignal;
    readonly failed: (cause: unknown) => void;
  },
): void {
  void (async () => {
    while (!signal.aborted) {
      try {
        return await work();
      } catch (cause) {
        failed(cause);
        await clock.wait(AGAIN_MS, signal);
      }
    }
  })();
}
