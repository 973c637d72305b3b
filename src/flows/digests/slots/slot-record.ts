import { z } from 'zod';
import { sendStateSchema, type SendState } from '../../../core/send/send-state.ts';
import type { Documents } from '../../../ports.ts';
import type { SendLedger } from '../../send/send-once.ts';

const SLOTS = 'digest-slots';
/** The keys of the slots that something is still to be done about. */
const OPEN = 'digest-open';
const KEPT_MS = 400 * 86_400_000;
const PAGE = 500;
const TIMES_END = 10 ** 13;

/** `named`: what a channel may not see, to the owner; `all`: the slot as a whole, where it was skipped. */
export const slotTargetSchema = z.object({ kind: z.enum(['channel', 'person', 'named', 'all']), id: z.string() });
export type SlotTarget = Readonly<z.infer<typeof slotTargetSchema>>;

/**
 * What became of one slot of a digest in one target. `at`: its nominal time; `opened`: when it was begun; `until`: how long it may be posted; `again`: a part is
 * missing in what was posted, and is tried again then. Epoch ms.
 */
const slotSchema = z.object({
  v: z.literal(1),
  digest: z.string(),
  at: z.number(),
  opened: z.number(),
  target: slotTargetSchema,
  late: z.boolean(),
  until: z.number(),
  send: sendStateSchema,
  again: z.object({ nextAt: z.number(), missing: z.number().int() }).nullable(),
});
export type Slot = Readonly<z.infer<typeof slotSchema>>;
export type KeptSlot = { readonly key: string; readonly slot: Slot; readonly revision: number };

/** The newest slots of a digest come first in the order of their keys. */
export function slotKey({ digest, at, target }: Pick<Slot, 'digest' | 'at' | 'target'>): string {
  return `${slotPrefix(digest)}${String(TIMES_END - at).padStart(13, '0')}/${target.kind}:${target.id}`;
}

function slotPrefix(digest: string): string {
  return `${encodeURIComponent(digest)}/`;
}

/** The slots in the store. They stay for 400 days: they are the history of the runs, and what keeps a slot from being posted twice. */
export function slotStore(documents: Documents) {
  const read = async (key: string): Promise<KeptSlot | null> => {
    const there = await documents.get(SLOTS, key);
    const slot = slotSchema.safeParse(there?.value);
    return there !== null && slot.success ? { key, slot: slot.data, revision: there.revision } : null;
  };
  const write = (key: string, slot: Slot, expected: number | 'absent'): Promise<number | null> =>
    documents.put(SLOTS, key, slot, { expected, expiresAt: slot.at + KEPT_MS });

  return {
    read,
    write,
    /** Makes it known, first to the sweep, which leaves alone what it does not find yet, and then itself; changes nothing where it is known. Gives its key. */
    async open(slot: Slot): Promise<string> {
      const key = slotKey(slot);
      await documents.put(OPEN, key, { v: 1 }, { expected: 'absent', expiresAt: slot.at + KEPT_MS });
      await write(key, slot, 'absent');
      return key;
    },
    /** For a slot that is over from the start. */
    async note(slot: Slot): Promise<void> {
      await write(slotKey(slot), slot, 'absent');
    },
    async close(key: string): Promise<void> {
      await documents.delete(OPEN, key);
    },
    async reopen(key: string): Promise<void> {
      await documents.put(OPEN, key, { v: 1 });
    },
    async openKeys(after = ''): Promise<readonly string[]> {
      return (await documents.list(OPEN, { after, limit: PAGE })).map(({ key }) => key);
    },
    ledger(key: string): SendLedger {
      return {
        async read() {
          const kept = await read(key);
          return kept && { state: kept.slot.send, revision: kept.revision };
        },
        async write(state: SendState, expected: number) {
          const kept = await read(key);
          return kept?.revision === expected ? write(key, { ...kept.slot, send: state }, expected) : null;
        },
      };
    },
    /** The newest first. */
    async history(digest: string, limit: number): Promise<readonly Slot[]> {
      const found = await documents.list(SLOTS, { prefix: slotPrefix(digest), limit });
      return found.flatMap(({ value }) => {
        const slot = slotSchema.safeParse(value);
        return slot.success ? [slot.data] : [];
      });
    },
  };
}
export type SlotStore = ReturnType<typeof slotStore>;
