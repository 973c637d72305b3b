import { isDate } from '../core/period/dates.ts';
import { expected, type Parser, textThat, understood } from './parsed.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `08:10`, or `24:00` where it ends something. Gives minutes since midnight. */
export const timeOfDay: Parser<number> = (text) => {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  const minutes = match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2]);
  const real = minutes <= 24 * 60 && Number(match?.[2]) < 60;
  return real ? understood(minutes) : expected('a time of the day such as 08:10');
};

/** `mon`, `mon-fri`, `weekdays` or `every day`. Gives the text as it is compared: lower case. */
export const days: Parser<string> = (text) => {
  const words = text.toLowerCase();
  const [first = '', last = first, ...more] = words.split('-');
  const named = more.length === 0 && DAYS.includes(first) && DAYS.includes(last);
  return named || words === 'weekdays' || words === 'every day'
    ? understood(words)
    : expected('days such as mon, mon-fri, weekdays or every day');
};

/** `mon-fri 07:00-19:00, sat 08:00-14:00`: days and a half-open range of times, several with commas. Gives it with single spaces. */
export const hours: Parser<string> = (text) => {
  const parts = text.split(',').map((part) => part.trim().replaceAll(/\s+/g, ' '));
  const wrong = parts.find((part) => !isDaysWithTimes(part));
  return wrong === undefined
    ? understood(parts.join(', ').toLowerCase())
    : expected(
        'hours such as "mon-fri 07:00-19:00, sat 08:00-14:00", each range ending after it starts (past midnight is two: 22:00-24:00 and 00:00-06:00)',
      );
};

function isDaysWithTimes(part: string): boolean {
  const match = /^(.+) (\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(part);
  if (match?.[1] === undefined || !days(match[1]).ok) return false;
  const [from, to] = [timeOfDay(match[2] ?? ''), timeOfDay(match[3] ?? '')];
  return from.ok && to.ok && from.value < to.value;
}

/** A day as `2026-12-24`, one that exists. */
export const date: Parser<string> = textThat(isDate, 'a day such as 2026-12-24');
