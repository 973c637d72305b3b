import { z } from 'zod';
import { type ProblemCode, PROBLEM_CODES } from '../../../core/errors.ts';
import type { Documents } from '../../../ports.ts';
import { type Slot, type SlotTarget, slotTargetSchema } from './slot-record.ts';

const PAUSED = 'digest-target-paused';

const pausedSchema = z.object({
  v: z.literal(1),
  target: slotTargetSchema,
  /** The slot (nominal time, epoch ms) at which it was paused. */
  at: z.number(),
  code: z.enum(PROBLEM_CODES),
});
export type PausedTarget = Readonly<z.infer<typeof pausedSchema>>;

/** What concerns Slack as a whole mends itself for every target at once: they are tried all the same. */
export const OF_THE_APP: ReadonlySet<ProblemCode> = new Set(['slack.token', 'slack.scope']);

/** The targets that nothing is posted to until somebody mends what is wrong there. */
export function pausedTargets(documents: Documents) {
  const prefixOf = (digest: string) => `${encodeURIComponent(digest)}/`;
  const keyOf = (digest: string, { kind, id }: SlotTarget) => `${prefixOf(digest)}${kind}:${id}`;
  const read = async (key: string): Promise<PausedTarget | null> => {
    const paused = pausedSchema.safeParse((await documents.get(PAUSED, key))?.value);
    return paused.success ? paused.data : null;
  };
  return {
    /** Pauses a target where it is not paused; true for the slot that did, however often it asks. */
    async pause({ digest, at, target }: Pick<Slot, 'digest' | 'at' | 'target'>, code: ProblemCode): Promise<boolean> {
      const key = keyOf(digest, target);
      await documents.put(PAUSED, key, { v: 1, target, at, code }, { expected: 'absent' });
      return (await read(key))?.at === at;
    },
    resume: (digest: string, target: SlotTarget): Promise<void> => documents.delete(PAUSED, keyOf(digest, target)),
    async isPaused(digest: string, target: SlotTarget): Promise<boolean> {
      const paused = await read(keyOf(digest, target));
      return paused !== null && !OF_THE_APP.has(paused.code);
    },
    async of(digest: string): Promise<readonly PausedTarget[]> {
      const found = await documents.list(PAUSED, { prefix: prefixOf(digest) });
      return found.flatMap(({ value }) => {
        const paused = pausedSchema.safeParse(value);
        return paused.success ? [paused.data] : [];
      });
    },
    async forget(digest: string): Promise<void> {
      const found = await documents.list(PAUSED, { prefix: prefixOf(digest) });
      await Promise.all(found.map(({ key }) => documents.delete(PAUSED, key)));
    },
  };
}
export type PausedTargets = ReturnType<typeof pausedTargets>;
