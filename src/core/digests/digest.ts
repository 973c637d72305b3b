import { z } from 'zod';
import { LOCALES } from '../i18n/locale.ts';

/** A time of the day, `08:10`, of the digest's zone. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When it comes. `weekdays`: ISO, 1 Monday … 7 Sunday. `cron`: minute hour day month weekday. */
export const cadenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('times'),
    at: z.array(timeOfDay).min(1).readonly(),
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).readonly(),
  }),
  z.object({ kind: z.literal('monthly'), day: z.number().int().min(1).max(28), at: timeOfDay }),
  z.object({ kind: z.literal('cron'), cron: z.string().min(1) }),
]);
export type Cadence = Readonly<z.infer<typeof cadenceSchema>>;

/** Where it goes: a channel (C…, G…), or a person (U…, W…) by direct message. */
export const targetSchema = z.object({ kind: z.enum(['channel', 'person']), id: z.string().min(1) });
export type Target = Readonly<z.infer<typeof targetSchema>>;

/** What it holds. `words`: those of the slash command, understood anew at each slot's nominal time. */
export const partSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('report'), words: z.string().min(1) }),
  z.object({ kind: z.literal('ledger') }),
  z.object({ kind: z.literal('quota') }),
  z.object({ kind: z.literal('hygiene') }),
]);
export type Part = Readonly<z.infer<typeof partSchema>>;

/** A digest as the store keeps it: `zone` and `locale` null mean the operation's (a channel's own language first). */
export const storedDigestSchema = z.object({
  v: z.literal(1),
  id: z.string().min(1),
  name: z.string().min(1),
  operation: z.string().min(1),
  targets: z.array(targetSchema).min(1).readonly(),
  parts: z.array(partSchema).min(1).readonly(),
  cadence: cadenceSchema,
  zone: z.string().nullable(),
  locale: z.enum(LOCALES).nullable(),
  skipHolidays: z.boolean(),
  /** How late a missed slot may still be posted, ms. */
  lateMs: z.number().int().nonnegative(),
  owner: z.string().nullable(),
  paused: z.boolean(),
});

/** `origin` file: written in the YAML file, and so read-only in Slack (but for pausing, which the store remembers). */
export type Digest = Readonly<Omit<z.infer<typeof storedDigestSchema>, 'v'>> & { readonly origin: 'slack' | 'file' };

export const DEFAULT_LATE_MS = 4 * 3_600_000;
