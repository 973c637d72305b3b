import { weekdayOf } from './dates.ts';

/** On these weekdays (ISO: 1 Monday … 7 Sunday), from and to in minutes since midnight; `to` is not in it and is at most 1440. */
export type OpeningHours = {
  readonly weekdays: readonly number[];
  readonly from: number;
  readonly to: number;
};

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WORDS: ReadonlyMap<string, readonly number[]> = new Map([
  ['weekdays', [1, 2, 3, 4, 5]],
  ['every day', [1, 2, 3, 4, 5, 6, 7]],
]);

/** `mon-fri 07:00-19:00, sat 08:00-14:00`, in any case and with any spaces; null where it cannot be read. */
export function readOpeningHours(text: string): readonly OpeningHours[] | null {
  const read = text.split(',').map((part) => readPart(part.trim().replaceAll(/\s+/g, ' ')));
  return read.every((part) => part !== null) ? read : null;
}

/** `mon`, `fri-mon`, `weekdays`, `every day`: ISO weekdays in their order from the first; null where it cannot be read. */
export function readWeekdays(text: string): readonly number[] | null {
  const words = text.toLowerCase();
  const named = WORDS.get(words);
  if (named !== undefined) return named;
  const [first = '', last = first, ...more] = words.split('-');
  const [from, to] = [DAYS.indexOf(first), DAYS.indexOf(last)];
  if (more.length > 0 || from < 0 || to < 0) return null;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, day) => ((from + day) % 7) + 1);
}

/** `08:10` as minutes since midnight, up to `24:00`; null where it is no time of the day. */
export function readMinutes(text: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  const since = Number(hours) * 60 + Number(minutes);
  return since <= 24 * 60 && Number(minutes) < 60 ? since : null;
}

/** Whether an operation works on a date by its hours; without hours every day is one. Holidays and closures are not in the hours. */
export function worksOn(date: string, hours: readonly OpeningHours[] | null): boolean {
  return hours === null || hours.some(({ weekdays }) => weekdays.includes(weekdayOf(date)));
}

/** When the operation opens for the first and closes for the last time of a date, `HH:MM`; null where it does not work or has no hours. */
export function openingOf(
  date: string,
  hours: readonly OpeningHours[] | null,
): { readonly opens: string; readonly closes: string } | null {
  const own = (hours ?? []).filter(({ weekdays }) => weekdays.includes(weekdayOf(date)));
  if (own.length === 0) return null;
  return {
    opens: written(Math.min(...own.map(({ from }) => from))),
    closes: written(Math.max(...own.map(({ to }) => to))),
  };
}

function readPart(part: string): OpeningHours | null {
  const [, days = '', begin = '', end = ''] = /^(.+) (\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(part) ?? [];
  const [weekdays, from, to] = [readWeekdays(days), readMinutes(begin), readMinutes(end)];
  return weekdays !== null && from !== null && to !== null && from < to ? { weekdays, from, to } : null;
}

function written(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
