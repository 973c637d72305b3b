import type { Format } from '../i18n/format.ts';
import type { Unit } from './seen.ts';

const TIME =
  /^(?:(\d{1,4}) ?h(?:oras?|ours?)?)? ?(?:(\d{1,4})(?: ?m(?:in|inutos?|inutes?)?|$))? ?(?:(\d{1,5}) ?s(?:eg)?)?$/;

/**
 * An amount as somebody writes it in a form, in the unit of a metric: a rate as a fraction of 1 (`12`, `12,5 %`), a duration in seconds
 * (`45`, `45 min`, `1 h 30`, `90 s`; bare numbers are minutes), else a number with the separators of any of the languages. Null: none.
 */
export function readWritten(text: string, unit: Unit): number | null {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
  switch (unit) {
    case 'rate': {
      const share = readNumber(plain.replace(/ ?%$/, ''));
      return share === null ? null : Math.round(share * 1e4) / 1e6;
    }
    case 'duration':
      return readTime(plain);
    case 'count':
      return readNumber(plain);
    case 'money':
      return readNumber(plain.replaceAll(/^[^\d-]+|[^\d]+$/gu, ''));
  }
}

/** The same amount as a field holds it; `readWritten` gives it back, to the minute where it is a time of an hour or more. */
export function writeAmount(value: number, unit: Unit, format: Format): string {
  switch (unit) {
    case 'rate':
      return `${format.number(value * 100, decimalsOf(value * 100))} %`;
    case 'duration':
      return value % 60 === 0 ? format.duration(value) : `${Math.round(value)} s`;
    case 'count':
    case 'money':
      return format.number(value, decimalsOf(value));
  }
}

function readTime(text: string): number | null {
  const [found, hours, minutes, seconds] = TIME.exec(text) ?? [];
  if (found === undefined || found === '') return null;
  return Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

/** Of two kinds of separator the last is the decimal one; a single one before three digits sets thousands apart. */
function readNumber(text: string): number | null {
  if (!/^-?\d[\d.,' ]*$/.test(text)) return null;
  const bare = text.replaceAll(/[' ]/g, '');
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  if (last === -1) return Number(bare);
  const separator = bare.charAt(last);
  const other = separator === '.' ? ',' : '.';
  const groups = bare.split(separator);
  const thousands =
    groups.length > 2 || (!bare.includes(other) && /^-?[1-9]\d{0,2}$/.test(groups[0] ?? '') && groups[1]?.length === 3);
  const plain = thousands ? bare.replaceAll(/[.,]/g, '') : bare.replaceAll(other, '').replace(separator, '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** Never three: `1,234` would be read as a thousand. */
function decimalsOf(value: number): number {
  return (
    [0, 1, 2].find((decimals) => Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) < 1e-6) ?? 4
  );
}
