import { isDue, isOver } from '../../../core/send/send-state.ts';
import type { Claims, Clock, Log } from '../../../ports.ts';
import type { DigestBook } from '../digest-book.ts';
import type { DigestSender } from './digest-sender.ts';
import type { Readings } from './slot-content.ts';
import { firstUnsettled, type SlotProgress } from './slot-progress.ts';
import type { SlotStore } from './slot-record.ts';
import type { TellOwner } from './tell-owner.ts';

export type ReconcileParts = {
  readonly book: Pick<DigestBook, 'list'>;
  readonly slots: SlotStore;
  readonly progress: SlotProgress;
  readonly sender: Pick<DigestSender, 'step' | 'run'>;
  readonly tell: Pick<TellOwner, 'sweep'>;
  readonly claims: Claims;
  readonly clock: Clock;
  readonly log: Log;
  readonly by: string;
};

const CLAIM = 'digest-sweep';
const AT_ONCE = 8;
const BUDGET_MS = 50_000;
const CLAIM_MS = 180_000;
const LOOK_EVERY_MS = 5 * 60_000;
/** The schedules may be behind by so much without having lost anything. */
const BEHIND_MS = 5 * 60_000;
const MOST_LOST = 200;

/** Once a minute: takes up what is not over, tells what is not told, and every five minutes looks for slots that the schedules lost. */
export function slotReconciler(parts: ReconcileParts): (signal?: AbortSignal) => Promise<void> {
  const { slots, clock, log, sender, claims, by } = parts;
  let after = '';
  let looked = Number.NEGATIVE_INFINITY;

  const isOpen = async (key: string): Promise<boolean> => {
    const kept = await slots.read(key);
    if (kept === null) return false;
    const { send, again } = kept.slot;
    if (send.state === 'sent' && again !== null) return again.nextAt <= clock.now();
    return isOver(send) || isDue(send, clock.now());
  };

  /** What one digest meets is its own: the others have their turn, and it has another one in a minute. */
  const stepAlone = async (key: string, readings: Readings, signal: AbortSignal | undefined): Promise<void> => {
    try {
      if (await isOpen(key)) await sender.step(key, { readings, signal });
    } catch (cause) {
      log.error('digest.step-failed', { slot: key, cause });
    }
  };

  /** A round that has no more time goes on in the next one where it stopped. */
  const takeUp = async (signal: AbortSignal | undefined): Promise<void> => {
    const end = clock.now() + BUDGET_MS;
    const readings: Readings = new Map();
    for (;;) {
      const keys = await slots.openKeys(after);
      for (let from = 0; from < keys.length; from += AT_ONCE) {
        if (signal?.aborted || clock.now() > end) return;
        if (!(await claims.take(CLAIM, by, clock.now(), clock.now() + CLAIM_MS))) return;
        const some = keys.slice(from, from + AT_ONCE);
        await Promise.all(some.map((key) => stepAlone(key, readings, signal)));
        after = some.at(-1) ?? '';
      }
      if (keys.length === 0) {
        after = '';
        return;
      }
    }
  };

  const findLost = async (signal: AbortSignal | undefined): Promise<void> => {
    const now = clock.now();
    if (Math.abs(now - looked) < LOOK_EVERY_MS) return;
    looked = now;
    let lost = 0;
    for (const digest of await parts.book.list()) {
      if (digest.paused || signal?.aborted || lost >= MOST_LOST) continue;
      const progress = await parts.progress.read(digest.id);
      const at = progress && firstUnsettled(digest, progress, now - BEHIND_MS);
      if (at === null) continue;
      lost += 1;
      log.warn('digest.slot-lost', { digest: digest.id, at });
      await sender.run(digest.id, at, signal).catch((cause: unknown) => {
        log.error('digest.run-failed', { digest: digest.id, at, cause });
      });
    }
  };

  return async (signal) => {
    if (!(await claims.take(CLAIM, by, clock.now(), clock.now() + CLAIM_MS))) return;
    try {
      await takeUp(signal);
      await parts.tell.sweep(signal);
      await findLost(signal);
    } finally {
      await claims.release(CLAIM, by);
    }
  };
}
