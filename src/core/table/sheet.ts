import type { Cell, Table } from '../card/card.ts';
import { clean, cut } from '../card/plain.ts';

/** Excel's own limits: support.microsoft.com, "Excel specifications and limits". */
const CELL_CHARS = 32_767;
const SHEET_NAME = 31;
const NARROWEST = 8;
const WIDEST = 60;

export type SheetCell =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string };
export type Sheet = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** In characters, one for each column. */
  readonly widths: readonly number[];
};

function typed(cell: Cell | undefined): SheetCell {
  if (typeof cell === 'object' && Number.isFinite(cell.number)) return { kind: 'number', value: cell.number };
  const text = typeof cell === 'object' ? cell.text : (cell ?? '');
  return { kind: 'text', value: cut(clean(text), CELL_CHARS) };
}

/** A sheet's name without what Excel refuses in one, at most 31 characters. */
export function sheetName(name: string): string {
  const allowed = clean(name)
    .replaceAll(/[[\]:*?/\\\n]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^['\s]+|['\s]+$/g, '');
  return cut(allowed, SHEET_NAME) || 'Vigía';
}

/** A table as typed rows: numbers stay numbers, all else is text and nothing is a formula. */
export function toSheet(table: Table, name: string): Sheet {
  const rows = table.rows.map((row) => table.columns.map((_, column) => typed(row[column])));
  const header = table.columns.map(({ title }) => clean(title));
  const widths = header.map((title, column) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[column]?.value ?? '').length), title.length);
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
  });
  return { name: sheetName(name), header, rows, widths };
}
