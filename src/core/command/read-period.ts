import { datesOf, dayCount, windowOf } from '../period/calendar.ts';
import { addDays, addMonths, isDate, mondayOf, monthOfDate, weekdayOf } from '../period/dates.ts';
import { dateAt } from '../period/local-time.ts';
import type { Period } from '../period/period.ts';
import { lastDays, lastStretch } from '../period/recent.ts';
import type { UnclearReason } from './command.ts';
import type { Heard } from './heard.ts';

/** The longest period that is asked at once: a year, and its leap day. */
const LONGEST_DAYS = 366;
const YEARS_BACK = 8;
/** A thousand years: what is before them is no date here. */
const MOST_DAYS_AGO = 365_000;

type Read = { readonly period: Period; readonly word: string } | { readonly reason: UnclearReason };

/** The one period that the words of a command mean (today where there is none), or why there is none. */
export function readPeriod(
  heard: readonly Heard[],
  now: number,
  zone: string,
): { readonly period: Period } | { readonly reason: UnclearReason } {
  const today = dateAt(now, zone);
  const said: { period: Period; word: string }[] = [];
  for (const one of withoutNamedWeekdays(heard, now, zone)) {
    const read = meant(one, today, now, zone);
    if (read === null) continue;
    if ('reason' in read) return read;
    said.push(read);
  }
  const [first, second] = distinct(said, ({ period }) => period);
  if (first !== undefined && second !== undefined) {
    return { reason: { because: 'two', what: 'period', first: first.word, second: second.word } };
  }
  const hours = distinct(
    heard.filter((one) => one.kind === 'hours'),
    ({ from, to }) => [from, to],
  );
  const [one, other] = hours;
  if (one === undefined) {
    const read = first ?? { period: { kind: 'day', date: today }, word: '' };
    const isSince = heard.some((said) => said.kind === 'said' && said.means.is === 'since');
    return checked(isSince ? { ...read, period: sinceThen(read.period, today, zone) } : read, now, zone);
  }
  if (other !== undefined) return { reason: { because: 'two', what: 'hours', first: one.word, second: other.word } };
  if (one.from >= one.to) return { reason: { because: 'backwards', first: one.from, second: one.to } };
  const day = first?.period ?? { kind: 'day', date: today };
  if (day.kind !== 'day') return { reason: { because: 'hoursNeedOneDay', word: first?.word ?? '' } };
  const period: Period = { kind: 'hours', date: day.date, from: one.from, to: one.to };
  const word = first === undefined ? one.word : `${first.word} ${one.word}`;
  const { from, to } = windowOf(period, zone);
  return from < to ? checked({ period, word }, now, zone) : { reason: { because: 'noSuchTime', word } };
}

/** From the beginning of a day, a week or a month to today; a range has an end of its own. */
function sinceThen(period: Period, today: string, zone: string): Period {
  if (period.kind !== 'day' && period.kind !== 'week' && period.kind !== 'month') return period;
  const { first } = datesOf(period, zone);
  return first < today ? { kind: 'days', first, last: today } : period;
}

function checked({ period, word }: { period: Period; word: string }, now: number, zone: string): Read {
  if (windowOf(period, zone).from > now) return { reason: { because: 'future', word } };
  if (dayCount(period, zone) > LONGEST_DAYS) return { reason: { because: 'tooLong', days: LONGEST_DAYS } };
  return { period, word };
}

/** `jueves 19 nov` names one day twice: the weekday is dropped where the date is one. */
function withoutNamedWeekdays(heard: readonly Heard[], now: number, zone: string): readonly Heard[] {
  const today = dateAt(now, zone);
  const ends = heard.flatMap((one) => (one.kind === 'stretch' ? [one.first, one.last] : [one]));
  const weekdays = ends.flatMap((one) => {
    const read = one.kind === 'date' || one.kind === 'dayOfMonth' ? meant(one, today, now, zone) : null;
    return read !== null && 'period' in read && read.period.kind === 'day' ? [weekdayOf(read.period.date)] : [];
  });
  return heard.filter(
    (one) => !(one.kind === 'said' && one.means.is === 'weekday' && weekdays.includes(one.means.weekday)),
  );
}

function meant(heard: Heard, today: string, now: number, zone: string): Read | null {
  const { word } = heard;
  const day = (date: string): Read => ({ period: { kind: 'day', date }, word });
  switch (heard.kind) {
    case 'date':
      return day(heard.date);
    case 'dayOfMonth': {
      const date = recentDate(heard, today);
      return date === null ? { reason: { because: 'noSuchDate', word } } : day(date);
    }
    case 'dates': {
      const { first, last } = heard;
      if (first > last) return { reason: { because: 'backwards', first, second: last } };
      return { period: { kind: 'days', first, last }, word };
    }
    case 'month':
      return { period: { kind: 'month', month: heard.month }, word };
    case 'monthName': {
      const year = Number(today.slice(0, 4));
      const month = monthIn(year, heard.month);
      return {
        period: { kind: 'month', month: month <= monthOfDate(today) ? month : monthIn(year - 1, heard.month) },
        word,
      };
    }
    case 'week':
      return { period: { kind: 'week', monday: mondayOf(heard.date) }, word };
    case 'stretch':
      return stretchOf(heard, today, now, zone);
    case 'span': {
      const { from, to } = heard;
      const [first = '', second = ''] = word.split(' .. ');
      return from < to
        ? { period: { kind: 'span', from, to }, word }
        : { reason: { because: 'backwards', first, second } };
    }
    case 'noSuchDate':
    case 'noSuchTime':
      return { reason: { because: heard.kind, word } };
    case 'said':
      return saidPeriod(heard, today, now, zone);
    case 'operation':
    case 'hours':
    case 'number':
    case 'unknown':
      return null;
  }
}

