import type { ProblemCode } from '../../core/errors.ts';
import { DATED_REPORTS, type DatedReport, lastOverDay } from '../../core/history/record-days.ts';
import { markHours } from '../../core/history/record-hours.ts';
import { dateAt } from '../../core/period/local-time.ts';
import type { Operation } from '../../core/operation.ts';
import { type Kept, type KeepPorts, type Piece, pieceKeeper } from './history-keep.ts';

/** What came of each piece that was looked at, in order; `stopped`: why, and until when, the rest was left. */
export type Closed = {
  readonly pieces: readonly (Pick<Piece, 'report' | 'date' | 'hour'> & { readonly kind: Kept['kind'] })[];
  readonly stopped: { readonly because: ProblemCode; readonly until: number } | null;
};

export type CloseDay = (operation: Operation, signal?: AbortSignal) => Promise<Closed>;

/** Closes the last local day that is over: the day's summary of each report. Closing it again changes nothing. */
export function dayCloser(ports: KeepPorts): CloseDay {
  const keep = piecesKeeper(ports);
  return (operation, signal) => {
    const date = lastOverDay(ports.clock.now(), operation.zone);
    return keep(
      operation,
      DATED_REPORTS.map((report) => ({ report, date, hour: null })),
      signal,
    );
  };
}

/** Keeps the figures of the running day up to each full hour that is settled by now; hours that were missed come along. */
export function hourMarker(ports: KeepPorts): CloseDay {
  const keep = piecesKeeper(ports);
  return (operation, signal) => {
    const date = dateAt(ports.clock.now(), operation.zone);
    return keep(
      operation,
      markHours(operation, date).flatMap((hour) => DATED_REPORTS.map((report) => ({ report, date, hour }))),
      signal,
    );
  };
}

type Wanted = { readonly report: DatedReport; readonly date: string; readonly hour: number | null };

/** Keeps one piece after the other, and stops where the operation cannot be asked. */
export function piecesKeeper(
  ports: KeepPorts,
): (operation: Operation, wanted: readonly Wanted[], signal?: AbortSignal) => Promise<Closed> {
  const keep = pieceKeeper(ports);
  return async (operation, wanted, signal) => {
    const pieces: { report: DatedReport; date: string; hour: number | null; kind: Kept['kind'] }[] = [];
    for (const piece of wanted) {
      if (signal?.aborted) break;
      const kept = await keep({ ...piece, operation });
      pieces.push({ ...piece, kind: kept.kind });
      if (kept.kind === 'stop') return { pieces, stopped: { because: kept.because, until: kept.until } };
    }
    return { pieces, stopped: null };
  };
}
