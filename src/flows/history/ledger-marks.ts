import type { LedgerMark } from '../../core/history/ledger.ts';
import type { Operation } from '../../core/operation.ts';
import type { HistoryReader } from './history-reader.ts';

/** The promises of a local day as they were at each full hour that is kept; asks wolkvox nothing. */
export type ReadLedgerMarks = (operation: Operation, date: string) => Promise<readonly LedgerMark[]>;

export function ledgerMarksReader(history: Pick<HistoryReader, 'marks'>): ReadLedgerMarks {
  return async (operation, date) => {
    const marks = await history.marks(operation, 'hold', date);
    return marks.flatMap((mark): readonly LedgerMark[] => {
      const time = `${String(mark.hour).padStart(2, '0')}:00`;
      if (mark.kind === 'hole') return [];
      if (mark.kind === 'empty') return [{ time, at: mark.at, skills: {} }];
      return mark.skills === null ? [] : [{ time, at: mark.at, skills: mark.skills }];
    });
  };
}
