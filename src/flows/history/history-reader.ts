import { type DatedReport, datesBack, recordWindow } from '../../core/history/record-days.ts';
import {
  type Figure,
  type HoleReason,
  type KeptMark,
  type KeptSlice,
  openFigures,
  openSkills,
  type SkillCounts,
  slicesSchema,
} from '../../core/history/stored.ts';
import type { Operation } from '../../core/operation.ts';
import { addDays } from '../../core/period/dates.ts';
import type { Store } from '../../ports.ts';
import type { Report, RowCount, Sealed } from '../../reports/report.ts';
import type { Reports } from '../read/fetch-answer.ts';
import { DAYS, dayRecordSchema, loadMarks, recordKey, SLICES } from './history-records.ts';

/** `none`: nobody has asked yet. `empty`: asked, and there was nothing. `hole`: asked in vain, or kept in a shape of before. Never a zero. */
export type HistoryDay =
  | { readonly kind: 'kept'; readonly sealed: Sealed; readonly rows: RowCount; readonly asOf: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'hole'; readonly because: HoleReason }
  | { readonly kind: 'none' };

type Figures = Readonly<Record<string, Figure>>;

/** What a report said from midnight up to a full hour; `at`: that hour, epoch ms. `skills`: of `hold`, by skill id. */
export type HistoryMark = { readonly hour: number; readonly at: number } & (
  | { readonly kind: 'kept'; readonly figures: Figures; readonly skills: Readonly<Record<string, SkillCounts>> | null }
  | { readonly kind: 'empty' }
  | { readonly kind: 'hole'; readonly because: HoleReason }
);

/** Ten minutes of `live` that end at `asOf`; `slot`: the ten-minute mark they are kept under. Epoch ms. */
export type HistorySlice = { readonly slot: number } & (
  | { readonly kind: 'kept'; readonly asOf: number; readonly figures: Figures }
  | { readonly kind: 'empty'; readonly asOf: number }
  | { readonly kind: 'hole'; readonly because: HoleReason }
);

/** Reads what is kept; asks wolkvox nothing. Dates are local, `YYYY-MM-DD`. */
export type HistoryReader = {
  readonly day: (operation: Operation, report: DatedReport, date: string) => Promise<HistoryDay>;
  /** Each date from `from` to `to`, both included, oldest first. */
  readonly days: (
    operation: Operation,
    report: DatedReport,
    from: string,
    to: string,
  ) => Promise<readonly { readonly date: string; readonly day: HistoryDay }[]>;
  /** Earliest hour first; an hour that nobody asked for is not there. */
  readonly marks: (operation: Operation, report: DatedReport, date: string) => Promise<readonly HistoryMark[]>;
  /** Oldest first. */
  readonly slices: (operation: Operation, date: string) => Promise<readonly HistorySlice[]>;
};

export function historyReader({ store, reports }: { readonly store: Store; readonly reports: Reports }): HistoryReader {
  const { documents } = store;
  return {
    async day(operation, report, date) {
      const found = await documents.get(DAYS, recordKey(operation, report, date));
      return found === null ? { kind: 'none' } : openDay(found.value, reports[report]);
    },
    async days(operation, report, from, to) {
      const dates = datesBack(from, to).toReversed();
      const found = await documents.list(DAYS, {
        prefix: `${operation.id}/${report}/`,
        after: recordKey(operation, report, addDays(from, -1)),
        limit: dates.length,
      });
      const values = new Map(found.map(({ key, value }) => [key, value]));
      return dates.map((date) => {
        const key = recordKey(operation, report, date);
        return { date, day: values.has(key) ? openDay(values.get(key), reports[report]) : { kind: 'none' } };
      });
    },
    async marks(operation, report, date) {
      const { record } = await loadMarks(documents, recordKey(operation, report, date));
      return Object.entries(record.hours)
        .map(([hour, mark]) => openMark(Number(hour), mark, reports[report], date, operation.zone))
        .sort((one, other) => one.hour - other.hour);
    },
    async slices(operation, date) {
      const found = await documents.list(SLICES, { prefix: `${operation.id}/${date}/` });
      return found
        .flatMap(({ value }) => {
          const slices = slicesSchema.safeParse(value);
          return slices.success ? Object.entries(slices.data.slots) : [];
        })
        .map(([slot, slice]) => openSlice(Number(slot), slice, reports.live))
        .sort((one, other) => one.slot - other.slot);
    },
  };
}

function openDay(value: unknown, report: Report): HistoryDay {
  const parsed = dayRecordSchema.safeParse(value);
  if (!parsed.success) return { kind: 'hole', because: 'unreadable' };
  const record = parsed.data;
  switch (record.k) {
    case 'empty':
      return { kind: 'empty' };
    case 'hole':
      return { kind: 'hole', because: record.because };
    case 'kept': {
      const { sealed, rows, asOf } = record;
      if (sealed.version !== report.version) return { kind: 'hole', because: 'old-version' };
      return report.opens(sealed) ? { kind: 'kept', sealed, rows, asOf } : { kind: 'hole', because: 'unreadable' };
    }
  }
}

function openMark(hour: number, mark: KeptMark, report: Report, date: string, zone: string): HistoryMark {
  const at = { hour, at: recordWindow(date, hour, zone).to };
  if (mark.k === 'hole') return { ...at, kind: 'hole', because: mark.because };
  if (mark.k === 'empty') return { ...at, kind: 'empty' };
  if (mark.version !== report.version) return { ...at, kind: 'hole', because: 'old-version' };
  const skills = mark.skills === undefined ? null : openSkills(mark.skills);
  return { ...at, kind: 'kept', figures: openFigures(mark.figures), skills };
}

function openSlice(slot: number, slice: KeptSlice, report: Report): HistorySlice {
  if (slice.k === 'hole') return { slot, kind: 'hole', because: slice.because };
  if (slice.k === 'empty') return { slot, kind: 'empty', asOf: slice.asOf };
  if (slice.version !== report.version) return { slot, kind: 'hole', because: 'old-version' };
  return { slot, kind: 'kept', asOf: slice.asOf, figures: openFigures(slice.figures) };
}
