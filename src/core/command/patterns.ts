import { isDate, isMonth } from '../period/dates.ts';
import { readUtc } from '../period/local-time.ts';
import type { Heard } from './heard.ts';
import { LONG_MONTHS, MONTHS, UNTIL } from './phrases.ts';
import type { Token } from './tokens.ts';

export type Pattern = { readonly heard: Heard; readonly length: number };
type Value = Heard extends infer One ? (One extends Heard ? Omit<One, 'word' | 'at'> : never) : never;

const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
/** Day or month first: to be asked back where both could be, never guessed. */
const EITHER_WAY = /^\d{1,2}(?:[-/]\d{1,2}|[-/.]\d{1,2}[-/.](?:\d{2}|\d{4}))$/;
const MONTH = /^\d{4}-\d{2}$/;
const TIME = /^(\d{1,2}):(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?z$/;
const OF: ReadonlySet<string> = new Set(['de', 'del', 'of']);

/** Dates, hours and instants at a token, alone or as the two ends of a range; null where there is none. */
export function patternAt(tokens: readonly Token[], at: number): Pattern | null {
  const first = tokens[at]?.folded ?? '';
  const between = tokens[at + 1]?.folded;
  const second = between !== undefined && UNTIL.has(between) ? (tokens[at + 2]?.folded ?? '') : '';
  const as = (value: Value, length: number): Pattern => ({
    heard: { ...value, at, word: wordsOf(tokens, at, length) },
    length,
  });

  if (DATE.test(first)) {
    const from = dateOf(first);
    if (!DATE.test(second)) return as(from === null ? { kind: 'noSuchDate' } : { kind: 'date', date: from }, 1);
    const to = dateOf(second);
    return as(from === null || to === null ? { kind: 'noSuchDate' } : { kind: 'dates', first: from, last: to }, 3);
  }
  if (EITHER_WAY.test(first)) return as(oneWay(first), 1);
  if (TIME.test(first)) {
    if (!TIME.test(second)) return as({ kind: 'noSuchTime' }, 1);
    const [from, to] = [timeOf(first), timeOf(second)];
    return as(from === null || to === null ? { kind: 'noSuchTime' } : { kind: 'hours', from, to }, 3);
  }
  if (INSTANT.test(first) && INSTANT.test(second)) {
    const [from, to] = [readUtc(first.toUpperCase()), readUtc(second.toUpperCase())];
    return as(from === null || to === null ? { kind: 'noSuchDate' } : { kind: 'span', from, to }, 3);
  }
  if (MONTH.test(first)) return as(isMonth(first) ? { kind: 'month', month: first } : { kind: 'noSuchDate' }, 1);
  return namedMonth(tokens, at, as);
}

/** `19 nov`, `19 de noviembre de 2025`, `nov 19`, `noviembre`, `1 al 15 de noviembre`. */
function namedMonth(
  tokens: readonly Token[],
  at: number,
  as: (value: Value, length: number) => Pattern,
): Pattern | null {
  const word = (index: number): string => tokens[at + index]?.folded ?? '';
  const yearFrom = (index: number): { readonly year: number | null; readonly length: number } => {
    const skip = OF.has(word(index)) ? 1 : 0;
    return /^(?:19|20)\d{2}$/.test(word(index + skip))
      ? { year: Number(word(index + skip)), length: index + skip + 1 }
      : { year: null, length: index };
  };
  const isDay = (text: string): boolean => /^\d{1,2}$/.test(text);

  if (isDay(word(0)) && UNTIL.has(word(1)) && isDay(word(2))) {
    const monthAt = OF.has(word(3)) ? 4 : 3;
    const month = MONTHS.get(word(monthAt));
    if (month !== undefined) {
      const { year, length } = yearFrom(monthAt + 1);
      const day = (index: number): Heard => ({
        kind: 'dayOfMonth',
        day: Number(word(index)),
        month,
        year,
        word: wordsOf(tokens, at + index, 1),
        at: at + index,
      });
      return as({ kind: 'stretch', first: day(0), last: day(2) }, length);
    }
  }
  if (isDay(word(0))) {
    const monthAt = OF.has(word(1)) ? 2 : 1;
    const month = MONTHS.get(word(monthAt));
    if (month === undefined) return null;
    const { year, length } = yearFrom(monthAt + 1);
    return as({ kind: 'dayOfMonth', day: Number(word(0)), month, year }, length);
  }
  const month = MONTHS.get(word(0));
  if (month === undefined) return null;
  if (isDay(word(1)) && !MONTHS.has(word(2))) {
    const { year, length } = yearFrom(2);
    return as({ kind: 'dayOfMonth', day: Number(word(1)), month, year }, length);
  }
  if (!LONG_MONTHS.has(word(0))) return null;
  const { year, length } = yearFrom(1);
  return year === null
    ? as({ kind: 'monthName', month }, 1)
    : as({ kind: 'month', month: `${year}-${String(month).padStart(2, '0')}` }, length);
}

/** The words of so many tokens from one on, as they were typed, with single spaces. */
export function wordsOf(tokens: readonly Token[], at: number, length: number): string {
  return tokens
    .slice(at, at + length)
    .map(({ word }) => word)
    .join(' ');
}

/** Where one number can be no month the other is it; where both can, nobody knows. */
function oneWay(text: string): Value {
  const [one = 0, other = 0, year = null] = text.split(/[-/.]/).map(Number);
  if (one > 12 === other > 12 || (year === null && !text.includes('/'))) return { kind: 'noSuchDate' };
  const [day, month] = one > 12 ? [one, other] : [other, one];
  if (year === null) return { kind: 'dayOfMonth', day, month, year };
  const date = dateOf([year < 100 ? 2_000 + year : year, month, day].join('-'));
  return date === null ? { kind: 'noSuchDate' } : { kind: 'date', date };
}

function dateOf(text: string): string | null {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

function timeOf(text: string): string | null {
  const [, hour = '', minute = ''] = TIME.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= 1_440 ? `${hour.padStart(2, '0')}:${minute}` : null;
}
