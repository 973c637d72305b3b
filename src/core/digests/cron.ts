/** A cron pattern of five fields, its values in order. Weekdays: 0 Sunday … 6 Saturday. Null: every one (`*`). */
export type Cron = {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly number[] | null;
  readonly months: readonly number[] | null;
  readonly weekdays: readonly number[] | null;
};

type Field = { readonly from: number; readonly to: number; readonly names: readonly string[] };

const MINUTE: Field = { from: 0, to: 59, names: [] };
const HOUR: Field = { from: 0, to: 23, names: [] };
const DAY: Field = { from: 1, to: 31, names: [] };
const MONTH: Field = {
  from: 1,
  to: 12,
  names: ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
};
const WEEKDAY: Field = { from: 0, to: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] };

/**
 * Reads `minute hour day month weekday`: numbers, `*`, lists, ranges, steps, names of months and weekdays; 0 and 7 are Sunday.
 * Where days and weekdays are both named, either is enough, as in every cron. Null where it cannot be read.
 */
export function readCron(text: string): Cron | null {
  const [minute, hour, day, month, weekday, ...more] = text.trim().split(/\s+/);
  if (weekday === undefined || more.length > 0 || text.length > 200) return null;
  const minutes = readField(minute ?? '', MINUTE);
  const hours = readField(hour ?? '', HOUR);
  const days = readField(day ?? '', DAY);
  const months = readField(month ?? '', MONTH);
  const weekdays = readField(weekday, WEEKDAY);
  if (minutes === null || hours === null || days === null || months === null || weekdays === null) return null;
  return {
    minutes,
    hours,
    days: day === '*' ? null : days,
    months: month === '*' ? null : months,
    weekdays: weekday === '*' ? null : inOrder(weekdays.map((one) => one % 7)),
  };
}

/** The pattern in one form, whatever form it was written in: plain lists, so that every reader of cron means the same by it. */
export function cronText({ minutes, hours, days, months, weekdays }: Cron): string {
  const field = (values: readonly number[] | null): string => values?.join(',') ?? '*';
  return [minutes, hours, days, months, weekdays].map(field).join(' ');
}

function readField(text: string, field: Field): readonly number[] | null {
  const parts = text.split(',').map((part) => readPart(part, field));
  return parts.every((part) => part !== null) ? inOrder(parts.flat()) : null;
}

function readPart(part: string, field: Field): readonly number[] | null {
  const [, range = '', step = '1'] = /^([^/]+)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
  const [first = '', last, ...more] = range.split('-');
  const from = first === '*' ? field.from : readValue(first, field);
  const to = last === undefined ? (first === '*' || part.includes('/') ? field.to : from) : readValue(last, field);
  if (from === null || to === null || more.length > 0 || (first === '*' && last !== undefined)) return null;
  if (from > to || Number(step) < 1) return null;
  return Array.from({ length: Math.floor((to - from) / Number(step)) + 1 }, (_, index) => from + index * Number(step));
}

function readValue(text: string, { from, to, names }: Field): number | null {
  const named = text === '' ? -1 : names.indexOf(text.toLowerCase());
  const value = named >= 0 ? named : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : null;
}

function inOrder(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
