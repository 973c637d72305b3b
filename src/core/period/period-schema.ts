import { z } from 'zod';
import { isDate, isMonth, weekdayOf } from './dates.ts';
import type { Period } from './period.ts';

const date = z.string().refine(isDate, 'a date that exists, as 2026-11-01');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time from 00:00 to 24:00');
const instant = z.number().int().min(0).max(7_258_118_400_000);

/** A period as it comes back from a button, a store or a job: dates that exist, ends in their order. */
export const periodSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), date }),
  z.strictObject({ kind: z.literal('week'), monday: date.refine((day) => weekdayOf(day) === 1, 'a Monday') }),
  z.strictObject({ kind: z.literal('month'), month: z.string().refine(isMonth, 'a month, as 2026-11') }),
  z.strictObject({ kind: z.literal('days'), first: date, last: date }).refine(({ first, last }) => first <= last),
  z.strictObject({ kind: z.literal('hours'), date, from: time, to: time }).refine(({ from, to }) => from < to),
  z.strictObject({ kind: z.literal('span'), from: instant, to: instant }).refine(({ from, to }) => from < to),
]) satisfies z.ZodType<Period>;
