import { DATED_REPORTS, type DatedReport } from '../../core/history/record-days.ts';
import type { HoleReason } from '../../core/history/stored.ts';
import type { Format } from '../../core/i18n/format.ts';
import { historyWords } from '../../core/i18n/history-words.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';
import type { Clock, Store } from '../../ports.ts';
import type { Reports } from '../read/fetch-answer.ts';
import { loadProgress, type PieceState, type Progress, readStandings, type Standing } from './history-progress.ts';
import { DAYS, MARKS, SLICES } from './history-records.ts';

export type Count = Readonly<Record<PieceState['kind'], number>>;

/** What is kept of an operation. `sliceHours`: hours with slices of `live`; `bytes`: about what all of it takes in the store. */
export type HistoryShown = {
  readonly progress: Progress | null;
  readonly reports: readonly { readonly report: DatedReport; readonly days: Count; readonly marks: Count }[];
  /** Days that could not be read, newest first; `nextAt`: when they are asked again, epoch ms. */
  readonly holes: readonly {
    readonly report: DatedReport;
    readonly date: string;
    readonly because: HoleReason;
    readonly nextAt: number;
  }[];
  readonly sliceHours: number;
  readonly keptDays: number;
  readonly bytes: number;
};
export type ShowHistory = (operation: Operation) => Promise<HistoryShown>;

/** Says how far the history is, asking wolkvox nothing. */
export function historyTeller(ports: {
  readonly store: Store;
  readonly clock: Clock;
  readonly reports: Reports;
}): ShowHistory {
  const { documents } = ports.store;
  return async (operation) => {
    const now = ports.clock.now();
    const progress = await loadProgress(documents, operation);
    const { days, marks } =
      progress === null
        ? { days: [], marks: [] }
        : await readStandings(documents, ports.reports, operation, progress.from, now);
    const [daySize, markSize, sliceSize] = await Promise.all(
      [DAYS, MARKS, SLICES].map((collection) => ports.store.size(collection, `${operation.id}/`)),
    );
    return {
      progress,
      reports: DATED_REPORTS.map((report) => ({
        report,
        days: countOf(days.filter((one) => one.report === report)),
        marks: countOf(marks.filter((one) => one.report === report)),
      })),
      holes: days.flatMap(({ report, date, state }) =>
        state.kind === 'waits' ? [{ report, date, because: state.because, nextAt: state.nextAt }] : [],
      ),
      keptDays: daySize?.documents ?? 0,
      sliceHours: sliceSize?.documents ?? 0,
      bytes: [daySize, markSize, sliceSize].reduce((sum, size) => sum + (size?.bytes ?? 0), 0),
    };
  };
}

function countOf(standings: readonly Standing[]): Count {
  const count = { kept: 0, empty: 0, waits: 0, missing: 0 };
  for (const { state } of standings) count[state.kind] += 1;
  return count;
}

/** The line about the history that the status card and App Home show. */
export type SayHistory = (
  operation: Operation,
  locale: Locale,
  format: Format,
) => Promise<{ readonly label: string; readonly value: string }>;

export function historySayer({ documents }: Pick<Store, 'documents'>): SayHistory {
  return async (operation, locale, format) => {
    const w = historyWords(locale);
    const progress = await loadProgress(documents, operation);
    return { label: w.label, value: progress === null ? w.notBegun : w.progress({ ...progress.days, format }) };
  };
}
