import type { Window } from '../window.ts';

/** wolkvox rebuilds today's reports about every ten minutes; a lag of thirteen was measured. */
const LAG_MS = 15 * 60_000;

/** Whether more rows of the window may still come: it is not over, or was over only just. */
export function mayGrow({ window, now }: { readonly window: Window; readonly now: number }): boolean {
  return window.to > now - LAG_MS;
}
