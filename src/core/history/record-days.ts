import type { ReportId } from '../request.ts';
import { addDays, daysBetween } from '../period/dates.ts';
import { dateAt, instantAt } from '../period/local-time.ts';
import type { Window } from '../window.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** wolkvox rebuilds its reports every ten minutes; half an hour after its end a window is believed to be settled. */
export const SETTLES_MS = 30 * MINUTE;
/** How far back wolkvox answers within one question, and so how long a hole is worth asking again. */
export const ASKABLE_DAYS = 31;
/** What is fetched on a first start. */
export const FILLED_DAYS = 28;
export const KEPT_DAYS = 400;

const FIRST_PAUSE = 15 * MINUTE;

/** The reports whose days and hours are kept; `live` is kept in slices. */
export const DATED_REPORTS = ['agents', 'aux', 'hold', 'preview'] as const satisfies readonly ReportId[];
export type DatedReport = (typeof DATED_REPORTS)[number];

/** The window of a local day, or of its part up to a full hour. */
export function recordWindow(date: string, hour: number | null, zone: string): Window {
  const from = instantAt(date, '00:00', zone);
  if (hour === null) return { from, to: instantAt(addDays(date, 1), '00:00', zone) };
  return { from, to: instantAt(date, `${String(hour).padStart(2, '0')}:00`, zone) };
}

/** The last local day that is over and settled at an instant. */
export function lastOverDay(now: number, zone: string): string {
  return addDays(dateAt(now - SETTLES_MS, zone), -1);
}

/** The dates from one to another, both included, newest first. */
export function datesBack(from: string, to: string): readonly string[] {
  const count = daysBetween(from, to) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, back) => addDays(to, -back));
}

/** The first date of which a hole is still worth asking for. */
export function firstAskable(now: number, zone: string): string {
  return addDays(dateAt(now, zone), -ASKABLE_DAYS);
}

/** When a hole is asked again: a quarter of an hour after the first failure, then twice as long each time, then daily; not before `retryAt`. */
export function nextTry(tries: number, now: number, retryAt: number | null): number {
  const pause = Math.min(DAY, FIRST_PAUSE * 2 ** Math.min(tries - 1, 20));
  return Math.floor(Math.max(now + pause, retryAt ?? 0));
}
