import { textOf } from './text.ts';

const PLAIN = /^-?\d+(?:\.\d+)?$/u;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;

/**
 * `1,204.50`, `$ 12`, `0.0372`: dot decimals, commas only between groups of three. Anything else is null, blank, `-` and more than
 * a number holds exactly included.
 */
export function readNumber(value: unknown): number | null {
  const text = textOf(value).replace('$', '').trim();
  const number = PLAIN.test(text) ? Number(text) : GROUPED.test(text) ? Number(text.replaceAll(',', '')) : null;
  return number !== null && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : null;
}

/** No operation counts further in one row; sums of a year of such rows are still exact. */
const MOST_COUNTED = 1_000_000_000;

/** A number of things: a whole number of 0 or more, up to a thousand million. */
export function readCount(value: unknown): number | null {
  const number = readNumber(value);
  return number !== null && number >= 0 && number <= MOST_COUNTED && Number.isInteger(number) ? number : null;
}

/** `12.50 %` as a fraction of 1; the sign may be missing, the number is in per cent all the same. */
export function readPercent(value: unknown): number | null {
  const text = textOf(value);
  const number = readNumber(text.endsWith('%') ? text.slice(0, -1) : text);
  return number === null ? null : Number((number / 100).toPrecision(12));
}
