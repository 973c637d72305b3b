import type { Table } from '../core/card/card.ts';
import { toSheet } from '../core/table/sheet.ts';

/** The table as an XLSX workbook of one sheet: numbers as numbers, text never a formula, the header bold and kept in sight. */
export async function writeXlsx(table: Table, name: string): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheet = toSheet(table, name);
  const header = sheet.header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const rows = sheet.rows.map((row) =>
    row.map((cell) => {
      if (cell.kind === 'number') return { value: cell.value, type: Number };
      return cell.value === '' ? null : { value: cell.value, type: String };
    }),
  );
  const file = await writeExcelFile([header, ...rows], {
    sheet: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
  return new Uint8Array(file);
}
