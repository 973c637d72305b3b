import { assertNever, type ProblemCode } from '../../../core/errors.ts';
import { isLate } from './slot-content.ts';
import type { Slot, SlotStore, SlotTarget } from './slot-record.ts';

/**
 * What became of a slot in one target. `waits`: it is still tried; `missing`: so many parts were not in it; `late`: it was posted later
 * than it should have been. Epoch ms.
 */
export type TargetRun = {
  readonly target: SlotTarget;
  readonly result: 'sent' | 'waits' | 'failed' | 'unclear' | 'skipped';
  readonly sentAt: number | null;
  /** Slack's name of the message. */
  readonly ts: string | null;
  readonly code: ProblemCode | null;
  /** Of a skipped one: `day-off`, `too-late`, `superseded`, `target-paused`, `paused`, `removed`. */
  readonly why: string | null;
  readonly missing: number;
  readonly late: boolean;
};
/** One slot with all its targets. */
export type DigestRun = { readonly at: number; readonly late: boolean; readonly targets: readonly TargetRun[] };

const MOST_TARGETS = 60;

/** What became of the slots of a digest, for 400 days, the newest first. */
export function digestRuns(slots: Pick<SlotStore, 'history'>) {
  return {
    async of(id: string, limit: number): Promise<readonly DigestRun[]> {
      const runs = new Map<number, { at: number; late: boolean; targets: TargetRun[] }>();
      for (const slot of await slots.history(id, limit * MOST_TARGETS)) {
        // Whoever owns a digest gets by name what a channel may not see, where there is any: that there was none is no event.
        if (slot.target.kind === 'named' && slot.send.state === 'skipped') continue;
        const run = runs.get(slot.at) ?? { at: slot.at, late: false, targets: [] };
        if (run.targets.length === 0 && runs.size >= limit) break;
        runs.set(slot.at, run);
        const target = targetRun(slot);
        run.late ||= slot.late || target.late;
        run.targets.push(target);
      }
      return [...runs.values()];
    },
  };
}
export type DigestRuns = ReturnType<typeof digestRuns>;

function targetRun(slot: Slot): TargetRun {
  const { target, send, again } = slot;
  const run = { target, sentAt: null, ts: null, code: null, why: null, missing: again?.missing ?? 0, late: false };
  switch (send.state) {
    case 'waiting':
      return { ...run, result: 'waits', code: send.problem?.code ?? null };
    case 'sending':
    case 'lost':
      return { ...run, result: 'waits' };
    case 'sent':
      return { ...run, result: 'sent', sentAt: send.sentAt, ts: send.ts, late: isLate(slot, send.sentAt) };
    case 'failed':
    case 'unclear':
      return { ...run, result: send.state, code: send.problem.code };
    case 'skipped':
      return { ...run, result: 'skipped', why: send.why };
    default:
      return assertNever(send);
  }
}
