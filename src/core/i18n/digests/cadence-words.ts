import type { Locale } from '../locale.ts';

/** How a cadence is said, in the middle of a sentence. Weekdays: ISO, 1 Monday … 7 Sunday; times as `08:10`. */
export type CadenceWords = {
  readonly everyDay: string;
  readonly weekdays: (days: readonly number[]) => string;
  readonly dayRange: (first: number, last: number) => string;
  readonly monthly: (day: number) => string;
  readonly at: (times: readonly string[]) => string;
  readonly hourly: (first: string, last: string) => string;
  readonly cron: (pattern: string) => string;
};

const ES = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];
const ES_MANY = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábados', 'domingos'];
const EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const PT = ['segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado', 'domingo'];
const PT_MANY = ['segundas', 'terças', 'quartas', 'quintas', 'sextas', 'sábados', 'domingos'];

const CADENCE = {
  es: {
    everyDay: 'todos los días',
    weekdays: (days) => `los ${list(named(days, ES_MANY), 'y')}`,
    dayRange: (first, last) => `de ${name(first, ES)} a ${name(last, ES)}`,
    monthly: (day) => `el ${day} de cada mes`,
    at: (times) => `a ${times[0]?.startsWith('01:') ? 'la' : 'las'} ${list(times, 'y')}`,
    hourly: (first, last) => `cada hora, de ${first} a ${last}`,
    cron: (pattern) => `cron ${pattern}`,
  },
  en: {
    everyDay: 'every day',
    weekdays: (days) =>
      list(
        named(days, EN).map((day) => `${day}s`),
        'and',
      ),
    dayRange: (first, last) => `${name(first, EN)} to ${name(last, EN)}`,
    monthly: (day) => `day ${day} of each month`,
    at: (times) => `at ${list(times, 'and')}`,
    hourly: (first, last) => `every hour from ${first} to ${last}`,
    cron: (pattern) => `cron ${pattern}`,
  },
  pt: {
    everyDay: 'todos os dias',
    weekdays: (days) => list(named(days, PT_MANY), 'e'),
    dayRange: (first, last) => `de ${name(first, PT)} a ${name(last, PT)}`,
    monthly: (day) => `dia ${day} de cada mês`,
    at: (times) => `${times[0]?.startsWith('01:') ? 'à' : 'às'} ${list(times, 'e')}`,
    hourly: (first, last) => `de hora em hora, das ${first} às ${last}`,
    cron: (pattern) => `cron ${pattern}`,
  },
} as const satisfies Readonly<Record<Locale, CadenceWords>>;

/** `CadenceWords` in a language. */
export function cadenceWords(locale: Locale): CadenceWords {
  return CADENCE[locale];
}

function name(day: number, names: readonly string[]): string {
  return names[day - 1] ?? String(day);
}

function named(days: readonly number[], names: readonly string[]): readonly string[] {
  return days.map((day) => name(day, names));
}

function list(items: readonly string[], and: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}
