/**
 * Arithmetic on dates as they are written (`YYYY-MM-DD`), apart from zones: days are counted in UTC, where each has 24 hours.
 * A date that does not exist is a defect of the caller here; `isDate` is the question at the border.
 */
const DAY = 86_400_000;

/** Whether a text is a date (`YYYY-MM-DD`) that exists, from the year 1000 to 2999. */
export function isDate(text: string): boolean {
  return /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && instantOf(text) !== null;
}

/** The instant at which a date begins in UTC. */
export function utcMidnight(date: string): number {
  const instant = instantOf(date);
  if (instant === null) throw new Error(`not a date: ${date}`);
  return instant;
}

/** Whether a month (`YYYY-MM`) exists. */
export function isMonth(text: string): boolean {
  return isDate(`${text}-01`);
}

/** The date (`YYYY-MM-DD`) so many days later, negative earlier. */
export function addDays(date: string, days: number): string {
  return written(utcMidnight(date) + days * DAY);
}

/** Days from one date to another, negative backwards. */
export function daysBetween(from: string, to: string): number {
  return (utcMidnight(to) - utcMidnight(from)) / DAY;
}

/** ISO: 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(utcMidnight(date)).getUTCDay() || 7;
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
  const first = new Date(utcMidnight(firstOfMonth(month)));
  first.setUTCMonth(first.getUTCMonth() + months);
  return written(first.getTime()).slice(0, 7);
}

/** The first date of a month (`YYYY-MM`). */
export function firstOfMonth(month: string): string {
  return `${month}-01`;
}

/** The last date of a month (`YYYY-MM`). */
export function lastOfMonth(month: string): string {
  return addDays(firstOfMonth(addMonths(month, 1)), -1);
}

/** Null for a date that does not exist: `Date` reads 30 February as the second of March. */
function instantOf(date: string): number | null {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(instant) && written(instant) === date ? instant : null;
}

/** An instant in UTC as the date that it has there. */
function written(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
