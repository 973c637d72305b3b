import { DateTime } from 'luxon';
import type { Window } from '../window.ts';

/** wolkvox answers 31 days at most and 60,000 rows at most; near the row limit an answer is taken as cut. */
export const MAX_DAYS = 31;
export const CUT_AT_ROWS = 59_000;

const SECOND = 1_000;

/**
 * Tiles a window with windows of at most `maxDays` local days, cut at local midnights, oldest first. The length of a day
 * does not matter: a day of 23 or 25 hours is one day.
 */
export function splitByDays(window: Window, zone: string, maxDays = MAX_DAYS): readonly Window[] {
  const pieces: Window[] = [];
  let from = window.from;
  while (from < window.to) {
    const cut = DateTime.fromMillis(from, { zone }).startOf('day').plus({ days: maxDays }).startOf('day').toMillis();
    const to = Math.min(cut, window.to);
    pieces.push({ from, to });
    from = to;
  }
  return pieces;
}

/**
 * Cuts a window in two on a whole second; null where it is too short to be cut. wolkvox filters by local time, so a cut
 * is moved out of an hour that the clocks repeat, where a local time would name two instants.
 */
export function halve(window: Window, zone: string): readonly [Window, Window] | null {
  const middle = Math.floor((window.from + window.to) / 2 / SECOND) * SECOND;
  const inside = (cut: number): boolean => cut > window.from && cut < window.to;
  if (!inside(middle)) return null;
  const cut = repeatedSpan(middle, zone)?.find(inside) ?? middle;
  return [
    { from: window.from, to: cut },
    { from: cut, to: window.to },
  ];
}

/** Both passes of the hour that the clocks repeat around an instant, as `[start, end]`; null where local time is unambiguous. */
function repeatedSpan(instant: number, zone: string): readonly [number, number] | null {
  const passes = DateTime.fromMillis(instant, { zone })
    .getPossibleOffsets()
    .map((pass) => pass.toMillis());
  const first = Math.min(...passes);
  const second = Math.max(...passes);
  if (first === second) return null;
  const offset = (at: number): number => DateTime.fromMillis(at, { zone }).offset;
  let before = first;
  let after = second;
  while (after - before > SECOND) {
    const middle = Math.floor((before + after) / 2 / SECOND) * SECOND;
    if (offset(middle) === offset(first)) before = middle;
    else after = middle;
  }
  const length = second - first;
  return [after - length, after + length];
}

/** Cuts a window at its first change of the local month; null where it lies within one month. */
export function cutAtMonth(window: Window, zone: string): readonly [Window, Window] | null {
  const cut = DateTime.fromMillis(window.from, { zone })
    .startOf('month')
    .plus({ months: 1 })
    .startOf('month')
    .toMillis();
  if (cut >= window.to) return null;
  return [
    { from: window.from, to: cut },
    { from: cut, to: window.to },
  ];
}
