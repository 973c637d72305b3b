import { fold } from '../command/tokens.ts';
import { CALENDAR_NAMES } from './calendar-names.ts';
import { type Locale, LOCALES } from './locale.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const PHRASES = { weekdays: 'mon-fri', 'every day': 'mon-sun' } as const;
const WORD = /\p{L}+/gu;

const MEANT: ReadonlyMap<string, string> = new Map(
  LOCALES.flatMap((locale) =>
    CALENDAR_NAMES[locale].weekdays.map((name, at) => [fold(name), DAYS[at] ?? name] as const),
  ),
);

/** Hours of the file as a reader has them: `mon-fri 07:00-19:00` is `lun-vie 07:00-19:00` in Spanish. */
export function sayHours(hours: string, locale: Locale): string {
  const plain = Object.entries(PHRASES).reduce((text, [from, to]) => text.replaceAll(from, to), hours.toLowerCase());
  return plain.replaceAll(WORD, (word) => CALENDAR_NAMES[locale].weekdays[DAYS.indexOf(word)] ?? word);
}

/** Hours as somebody writes them, with the short names of the days in any language, as the file has them. */
export function readSaidHours(text: string): string {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?[–—-] ?/g, '-');
  return plain.replaceAll(WORD, (word) => MEANT.get(fold(word)) ?? word);
}
