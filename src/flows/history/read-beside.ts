import type { Operation } from '../../core/operation.ts';
import type { Request } from '../../core/request.ts';
import type { CardContext } from '../../reports/report.ts';
import type { ReadAuxPast } from './aux-days.ts';
import type { ReadLedgerMarks } from './ledger-marks.ts';

/** What is kept of other days and hours and belongs on a card of one day; `asOf`: until when the card's own data is complete. */
export type ReadBeside = (
  request: Request,
  operation: Operation,
  asOf: number,
) => Promise<Pick<CardContext, 'auxPast' | 'ledger'>>;

export function besideReader(readAuxPast: ReadAuxPast, readLedgerMarks: ReadLedgerMarks): ReadBeside {
  return async ({ report, period }, operation, asOf) => {
    if (period.kind !== 'day') return {};
    if (report === 'aux') return { auxPast: await readAuxPast(operation, period.date) };
    if (report === 'hold') return { ledger: { marks: await readLedgerMarks(operation, period.date), asOf } };
    return {};
  };
}
