import { toCsv } from '../../core/table/csv.ts';
import { done, type Outcome } from '../../core/errors.ts';
import { words } from '../../core/i18n/words.ts';
import { dateAt } from '../../core/period/local-time.ts';
import type { Table } from '../../core/card/card.ts';
import type { FileFormat } from '../../core/request.ts';
import type { Messenger } from '../../ports.ts';
import type { Reader } from './identify.ts';
import type { Shown } from '../read/run-report.ts';

/** Sends a report's whole table to the person's direct messages, and gives the file's name. */
export type ExportTable = (
  shown: Shown,
  format: FileFormat,
  reader: Reader,
) => Promise<Outcome<{ readonly name: string }>>;

/** Writes a table as an XLSX workbook of one sheet. */
export type WriteXlsx = (table: Table, sheet: string) => Promise<Uint8Array>;

export function tableExporter(messenger: Messenger, writeXlsx: WriteXlsx): ExportTable {
  return async ({ report, sealed, context, answer }, format, { actor, locale }) => {
    const w = words(locale).sharing;
    const table = report.table(sealed, context);
    const title = report.words[locale].title;
    const { operation, request, window } = context;
    const stamp = context.format.window(window);
    const name = `${request.report}-${operation.id}-${dateAt(window.from, operation.zone)}.${format}`;
    const bytes = format === 'csv' ? new TextEncoder().encode(toCsv(table, locale)) : await writeXlsx(table, title);
    const sent = await messenger.sendFile(actor.user, {
      name,
      title: w.fileTitle({
        report: title,
        operation: operation.name,
        period: context.format.period(request.period, context.now),
      }),
      bytes,
      comment: w.fileComment({
        window: stamp,
        rows: words(locale).trust.rows({ ...answer.rows, format: context.format }),
      }),
    });
    return sent.ok ? done({ name }) : sent;
  };
}
