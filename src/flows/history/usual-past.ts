import type { DatedReport } from '../../core/history/record-days.ts';
import type { Figure } from '../../core/history/stored.ts';
import type { Operation } from '../../core/operation.ts';
import type { Clock } from '../../ports.ts';
import type { Report, Scope } from '../../reports/report.ts';
import type { HistoryReader } from './history-reader.ts';
import type { Justifications } from './justify-store.ts';
import { type Memory, remembering } from './usual-memory.ts';

export type Figures = Readonly<Record<string, Figure>>;
/** Figures by what they count up to: the hour of a mark, the minute of the day that ends a slice. */
type Parts = ReadonlyMap<number, Figures>;
/** What a day held on which there was nothing. */
const NOTHING: Figures = {};

/** What past days held, by report and date; null where nothing that can be compared is kept. */
export type Past = {
  readonly days: (
    operation: Operation,
    report: Report,
    scope: Scope,
    dates: readonly string[],
  ) => Promise<ReadonlyMap<string, Figures>>;
  /** The same, and no figures at all for days on which there was nothing: a day that is not in it is not known. */
  readonly knownDays: Past['days'];
  /** The hours of days; `NOTHING` for an hour up to which there was nothing. */
  readonly knownHours: (
    operation: Operation,
    report: DatedReport,
    dates: readonly string[],
  ) => Promise<ReadonlyMap<string, Parts>>;
  readonly marks: (
    operation: Operation,
    report: DatedReport,
    dates: readonly string[],
  ) => Promise<ReadonlyMap<string, Parts>>;
  readonly slices: (operation: Operation, dates: readonly string[]) => Promise<ReadonlyMap<string, Parts>>;
};

/** What was accepted on dates, both ends included. */
export type JustifiedBetween = Justifications['between'];
const nothingJustified: JustifiedBetween = async () => [];

const MOST_DAYS = 5_000;
const MOST_PARTS = 300;
/** A closed day never changes; one that is not there yet may come with the next step of filling. */
const SOON_MS = 60_000;
/** The hours of past days: one that is missing may still be filled. */
const WHILE_MS = 10 * 60_000;
/** From so many unknown dates on, one read of the whole stretch is cheaper than one for each. */
const MANY = 20;

/** Makes what reads past figures and remembers them, within bounds, for this process. */
export function pastReader({
  history,
  clock,
  justified = nothingJustified,
}: {
  readonly history: HistoryReader;
  readonly clock: Clock;
  readonly justified?: JustifiedBetween;
}): Past {
  const whole = remembering<Figures | null>(MOST_DAYS, SOON_MS, clock);
  const parts = remembering<Parts>(MOST_PARTS, WHILE_MS, clock);

  const knownDays: Past['days'] = async (operation, report, scope, dates) => {
    const { id } = report;
    if (id === 'live') return new Map();
    const sorted = dates.toSorted();
    const cases = id === 'aux' ? await justified(operation.id, sorted[0] ?? '', sorted.at(-1) ?? '') : [];
    const casesOn = (date: string) => cases.filter((one) => one.date === date);
    const scoped = scope === 'all' ? scope : `${scope.kind} ${scope.id}`;
    const keyOf = (date: string): string => {
      // What is accepted later, or taken back, makes another day of it.
      const accepted = casesOn(date).map(({ agent, state }) => [agent, state]);
      return `${operation.id}/${id}/${report.version}/${scoped}/${date}/${accepted.length > 0 ? JSON.stringify(accepted) : ''}`;
    };
    const keep = (date: string, day: Awaited<ReturnType<HistoryReader['day']>>): void => {
      const figures =
        day.kind === 'kept'
          ? report.readings(report.excuse(day.sealed, casesOn(date), operation), scope)
          : day.kind === 'empty'
            ? NOTHING
            : null;
      whole.keep(keyOf(date), figures, day.kind === 'kept' || day.kind === 'empty');
    };
    const unknown = dates.filter((date) => whole.get(keyOf(date)) === undefined).toSorted();
    const [first, last] = [unknown[0], unknown.at(-1)];
    if (first !== undefined && last !== undefined && unknown.length > MANY) {
      for (const { date, day } of await history.days(operation, id, first, last)) keep(date, day);
    } else {
      await Promise.all(unknown.map(async (date) => keep(date, await history.day(operation, id, date))));
    }
    return found(dates, (date) => whole.get(keyOf(date)));
  };

  return {
    knownDays,
    days: async (...asked) => new Map([...(await knownDays(...asked))].filter(([, figures]) => figures !== NOTHING)),
    knownHours: (operation, report, dates) =>
      read(parts, dates, `${operation.id}/${report} known`, async (date) => {
        const marks = await history.marks(operation, report, date);
        return new Map(
          marks.flatMap((mark) => {
            if (mark.kind === 'hole') return [];
            return [[mark.hour, mark.kind === 'kept' ? mark.figures : NOTHING] as const];
          }),
        );
      }),
    marks: (operation, report, dates) =>
      read(parts, dates, `${operation.id}/${report}`, async (date) => {
        const marks = await history.marks(operation, report, date);
        return new Map(marks.flatMap((mark) => (mark.kind === 'kept' ? [[mark.hour, mark.figures] as const] : [])));
      }),
    slices: (operation, dates) =>
      read(parts, dates, `${operation.id}/live`, async (date) => {
        const slices = await history.slices(operation, date);
        return new Map(slices.flatMap((one) => (one.kind === 'kept' ? [[one.slot, one.figures] as const] : [])));
      }),
  };
}

async function read(
  parts: Memory<Parts>,
  dates: readonly string[],
  prefix: string,
  load: (date: string) => Promise<Parts>,
): Promise<ReadonlyMap<string, Parts>> {
  await Promise.all(
    dates.map(async (date) => {
      const key = `${prefix}/${date}`;
      if (parts.get(key) === undefined) parts.keep(key, await load(date), false);
    }),
  );
  return found(dates, (date) => parts.get(`${prefix}/${date}`));
}

function found<T>(dates: readonly string[], get: (date: string) => T | null | undefined): ReadonlyMap<string, T> {
  return new Map(
    dates.flatMap((date) => {
      const value = get(date);
      return value === null || value === undefined ? [] : [[date, value] as const];
    }),
  );
}
