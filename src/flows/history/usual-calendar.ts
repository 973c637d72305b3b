import { type Comparable, comparablePeriods } from '../../core/history/comparable.ts';
import { type WorkCalendar, workCalendar } from '../../core/history/working-days.ts';
import type { Operation } from '../../core/operation.ts';
import { datesOf } from '../../core/period/calendar.ts';
import type { Clock, Holidays } from '../../ports.ts';
import { remembering } from './usual-memory.ts';

/** What dates can be held against each other, worked out once for an operation and a date: every card asks it. */
export type Calendars = {
  readonly calendarOf: (operation: Operation) => WorkCalendar;
  /** The dates that may be comparable with one: all that would be looked at where nothing is known. Newest first, a week apart. */
  readonly candidates: (operation: Operation, date: string) => readonly string[];
  /** `comparablePeriods` of a day; `known`: the dates of which there are figures. */
  readonly comparableTo: (operation: Operation, date: string, known: ReadonlyMap<string, unknown>) => Comparable;
};

const MOST = 500;

export function calendars(holidays: Holidays, clock: Clock): Calendars {
  const byOperation = new WeakMap<Operation, WorkCalendar>();
  const dates = remembering<readonly string[]>(MOST, 0, clock);
  const comparables = remembering<Comparable>(MOST, 0, clock);

  const calendarOf = (operation: Operation): WorkCalendar => {
    const known = byOperation.get(operation);
    if (known !== undefined) return known;
    const made = workCalendar(operation, (date, country) => holidays.isHoliday(date, country));
    byOperation.set(operation, made);
    return made;
  };
  // Whole days are the same dates in every zone.
  const look = (operation: Operation, date: string, has: (past: string) => boolean): Comparable =>
    comparablePeriods({ kind: 'day', date }, 'UTC', calendarOf(operation), (past) => has(datesOf(past, 'UTC').first));

  return {
    calendarOf,
    candidates(operation, date) {
      const key = `${operation.id} ${date}`;
      const known = dates.get(key);
      if (known !== undefined) return known;
      const found: string[] = [];
      look(operation, date, (past) => {
        found.push(past);
        return false;
      });
      dates.keep(key, found, true);
      return found;
    },
    comparableTo(operation, date, known) {
      const key = `${operation.id} ${date} ${[...known.keys()].join()}`;
      const before = comparables.get(key);
      if (before !== undefined) return before;
      const found = look(operation, date, (past) => known.has(past));
      comparables.keep(key, found, true);
      return found;
    },
  };
}
