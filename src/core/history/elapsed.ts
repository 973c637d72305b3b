import { addDays } from '../period/dates.ts';
import { instantAt } from '../period/local-time.ts';

/** A full hour that the clock on the wall reaches within a local day, `01:00` to `24:00`. What has gone by of the day is [midnight, `at`). */
export type Mark = { readonly date: string; readonly time: string; readonly at: number };

/**
 * The marks of a local day in their order, each later than the one before. An hour that the clocks skip has none (its end has);
 * one that they show twice has one, at its first turn.
 */
export function marksOf(date: string, zone: string): readonly Mark[] {
  const marks = Array.from({ length: 24 }, (_, hour) => markAt(date, `${String(hour + 1).padStart(2, '0')}:00`, zone));
  const midnight = instantAt(date, '00:00', zone);
  return marks.filter(({ at }, index) => at > midnight && at !== marks[index + 1]?.at);
}

function markAt(date: string, time: string, zone: string): Mark {
  return {
    date,
    time,
    at: time === '24:00' ? instantAt(addDays(date, 1), '00:00', zone) : instantAt(date, time, zone),
  };
}
