import type { Pacing } from '../operation.ts';

export type LaneTimes = { readonly lastStart: number | null; readonly lastEnd: number | null };

/** A start further ahead than a few reservations can be comes from a clock that was set back since. */
const MOST_RESERVED = 3;

/**
 * The earliest instant (epoch ms) at which the next request may start: the spacing after the last start, and where only one
 * request may be in flight also after the last end. Never in the past, and never far ahead when the clock was set back.
 */
export function nextStart({ lastStart, lastEnd }: LaneTimes, pacing: Pacing, now: number): number {
  const afterStart = lastStart === null ? now : lastStart + pacing.spacingMs;
  const afterEnd = lastEnd === null || pacing.inFlight > 1 ? now : lastEnd + pacing.spacingMs;
  const furthest = now + MOST_RESERVED * pacing.spacingMs;
  return Math.ceil(Math.min(furthest, Math.max(now, afterStart, afterEnd)));
}
