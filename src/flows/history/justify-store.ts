import { z } from 'zod';
import type { Justified } from '../../core/history/aux-cases.ts';
import type { Justification } from '../../core/history/justified-case.ts';
import type { Store } from '../../ports.ts';

export const JUSTIFIED = 'justified';
const KEPT_MS = 400 * 24 * 3_600_000;

const documentSchema = z.object({
  v: z.literal(1),
  agent: z.string(),
  state: z.string(),
  why: z.string(),
  by: z.string(),
  name: z.string(),
  at: z.number(),
});

/** What supervisors accepted, one document a case. Dates are local, `YYYY-MM-DD`, both ends included. */
export function justifications({ documents }: Pick<Store, 'documents'>) {
  return {
    async between(operation: string, from: string, to: string): Promise<readonly Justification[]> {
      const found = await documents.list(JUSTIFIED, { prefix: `${operation}/`, after: `${operation}/${from}` });
      return found.flatMap(({ key, value }) => {
        const [, date = ''] = key.split('/');
        return date > to ? [] : opened(date, value);
      });
    },
    /** Null: it is kept now. Else who had accepted it before. */
    async add(operation: string, justification: Justification): Promise<Justification | null> {
      const { date, ...rest } = justification;
      const key = keyOf(operation, justification);
      const options = { expected: 'absent', expiresAt: justification.at + KEPT_MS } as const;
      for (;;) {
        if ((await documents.put(JUSTIFIED, key, { v: 1, ...rest }, options)) !== null) return null;
        const [there] = opened(date, (await documents.get(JUSTIFIED, key))?.value);
        if (there !== undefined) return there;
      }
    },
    /** What it was, or null where nobody had accepted it (any more). */
    async remove(operation: string, found: Justified): Promise<Justification | null> {
      const key = keyOf(operation, found);
      const [there] = opened(found.date, (await documents.get(JUSTIFIED, key))?.value);
      if (there !== undefined) await documents.delete(JUSTIFIED, key);
      return there ?? null;
    },
  };
}
export type Justifications = ReturnType<typeof justifications>;

function keyOf(operation: string, { date, agent, state }: Justified): string {
  return `${operation}/${date}/${encodeURIComponent(agent)}/${encodeURIComponent(state)}`;
}

function opened(date: string, value: unknown): readonly Justification[] {
  const read = documentSchema.safeParse(value);
  if (!read.success) return [];
  const { v: _version, ...rest } = read.data;
  return [{ date, ...rest }];
}
