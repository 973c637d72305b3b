import { datesOf, windowOf } from '../period/calendar.ts';
import { addDays, daysBetween } from '../period/dates.ts';
import { dateAt, instantAt, instantOf, wallAt } from '../period/local-time.ts';
import type { Period } from '../period/period.ts';
import type { Window } from '../window.ts';

/** A full hour that the clock on the wall reaches within a local day, `01:00` to `24:00`. What has gone by of the day is [midnight, `at`). */
export type Mark = { readonly date: string; readonly time: string; readonly at: number };

const DAY = 86_400_000;

/**
 * The marks of a local day in their order, each later than the one before. An hour that the clocks skip has none (its end has);
 * one that they show twice has one, at its first turn.
 */
export function marksOf(date: string, zone: string): readonly Mark[] {
  const marks = Array.from({ length: 24 }, (_, hour) => markAt(date, `${String(hour + 1).padStart(2, '0')}:00`, zone));
  const midnight = instantAt(date, '00:00', zone);
  return marks.filter(({ at }, index) => at > midnight && at !== marks[index + 1]?.at);
}

/** The latest mark that data which reaches to `asOf` covers, or null before the first one: nothing to compare yet. */
export function latestMark(date: string, asOf: number, zone: string): Mark | null {
  return marksOf(date, zone).findLast(({ at }) => at <= asOf) ?? null;
}

/** The part of a local day up to a time of it: what a running day that has reached the mark of that time is held against. */
export function partOfDay(date: string, time: string, zone: string): Window {
  return { from: instantAt(date, '00:00', zone), to: instantAt(date, time, zone) };
}

/**
 * The windows to compare while `period` runs and its data reaches to `asOf`: of itself up to its latest mark, and of `other` (of the
 * same kind) as many days in and up to the same time of the day, at most to its end: on 31 March that is all of February. A span has no
 * marks and gives both whole; so does a period that is over. Null before the first mark.
 */
export function sameElapsed(
  period: Period,
  other: Period,
  asOf: number,
  zone: string,
): { readonly own: Window; readonly others: Window } | null {
  const [own, others] = [windowOf(period, zone), windowOf(other, zone)];
  if (asOf >= own.to || period.kind === 'span') return { own, others };
  const at = latestMark(dateAt(asOf, zone), asOf, zone)?.at ?? instantAt(dateAt(asOf, zone), '00:00', zone);
  if (at <= own.from) return null;
  const back = daysBetween(datesOf(other, zone).first, datesOf(period, zone).first);
  const to = instantOf(wallAt(at, zone) - back * DAY, zone);
  return { own: { from: own.from, to: at }, others: { from: others.from, to: clamp(to, others) } };
}

/** The marks of a day that its data, which reaches to `asOf`, covers and that are not stored yet. `stored`: times of them. */
export function marksToStore(date: string, asOf: number, zone: string, stored: ReadonlySet<string>): readonly Mark[] {
  return marksOf(date, zone).filter(({ at, time }) => at <= asOf && !stored.has(time));
}

function markAt(date: string, time: string, zone: string): Mark {
  return {
    date,
    time,
    at: time === '24:00' ? instantAt(addDays(date, 1), '00:00', zone) : instantAt(date, time, zone),
  };
}

function clamp(instant: number, { from, to }: Window): number {
  return Math.max(from, Math.min(to, instant));
}
