import { z } from 'zod';
import {
  DATED_REPORTS,
  type DatedReport,
  datesBack,
  FILLED_DAYS,
  firstAskable,
  lastOverDay,
} from '../../core/history/record-days.ts';
import { markHours } from '../../core/history/record-hours.ts';
import { type Hole, type HoleReason, marksSchema } from '../../core/history/stored.ts';
import type { Operation } from '../../core/operation.ts';
import { addDays } from '../../core/period/dates.ts';
import { dateAt } from '../../core/period/local-time.ts';
import type { Documents, StoredDocument } from '../../ports.ts';
import type { Reports } from '../read/fetch-answer.ts';
import { DAYS, dayRecordSchema, MARKS, PROGRESS, recordKey } from './history-records.ts';

const tallySchema = z.object({ wanted: z.number(), done: z.number(), holes: z.number() });
export type Tally = Readonly<z.infer<typeof tallySchema>>;

/** How far the history of an operation is filled. `from`: the first date that is wanted; instants are epoch ms. */
const progressSchema = z.object({
  v: z.literal(1),
  from: z.string(),
  startedAt: z.number(),
  lastAt: z.number(),
  days: tallySchema,
  marks: tallySchema,
});
export type Progress = Readonly<z.infer<typeof progressSchema>>;

const NOTHING: Tally = { wanted: 0, done: 0, holes: 0 };

export async function loadProgress(documents: Documents, operation: Operation): Promise<Progress | null> {
  const progress = progressSchema.safeParse((await documents.get(PROGRESS, operation.id))?.value);
  return progress.success ? progress.data : null;
}

/** The progress, begun where there was none: the last 28 days are wanted from here on. */
export async function beginProgress(documents: Documents, operation: Operation, now: number): Promise<Progress> {
  const found = await documents.get(PROGRESS, operation.id);
  const there = progressSchema.safeParse(found?.value);
  if (there.success) return there.data;
  const from = addDays(dateAt(now, operation.zone), -FILLED_DAYS);
  const begun: Progress = { v: 1, from, startedAt: now, lastAt: now, days: NOTHING, marks: NOTHING };
  const written = await documents.put(PROGRESS, operation.id, begun, { expected: found?.revision ?? 'absent' });
  return written === null ? ((await loadProgress(documents, operation)) ?? begun) : begun;
}

export async function saveProgress(documents: Documents, operation: Operation, progress: Progress): Promise<void> {
  await documents.put(PROGRESS, operation.id, progress, { expected: 'any' });
}

/** `waits`: a hole that is asked again at `nextAt`. */
export type PieceState =
  | { readonly kind: 'kept' | 'empty' | 'missing' }
  | { readonly kind: 'waits'; readonly because: HoleReason; readonly nextAt: number };

/** One piece that is wanted, and how it stands. */
export type Standing = {
  readonly report: DatedReport;
  readonly date: string;
  readonly hour: number | null;
  readonly state: PieceState;
};

export type Standings = { readonly days: readonly Standing[]; readonly marks: readonly Standing[] };

/** How every wanted piece that can still be asked for stands, newest first: dates from the first wanted one to the last that is over. */
export async function readStandings(
  documents: Documents,
  reports: Reports,
  operation: Operation,
  from: string,
  now: number,
): Promise<Standings> {
  const askable = firstAskable(now, operation.zone);
  const first = from > askable ? from : askable;
  const dates = datesBack(first, lastOverDay(now, operation.zone));
  const days = new Map<string, PieceState>();
  const marks = new Map<string, PieceState>();
  for (const report of DATED_REPORTS) {
    const { version } = reports[report];
    for (const { key, value } of await range(documents, DAYS, operation, report, first)) {
      const record = dayRecordSchema.safeParse(value);
      if (!record.success) continue;
      const old = record.data.k === 'kept' && record.data.sealed.version !== version;
      days.set(key, stateOf(record.data, old));
    }
    for (const { key, value } of await range(documents, MARKS, operation, report, first)) {
      const parsed = marksSchema.safeParse(value);
      if (!parsed.success) continue;
      for (const [hour, mark] of Object.entries(parsed.data.hours)) {
        marks.set(`${key}/${hour}`, stateOf(mark, mark.k === 'kept' && mark.version !== version));
      }
    }
  }
  const missing: PieceState = { kind: 'missing' };
  return {
    days: dates.flatMap((date) =>
      DATED_REPORTS.map((report) => {
        const state = days.get(recordKey(operation, report, date)) ?? missing;
        return { report, date, hour: null, state };
      }),
    ),
    marks: dates.flatMap((date) =>
      markHours(operation, date).flatMap((hour) =>
        DATED_REPORTS.map((report) => {
          const state = marks.get(`${recordKey(operation, report, date)}/${hour}`) ?? missing;
          return { report, date, hour, state };
        }),
      ),
    ),
  };
}

export function tallyOf(standings: readonly Standing[]): Tally {
  const count = (kind: PieceState['kind']) => standings.filter(({ state }) => state.kind === kind).length;
  return { wanted: standings.length, done: count('kept') + count('empty'), holes: count('waits') };
}

function stateOf(record: Hole | { readonly k: 'kept' | 'empty' }, old: boolean): PieceState {
  if (record.k === 'hole') return { kind: 'waits', because: record.because, nextAt: record.nextAt };
  return { kind: old ? 'missing' : record.k };
}

/** The documents of a report from a date on. */
function range(
  documents: Documents,
  collection: string,
  operation: Operation,
  report: DatedReport,
  first: string,
): Promise<readonly StoredDocument[]> {
  return documents.list(collection, {
    prefix: `${operation.id}/${report}/`,
    after: recordKey(operation, report, addDays(first, -1)),
  });
}
