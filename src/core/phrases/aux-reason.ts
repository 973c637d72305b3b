import type { AuxCase } from '../history/aux-cases.ts';
import type { Persistence } from '../history/persistence.ts';
import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';

const WORDS = {
  es: {
    time: (time: string, state: string) => (state === '' ? time : `${time} de ${state}`),
    on: (day: string, time: string) => `${time} el ${day}`,
    team: (median: string, range: string) => `equipo ${median} (${range})`,
    allowed: (time: string) => `permitido ${time}`,
    first: 'primer día, conviene mirar',
    days: (over: string, of: string) => `${over} de ${of} días`,
  },
  en: {
    time: (time: string, state: string) => (state === '' ? time : `${time} of ${state}`),
    on: (day: string, time: string) => `${time} on ${day}`,
    team: (median: string, range: string) => `team ${median} (${range})`,
    allowed: (time: string) => `allowed ${time}`,
    first: 'first day, worth a look',
    days: (over: string, of: string) => `${over} of ${of} days`,
  },
  pt: {
    time: (time: string, state: string) => (state === '' ? time : `${time} de ${state}`),
    on: (day: string, time: string) => `${time} em ${day}`,
    team: (median: string, range: string) => `equipe ${median} (${range})`,
    allowed: (time: string) => `permitido ${time}`,
    first: 'primeiro dia, vale olhar',
    days: (over: string, of: string) => `${over} de ${of} dias`,
  },
} satisfies Record<Locale, unknown>;

/** `112 min de Break; equipo 58 (45–70); 3 de 5 días`: all that a case rests on. Names the day where it is not `today`. */
export function auxReason(
  { seconds, state, date, against, persistence }: AuxCase,
  { format, locale, today }: { readonly format: Format; readonly locale: Locale; readonly today: string },
): string {
  const words = WORDS[locale];
  const minutes = (each: number): string => format.number(Math.floor(each / 60), 0);
  const time = words.time(format.minutes(seconds), state);
  const yardstick =
    against.kind === 'allowance'
      ? words.allowed(format.minutes(against.allowed))
      : words.team(minutes(against.median), `${minutes(against.low)}–${minutes(against.high)}`);
  return [
    date === today ? time : words.on(format.day(date), time),
    yardstick,
    lasting(persistence, format, locale),
  ].join('; ');
}

function lasting({ kind, overDays, ofDays }: Persistence, format: Format, locale: Locale): string {
  const words = WORDS[locale];
  return kind === 'first-day' ? words.first : words.days(format.number(overDays), format.number(ofDays));
}
