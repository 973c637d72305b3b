import { z } from 'zod';
import { periodSchema } from './period/period-schema.ts';
import { REPORT_IDS, type Request } from './request.ts';
import { readJson } from './values/json.ts';

/** The longest value that a Slack button carries. */
export const REQUEST_CODE_MAX = 2_000;

/** The longest list that is asked for: what a table in Slack holds. */
export const TOP_MAX = 100;

const name = z.string().min(1).max(100);

export const requestSchema: z.ZodType<Request> = z.strictObject({
  report: z.enum(REPORT_IDS),
  operation: name,
  period: periodSchema,
  campaign: name.nullable(),
  view: z.strictObject({
    top: z.number().int().min(1).max(TOP_MAX).nullable(),
    by: z.enum(['calls', 'cost']).nullable(),
    versus: z.enum(['usual', 'previous']).nullable(),
  }),
});

const VERSION = 1;
const coded = z.tuple([
  z.literal(VERSION),
  z.string(),
  z.string(),
  z.array(z.union([z.string(), z.number()])),
  z.string().nullable(),
  z.number().nullable(),
  z.string().nullable(),
  z.string().nullable(),
]);

/** A request as a button carries it: some 80 characters, never above 2,000 for one that `requestSchema` accepts. */
export function encodeRequest({ report, operation, period, campaign, view }: Request): string {
  return JSON.stringify([VERSION, report, operation, periodParts(period), campaign, view.top, view.by, view.versus]);
}

/** The request that `encodeRequest` wrote; null for anything else: an older version, a cut or a forged value. */
export function decodeRequest(text: string): Request | null {
  if (text.length > REQUEST_CODE_MAX) return null;
  const parts = coded.safeParse(readJson(text));
  if (!parts.success) return null;
  const [, report, operation, period, campaign, top, by, versus] = parts.data;
  const request = requestSchema.safeParse({
    report,
    operation,
    period: periodOf(period),
    campaign,
    view: { top, by, versus },
  });
  return request.success ? request.data : null;
}

function periodParts(period: Request['period']): readonly (string | number)[] {
  switch (period.kind) {
    case 'day':
      return ['day', period.date];
    case 'week':
      return ['week', period.monday];
    case 'month':
      return ['month', period.month];
    case 'days':
      return ['days', period.first, period.last];
    case 'hours':
      return ['hours', period.date, period.from, period.to];
    case 'span':
      return ['span', period.from, period.to];
  }
}

function periodOf([kind, first, second, third]: readonly (string | number)[]): unknown {
  switch (kind) {
    case 'day':
      return { kind, date: first };
    case 'week':
      return { kind, monday: first };
    case 'month':
      return { kind, month: first };
    case 'days':
      return { kind, first, last: second };
    case 'hours':
      return { kind, date: first, from: second, to: third };
    case 'span':
      return { kind, from: first, to: second };
    case undefined:
    default:
      return null;
  }
}
