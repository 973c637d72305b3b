import { z } from 'zod';
import { cronsOf, slotsBetween } from '../../../core/digests/cadence.ts';
import type { Digest } from '../../../core/digests/digest.ts';
import type { Documents } from '../../../ports.ts';

/** Further than a clock is put right in passing. */
const AHEAD_MS = 25 * 3_600_000;
const PROGRESS = 'digest-progress';

/** Up to which nominal time (epoch ms) all slots of a digest are settled, and by which patterns it is scheduled. */
const progressSchema = z.object({
  v: z.literal(1),
  through: z.number(),
  zone: z.string(),
  crons: z.array(z.string()),
});
export type Progress = Readonly<z.infer<typeof progressSchema>>;

export function slotProgress(documents: Documents) {
  const read = async (id: string) => {
    const there = await documents.get(PROGRESS, id);
    const progress = progressSchema.safeParse(there?.value);
    return there !== null && progress.success ? { ...progress.data, revision: there.revision } : null;
  };
  return {
    read,
    /** Counts from now on where the digest comes at other times than before; gives the patterns it had. */
    async begin(digest: Digest, zone: string, now: number): Promise<readonly string[]> {
      const crons = [...cronsOf(digest.cadence)];
      const there = await read(digest.id);
      if (there !== null && there.zone === zone && there.crons.join() === crons.join()) return crons;
      await documents.put(PROGRESS, digest.id, { v: 1, through: now, zone, crons });
      return there?.crons ?? [];
    },
    /** Everything up to `through` is settled; never goes back but from a time that is still to come. */
    async reach(id: string, through: number, now: number): Promise<void> {
      for (;;) {
        const there = await read(id);
        if (there === null || (there.through >= through && !isAhead(there, now))) return;
        const { revision, ...progress } = there;
        if ((await documents.put(PROGRESS, id, { ...progress, through }, { expected: revision })) !== null) return;
      }
    },
    async forget(id: string): Promise<Progress | null> {
      const there = await read(id);
      await documents.delete(PROGRESS, id);
      return there;
    },
  };
}
export type SlotProgress = ReturnType<typeof slotProgress>;

/** Whether it was written by a clock that was ahead: what is settled then says nothing, each slot's own document does. */
export function isAhead({ through }: Pick<Progress, 'through'>, now: number): boolean {
  return through - now > AHEAD_MS;
}

/** The first slot that is not settled by now; null where there is none. */
export function firstUnsettled({ cadence }: Digest, { through, zone }: Progress, now: number): number | null {
  return slotsBetween(cadence, zone, through + 1, now + 1)[0] ?? null;
}
