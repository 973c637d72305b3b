import { textOf } from './text.ts';

const PLAIN = /^-?\d+(?:\.\d+)?$/u;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;

/** `1,204.50`, `$ 12`, `0.0372`: dot decimals, commas only between groups of three. Anything else, blank and `-` included, is null. */
export function readNumber(value: unknown): number | null {
  const text = textOf(value).replace('$', '').trim();
  if (PLAIN.test(text)) return Number(text);
  return GROUPED.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** A number of things: a whole number of 0 or more. */
export function readCount(value: unknown): number | null {
  const number = readNumber(value);
  return number !== null && number >= 0 && Number.isSafeInteger(number) ? number : null;
}

/** `12.50 %` as a fraction of 1; the sign may be missing, the number is in per cent all the same. */
export function readPercent(value: unknown): number | null {
  const text = textOf(value);
  const number = readNumber(text.endsWith('%') ? text.slice(0, -1) : text);
  return number === null ? null : Number((number / 100).toPrecision(12));
}
