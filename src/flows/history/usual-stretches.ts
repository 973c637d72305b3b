import { addFigures, subtractFigures } from '../../core/history/add-figures.ts';
import { type Comparable, comparablePeriods, MOST_COMPARABLE } from '../../core/history/comparable.ts';
import { openOn } from '../../core/history/record-hours.ts';
import type { Rest, WorkCalendar } from '../../core/history/working-days.ts';
import type { Operation } from '../../core/operation.ts';
import { datesOf } from '../../core/period/calendar.ts';
import { addDays, daysBetween } from '../../core/period/dates.ts';
import { dateAt, instantAt } from '../../core/period/local-time.ts';
import type { Period } from '../../core/period/period.ts';
import type { Report, Scope } from '../../reports/report.ts';
import type { Calendars } from './usual-calendar.ts';
import type { Figures, Past } from './usual-past.ts';

/** What is to be compared. `asOf`: until when the answer is complete; `over`: that is its end; `own`: its figures, of the whole of it. */
export type Stretch<P extends Period = Period> = {
  readonly operation: Operation;
  readonly report: Report;
  readonly scope: Scope;
  readonly period: P;
  readonly asOf: number;
  readonly over: boolean;
  readonly own: Figures;
};

/**
 * Figures against those of other stretches, by their first dates. `period`: for hours, those that are compared; `until`: from midnight
 * up to then instead; `untilDay`: the last date that is compared, while the period runs.
 */
export type Held = {
  readonly kind: 'held';
  readonly period: Period;
  readonly until: string | null;
  readonly untilDay: string | null;
  readonly own: Figures;
  readonly past: ReadonlyMap<string, Figures>;
  readonly comparable: Comparable;
};
/** `no-day`: no whole day of it is over. `hole`: a day of it is not kept. `too-early`: no full hour of it is. `not-full-hours`: it has no marks. */
export type NotHeld = { readonly kind: 'no-day' | 'hole' | 'too-early' | 'not-full-hours' | 'one-campaign' };
export type Resting = { readonly kind: 'rest'; readonly date: string; readonly rest: Rest };

type Days = Extract<Period, { kind: 'week' | 'month' | 'days' }>;
type Hours = Extract<Period, { kind: 'hours' }>;

/**
 * Several days, from the figures of each: weeks and ranges against those before with the same weekdays and as many days of work, months
 * against months. A running one is compared by its whole days, with as many of the others. One with a day that is not kept is left out.
 */
export async function holdDays(
  past: Past,
  calendar: WorkCalendar,
  { operation, report, scope, period, asOf, over, own }: Stretch<Days>,
): Promise<Held | NotHeld | Resting> {
  const { zone } = operation;
  const { first, last } = datesOf(period, zone);
  const until = over ? last : addDays(dateAt(asOf, zone), -1);
  if (until < first) return { kind: 'no-day' };
  const elapsed = over ? null : daysBetween(first, until) + 1;
  const like = (has: (other: Period) => boolean) => comparablePeriods(period, zone, calendar, has, elapsed);
  const others: Period[] = [];
  const { rest } = like((other) => {
    others.push(other);
    return false;
  });
  if (rest !== null) return { kind: 'rest', date: first, rest };
  const read = (dates: readonly string[]) => past.knownDays(operation, report, scope, dates);
  // Months are never left out for their size: eight of them are all that can be wanted.
  const wanted = period.kind === 'month' ? others.slice(0, MOST_COMPARABLE) : others;
  const known = await read(wanted.flatMap((other) => datesIn(other, zone)));
  const whole = (other: Period): readonly Figures[] | null => {
    const days = datesIn(other, zone).map((date) => known.get(date));
    return days.every((day) => day !== undefined) ? days : null;
  };
  const comparable = like((other) => whole(other) !== null);
  const added = comparable.periods.flatMap((other) => {
    const days = whole(other);
    return days === null ? [] : [[datesOf(other, zone).first, addFigures(days, report.metrics)] as const];
  });
  const elapsedDays = datesIn({ kind: 'days', first, last: until }, zone);
  const ownDays = over ? null : await read(elapsedDays);
  if (ownDays !== null && ownDays.size < elapsedDays.length) return { kind: 'hole' };
  return {
    kind: 'held',
    period,
    until: null,
    untilDay: over ? null : until,
    own: ownDays === null ? summing(own, report) : addFigures([...ownDays.values()], report.metrics),
    past: new Map(added),
    comparable,
  };
}

