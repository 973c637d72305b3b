import { type Figure } from '../../../core/history/stored.ts';
import type { TooFew, Usual } from '../../../core/history/usual.ts';
import { restOf } from '../../../core/history/working-days.ts';
import type { Operation } from '../../../core/operation.ts';
import { datesOf } from '../../../core/period/calendar.ts';
import { dateAt, instantOf, timeAt, wallAt } from '../../../core/period/local-time.ts';
import type { Clock, Holidays } from '../../../ports.ts';
import type { MetricUnit, Report, Scope } from '../../../reports/report.ts';
import type { HistoryReader } from '../../history/history-reader.ts';
import { calendars } from '../../history/usual-calendar.ts';
import { usualOf } from '../../history/usual-figures.ts';
import { type Figures, pastReader } from '../../history/usual-past.ts';
import { added, PIECE_MS } from './live-pieces.ts';

/** What is asked of the days before. `windowMs` null: the running day. `asOf`: until when the reading's own data is complete. */
export type LevelAsked = {
  readonly operation: Operation;
  readonly report: Report;
  readonly metric: { readonly id: string; readonly unit: MetricUnit };
  readonly scope: Scope;
  readonly windowMs: number | null;
  readonly asOf: number;
};

/**
 * The usual at this time of this weekday. `own`: the figure to hold against it where that is not the reading itself: a running day is
 * compared up to its last full hour. `until`: that hour, `10:00`; null for the last minutes.
 */
export type Level = {
  readonly usual: Usual | TooFew;
  readonly own: Figure | null;
  readonly until: string | null;
};

const DAY = 24 * 60 * 60_000;

/** Reads what is usual for a figure, asking wolkvox nothing. Null: nothing can be compared (a rest day, a scope of which no hours are kept). */
export type ReadLevel = (asked: LevelAsked) => Promise<Level | null>;

export function levelReader({
  history,
  holidays,
  clock,
}: {
  readonly history: HistoryReader;
  readonly holidays: Holidays;
  readonly clock: Clock;
}): ReadLevel {
  const past = pastReader({ history, clock });
  const { calendarOf, candidates, comparableTo } = calendars(holidays, clock);

  const judged = (asked: LevelAsked, date: string, found: ReadonlyMap<string, Figures>): Usual | TooFew => {
    const { metric, operation } = asked;
    const { periods } = comparableTo(operation, date, found);
    const figures = periods.flatMap((one) => found.get(datesOf(one, 'UTC').first)?.[metric.id] ?? []);
    return usualOf(metric.unit, figures, () => null);
  };

  const live = async (asked: LevelAsked): Promise<Level> => {
    const { operation, metric, asOf } = asked;
    const slot = Math.floor(asOf / PIECE_MS) * PIECE_MS;
    const date = dateAt(slot, operation.zone);
    const dates = candidates(operation, date);
    const slices = await past.slices(operation, dates);
    const steps = Math.max(1, Math.round((asked.windowMs ?? PIECE_MS) / PIECE_MS));
    const found = dates.flatMap((one, index) => {
      // By the clock on the wall, whatever the clocks did since.
      const end = instantOf(wallAt(slot, operation.zone) - 7 * (index + 1) * DAY, operation.zone);
      const pieces = Array.from(
        { length: steps },
        (_, back) => slices.get(one)?.get(end - back * PIECE_MS)?.[metric.id],
      );
      const known = pieces.filter((piece) => piece !== undefined);
      return known.length < steps ? [] : [[one, { [metric.id]: added(metric.unit, known) }] as const];
    });
    return { usual: judged(asked, date, new Map(found)), own: null, until: null };
  };

  const runningDay = async (asked: LevelAsked): Promise<Level | null> => {
    const { operation, report, scope, asOf, metric } = asked;
    if (report.id === 'live' || scope !== 'all' || asked.windowMs !== null) return null;
    const date = dateAt(asOf, operation.zone);
    const today = await history.marks(operation, report.id, date);
    const mark = today.findLast(({ kind, at }) => kind === 'kept' && at <= asOf);
    if (mark === undefined || mark.kind !== 'kept') return null;
    const marks = await past.marks(operation, report.id, candidates(operation, date));
    const found = [...marks].flatMap(([one, hours]) => {
      const same = hours.get(mark.hour);
      return same === undefined ? [] : [[one, same] as const];
    });
    const own = mark.figures[metric.id] ?? null;
    return { usual: judged(asked, date, new Map(found)), own, until: timeAt(mark.at, operation.zone) };
  };

  return async (asked) => {
    const { operation, report, asOf } = asked;
    if (restOf(dateAt(asOf, operation.zone), calendarOf(operation)) !== null) return null;
    return report.endpoint.dated ? runningDay(asked) : live(asked);
  };
}
