import type { Window } from '../window.ts';
import type { Asker } from './budget.ts';

const MINUTE = 60_000;

/** Historic reports of today are rebuilt about every ten minutes; the measured lag at worst is one rebuild and three minutes. */
const REBUILT_EVERY = 10 * MINUTE;

/** A real-time answer holds the calls of these last milliseconds. */
const LIVE_SPAN = 10 * MINUTE;

/** Whether an answer fetched at `fetchedAt` may be shown again. A clock that is a little ahead elsewhere does not make it stale. */
export function isFresh(fetchedAt: number, now: number, freshnessMs: number): boolean {
  return Math.abs(now - fetchedAt) < freshnessMs;
}

/** Checks come by the clock and answers some seconds after: without a leeway every second check would find the answer of the one before. */
const CHECK_LEEWAY = 0.1;

/** How young (ms) an answer has to be for this asker: a check asks anew from nine tenths of `freshnessMs` on. */
export function youngFor(asker: Asker, freshnessMs: number): number {
  return asker === 'alert' ? freshnessMs * (1 - CHECK_LEEWAY) : freshnessMs;
}

/**
 * Until when (epoch ms) an answer's rows can be believed to be complete: the end of its window where that was over long enough,
 * else the last ten-minute mark that was already ten minutes old. Real-time answers are complete when they come.
 */
export function dataUntil(window: Window, fetchedAt: number, dated: boolean): number {
  const until = dated ? Math.floor((fetchedAt - REBUILT_EVERY) / REBUILT_EVERY) * REBUILT_EVERY : fetchedAt;
  return Math.max(window.from, Math.min(window.to, until));
}

/** The window that a real-time answer asked at `now` stands for. */
export function liveWindow(now: number): Window {
  return { from: now - LIVE_SPAN, to: now };
}
