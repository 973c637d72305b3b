import { NEW_PACE, type Pace, paceSchema } from '../../core/pacing/pace.ts';
import type { Documents } from '../../ports.ts';

const COLLECTION = 'pace';

/** What a lane remembers; something unreadable counts as nothing remembered. */
export async function loadPace(documents: Documents, lane: string): Promise<Pace> {
  return paceOf((await documents.get(COLLECTION, lane))?.value);
}

/** Changes what the lane remembers, over all processes: whoever was slower decides again on what the faster one left. */
export async function changePace<T>(
  documents: Documents,
  lane: string,
  change: (pace: Pace) => { readonly next: Pace; readonly value: T },
): Promise<T> {
  for (;;) {
    const found = await documents.get(COLLECTION, lane);
    const { next, value } = change(paceOf(found?.value));
    const written = await documents.put(COLLECTION, lane, next, { expected: found?.revision ?? 'absent' });
    if (written !== null) return value;
  }
}

function paceOf(value: unknown): Pace {
  const pace = paceSchema.safeParse(value);
  return pace.success ? pace.data : NEW_PACE;
}
