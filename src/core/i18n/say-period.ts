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
  /** How a sentence puts what has no place in it of its own: `el mié 18 nov`, `en octubre`. `weekday` from 1, Monday. */
  readonly when: {
    readonly day: (day: string, weekday: number) => string;
    readonly lastWeek: string;
    readonly lastMonth: string;
    readonly week: (week: string) => string;
    readonly range: (range: string) => string;
    readonly month: (month: string) => string;
    readonly hours: (hours: string, count: number) => string;
    readonly minutes: (minutes: string) => string;
  };
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
    when: {
      day: (day) => `el ${day}`,
      lastWeek: 'la semana pasada',
      lastMonth: 'el mes pasado',
      week: (week) => `en la ${week}`,
      range: (range) => range,
      month: (month) => `en ${month}`,
      hours: (hours) => `en ${hours}`,
      minutes: (minutes) => `en ${minutes}`,
    },
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
    when: {
      day: (day) => `on ${day}`,
      lastWeek: 'last week',
      lastMonth: 'last month',
      week: (week) => `in the ${week}`,
      range: (range) => `over ${range}`,
      month: (month) => `in ${month}`,
      hours: (hours) => `in ${hours}`,
      minutes: (minutes) => `in ${minutes}`,
    },
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
    when: {
      day: (day, weekday) => (weekday > 5 ? `no ${day}` : `na ${day}`),
      lastWeek: 'na semana passada',
      lastMonth: 'no mês passado',
      week: (week) => `na ${week}`,
      range: (range) => range,
      month: (month) => `em ${month}`,
      hours: (hours, count) => (count === 1 ? `na ${hours}` : `nas ${hours}`),
      minutes: (minutes) => `nos ${minutes}`,
    },
  },
};

const MINUTE = 60_000;
const JUST_NOW = 2 * MINUTE;

/** `jue 19 nov`: a date without its year. */
export function sayDay(date: string, locale: Locale): string {
  const { weekdays } = CALENDAR_NAMES[locale];
  return `${weekdays[weekdayOf(date) - 1] ?? ''} ${dayMonth(date, locale)}`;
}

/** What a period is called: in words where people have one (`ayer`), else by its dates, with the year where it is not this one. */
export function sayPeriod(period: Period, now: number, locale: Locale, zone: string): string {
  return said(period, now, locale, zone, null);
}

/** The same as a sentence puts it: `1.655 llamadas el mié 18 nov`, `en octubre`, `ayer`. */
export function sayWhen(period: Period, now: number, locale: Locale, zone: string): string {
  return said(period, now, locale, zone, WORDS[locale].when);
}

function said(period: Period, now: number, locale: Locale, zone: string, when: PeriodWords['when'] | null): string {
  const words = WORDS[locale];
  const today = dateAt(now, zone);
  const plain = (date: string): string => `${sayDay(date, locale)}${yearAside(date, today)}`;
  const named = (date: string): string => {
    if (date === today) return words.today;
    if (date === addDays(today, -1)) return words.yesterday;
    return when === null ? plain(date) : when.day(plain(date), weekdayOf(date));
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
      if (period.monday === addDays(monday, -7)) return (when ?? words).lastWeek;
      const week = words.week(ranged(period.monday, addDays(period.monday, 6)));
      return when === null ? week : when.week(week);
    }
    case 'month': {
      const current = monthOfDate(today);
      if (period.month === current) return words.thisMonth;
      if (period.month === addMonths(current, -1)) return (when ?? words).lastMonth;
      const name = CALENDAR_NAMES[locale].longMonths[Number(period.month.slice(5)) - 1] ?? period.month;
      const month = words.month(name, period.month.slice(0, 4) === today.slice(0, 4) ? null : period.month.slice(0, 4));
      return when === null ? month : when.month(month);
    }
    case 'days': {
      if (period.first === period.last) return named(period.first);
      const range = ranged(period.first, period.last);
      return when === null ? range : when.range(range);
    }
    case 'span': {
      const minutes = Math.round((period.to - period.from) / MINUTE);
      const untilNow = period.to <= now && now - period.to < JUST_NOW;
      if (untilNow && minutes > 0) return recent(minutes, words, when);
      const edges = edgesOf(period, zone);
      return edges.first === edges.last
        ? `${named(edges.first)} ${edges.from}–${edges.to}`
        : `${named(edges.first)} ${edges.from} – ${named(edges.last)} ${edges.to}`;
    }
  }
}

function recent(minutes: number, words: PeriodWords, when: PeriodWords['when'] | null): string {
  if (minutes % 60 !== 0) {
    const text = words.minutes(minutes);
    return when === null ? text : when.minutes(text);
  }
  const text = words.hours(minutes / 60);
  return when === null ? text : when.hours(text, minutes / 60);
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
