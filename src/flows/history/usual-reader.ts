import { type Comparable, comparableFrom } from '../../core/history/comparable.ts';
import type { Figure } from '../../core/history/stored.ts';
import { type Rest, restOf } from '../../core/history/working-days.ts';
import type { Operation } from '../../core/operation.ts';
import { datesOf } from '../../core/period/calendar.ts';
import { dateAt, instantOf, timeAt, wallAt } from '../../core/period/local-time.ts';
import type { Request } from '../../core/request.ts';
import type { Clock, Holidays, Log } from '../../ports.ts';
import type { Report, Scope, Sealed } from '../../reports/report.ts';
import type { HistoryReader } from './history-reader.ts';
import type { Answer } from '../read/read-report.ts';
import { type CourseDay, courseOf } from './usual-course.ts';
import { calendars } from './usual-calendar.ts';
import { type HeldFigure, heldAgainst, headlineMetric, mainMetrics } from './usual-figures.ts';
import { remembering } from './usual-memory.ts';
import { type Figures, type JustifiedBetween, pastReader } from './usual-past.ts';

export type UsualAsked = {
  readonly operation: Operation;
  readonly report: Report;
  readonly request: Request;
  readonly answer: Answer;
};

/** What a card's figures are held against. `at`: the ten minutes that end then; `until`: from midnight up to then. */
export type Compared = {
  readonly kind: 'compared';
  readonly date: string;
  readonly until: string | null;
  readonly at: string | null;
  readonly comparable: Comparable;
  /** The main ones, the headline's first; at least one. */
  readonly figures: readonly HeldFigure[];
  /** The headline's figure of the last 14 days, oldest first, where a comparison was asked. */
  readonly course: readonly CourseDay[];
};
/** `nothing`: there is no figure to compare. `not-alike`: the period is not one day. `too-early`: no full hour of the day is kept yet. */
export type UsualFound = Compared | { readonly kind: 'rest'; readonly date: string; readonly rest: Rest } | NotCompared;
type NotCompared = { readonly kind: 'nothing' | 'not-alike' | 'too-early' };

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

/** What is held against what: figures of its own, and those of past dates. */
type Sides = {
  readonly date: string;
  readonly until: string | null;
  readonly at: string | null;
  readonly own: Figures;
  readonly past: ReadonlyMap<string, Figures>;
};

export function usualReader({ history, holidays, justified, clock, log }: UsualPorts): ReadUsual {
  const past = pastReader({ history, clock, ...(justified === undefined ? {} : { justified }) });
  const { calendarOf, candidates, comparableTo } = calendars(holidays, clock);
  const courses = remembering<readonly CourseDay[]>(MOST_COURSES, COURSE_MS, clock);

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
    return { date, until: null, at: timeAt(slot, zone), own, past: new Map(figures) };
  };

  const runningSides = async (asked: UsualAsked, date: string): Promise<Sides | null> => {
    const { operation, report, answer } = asked;
    if (report.id === 'live' || scopeOf(asked.request) !== 'all') return null;
    const today = await history.marks(operation, report.id, date);
    const mark = today.findLast(({ kind, at }) => kind === 'kept' && at <= answer.asOf);
    if (mark === undefined || mark.kind !== 'kept') return null;
    const marks = await past.marks(operation, report.id, candidates(operation, date));
    const figures = [...marks].flatMap(([one, hours]) => {
      const same = hours.get(mark.hour);
      return same === undefined ? [] : [[one, same] as const];
    });
    const until = `${String(mark.hour).padStart(2, '0')}:00`;
    return { date, until, at: null, own: mark.figures, past: new Map(figures) };
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
    if (report.endpoint.dated && request.period.kind !== 'day') return { kind: 'not-alike' };
    const date = report.endpoint.dated ? dateOf(request.period) : dateAt(answer.asOf, operation.zone);
    const rest = restOf(date, calendar);
    if (rest !== null) return { kind: 'rest', date, rest };
    const sides = await sidesOf(now);
    if (sides === null) return { kind: 'too-early' };
    const comparable = comparableTo(operation, sides.date, sides.past);
    const headline = headlineMetric(report, request);
    const values = (metric: string): Figure[] =>
      comparable.periods.flatMap((one) => sides.past.get(dateOf(one))?.[metric] ?? []);
    const figures = mainMetrics(report, headline).flatMap(({ id, unit }) => {
      const own = sides.own[id];
      const since = (have: number): string | null => comparableFrom(sides.date, have, calendar);
      return own === undefined || own.value === null ? [] : [heldAgainst({ id, unit, own }, values(id), since)];
    });
    if (figures.length === 0) return { kind: 'nothing' };
    const course = request.view.versus === 'usual' ? await courseFor(headline, sides) : [];
    return { kind: 'compared', date: sides.date, until: sides.until, at: sides.at, comparable, figures, course };

    async function sidesOf(own: Figures): Promise<Sides | null> {
      if (!report.endpoint.dated) return liveSides(asked, own);
      if (answer.asOf < answer.window.to) return runningSides(asked, date);
      const days = await past.days(operation, report, scopeOf(request), candidates(operation, date));
      return { date, until: null, at: null, own, past: days };
    }

    async function courseFor(headline: string, { until }: Sides): Promise<readonly CourseDay[]> {
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

function dateOf(period: Request['period']): string {
  return datesOf(period, 'UTC').first;
}

/** A day keeps all campaigns together: one of them is a part of it. */
function scopeOf({ campaign }: Request): Scope {
  return campaign === null || campaign === 'all' ? 'all' : { kind: 'campaign', id: campaign };
}
