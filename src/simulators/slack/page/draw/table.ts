import type { ReactNode } from 'react';
import { z } from 'zod';
import type { Block } from '../../workspace.ts';
import { plainText } from './mrkdwn.ts';
import { h, type Sight } from './sight.ts';

const cellSchema = z.looseObject({ type: z.string(), text: z.string().optional(), value: z.number().optional() });
const tableSchema = z.looseObject({
  caption: z.string().default(''),
  rows: z.array(z.array(cellSchema)),
  page_size: z.number().default(5),
  row_header_column_index: z.number().default(0),
  column_settings: z.array(z.looseObject({ align: z.string().optional() }).nullable()).default([]),
});
type Cell = z.infer<typeof cellSchema>;

function gathered(value: unknown): string {
  if (Array.isArray(value)) return value.map(gathered).join('');
  if (typeof value !== 'object' || value === null) return '';
  if ('text' in value && typeof value.text === 'string') return value.text;
  return 'elements' in value ? gathered(value.elements) : '';
}

function shown(cell: Cell): string {
  return cell.type === 'rich_text' ? gathered(cell['elements']) : plainText(cell.text ?? '');
}

/** A table whose columns sort and whose rows come by pages; the page script moves them. */
export function dataTable(block: Block, sight: Sight): ReactNode {
  const read = tableSchema.safeParse(block);
  if (!read.success) return null;
  const table = read.data;
  const native = block.type === 'data_table';
  const [head = [], ...rows] = table.rows;
  const numeric = head.map((_cell, at) => rows.length > 0 && rows.every((row) => row[at]?.type === 'raw_number'));
  const side = (at: number) =>
    (native ? numeric[at] : table.column_settings[at]?.align === 'right') ? 'number' : undefined;
  const pageSize = native ? table.page_size : rows.length;
  const headers = head.map((cell, at) => {
    const label = shown(cell);
    const sorter = h(
      'button',
      { type: 'button', 'data-sort': at, 'data-numeric': numeric[at], title: `${sight.words.sort} ${label}` },
      label,
      h('i', { 'aria-hidden': true }),
    );
    return h('th', { key: at, scope: 'col', className: side(at), 'aria-sort': 'none' }, native ? sorter : label);
  });
  const body = rows.map((row, at) =>
    h(
      'tr',
      { key: at, hidden: at >= pageSize, 'data-test': 'data-row' },
      row.map((cell, column) => {
        const more = { key: column, className: side(column), 'data-value': cell.value ?? shown(cell) };
        return column === table.row_header_column_index && native
          ? h('th', { ...more, scope: 'row' }, shown(cell))
          : h('td', more, shown(cell));
      }),
    ),
  );
  const paged = native && rows.length > pageSize;
  const turn = (by: number, label: string, sign: string) =>
    h(
      'button',
      {
        type: 'button',
        'data-turn': by,
        'aria-label': label,
        title: label,
        disabled: by < 0,
        'data-test': by < 0 ? 'table-previous' : 'table-next',
      },
      sign,
    );
  const pages = h(
    'div',
    { className: 'pages' },
    h(
      'span',
      { 'data-shown': sight.words.shown(-1, -2, -3), role: 'status' },
      sight.words.shown(1, Math.min(pageSize, rows.length), rows.length),
    ),
    turn(-1, sight.words.previous, '‹'),
    turn(1, sight.words.next, '›'),
  );
  return h(
    'figure',
    { className: 'table', 'data-test': block.type, 'data-page-size': pageSize, 'data-page': 0 },
    table.caption ? h('figcaption', null, plainText(table.caption)) : null,
    h(
      'div',
      { className: 'table-scroll', tabIndex: 0, role: 'region', 'aria-label': table.caption || undefined },
      h('table', null, h('thead', null, h('tr', null, headers)), h('tbody', null, body)),
    ),
    paged ? pages : null,
  );
}
