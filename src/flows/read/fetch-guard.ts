import { z } from 'zod';
import { isFresh } from '../../core/pacing/freshness.ts';
import type { Clock, Documents } from '../../ports.ts';

const COLLECTION = 'consumed';
const EXPIRES_AFTER = 60 * 60_000;
/** Whoever sent it knows by then: wolkvox gives up after 60 s and its client after 75. A stamp that stands longer is of one who died. */
const SENT_LASTS = 90_000;

/** Who sent a question's request and when; it stays where that run died before it knew what came of it. */
const consumedSchema = z.object({ version: z.literal(1), at: z.number(), run: z.string() });

export type Guard = {
  /** Null: this run may send. Else until when (epoch ms) what another run sent may still be answered: 90 s, or `freshnessMs` if less. */
  readonly sentByAnother: (freshnessMs: number) => Promise<number | null>;
  /** Written before each request leaves. */
  readonly beforeSend: () => Promise<void>;
  /** What came of the request is known: the next one who asks may send. */
  readonly settled: () => Promise<void>;
};

/**
 * Keeps a job that runs twice (its worker stalled or was killed) from consuming twice: wolkvox counts a request when it is
 * sent, whatever becomes of the answer.
 */
export function consumptionGuard(documents: Documents, clock: Clock, key: string, run: string): Guard {
  const load = async (): Promise<z.infer<typeof consumedSchema> | null> => {
    const consumed = consumedSchema.safeParse((await documents.get(COLLECTION, key))?.value);
    return consumed.success ? consumed.data : null;
  };
  return {
    async sentByAnother(freshnessMs) {
      const consumed = await load();
      if (consumed === null || consumed.run === run) return null;
      const lasts = Math.min(freshnessMs, SENT_LASTS);
      return isFresh(consumed.at, clock.now(), lasts) ? consumed.at + lasts : null;
    },
    async beforeSend() {
      const at = clock.now();
      const value = { version: 1, at, run };
      await documents.put(COLLECTION, key, value, { expected: 'any', expiresAt: at + EXPIRES_AFTER });
    },
    async settled() {
      if ((await load())?.run === run) await documents.delete(COLLECTION, key);
    },
  };
}
