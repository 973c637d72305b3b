import { type Comparable, comparableFrom } from '../../core/history/comparable.ts';
import type { Figure } from '../../core/history/stored.ts';
import { restOf } from '../../core/history/working-days.ts';
import type { Operation } from '../../core/operation.ts';
import { datesOf } from '../../core/period/calendar.ts';
import { dateAt, instantOf, timeAt, wallAt } from '../../core/period/local-time.ts';
import type { Period } from '../../core/period/period.ts';
import type { Request } from '../../core/request.ts';
import type { Clock, Holidays, Log } from '../../ports.ts';
import type { Report, Scope, Sealed } from '../../reports/report.ts';
import type { HistoryReader } from './history-reader.ts';
import type { Answer } from '../read/read-report.ts';
import { type CourseDay, courseOf } from './usual-course.ts';
import { calendars } from './usual-calendar.ts';
import { type HeldFigure, heldAgainst, headlineMetric, mainMetrics } from './usual-figures.ts';
import { remembering } from './usual-memory.ts';
import { holdDays, holdHours, type NotHeld, type Resting } from './usual-stretches.ts';
import { type Figures, type JustifiedBetween, pastReader } from './usual-past.ts';

export type UsualAsked = {
  readonly operation: Operation;
  readonly report: Report;
  readonly request: Request;
  readonly answer: Answer;
};

/**
 * What a card's figures are held against. `period`: what is compared, where it is not the day `date`. `at`: the ten minutes that end
 * then; `until`: from midnight up to then; `untilDay`: from the period's first day to this one.
 */
export type Compared = {
  readonly kind: 'compared';
  readonly date: string;
  readonly period?: Period;
  readonly until: string | null;
  readonly untilDay?: string | null;
  readonly at: string | null;
  readonly comparable: Comparable;
  /** The main ones, the headline's first; at least one. */
  readonly figures: readonly HeldFigure[];
  /** The headline's figure of the last 14 days, oldest first, where a comparison was asked. */
  readonly course: readonly CourseDay[];
};
/** `nothing`: there is no figure to compare. `not-alike`: hours that are no full ones. The others: see `NotHeld`. */
export type UsualFound = Compared | Resting | NotCompared;
type NotCompared = NotHeld | { readonly kind: 'nothing' | 'not-alike' };

/** Reads how a report's figures stand against the usual; asks wolkvox nothing. No card fails because of the days before it: then `nothing`. */
export type ReadUsual = (asked: UsualAsked) => Promise<UsualFound>;

export type UsualPorts = {
  readonly history: HistoryReader;
  readonly holidays: Holidays;
  /** What supervisors accepted: it is not counted among what was out of the usual. */
  readonly justified?: JustifiedBetween;
  readonly clock: Clock;
  readonly log: Log;
};

/** A course is drawn again with every press; a day that was filled since may be a minute late in it. */
const COURSE_MS = 60_000;
const MOST_COURSES = 100;
const SLOT = 10 * 60_000;
const DAY = 24 * 60 * 60_000;

/** What is held against what: figures of its own, and those of past stretches by their first dates. */
type Sides = Pick<Compared, 'date' | 'period' | 'until' | 'untilDay' | 'at' | 'comparable'> & {
  readonly own: Figures;
  readonly past: ReadonlyMap<string, Figures>;
};