/**
 * Hours of a day, from the marks at their ends: against the same hours of the same weekday. A running one up to its last full hour. The
 * opening hour has no mark, and before it there is hardly anything: hours from then on are compared from midnight, on both sides.
 */
export async function holdHours(
  past: Past,
  { candidates: datesBefore, comparableTo }: Calendars,
  { operation, report, scope, period, asOf, over, own }: Stretch<Hours>,
): Promise<Held | NotHeld> {
  const { date } = period;
  const [from, to] = [fullHour(period.from), fullHour(period.to)];
  if (report.id === 'live' || from === null || to === null || to === 24) return { kind: 'not-full-hours' };
  if (scope !== 'all') return { kind: 'one-campaign' };
  const dates = datesBefore(operation, date);
  const opening = openOn(operation, date)[0]?.from ?? 0;
  const start = from * 60 <= opening ? 0 : from;
  const marks = await past.knownHours(operation, report.id, [date, ...dates]);
  const between = (on: string, end: number): Figures | null => {
    const hours = marks.get(on);
    const [before, later] = [start === 0 ? {} : hours?.get(start), hours?.get(end)];
    if (before === undefined || later === undefined) return null;
    return subtractFigures(later, Object.keys(before).length === 0 ? null : before, report.metrics);
  };
  const isWhole = over && start === from;
  const last = over ? to : lastKnown(marks.get(date), from, Math.min(to, hourAt(asOf, operation.zone, date)));
  const shown = last === null ? null : isWhole ? summing(own, report) : between(date, last);
  if (last === null || shown === null) return { kind: over ? 'hole' : 'too-early' };
  const found = dates.flatMap((one) => {
    const figures = between(one, last);
    return figures === null ? [] : [[one, figures] as const];
  });
  return {
    kind: 'held',
    period: start === from && from > 0 ? { ...period, to: timeOf(last) } : { kind: 'day', date },
    until: start === from && from > 0 ? null : timeOf(last),
    untilDay: null,
    own: shown,
    past: new Map(found),
    comparable: comparableTo(operation, date, new Map(found)),
  };
}

/** Only what sums: of the rest a stretch's own figure has nothing to be held against. */
function summing(own: Figures, { metrics }: Report): Figures {
  return Object.fromEntries(
    metrics.flatMap(({ id, sums }) => {
      const figure = own[id];
      return sums && figure !== undefined ? [[id, figure] as const] : [];
    }),
  );
}

function datesIn(period: Period, zone: string): readonly string[] {
  const { first, last } = datesOf(period, zone);
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, day) => addDays(first, day));
}

function timeOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** `08:00` as 8; null for a time between two hours, of which no mark is kept. */
function fullHour(time: string): number | null {
  return time.endsWith(':00') ? Number(time.slice(0, 2)) : null;
}

/** The last hour after `from`, `to` at most, up to which something is known. */
function lastKnown(hours: ReadonlyMap<number, Figures> | undefined, from: number, to: number): number | null {
  const known = [...(hours?.keys() ?? [])].filter((hour) => hour > from && hour <= to);
  return known.length === 0 ? null : Math.max(...known);
}

/** The last full hour of a date that lies before an instant. */
function hourAt(asOf: number, zone: string, date: string): number {
  for (let hour = 23; hour > 0; hour -= 1) {
    if (instantAt(date, timeOf(hour), zone) <= asOf) return hour;
  }
  return 0;
}
