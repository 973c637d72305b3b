import type { Table } from './card.ts';
import { cellText, cut, oneLine, widthOf } from './plain.ts';

/** Columns a phone shows in a code block without breaking lines. */
export const PHONE_COLUMNS = 44;
const NARROWEST = 4;

function widths(table: Table): number[] {
  return table.columns.map(({ title }, column) =>
    table.rows.reduce((most, row) => Math.max(most, widthOf(cellText(row[column]))), widthOf(heading(title))),
  );
}

function heading(title: string): string {
  return title.trim() === '' ? '' : oneLine(title);
}

function widthsOfWords(table: Table): number[] {
  return table.columns.map(({ title }, column) =>
    table.rows.reduce(
      (most, row) => Math.max(most, widthOf(cellText(row[column]))),
      Math.max(...heading(title).split(' ').map(widthOf)),
    ),
  );
}

/** A heading over as many lines as its words need in a column. */
function brokenAt(title: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** How wide the table is when nothing is cut, two spaces between columns. */
export function naturalWidth(table: Table): number {
  return widths(table).reduce((sum, width) => sum + width, 0) + 2 * Math.max(0, table.columns.length - 1);
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const short = widthOf(text) > width ? cut(text, width) : text;
  const space = ' '.repeat(Math.max(0, width - widthOf(short)));
  return align === 'right' ? space + short : short + space;
}

/**
 * Header and rows, columns aligned; where `width` is too small headings first break between words, then the widest columns give way.
 */
export function alignedLines(
  table: Table,
  width: number,
): { readonly head: readonly string[]; readonly rows: readonly string[] } {
  const breaks = naturalWidth(table) > width;
  const columns = breaks ? widthsOfWords(table) : widths(table);
  const gaps = 2 * Math.max(0, columns.length - 1);
  for (let sum = columns.reduce((a, b) => a + b, gaps); sum > width; sum -= 1) {
    const widest = columns.indexOf(Math.max(...columns));
    const now = columns[widest] ?? 0;
    if (now <= NARROWEST) break;
    columns[widest] = now - 1;
  }
  const line = (cells: readonly string[]): string =>
    table.columns
      .map(({ align }, column) => pad(cells[column] ?? '', columns[column] ?? 0, align))
      .join('  ')
      .trimEnd();
  const headings = table.columns.map(({ title }, column) =>
    breaks ? brokenAt(heading(title), columns[column] ?? 0) : [heading(title)],
  );
  const deepest = Math.max(1, ...headings.map((lines) => lines.length));
  return {
    head: Array.from({ length: deepest }, (_, at) =>
      line(headings.map((lines) => lines[at - deepest + lines.length] ?? '')),
    ),
    rows: table.rows.map((row) => line(table.columns.map((_, column) => cellText(row[column])))),
  };
}

/** A row as one spoken line: the first text as its name, the rest as `title value`. */
export function spokenRow(table: Table, row: Table['rows'][number]): { readonly name: string; readonly rest: string } {
  const named = Math.max(
    0,
    row.findIndex((cell) => typeof cell === 'string' && cell.trim() !== ''),
  );
  const rest = table.columns
    .map(({ title }, column) => ({ title: heading(title), column }))
    .filter(({ column }) => column !== named)
    .map(({ title, column }) => `${title} ${cellText(row[column])}`.trim());
  return { name: cellText(row[named]), rest: rest.join(' · ') };
}
