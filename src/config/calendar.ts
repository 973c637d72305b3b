import { isDate } from '../core/period/dates.ts';
import { readMinutes, readOpeningHours, readWeekdays } from '../core/period/opening-hours.ts';
import { expected, type Parser, textThat, understood } from './parsed.ts';

/** `08:10`, or `24:00` where it ends something. Gives minutes since midnight. */
export const timeOfDay: Parser<number> = (text) => {
  const minutes = readMinutes(text);
  return minutes === null ? expected('a time of the day such as 08:10') : understood(minutes);
};

/** `mon`, `mon-fri`, `weekdays` or `every day`. Gives the text as it is compared: lower case. */
export const days: Parser<string> = (text) =>
  readWeekdays(text) === null
    ? expected('days such as mon, mon-fri, weekdays or every day')
    : understood(text.toLowerCase());

/** The same, several with commas. Gives ISO weekdays: 1 Monday … 7 Sunday. */
export const daysList: Parser<readonly number[]> = (text) => {
  const read = text.split(',').map((part) => readWeekdays(part.trim()));
  return read.every((part) => part !== null)
    ? understood(read.flat())
    : expected('days such as mon, mon-fri, weekdays or every day');
};

/** `mon-fri 07:00-19:00, sat 08:00-14:00`: days and a half-open range of times, several with commas. Gives it with single spaces. */
export const hours: Parser<string> = (text) => {
  const parts = text.split(',').map((part) => part.trim().replaceAll(/\s+/g, ' '));
  return readOpeningHours(text) === null
    ? expected(
        'hours such as "mon-fri 07:00-19:00, sat 08:00-14:00", each range ending after it starts (past midnight is two: 22:00-24:00 and 00:00-06:00)',
      )
    : understood(parts.join(', ').toLowerCase());
};

/** A day as `2026-12-24`, one that exists. */
export const date: Parser<string> = textThat(isDate, 'a day such as 2026-12-24');
