import { type Comparable, comparableFrom, comparablePeriods } from '../core/history/comparable.ts';
import type { Figure } from '../core/history/stored.ts';
import { type Rest, restOf, type WorkCalendar, workCalendar } from '../core/history/working-days.ts';
import type { Operation } from '../core/operation.ts';
import { datesOf } from '../core/period/calendar.ts';
import { dateAt, instantOf, timeAt, wallAt } from '../core/period/local-time.ts';
import type { Request } from '../core/request.ts';
import type { Clock, Holidays, Log } from '../ports.ts';
import type { Report, Scope } from '../reports/report.ts';
import type { HistoryReader } from './history-reader.ts';
import type { Answer } from './read-report.ts';
import { type CourseDay, courseOf } from './usual-course.ts';
import { type HeldFigure, heldAgainst, headlineMetric, mainMetrics } from './usual-figures.ts';
import { type Figures, pastReader } from './usual-past.ts';

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
  readonly clock: Clock;
  readonly log: Log;
};

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

export function usualReader({ history, holidays, clock, log }: UsualPorts): ReadUsual {
  const past = pastReader({ history, clock });

  const liveSides = async ({ operation, answer }: UsualAsked, own: Figures, calendar: WorkCalendar): Promise<Sides> => {
    const { zone } = operation;
    const slot = Math.floor(answer.asOf / SLOT) * SLOT;
    const date = dateAt(slot, zone);
    const dates = candidates(date, calendar);
    const slices = await past.slices(operation, dates);
    const figures = dates.flatMap((one, index) => {
      // By the clock on the wall, whatever the clocks did since.
      const same = slices.get(one)?.get(instantOf(wallAt(slot, zone) - 7 * (index + 1) * DAY, zone));
      return same === undefined ? [] : [[one, same] as const];
    });
    return { date, until: null, at: timeAt(slot, zone), own, past: new Map(figures) };
  };

  const runningSides = async (asked: UsualAsked, date: string, calendar: WorkCalendar): Promise<Sides | null> => {
    const { operation, report, answer } = asked;
    if (report.id === 'live' || scopeOf(asked.request) !== 'all') return null;
    const today = await history.marks(operation, report.id, date);
    const mark = today.findLast(({ kind, at }) => kind === 'kept' && at <= answer.asOf);
    if (mark === undefined || mark.kind !== 'kept') return null;
    const marks = await past.marks(operation, report.id, candidates(date, calendar));
    const figures = [...marks].flatMap(([one, hours]) => {
      const same = hours.get(mark.hour);
      return same === undefined ? [] : [[one, same] as const];
    });
    const until = `${String(mark.hour).padStart(2, '0')}:00`;
    return { date, until, at: null, own: mark.figures, past: new Map(figures) };
  };

  const compare: ReadUsual = async (asked) => {
    const { operation, report, request, answer } = asked;
    const calendar = workCalendar(operation, (date, country) => holidays.isHoliday(date, country));
    const now = ownFigures(report, answer);
    if (Object.values(now).every(({ value }) => value === null)) return { kind: 'nothing' };
    if (report.endpoint.dated && request.period.kind !== 'day') return { kind: 'not-alike' };
    const date = report.endpoint.dated ? dateOf(request.period) : dateAt(answer.asOf, operation.zone);
    const rest = restOf(date, calendar);
    if (rest !== null) return { kind: 'rest', date, rest };
    const sides = await sidesOf(now);
    if (sides === null) return { kind: 'too-early' };
    const period = { kind: 'day', date: sides.date } as const;
    const has = (date: string): boolean => sides.past.has(date);
    const comparable = comparablePeriods(period, 'UTC', calendar, (one) => has(dateOf(one)));
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
      if (!report.endpoint.dated) return liveSides(asked, own, calendar);
      if (answer.asOf < answer.window.to) return runningSides(asked, date, calendar);
      const days = await past.days(operation, report, scopeOf(request), candidates(date, calendar));
      return { date, until: null, at: null, own, past: days };
    }

    async function courseFor(headline: string, { until }: Sides): Promise<readonly CourseDay[]> {
      const unit = report.metrics.find(({ id }) => id === headline)?.unit;
      if (unit === undefined) return [];
      const read = (dates: readonly string[]) => past.days(operation, report, scopeOf(request), dates);
      return courseOf({ id: headline, unit }, date, until === null, calendar, read);
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

/** The dates that may be comparable: all that would be looked at where nothing is known. */
function candidates(date: string, calendar: WorkCalendar): readonly string[] {
  const dates: string[] = [];
  comparablePeriods({ kind: 'day', date }, 'UTC', calendar, (period) => {
    dates.push(dateOf(period));
    return false;
  });
  return dates;
}

function dateOf(period: Request['period']): string {
  return datesOf(period, 'UTC').first;
}

/** A day keeps all campaigns together: one of them is a part of it. */
function scopeOf({ campaign }: Request): Scope {
  return campaign === null || campaign === 'all' ? 'all' : { kind: 'campaign', id: campaign };
}

function ownFigures(report: Report, { sealed }: Answer): Figures {
  return Object.fromEntries(
    report.metrics.flatMap(({ id }) => {
      const reading = report.read(sealed, id, 'all');
      return reading === null ? [] : [[id, reading]];
    }),
  );
}
