import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Most memory and longest pause of a piece of work in this process, above what it had before. Sizes in MB, times in ms. */
export async function gauge<T>(
  work: () => T | Promise<T>,
): Promise<{ ms: number; memory: number; pause: number; result: T }> {
  globalThis.gc?.();
  forgetPeak();
  const before = process.memoryUsage.rss();
  const pauses = watchPauses();
  const startedAt = performance.now();
  const result = await work();
  const ms = performance.now() - startedAt;
  const pause = pauses.longest();
  return { ms, memory: Math.max(0, peak() - before) / 1024 / 1024, pause, result };
}

/** The longest time between two turns of the event loop, ms. */
function watchPauses(): { readonly longest: () => number } {
  let last = performance.now();
  let longest = 0;
  let isOn = true;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOn) setImmediate(look);
  };
  setImmediate(look);
  return {
    longest() {
      isOn = false;
      return Math.max(longest, performance.now() - last);
    },
  };
}

const FORGET = '/proc/self/clear_refs';

/** On Linux the peak can be set back to now; elsewhere it is the peak since the process began. */
function forgetPeak(): void {
  if (existsSync(FORGET)) writeFileSync(FORGET, '5');
}

function peak(): number {
  if (!existsSync(FORGET)) return process.resourceUsage().maxRSS * 1024;
  const line = readFileSync('/proc/self/status', 'utf8').match(/^VmHWM:\s+(\d+) kB$/m);
  return Number(line?.[1] ?? 0) * 1024;
}
