import { shift, datesOf } from '../period/calendar.ts';
import { addDays, daysBetween } from '../period/dates.ts';
import { instantOf, wallAt } from '../period/local-time.ts';
import type { Period } from '../period/period.ts';
import { type Rest, restOf, type WorkCalendar } from './working-days.ts';

/** `other-size`: it has more days of work than the one that is compared. */
export type LeftOutBecause = Rest | 'other-size' | 'no-history';
export type LeftOut = { readonly period: Period; readonly because: LeftOutBecause };

/** Newest first, both. `rest`: the period itself has no day of work, so that there is nothing usual to hold it against. */
export type Comparable = {
  readonly periods: readonly Period[];
  readonly leftOut: readonly LeftOut[];
  readonly rest: Rest | null;
};

/** Fewer comparable values than this are no usual, and beyond eight the floor was another one. */
export const ENOUGH_COMPARABLE = 4;
export const MOST_COMPARABLE = 8;
/** Weeks (or months, or ranges) looked back: eight comparable ones even where every second has a holiday. */
const LOOK_BACK = 16;

const DAY = 86_400_000;

/**
 * The past periods that one can fairly be compared with. A day, or hours of it: ordinary days of work of the same weekday. A week or a
 * range: those before with the same weekdays and as many days of work. A month: the months before, whatever their days.
 * `has`: whether it is stored; `elapsed`: how many days of a period that still runs are counted, and as many of the others.
 */
export function comparablePeriods(
  period: Period,
  zone: string,
  calendar: WorkCalendar,
  has: (period: Period) => boolean,
  elapsed: number | null = null,
): Comparable {
  const shown = firstDays(period, elapsed, zone);
  const rest = restOfAll(shown, zone, calendar);
  if (rest !== null) return { periods: [], leftOut: [], rest };
  const looked: { readonly period: Period; readonly because: LeftOutBecause | null }[] = [];
  let found = 0;
  for (let back = 1; back <= LOOK_BACK && found < MOST_COMPARABLE; back += 1) {
    const past = firstDays(earlier(period, back, zone), elapsed, zone);
    const alike = (): LeftOutBecause | null => (period.kind === 'month' ? null : unlike(past, shown, zone, calendar));
    const because = has(past) ? alike() : 'no-history';
    if (because === null) found += 1;
    looked.push({ period: past, because });
  }
  // What lies before the first stored period is not left out: it never was there.
  const known = looked.slice(0, looked.findLastIndex(({ because }) => because !== 'no-history') + 1);
  return {
    periods: known.flatMap(({ period, because }) => (because === null ? [period] : [])),
    leftOut: known.flatMap(({ period, because }) => (because === null ? [] : [{ period, because }])),
    rest: null,
  };
}

/** `comparablePeriods` of a day, as dates. */
export function comparableDays(
  date: string,
  calendar: WorkCalendar,
  has: (date: string) => boolean,
): {
  readonly days: readonly string[];
  readonly leftOut: readonly { readonly date: string; readonly because: LeftOutBecause }[];
  readonly rest: Rest | null;
} {
  // Whole days are the same dates in every zone.
  const { periods, leftOut, rest } = comparablePeriods({ kind: 'day', date }, 'UTC', calendar, (past) =>
    has(dateOf(past)),
  );
  return {
    days: periods.map(dateOf),
    leftOut: leftOut.map(({ period, because }) => ({ date: dateOf(period), because })),
    rest,
  };
}

/**
 * The first date of the same weekday for which there will be enough comparable days, if each day of work from `date` on is stored;
 * `have`: how many `date` has now. Null where that weekday is never one of work.
 */
export function comparableFrom(date: string, have: number, calendar: WorkCalendar): string | null {
  let known = have;
  for (let ahead = 0; ahead <= 2 * LOOK_BACK; ahead += 1) {
    const day = addDays(date, 7 * ahead);
    if (restOf(day, calendar) !== null) continue;
    if (known >= ENOUGH_COMPARABLE) return day;
    known += 1;
  }
  return null;
}

function earlier(period: Period, back: number, zone: string): Period {
  switch (period.kind) {
    case 'day':
    case 'hours':
      return { ...period, date: addDays(period.date, -7 * back) };
    case 'week':
      return { kind: 'week', monday: addDays(period.monday, -7 * back) };
    case 'month':
      return back === 1 ? shift(period, -1, zone) : earlier(shift(period, -1, zone), back - 1, zone);
    case 'days': {
      const days = -back * wholeWeeks(daysBetween(period.first, period.last) + 1);
      return { kind: 'days', first: addDays(period.first, days), last: addDays(period.last, days) };
    }
    case 'span': {
      // By the clock on the wall: the last three hours of a Thursday are those of the Thursdays before, whatever the clocks did since.
      const days = back * wholeWeeks(Math.ceil((period.to - period.from) / DAY));
      const same = (instant: number): number => instantOf(wallAt(instant, zone) - days * DAY, zone);
      return { kind: 'span', from: same(period.from), to: same(period.to) };
    }
  }
}

/** So many days of a period from its first on, at most all of it: on the 31st that is all of February. */
function firstDays(period: Period, elapsed: number | null, zone: string): Period {
  if (elapsed === null) return period;
  const { first, last } = datesOf(period, zone);
  const end = addDays(first, elapsed - 1);
  return { kind: 'days', first, last: end < last ? end : last };
}

function wholeWeeks(days: number): number {
  return Math.ceil(days / 7) * 7;
}

function unlike(past: Period, period: Period, zone: string, calendar: WorkCalendar): LeftOutBecause | null {
  const [own, others] = [rests(past, zone, calendar), rests(period, zone, calendar)];
  const worked = own.filter((rest) => rest === null).length;
  const wanted = others.filter((rest) => rest === null).length;
  if (worked === wanted) return null;
  return worked > wanted ? 'other-size' : (own.find((rest) => rest !== null && rest !== 'not-worked') ?? 'not-worked');
}

function rests(period: Period, zone: string, calendar: WorkCalendar): (Rest | null)[] {
  const { first, last } = datesOf(period, zone);
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, day) => restOf(addDays(first, day), calendar));
}

function restOfAll(period: Period, zone: string, calendar: WorkCalendar): Rest | null {
  const all = rests(period, zone, calendar);
  return all.includes(null) ? null : (all[0] ?? null);
}

function dateOf(period: Period): string {
  return datesOf(period, 'UTC').first;
}
