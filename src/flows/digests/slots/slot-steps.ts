import type { Digest } from '../../../core/digests/digest.ts';
import { problem as problemOf, type ProblemCode } from '../../../core/errors.ts';
import { isOver, type SendState } from '../../../core/send/send-state.ts';
import type { Settings } from '../../../core/settings.ts';
import type { Clock, Log, Messenger, Metrics } from '../../../ports.ts';
import type { Deliver } from '../../send/deliver.ts';
import type { SendOnce } from '../../send/send-once.ts';
import type { DigestBook } from '../digest-book.ts';
import type { MadeDigest } from '../card/digest-card.ts';
import { OF_THE_APP, type PausedTargets } from './paused-targets.ts';
import { type Content, partAgainAt, type Readings, type SlotContent } from './slot-content.ts';
import type { KeptSlot, Slot, SlotStore } from './slot-record.ts';
import { whyEnded } from './slot-targets.ts';
import type { TellOwner } from './tell-owner.ts';

export type StepParts = {
  readonly book: Pick<DigestBook, 'get'>;
  readonly slots: SlotStore;
  readonly paused: PausedTargets;
  readonly content: SlotContent;
  readonly tell: TellOwner;
  readonly once: SendOnce;
  readonly messenger: Pick<Messenger, 'post' | 'update'>;
  readonly deliver: Deliver;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly team: string;
  readonly settings: Settings;
};

/** Of a digest with ten targets and its owner: its last slots. */
const NEWEST = 60;
/** A defect of ours in the making: perhaps only of these figures, so it is tried again as long as the slot lasts. */
const DEFECT: ReadonlySet<ProblemCode> = new Set(['unexpected']);

export type StepOptions = {
  readonly readings: Readings;
  readonly fresh?: boolean;
  readonly signal?: AbortSignal | undefined;
};

/** Takes one slot in one target as far as it comes now, whatever was begun before; gives its state then. */
export type SlotStep = (key: string, options: StepOptions) => Promise<SendState | null>;

