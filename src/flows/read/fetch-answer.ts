import { z } from 'zod';
import type { Operation } from '../../core/operation.ts';
import { REPORT_IDS, type ReportId } from '../../core/request.ts';
import type { Window } from '../../core/window.ts';
import type { Documents } from '../../ports.ts';
import { type Report, rowCountSchema, sealedSchema } from '../../reports/report.ts';

const COLLECTION = 'answers';
const KEPT_FOR = 48 * 60 * 60_000;

export type Reports = Readonly<Record<ReportId, Report>>;

/** What identifies an answer, whoever asks: the window is ignored where the report only knows its own last ten minutes. */
export type ReportQuestion = { readonly report: ReportId; readonly window: Window; readonly campaign: string | null };

const windowSchema: z.ZodType<Window> = z.object({ from: z.number(), to: z.number() });

export const questionSchema = z.object({
  report: z.enum(REPORT_IDS),
  window: windowSchema,
  campaign: z.string().nullable(),
});

/** An answer as it is stored. `windows`: the pieces it was asked in; `zoneOffset`: minutes east of UTC that its rows prove. */
const answerSchema = z.object({
  version: z.literal(1),
  sealed: sealedSchema,
  rows: rowCountSchema,
  fetchedAt: z.number(),
  asOf: z.number(),
  window: windowSchema,
  windows: z.array(windowSchema),
  requests: z.number().int(),
  zoneOffset: z.number().nullable(),
});
export type StoredAnswer = Readonly<z.infer<typeof answerSchema>>;

export function answerKey(operation: Operation, report: Report, { window, campaign }: ReportQuestion): string {
  const span = report.endpoint.dated ? `${window.from}-${window.to}` : 'now';
  const of = report.endpoint.takesCampaign ? (campaign ?? 'all') : '-';
  return [operation.id, report.id, span, of].join('/');
}

/** The stored answer; null where there is none, or none that today's report can open. */
export async function loadAnswer(documents: Documents, key: string, report: Report): Promise<StoredAnswer | null> {
  const found = await documents.get(COLLECTION, key);
  const answer = answerSchema.safeParse(found?.value);
  return answer.success && report.opens(answer.data.sealed) ? answer.data : null;
}

export async function saveAnswer(documents: Documents, key: string, answer: StoredAnswer): Promise<void> {
  await documents.put(COLLECTION, key, answer, { expected: 'any', expiresAt: answer.fetchedAt + KEPT_FOR });
}
