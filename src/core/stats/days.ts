import type { Window } from '../window.ts';

/** Whole local days in a window, one at least: what allowances per day are counted by. Two hours spare for a change of the clocks. */
export function daysIn({ from, to }: Window): number {
  return Math.max(1, Math.ceil((to - from) / 3_600_000 / 24 - 2 / 24));
}
