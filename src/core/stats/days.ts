import type { Window } from '../window.ts';

/** The part of a window that has begun by `now`: what is allowed by day is not allowed for days to come. */
export function begunBy({ from, to }: Window, now: number): Window {
  return { from, to: Math.max(from + 1, Math.min(to, now)) };
}

/** Whole local days in a window, one at least: what allowances per day are counted by. Two hours spare for a change of the clocks. */
export function daysIn({ from, to }: Window): number {
  return Math.max(1, Math.ceil((to - from) / 3_600_000 / 24 - 2 / 24));
}
