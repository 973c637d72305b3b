import { DateTime } from 'luxon';

/**
 * Arithmetic on dates as they are written (`YYYY-MM-DD`), apart from zones: days are counted in UTC, where each has 24 hours.
 * A date that does not exist is a defect of the caller here; `isDate` is the question at the border.
 */
const UTC = { zone: 'utc' } as const;

/** Whether a text is a date (`YYYY-MM-DD`) that exists, from the year 1000 to 2999. */
export function isDate(text: string): boolean {
  return /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, UTC).isValid;
}

/** The instant at which a date begins in UTC. */
export function utcMidnight(date: string): number {
  return at(date).toMillis();
}

/** Whether a month (`YYYY-MM`) exists. */
export function isMonth(text: string): boolean {
  return isDate(`${text}-01`);
}

/** The date (`YYYY-MM-DD`) so many days later, negative earlier. */
export function addDays(date: string, days: number): string {
  return written(at(date).plus({ days }));
}

/** Days from one date to another, negative backwards. */
export function daysBetween(from: string, to: string): number {
  return Math.round(at(to).diff(at(from), 'days').days);
}

/** ISO: 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  return at(date).weekday;
}

/** The Monday of the week of a date. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

/** The month (`YYYY-MM`) of a date. */
export function monthOfDate(date: string): string {
  return date.slice(0, 7);
}

/** The month (`YYYY-MM`) so many months later, negative earlier. */
export function addMonths(month: string, months: number): string {
  return written(at(`${month}-01`).plus({ months })).slice(0, 7);
}

/** The first date of a month (`YYYY-MM`). */
export function firstOfMonth(month: string): string {
  return `${month}-01`;
}

/** The last date of a month (`YYYY-MM`). */
export function lastOfMonth(month: string): string {
  return addDays(firstOfMonth(addMonths(month, 1)), -1);
}

function at(date: string): DateTime<true> {
  const [year, month, ofMonth] = date.split('-').map(Number);
  const day = DateTime.utc(year ?? Number.NaN, month ?? Number.NaN, ofMonth ?? Number.NaN);
  if (!day.isValid) throw new Error(`not a date: ${date}`);
  return day;
}

function written(day: DateTime<true>): string {
  return day.toISODate();
}
