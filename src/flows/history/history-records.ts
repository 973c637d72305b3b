import { z } from 'zod';
import { holeSchema, type KeptMark, type KeptMarks, marksSchema } from '../../core/history/stored.ts';
import type { Operation } from '../../core/operation.ts';
import type { ReportId } from '../../core/request.ts';
import type { Documents } from '../../ports.ts';
import { rowCountSchema, sealedSchema } from '../../reports/report.ts';

/** Where the history is kept. Keys: `operation/report/date`; slices: `operation/date/hour`; progress: `operation`. */
export const DAYS = 'history-days';
export const MARKS = 'history-marks';
export const SLICES = 'history-slices';
export const PROGRESS = 'history-progress';
export const HISTORY_COLLECTIONS = [DAYS, MARKS, SLICES, PROGRESS] as const;

/** A closed day. Nothing in it says when or how often it was asked: a day closed twice is the same day. */
export const dayRecordSchema = z.discriminatedUnion('k', [
  z.object({ v: z.literal(1), k: z.literal('kept'), sealed: sealedSchema, rows: rowCountSchema, asOf: z.number() }),
  z.object({ v: z.literal(1), k: z.literal('empty') }),
  holeSchema.extend({ v: z.literal(1) }),
]);
export type DayRecord = Readonly<z.infer<typeof dayRecordSchema>>;

export type Found<T> = { readonly record: T; readonly revision: number | 'absent' };

export function recordKey(operation: Operation, report: ReportId, date: string): string {
  return `${operation.id}/${report}/${date}`;
}

/** What is kept of a day; null where nothing is, `unreadable` where it cannot be understood any more. */
export async function loadDay(documents: Documents, key: string): Promise<Found<DayRecord | null | 'unreadable'>> {
  const found = await documents.get(DAYS, key);
  if (found === null) return { record: null, revision: 'absent' };
  const record = dayRecordSchema.safeParse(found.value);
  return { record: record.success ? record.data : 'unreadable', revision: found.revision };
}

/** Writes unless somebody was faster, and says so. */
export async function saveDay(
  documents: Documents,
  key: string,
  record: DayRecord,
  expected: number | 'absent',
): Promise<boolean> {
  return (await documents.put(DAYS, key, record, { expected })) !== null;
}

export async function loadMarks(documents: Documents, key: string): Promise<Found<KeptMarks>> {
  const found = await documents.get(MARKS, key);
  const marks = marksSchema.safeParse(found?.value);
  return { record: marks.success ? marks.data : { v: 1, hours: {} }, revision: found?.revision ?? 'absent' };
}

/** Puts one hour's mark among the others of its day. A mark that is there stays; only a hole, or one that `replace` gives up, makes room. */
export async function saveMark(
  documents: Documents,
  key: string,
  hour: number,
  mark: KeptMark,
  replace: (there: KeptMark) => boolean,
): Promise<boolean> {
  for (;;) {
    const { record, revision } = await loadMarks(documents, key);
    const there = record.hours[String(hour)];
    if (there !== undefined && there.k !== 'hole' && !replace(there)) return false;
    const marks: KeptMarks = { v: 1, hours: { ...record.hours, [hour]: mark } };
    if ((await documents.put(MARKS, key, marks, { expected: revision })) !== null) return true;
  }
}
