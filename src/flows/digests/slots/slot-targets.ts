import type { Digest, Target } from '../../../core/digests/digest.ts';
import type { Settings } from '../../../core/settings.ts';
import type { Slot, SlotTarget } from './slot-record.ts';

/** The targets of a digest, and its owner where a channel may not see everything. */
export function targetsOf({ targets, owner }: Digest, { channels }: Settings): readonly SlotTarget[] {
  const held = heldChannel({ targets }, { channels }) !== null;
  const alone = owner !== null && !targets.some(({ id }) => id === owner);
  return held && alone ? [...targets, { kind: 'named', id: owner }] : targets;
}

/** The first channel that is not for supervisors only, from which the names are held back; null where there is none. */
export function heldChannel(
  { targets }: Pick<Digest, 'targets'>,
  { channels }: Pick<Settings, 'channels'>,
): Target | null {
  return targets.find(({ kind, id }) => kind === 'channel' && channels[id]?.audience !== 'supervisors') ?? null;
}

/** Why a slot that was begun is not to be posted any more; null while it is. */
export function whyEnded(
  digest: Digest | null,
  { target }: Pick<Slot, 'target'>,
  settings: Settings,
): 'removed' | 'paused' | 'target-removed' | null {
  if (digest === null) return 'removed';
  if (digest.paused) return 'paused';
  const there = targetsOf(digest, settings).some(({ kind, id }) => kind === target.kind && id === target.id);
  return there ? null : 'target-removed';
}
