import type { Window } from '../window.ts';

/** wolkvox rebuilds today's reports about every ten minutes; a lag of thirteen was measured. */
const LAG_MS = 15 * 60_000;

/** Whether more rows of the window may still come: it is not over, or was over only just. */
export function isRunning({ window, now }: { readonly window: Window; readonly now: number }): boolean {
  return window.to > now - LAG_MS;
}

/** Whole local days in a window, one at least: what allowances per day are counted by. Two hours spare for a change of the clocks. */
export function daysIn({ from, to }: Window): number {
  return Math.max(1, Math.ceil((to - from) / 3_600_000 / 24 - 2 / 24));
}