export function slotStepper(parts: StepParts): SlotStep {
  const { slots, paused, tell, clock, log, metrics } = parts;

  const contentOf = async (digest: Digest, slot: Slot, readings: Readings): Promise<Content> => {
    try {
      return await parts.content(digest, slot, readings);
    } catch (cause) {
      log.error('digest.not-made', { digest: digest.id, cause });
      return { prepared: { kind: 'cannot', problem: problemOf('unexpected') }, made: null };
    }
  };

  const settleFailed = async (digest: Digest, slot: Slot, signal: AbortSignal | undefined): Promise<void> => {
    const { send, target } = slot;
    if (send.state === 'unclear') return tell.slot('unclear', digest, slot, send.problem, signal);
    if (send.state !== 'failed' || target.kind === 'named') return;
    const { problem } = send;
    if (OF_THE_APP.has(problem.code)) {
      if (await paused.pause(slot, problem.code)) await tell.app(digest, slot, problem, signal);
    } else if (problem.mayPass || DEFECT.has(problem.code)) await tell.slot('late', digest, slot, problem, signal);
    else if (await paused.pause(slot, problem.code)) await tell.slot('target', digest, slot, problem, signal);
  };

  /** What follows from how it ended. Done again after a crash, so that nothing here happens twice for being done twice. */
  const settle = async (
    { key, slot, revision }: KeptSlot,
    digest: Digest,
    made: MadeDigest | null,
    signal: AbortSignal | undefined,
  ): Promise<void> => {
    const { send } = slot;
    metrics.count('vigia_digest_slots_total', { result: send.state });
    log.info('digest.slot', { digest: digest.id, at: slot.at, target: slot.target.id, state: send.state });
    if (send.state !== 'sent') {
      await settleFailed(digest, slot, signal);
      return slots.close(key);
    }
    await paused.resume(slot.digest, slot.target);
    if (made !== null) await settleParts(digest, slot, made, signal);
    const again = made === null ? null : againOf(made, slot, clock.now());
    if (again === null) return slots.close(key);
    if ((await slots.write(key, { ...slot, again }, revision)) === null) log.info('send.overtaken', { state: 'again' });
  };

  const settleParts = async (digest: Digest, slot: Slot, made: MadeDigest, signal: AbortSignal | undefined) => {
    if (made.readAll) return tell.partsMended(digest);
    for (const { problem } of made.missing) {
      if (!problem.mayPass) await tell.part(digest, slot, problem, signal);
    }
  };

  /** Puts a part that was missing into what was posted, once it can be read. */
  const amend = async (kept: KeptSlot, digest: Digest, { readings }: StepOptions): Promise<void> => {
    const { key, slot } = kept;
    const { send, again } = slot;
    if (send.state !== 'sent' || again === null) return slots.close(key);
    const now = clock.now();
    if (again.nextAt > now) return;
    const { prepared, made } = await contentOf(digest, slot, readings);
    const better = made !== null && prepared.kind === 'ready' && made.missing.length < again.missing;
    if (better) {
      const { card, locale } = prepared;
      const updated = await parts.deliver(parts.team, card, locale, (message) => parts.messenger.update(send, message));
      if (!updated.ok) log.warn('digest.not-amended', { digest: digest.id, code: updated.problem.code });
      else await settleParts(digest, slot, made, undefined);
    }
    const next = made === null ? null : againOf(made, slot, now);
    if ((await slots.write(key, { ...slot, again: next }, kept.revision)) !== null && next === null) {
      await slots.close(key);
    }
  };

  /** Whether the same target has a slot whose time came since this one was begun: where Slack was away for hours, one post is enough. */
  const isSuperseded = async ({ digest, at, opened, target: { kind, id } }: Slot): Promise<boolean> =>
    (await slots.history(digest, NEWEST)).some(
      ({ at: other, target, send }) =>
        other > Math.max(at, opened) && target.kind === kind && target.id === id && send.state !== 'skipped',
    );

  return async (key, options) => {
    const { readings, fresh = false, signal } = options;
    const kept = await slots.read(key);
    if (kept === null) return null;
    const { slot } = kept;
    const bookedNow = async () => (await parts.book.get(slot.digest))?.digest ?? null;
    const digest = await bookedNow();
    if (slot.send.state === 'sent' && slot.again !== null && digest !== null) {
      await amend(kept, digest, options);
      return slot.send;
    }
    const ended =
      whyEnded(digest, slot, parts.settings) ??
      (!fresh && slot.send.state === 'waiting' && (await isSuperseded(slot)) ? 'superseded' : null);
    if (ended !== null && slot.send.state === 'waiting') {
      const skipped: SendState = { state: 'skipped', at: clock.now(), why: ended };
      if ((await slots.write(key, { ...slot, send: skipped }, kept.revision)) !== null) await slots.close(key);
      return skipped;
    }
    let made: MadeDigest | null = null;
    const state = await parts.once(
      {
        ledger: slots.ledger(key),
        mark: key,
        until: slot.until,
        patient: DEFECT,
        prepare: async () => {
          if (digest === null) return { kind: 'needless', why: 'removed' };
          const content = await contentOf(digest, slot, readings);
          // Reading takes a while, in which somebody may have paused, removed or changed the digest.
          const why = whyEnded(await bookedNow(), slot, parts.settings);
          if (why !== null) return { kind: 'needless', why };
          made = content.made;
          return content.prepared;
        },
        ...(signal === undefined ? {} : { signal }),
      },
      fresh,
    );
    if (state === null || !isOver(state)) return state;
    const now = await slots.read(key);
    if (now !== null && digest !== null) await settle(now, digest, made, signal);
    else await slots.close(key);
    return state;
  };
}

function againOf({ missing }: MadeDigest, { until }: Slot, now: number): Slot['again'] {
  const times = missing.flatMap(({ problem }) => partAgainAt(problem, now, until) ?? []);
  return times.length === 0 ? null : { nextAt: Math.min(...times), missing: missing.length };
}
