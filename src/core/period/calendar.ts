import type { Window } from '../window.ts';
import { addDays, addMonths, daysBetween, firstOfMonth, lastOfMonth } from './dates.ts';
import { dateAt, instantAt, instantOf, wallAt } from './local-time.ts';
import type { Period } from './period.ts';

/** The instants of a period in a zone, half open: days of 23 and 25 hours are as long as they are. */
export function windowOf(period: Period, zone: string): Window {
  const midnight = (date: string): number => instantAt(date, '00:00', zone);
  switch (period.kind) {
    case 'span':
      return { from: period.from, to: period.to };
    case 'hours':
      return { from: instantAt(period.date, period.from, zone), to: instantAt(period.date, period.to, zone) };
    case 'day':
    case 'week':
    case 'month':
    case 'days': {
      const { first, last } = datesOf(period, zone);
      return { from: midnight(first), to: midnight(addDays(last, 1)) };
    }
  }
}

/** The first and the last local date that a period touches. */
export function datesOf(period: Period, zone: string): { readonly first: string; readonly last: string } {
  switch (period.kind) {
    case 'day':
    case 'hours':
      return { first: period.date, last: period.date };
    case 'week':
      return { first: period.monday, last: addDays(period.monday, 6) };
    case 'month':
      return { first: firstOfMonth(period.month), last: lastOfMonth(period.month) };
    case 'days':
      return { first: period.first, last: period.last };
    case 'span':
      return { first: dateAt(period.from, zone), last: dateAt(period.to - 1, zone) };
  }
}

/** How many local days a period touches. */
export function dayCount(period: Period, zone: string): number {
  const { first, last } = datesOf(period, zone);
  return daysBetween(first, last) + 1;
}

/**
 * The period before or after, of the same kind and size: what ◀ and ▶ lead to. Back and forth gives the same period again; hours that
 * a change of clocks takes out of a day are stepped over.
 */
export function shift(period: Period, by: -1 | 1, zone: string): Period {
  switch (period.kind) {
    case 'day':
      return { kind: 'day', date: addDays(period.date, by) };
    case 'week':
      return { kind: 'week', monday: addDays(period.monday, 7 * by) };
    case 'month':
      return { kind: 'month', month: addMonths(period.month, by) };
    case 'days': {
      const days = by * dayCount(period, zone);
      return { kind: 'days', first: addDays(period.first, days), last: addDays(period.last, days) };
    }
    case 'hours': {
      const next: Period = { ...period, date: addDays(period.date, by) };
      return isEmpty(windowOf(next, zone)) ? shift(next, by, zone) : next;
    }
    case 'span': {
      const length = by * (period.to - period.from);
      return { kind: 'span', from: period.from + length, to: period.to + length };
    }
  }
}

/** The period that `vs previous` compares with. */
export function previousOf(period: Period, zone: string): Period {
  return shift(period, -1, zone);
}

/** Whether a period has begun and is not over. */
export function isRunning(period: Period, now: number, zone: string): boolean {
  const { from, to } = windowOf(period, zone);
  return from <= now && now < to;
}

/**
 * The window of the period before; while `period` runs, only as much of it as has gone by here: up to the same time of the day,
 * as many days in (so that a morning is held against a morning). `now` may be the age of the data instead of the present.
 */
export function previousWindow(period: Period, now: number, zone: string): Window {
  const previous = previousOf(period, zone);
  const whole = windowOf(previous, zone);
  if (!isRunning(period, now, zone)) return whole;
  const to = Math.max(whole.from, Math.min(whole.to, sameMoment(period, previous, now, zone)));
  return { from: whole.from, to };
}

function sameMoment(period: Period, previous: Period, now: number, zone: string): number {
  if (period.kind === 'span' || previous.kind === 'span') {
    return windowOf(previous, zone).from + (now - windowOf(period, zone).from);
  }
  const back = daysBetween(datesOf(previous, zone).first, datesOf(period, zone).first);
  return instantOf(wallAt(now, zone) - back * 86_400_000, zone);
}

function isEmpty({ from, to }: Window): boolean {
  return to <= from;
}
