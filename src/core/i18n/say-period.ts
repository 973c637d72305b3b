import { addDays, addMonths, mondayOf, monthOfDate, weekdayOf } from '../period/dates.ts';
import { dateAt, timeAt } from '../period/local-time.ts';
import type { Period } from '../period/period.ts';
import type { Window } from '../window.ts';
import { CALENDAR_NAMES } from './calendar-names.ts';
import type { Locale } from './locale.ts';

type PeriodWords = {
  readonly today: string;
  readonly yesterday: string;
  readonly thisWeek: string;
  readonly lastWeek: string;
  readonly thisMonth: string;
  readonly lastMonth: string;
  readonly week: (range: string) => string;
  readonly range: (first: string, last: string, sameMonth: boolean) => string;
  readonly month: (name: string, year: string | null) => string;
  readonly hours: (count: number) => string;
  readonly minutes: (count: number) => string;
};

const WORDS: Readonly<Record<Locale, PeriodWords>> = {
  es: {
    today: 'hoy',
    yesterday: 'ayer',
    thisWeek: 'esta semana',
    lastWeek: 'la semana pasada',
    thisMonth: 'este mes',
    lastMonth: 'el mes pasado',
    week: (range) => `semana ${range}`,
    range: (first, last) => `del ${first} al ${last}`,
    month: (name, year) => (year === null ? name : `${name} de ${year}`),
    hours: (count) => (count === 1 ? 'la última hora' : `las últimas ${count} horas`),
    minutes: (count) => `los últimos ${count} minutos`,
  },
  en: {
    today: 'today',
    yesterday: 'yesterday',
    thisWeek: 'this week',
    lastWeek: 'last week',
    thisMonth: 'this month',
    lastMonth: 'last month',
    week: (range) => `week of ${range}`,
    range: (first, last, sameMonth) => (sameMonth ? `${first}–${last}` : `${first} – ${last}`),
    month: (name, year) => (year === null ? name : `${name} ${year}`),
    hours: (count) => (count === 1 ? 'the last hour' : `the last ${count} hours`),
    minutes: (count) => `the last ${count} minutes`,
  },
  pt: {
    today: 'hoje',
    yesterday: 'ontem',
    thisWeek: 'esta semana',
    lastWeek: 'semana passada',
    thisMonth: 'este mês',
    lastMonth: 'mês passado',
    week: (range) => `semana ${range}`,
    range: (first, last) => `de ${first} a ${last}`,
    month: (name, year) => (year === null ? name : `${name} de ${year}`),
    hours: (count) => (count === 1 ? 'última hora' : `últimas ${count} horas`),
    minutes: (count) => `últimos ${count} minutos`,
  },
};

const MINUTE = 60_000;
const JUST_NOW = 2 * MINUTE;

/** `jue 19 nov`: a date without its year. */
export function sayDay(date: string, locale: Locale): string {
  const { weekdays } = CALENDAR_NAMES[locale];
  return `${weekdays[weekdayOf(date) - 1] ?? ''} ${dayMonth(date, locale)}`;
}

/** How a sentence names a period: in words where people have one (`ayer`), else by its dates, with the year where it is not this one. */
export function sayPeriod(period: Period, now: number, locale: Locale, zone: string): string {
  const words = WORDS[locale];
  const today = dateAt(now, zone);
  const named = (date: string): string => {
    if (date === today) return words.today;
    if (date === addDays(today, -1)) return words.yesterday;
    return `${sayDay(date, locale)}${yearAside(date, today)}`;
  };
  const ranged = (first: string, last: string): string => {
    const sameMonth = first.slice(0, 7) === last.slice(0, 7);
    const begin = sameMonth ? String(Number(first.slice(8))) : dayMonth(first, locale);
    const beginYear = first.slice(0, 4) === last.slice(0, 4) ? '' : ` ${first.slice(0, 4)}`;
    return words.range(`${begin}${beginYear}`, `${dayMonth(last, locale)}${yearAside(last, today)}`, sameMonth);
  };
  switch (period.kind) {
    case 'day':
      return named(period.date);
    case 'hours':
      return `${named(period.date)} ${period.from}–${period.to}`;
    case 'week': {
      const monday = mondayOf(today);
      if (period.monday === monday) return words.thisWeek;
      if (period.monday === addDays(monday, -7)) return words.lastWeek;
      return words.week(ranged(period.monday, addDays(period.monday, 6)));
    }
    case 'month': {
      const month = monthOfDate(today);
      if (period.month === month) return words.thisMonth;
      if (period.month === addMonths(month, -1)) return words.lastMonth;
      const name = CALENDAR_NAMES[locale].longMonths[Number(period.month.slice(5)) - 1] ?? period.month;
      return words.month(name, period.month.slice(0, 4) === today.slice(0, 4) ? null : period.month.slice(0, 4));
    }
    case 'days':
      return period.first === period.last ? named(period.first) : ranged(period.first, period.last);
    case 'span': {
      const minutes = Math.round((period.to - period.from) / MINUTE);
      const untilNow = period.to <= now && now - period.to < JUST_NOW;
      if (untilNow && minutes > 0) return minutes % 60 === 0 ? words.hours(minutes / 60) : words.minutes(minutes);
      const edges = edgesOf(period, zone);
      return edges.first === edges.last
        ? `${named(edges.first)} ${edges.from}–${edges.to}`
        : `${named(edges.first)} ${edges.from} – ${named(edges.last)} ${edges.to}`;
    }
  }
}

/** `jue 19 nov, 00:00–24:00`: the exact window, a midnight at its end written as 24:00 of the day that ends. */
export function sayWindow(window: Window, locale: Locale, zone: string): string {
  const { first, from, last, to } = edgesOf(window, zone);
  return first === last
    ? `${sayDay(first, locale)}, ${from}–${to}`
    : `${sayDay(first, locale)} ${from} – ${sayDay(last, locale)} ${to}`;
}

function edgesOf(window: Window, zone: string) {
  const ends = timeAt(window.to, zone);
  const atMidnight = ends === '00:00' && window.to > window.from;
  return {
    first: dateAt(window.from, zone),
    from: timeAt(window.from, zone),
    last: atMidnight ? addDays(dateAt(window.to, zone), -1) : dateAt(window.to, zone),
    to: atMidnight ? '24:00' : ends,
  };
}

function dayMonth(date: string, locale: Locale): string {
  return `${Number(date.slice(8))} ${CALENDAR_NAMES[locale].months[Number(date.slice(5, 7)) - 1] ?? ''}`;
}

function yearAside(date: string, today: string): string {
  return date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
}