export function usualReader({ history, holidays, justified, clock, log }: UsualPorts): ReadUsual {
  const past = pastReader({ history, clock, ...(justified === undefined ? {} : { justified }) });
  const known = calendars(holidays, clock);
  const { calendarOf, candidates, comparableTo } = known;
  const courses = remembering<readonly CourseDay[]>(MOST_COURSES, COURSE_MS, clock);

  const sides = (operation: Operation, one: Omit<Sides, 'comparable'>): Sides => ({
    ...one,
    comparable: comparableTo(operation, one.date, one.past),
  });

  /** Other than a day: several, or hours of one. */
  const stretchSides = async (asked: UsualAsked, own: Figures): Promise<Sides | NotCompared | Resting> => {
    const { operation, report, request, answer } = asked;
    const { period } = request;
    const common = {
      operation,
      report,
      scope: scopeOf(request),
      asOf: answer.asOf,
      over: answer.asOf >= answer.window.to,
    };
    if (period.kind === 'span' || period.kind === 'day') return { kind: 'not-alike' };
    const found =
      period.kind === 'hours'
        ? await holdHours(past, known, { ...common, period, own })
        : await holdDays(past, calendarOf(operation), { ...common, period, own });
    if (found.kind !== 'held') return found;
    const { kind: _held, ...held } = found;
    return { ...held, date: datesOf(period, operation.zone).first, at: null };
  };

  const liveSides = async ({ operation, answer }: UsualAsked, own: Figures): Promise<Sides> => {
    const { zone } = operation;
    const slot = Math.floor(answer.asOf / SLOT) * SLOT;
    const date = dateAt(slot, zone);
    const dates = candidates(operation, date);
    const slices = await past.slices(operation, dates);
    const figures = dates.flatMap((one, index) => {
      // By the clock on the wall, whatever the clocks did since.
      const same = slices.get(one)?.get(instantOf(wallAt(slot, zone) - 7 * (index + 1) * DAY, zone));
      return same === undefined ? [] : [[one, same] as const];
    });
    return sides(operation, { date, until: null, at: timeAt(slot, zone), own, past: new Map(figures) });
  };

  const runningSides = async (asked: UsualAsked, date: string): Promise<Sides | NotCompared> => {
    const { operation, report, answer } = asked;
    if (report.id === 'live') return { kind: 'too-early' };
    if (scopeOf(asked.request) !== 'all') return { kind: 'one-campaign' };
    const today = await history.marks(operation, report.id, date);
    const mark = today.findLast(({ kind, at }) => kind === 'kept' && at <= answer.asOf);
    if (mark === undefined || mark.kind !== 'kept') return { kind: 'too-early' };
    const marks = await past.marks(operation, report.id, candidates(operation, date));
    const figures = [...marks].flatMap(([one, hours]) => {
      const same = hours.get(mark.hour);
      return same === undefined ? [] : [[one, same] as const];
    });
    const until = `${String(mark.hour).padStart(2, '0')}:00`;
    return sides(operation, { date, until, at: null, own: mark.figures, past: new Map(figures) });
  };

  const excused = async ({ operation, report, request, answer }: UsualAsked): Promise<Sealed> => {
    if (report.id !== 'aux' || request.period.kind !== 'day' || justified === undefined) return answer.sealed;
    const { date } = request.period;
    return report.excuse(answer.sealed, await justified(operation.id, date, date), operation);
  };

  const compare: ReadUsual = async (asked) => {
    const { operation, report, request, answer } = asked;
    const calendar = calendarOf(operation);
    const now = report.readings(await excused(asked), 'all');
    if (Object.values(now).every(({ value }) => value === null)) return { kind: 'nothing' };
    const { zone } = operation;
    const date = report.endpoint.dated ? datesOf(request.period, zone).first : dateAt(answer.asOf, zone);
    const isOfOneDay = !report.endpoint.dated || request.period.kind === 'day' || request.period.kind === 'hours';
    const rest = isOfOneDay ? restOf(date, calendar) : null;
    if (rest !== null) return { kind: 'rest', date, rest };
    const found = await sidesOf(now);
    if ('kind' in found) return found;
    const { own: ownFigures, past: others, ...about } = found;
    const headline = headlineMetric(report, request);
    const values = (metric: string): Figure[] =>
      about.comparable.periods.flatMap((one) => others.get(datesOf(one, zone).first)?.[metric] ?? []);
    const figures = mainMetrics(report, headline, ownFigures).flatMap(({ id, unit }) => {
      const own = ownFigures[id];
      const since = (have: number): string | null => (isOfOneDay ? comparableFrom(about.date, have, calendar) : null);
      return own === undefined || own.value === null ? [] : [heldAgainst({ id, unit, own }, values(id), since)];
    });
    if (figures.length === 0) return { kind: 'nothing' };
    const isDay = !report.endpoint.dated || request.period.kind === 'day';
    const course = request.view.versus === 'usual' && isDay ? await courseFor(headline, about.until) : [];
    return { kind: 'compared', ...about, figures, course };

    async function sidesOf(own: Figures): Promise<Sides | NotCompared | Resting> {
      if (!report.endpoint.dated) return liveSides(asked, own);
      if (request.period.kind !== 'day') return stretchSides(asked, own);
      if (answer.asOf < answer.window.to) return runningSides(asked, date);
      const days = await past.days(operation, report, scopeOf(request), candidates(operation, date));
      return sides(operation, { date, until: null, at: null, own, past: days });
    }

    async function courseFor(headline: string, until: string | null): Promise<readonly CourseDay[]> {
      const unit = report.metrics.find(({ id }) => id === headline)?.unit;
      if (unit === undefined) return [];
      const scope = scopeOf(request);
      const key = JSON.stringify([operation.id, report.id, scope, headline, date, until === null]);
      const known = courses.get(key);
      if (known !== undefined) return known;
      const read = (dates: readonly string[]) => past.days(operation, report, scope, dates);
      const course = await courseOf({ id: headline, unit }, date, until === null, calendar, read);
      courses.keep(key, course, false);
      return course;
    }
  };
  return async (asked) => {
    try {
      return await compare(asked);
    } catch (cause) {
      log.warn('usual.failed', { operation: asked.operation.id, report: asked.report.id, cause });
      return { kind: 'nothing' };
    }
  };
}

/** A day keeps all campaigns together: one of them is a part of it. */
function scopeOf({ campaign }: Request): Scope {
  return campaign === null || campaign === 'all' ? 'all' : { kind: 'campaign', id: campaign };
}
