import { comparableDays } from '../../core/history/comparable.ts';
import type { WorkCalendar } from '../../core/history/working-days.ts';
import { addDays } from '../../core/period/dates.ts';
import type { MetricUnit } from '../../reports/report.ts';
import { enough } from '../../core/stats/rate.ts';
import { usualOf } from './usual-figures.ts';
import type { Figures } from './usual-past.ts';

/** A day's figure and, where there is one, the middle half of its own comparable days. */
export type CourseDay = {
  readonly date: string;
  readonly value: number;
  readonly usual: { readonly low: number; readonly high: number } | null;
};

const DAYS = 14;
/** As far back as the usual of the first of them may look. */
const REACH = 16 * 7;

/** The last 14 whole days of a metric up to a date, without those of which nothing is known. */
export async function courseOf(
  { id, unit }: { readonly id: string; readonly unit: MetricUnit },
  date: string,
  whole: boolean,
  calendar: WorkCalendar,
  read: (dates: readonly string[]) => Promise<ReadonlyMap<string, Figures>>,
): Promise<readonly CourseDay[]> {
  // What still runs would stand there as a day that fell.
  const last = whole ? date : addDays(date, -1);
  const known = await read(Array.from({ length: DAYS + REACH }, (_, back) => addDays(last, -back)));
  return Array.from({ length: DAYS }, (_, back) => addDays(last, -back))
    .toReversed()
    .flatMap((day) => {
      const figure = known.get(day)?.[id];
      const value = figure?.value ?? null;
      // A rate of few is no point of a line: 1 of 3 would stand there as 33 %.
      if (value === null || (unit === 'rate' && !enough(figure?.of ?? 0))) return [];
      const { days } = comparableDays(day, calendar, (past) => known.has(past));
      const past = days.flatMap((one) => known.get(one)?.[id] ?? []);
      const found = usualOf(unit, past, () => null);
      return [{ date: day, value, usual: found.kind === 'usual' ? { low: found.low, high: found.high } : null }];
    });
}
