import type { Operation } from '../operation.ts';
import { addDays } from '../period/dates.ts';
import { type OpeningHours, readOpeningHours, worksOn } from '../period/opening-hours.ts';

/** When an operation works: what its figures of a date can be held against. */
export type WorkCalendar = {
  readonly isHoliday: (date: string) => boolean;
  readonly closures: readonly string[];
  /** Null: every day is one of work. */
  readonly hours: readonly OpeningHours[] | null;
};

/** Why a date is no ordinary day of work. */
export type Rest = 'holiday' | 'closure' | 'not-worked';

/** The calendar of an operation. `isHoliday` answers for a date and a country; without a country there are no holidays. */
export function workCalendar(
  { country, closures, hours }: Pick<Operation, 'country' | 'closures' | 'hours'>,
  isHoliday: (date: string, country: string) => boolean,
): WorkCalendar {
  return {
    isHoliday: (date) => country !== null && isHoliday(date, country),
    closures,
    hours: hours === null ? null : readOpeningHours(hours),
  };
}

/** Why a date is no ordinary day of work, or null for one that is: first the public holiday, then the own closure, then the hours. */
export function restOf(date: string, { isHoliday, closures, hours }: WorkCalendar): Rest | null {
  if (isHoliday(date)) return 'holiday';
  if (closures.includes(date)) return 'closure';
  return worksOn(date, hours) ? null : 'not-worked';
}

/** How far back the last days of work are looked for: over the longest closures, not over a season. */
const REACH_DAYS = 28;

/**
 * The last ordinary days of work that are in the history, newest first, `date` the first if it is one. What a person is judged by
 * over time: each day is held against the team on that very day, so the weekday does not matter here.
 */
export function recentWorkDays(
  date: string,
  calendar: WorkCalendar,
  has: (date: string) => boolean,
  most: number,
): readonly string[] {
  return Array.from({ length: REACH_DAYS }, (_, back) => addDays(date, -back))
    .filter((day) => has(day) && restOf(day, calendar) === null)
    .slice(0, most);
}