function saidPeriod(
  { means, count, word }: Extract<Heard, { kind: 'said' }>,
  today: string,
  now: number,
  zone: string,
): Read | null {
  switch (means.is) {
    case 'day':
      return { period: { kind: 'day', date: addDays(today, -means.before) }, word };
    case 'ago': {
      const days = count ?? 1;
      if (!Number.isSafeInteger(days) || days < 1) return { reason: { because: 'badAmount', word } };
      if (days > MOST_DAYS_AGO) return { reason: { because: 'noSuchDate', word } };
      return { period: { kind: 'day', date: addDays(today, -days) }, word };
    }
    case 'weekend':
      return { period: weekendOf(today, means.past), word };
    case 'weekday': {
      const back = (weekdayOf(today) - means.weekday + 7) % 7;
      return { period: { kind: 'day', date: addDays(today, -(means.past && back === 0 ? 7 : back)) }, word };
    }
    case 'week':
      return { period: { kind: 'week', monday: addDays(mondayOf(today), -7 * means.before) }, word };
    case 'month':
      return { period: { kind: 'month', month: addMonths(monthOfDate(today), -means.before) }, word };
    case 'last': {
      const amount = count ?? 1;
      if (!Number.isSafeInteger(amount) || amount < 1) return { reason: { because: 'badAmount', word } };
      const perDay = { days: 1, hours: 24, minutes: 1_440 }[means.unit];
      if (amount / perDay > LONGEST_DAYS) return { reason: { because: 'tooLong', days: LONGEST_DAYS } };
      const period = means.unit === 'days' ? lastDays(amount, now, zone) : lastStretch(amount, means.unit, now);
      return { period, word };
    }
    case 'report':
    case 'topic':
    case 'verb':
    case 'weekOf':
    case 'since':
    case 'top':
    case 'by':
    case 'versus':
    case 'file':
    case 'here':
    case 'all':
      return null;
  }
}

/** On a Saturday it is that day alone so far. */
function weekendOf(today: string, past: boolean): Period {
  const sinceSaturday = (weekdayOf(today) + 1) % 7;
  const isOn = sinceSaturday < 2;
  const first = addDays(today, -sinceSaturday - (past && isOn ? 7 : 0));
  return isOn && !past && sinceSaturday === 0
    ? { kind: 'day', date: today }
    : { kind: 'days', first, last: addDays(first, 1) };
}

/** From the first day to the last; a weekday that would come after the last is that of the week before, and a last day of no year follows the first. */
function stretchOf(
  { first, last, word }: Extract<Heard, { kind: 'stretch' }>,
  today: string,
  now: number,
  zone: string,
): Read | null {
  const isBackwards =
    first.kind === 'dayOfMonth' && last.kind === 'dayOfMonth' && first.month === last.month && first.day > last.day;
  if (isBackwards && last.year === null)
    return { reason: { because: 'backwards', first: first.word, second: last.word } };
  const begins = meant(first, today, now, zone);
  if (begins === null || 'reason' in begins || begins.period.kind !== 'day') return begins;
  let from = begins.period.date;
  const ends = last.kind === 'dayOfMonth' && last.year === null ? dayAfter(last, from) : meant(last, today, now, zone);
  if (ends === null || 'reason' in ends || ends.period.kind !== 'day') return ends;
  const { date: to } = ends.period;
  if (from > to && first.kind === 'said' && first.means.is === 'weekday') from = addDays(from, -7);
  if (from > to) return { reason: { because: 'backwards', first: from, second: to } };
  return { period: from === to ? ends.period : { kind: 'days', first: from, last: to }, word };
}

/** The first such day from another on. */
function dayAfter(heard: Extract<Heard, { kind: 'dayOfMonth' }>, from: string): Read {
  const year = Number(from.slice(0, 4));
  const dates = [year, year + 1].map((one) => `${monthIn(one, heard.month)}-${String(heard.day).padStart(2, '0')}`);
  const date = dates.find((one) => isDate(one) && one >= from);
  return date === undefined
    ? { reason: { because: 'noSuchDate', word: heard.word } }
    : { period: { kind: 'day', date }, word: heard.word };
}

/** The most recent such day that is not in the future; in the year that was said, where one was. */
function recentDate(
  { day, month, year }: { readonly day: number; readonly month: number; readonly year: number | null },
  today: string,
): string | null {
  const at = (in_: number): string => `${monthIn(in_, month)}-${String(day).padStart(2, '0')}`;
  if (year !== null) return isDate(at(year)) ? at(year) : null;
  const now = Number(today.slice(0, 4));
  const dates = Array.from({ length: YEARS_BACK + 1 }, (_, back) => at(now - back));
  return dates.find((date) => isDate(date) && date <= today) ?? null;
}

function monthIn(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

function distinct<One>(items: readonly One[], by: (item: One) => unknown): readonly One[] {
  return [...new Map(items.toReversed().map((item) => [JSON.stringify(by(item)), item])).values()].toReversed();
}
