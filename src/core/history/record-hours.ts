import { weekdayOf } from '../period/dates.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const UNCONFIGURED = { from: 6 * 60, to: 22 * 60 };

/** A stretch of the local day in minutes since midnight, half open. */
export type Stretch = { readonly from: number; readonly to: number };

/** The operation as far as its days are concerned; `hours` as the configuration has them: `mon-fri 07:00-19:00, sat 08:00-14:00`. */
export type Opening = { readonly hours: string | null; readonly closures: readonly string[] };

/** When an operation works on a date, earliest first; 6:00 to 22:00 where no hours are configured, never on a closure. */
export function openOn({ hours, closures }: Opening, date: string): readonly Stretch[] {
  if (closures.includes(date)) return [];
  if (hours === null) return [UNCONFIGURED];
  const weekday = weekdayOf(date);
  return hours
    .split(',')
    .flatMap((part) => {
      const [, days = '', from = '', to = ''] = /^\s*(.+) (\d{2}:\d{2})-(\d{2}:\d{2})\s*$/.exec(part) ?? [];
      return isOf(days, weekday) ? [{ from: minutes(from), to: minutes(to) }] : [];
    })
    .sort((one, other) => one.from - other.from);
}

/** The full hours of a date (1 to 23) up to which the running day is marked: each that ends an hour with work in it. */
export function markHours(opening: Opening, date: string): readonly number[] {
  const stretches = openOn(opening, date);
  return Array.from({ length: 23 }, (_, at) => at + 1).filter((hour) =>
    stretches.some(({ from, to }) => from < hour * 60 && to > (hour - 1) * 60),
  );
}

/** Whether the ten minutes before a time of the day (minutes since midnight) have work in them. */
export function isSlice(opening: Opening, date: string, minute: number): boolean {
  return openOn(opening, date).some(({ from, to }) => from < minute && to > minute - 10);
}

function isOf(days: string, weekday: number): boolean {
  if (days === 'every day') return true;
  if (days === 'weekdays') return weekday <= 5;
  const [first = '', last = first] = days.split('-');
  const [from, to] = [DAYS.indexOf(first) + 1, DAYS.indexOf(last) + 1];
  return from <= to ? from <= weekday && weekday <= to : weekday >= from || weekday <= to;
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}
