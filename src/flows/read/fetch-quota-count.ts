import { z } from 'zod';
import type { Operation } from '../../core/operation.ts';
import { correctionDue, type QuotaUse, REQUESTS_PER_LICENCE } from '../../core/pacing/budget.ts';
import { dateAt } from '../../core/period/local-time.ts';
import type { Store } from '../../ports.ts';

const COLLECTION = 'quota';
const KEPT_FOR = 48 * 60 * 60_000;

/** What wolkvox last said of the quota: its limit, and what we had counted then. */
const correctionSchema = z.object({
  version: z.literal(1),
  limit: z.number().nullable(),
  at: z.number(),
  day: z.string(),
  used: z.number(),
});
export type Correction = Readonly<z.infer<typeof correctionSchema>>;

/** `correctionDue`: our count should be held against wolkvox's own. `source`: who knows the limit. */
export type QuotaCount = QuotaUse & {
  readonly source: 'configuration' | 'wolkvox' | 'unknown';
  readonly correctionDue: boolean;
};

export async function readCount(store: Store, operation: Operation, lane: string, now: number): Promise<QuotaCount> {
  const day = dateAt(now, operation.zone);
  const [used, found] = await Promise.all([
    store.counters.get(counterKey(lane, day)),
    store.documents.get(COLLECTION, lane),
  ]);
  const parsed = correctionSchema.safeParse(found?.value);
  const correction = parsed.success ? parsed.data : null;
  const since = correction?.day === day ? used - correction.used : used;
  const due = correctionDue(now, correction?.at ?? null, since);
  if (operation.licences !== null) {
    return { used, limit: operation.licences * REQUESTS_PER_LICENCE, source: 'configuration', correctionDue: due };
  }
  const limit = correction?.limit ?? null;
  return { used, limit, source: limit === null ? 'unknown' : 'wolkvox', correctionDue: due };
}

export async function countRequest(store: Store, operation: Operation, lane: string, now: number): Promise<number> {
  return store.counters.add(counterKey(lane, dateAt(now, operation.zone)), 1, now + KEPT_FOR);
}

/** Takes over what wolkvox counts itself; `used` null: it did not say, and our own count stays. */
export async function correctCount(
  store: Store,
  operation: Operation,
  lane: string,
  now: number,
  said: { readonly limit: number | null; readonly used: number | null },
): Promise<void> {
  const day = dateAt(now, operation.zone);
  const key = counterKey(lane, day);
  if (said.used !== null) await store.counters.set(key, said.used, now + KEPT_FOR);
  const used = said.used ?? (await store.counters.get(key));
  const correction: Correction = { version: 1, limit: said.limit, at: now, day, used };
  await store.documents.put(COLLECTION, lane, correction, { expected: 'any' });
}

function counterKey(lane: string, day: string): string {
  return `quota/${lane}/${day}`;
}
