import type { Cell, Table } from '../card/card.ts';
import { clean } from '../card/plain.ts';
import type { Locale } from '../i18n/locale.ts';

/**
 * Excel reads a CSV by the machine's regional settings: where the decimal sign is a comma (Spanish of South America, Brazil) it wants `;`
 * between cells, and would take `5.2` for a date. English machines want the comma between cells and the point.
 */
const HABITS: Readonly<Record<Locale, { readonly separator: ',' | ';'; readonly decimal: '.' | ',' }>> = {
  es: { separator: ';', decimal: ',' },
  pt: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
};

/** What a spreadsheet may take for the start of a formula (OWASP, CSV injection), the full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text is always quoted, so that no other separator can split it; an apostrophe keeps it from being a formula. */
function textCell(text: string): string {
  const dangerous = FORMULA.test(text) || FORMULA.test(clean(text).trimStart());
  return `"${dangerous ? "'" : ''}${clean(text).replaceAll('"', '""')}"`;
}

/** Without exponent and without grouping; a value that is no number is written as its text. */
function numberCell(cell: { readonly number: number; readonly text: string }, decimal: string): string {
  if (!Number.isFinite(cell.number)) return textCell(cell.text);
  const digits = Math.abs(cell.number) >= 1e21 ? cell.number.toExponential() : decimalDigits(cell.number);
  return digits.replace('.', decimal);
}

function decimalDigits(value: number): string {
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : plain;
}

/** RFC 4180 with a byte order mark (without it Excel reads accents wrong): a header row, then every row, lines ended by CRLF. */
export function toCsv(table: Table, locale: Locale): string {
  const { separator, decimal } = HABITS[locale];
  const written = (cell: Cell | undefined): string => {
    if (cell === undefined) return textCell('');
    return typeof cell === 'string' ? textCell(cell) : numberCell(cell, decimal);
  };
  const rows = [
    table.columns.map(({ title }) => textCell(title)),
    ...table.rows.map((row) => table.columns.map((_, column) => written(row[column]))),
  ];
  return `\uFEFF${rows.map((cells) => `${cells.join(separator)}\r\n`).join('')}`;
}
