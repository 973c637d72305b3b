import { type Block, charsOf } from './block.ts';
import type { Cell, Table } from './card.ts';
import * as limit from './limits.ts';
import { cellText, cut, oneLine } from './plain.ts';

type Row = readonly Block[];

function heads(table: Table): Row {
  return table.columns
    .slice(0, limit.TABLE_COLUMNS)
    .map(({ title }) => ({ type: 'raw_text', text: cut(oneLine(title), limit.CELL_TEXT) }));
}

function drawnCell(cell: Cell | undefined, numbers: boolean): Block {
  const text = cut(cellText(cell), limit.CELL_TEXT);
  if (numbers && typeof cell === 'object' && Number.isFinite(cell.number)) {
    return { type: 'raw_number', value: cell.number, text };
  }
  return { type: 'raw_text', text };
}

/** The first rows that fit, whole: as many as `rows` and `chars` allow. */
function fitting(table: Table, head: Row, rows: number, chars: number, numbers: boolean): readonly Row[] {
  const fit: Row[] = [];
  let left = chars - charsOf(head);
  for (const row of table.rows.slice(0, rows)) {
    const cells = head.map((_, column) => drawnCell(row[column], numbers));
    left -= charsOf(cells);
    if (left < 0) break;
    fit.push(cells);
  }
  return fit;
}

export type DrawnTable = { readonly block: Block; readonly shown: number };

/** Slack's sortable table, or null where not even one row fits. */
export function dataTable(table: Table, chars: number): DrawnTable | null {
  const caption = cut(oneLine(table.caption), limit.TABLE_CAPTION);
  const head = heads(table);
  const room = Math.min(chars, limit.TABLE_CHARS) - caption.length;
  const rows = head.length === 0 ? [] : fitting(table, head, limit.TABLE_ROWS, room, true);
  if (rows.length === 0) return null;
  const named = table.columns.findIndex(({ align }) => align === 'left');
  const block = {
    type: 'data_table',
    caption,
    page_size: limit.PAGE_SIZE,
    ...(named > 0 ? { row_header_column_index: named } : {}),
    rows: [head, ...rows],
  };
  return { block, shown: rows.length };
}

/** The older, plain table: no caption of its own, and texts only, since numbers came to it late. */
export function plainTable(table: Table, chars: number): DrawnTable | null {
  const head = heads(table);
  const room = Math.min(chars, limit.TABLE_CHARS);
  const rows = head.length === 0 ? [] : fitting(table, head, limit.TABLE_ROWS - 1, room, false);
  if (rows.length === 0) return null;
  const column_settings = table.columns.slice(0, limit.TABLE_COLUMNS).map(({ align }) => ({ align }));
  return { block: { type: 'table', column_settings, rows: [head, ...rows] }, shown: rows.length };
}
