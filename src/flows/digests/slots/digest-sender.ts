import { slotsBetween } from '../../../core/digests/cadence.ts';
import type { Digest } from '../../../core/digests/digest.ts';
import { dueSince, ON_TIME_MS, type SlotDue } from '../../../core/digests/due.ts';
import { type Outcome, problem } from '../../../core/errors.ts';
import { workCalendar } from '../../../core/history/working-days.ts';
import type { Operation } from '../../../core/operation.ts';
import { firstState, isOver, type SendState } from '../../../core/send/send-state.ts';
import { operationNamed } from '../../../core/settings.ts';
import { fingerprint } from '../../../core/values/fingerprint.ts';
import type { Holidays, Posted } from '../../../ports.ts';
import type { Readings } from './slot-content.ts';
import { firstUnsettled, isAhead, type SlotProgress } from './slot-progress.ts';
import { type Slot, slotKey, type SlotTarget } from './slot-record.ts';
import { type StepParts, slotStepper } from './slot-steps.ts';
import { targetsOf, whyEnded } from './slot-targets.ts';

export type SenderParts = StepParts & {
  readonly holidays: Holidays;
  readonly progress: SlotProgress;
  /** Slots of one minute begin spread over this long, each digest always at the same moment of it. */
  readonly jitterMs?: number;
};

/**
 * How a press on *Retry* ended. `gone`: that slot is not there any more, or was posted already; `paused`: the digest is; `elsewhere`: it
 * goes to that target no more.
 */
export type Retried =
  | { readonly kind: 'sent' | 'waits' | 'gone' | 'paused' | 'elsewhere' }
  | { readonly kind: 'failed'; readonly problem: Extract<SendState, { state: 'failed' }>['problem'] };

const JITTER_MS = 10_000;
const REACH_MS = 7 * 86_400_000;
const MOST_LISTED = 50;
const RETRY_MS = 30 * 60_000;
/** Whoever opens a slot sends it; the sweep leaves it alone for so long. */
const HELD_MS = 90_000;

/** Posts the slots of digests: each once in each target. */
export function digestSender(parts: SenderParts) {
  const { book, slots, paused, progress, clock, log, settings, jitterMs = JITTER_MS } = parts;
  const step = slotStepper(parts);

  const operationOf = ({ operation }: Digest): Operation =>
    operationNamed(settings, operation) ?? settings.operations[0];

  /** What is due by now, from the first slot that is not settled. */
  const decide = async (digest: Digest, zone: string, at: number, now: number): Promise<readonly SlotDue[]> => {
    const calendar = workCalendar(operationOf(digest), (date, country) => parts.holidays.isHoliday(date, country));
    const kept = await progress.read(digest.id);
    const reached = kept === null || isAhead(kept, now) ? null : kept;
    const first = reached === null ? at : Math.min(at, firstUnsettled(digest, reached, now) ?? at);
    const from =
      first >= now - REACH_MS ? first : (slotsBetween(digest.cadence, zone, now - REACH_MS, now + 1)[0] ?? first);
    const handled = (slot: number) => reached !== null && slot <= reached.through;
    return dueSince(digest, zone, { at: from, now, calendar, handled });
  };

  const open = async (digest: Digest, at: number, late: boolean, now: number): Promise<readonly string[]> => {
    const until = at + Math.max(digest.lateMs, ON_TIME_MS);
    const keys: string[] = [];
    for (const target of targetsOf(digest, settings)) {
      const slot: Slot = {
        v: 1,
        digest: digest.id,
        at,
        opened: now,
        target,
        late,
        until,
        send: firstState(now + HELD_MS),
        again: null,
      };
      if (await paused.isPaused(digest.id, target)) await slots.note({ ...slot, send: skipped('target-paused', now) });
      else keys.push(await slots.open(slot));
    }
    return keys;
  };

  const list = async (digest: Digest, skips: readonly SlotDue[], now: number): Promise<void> => {
    if (skips.length === 0) return;
    log.info('digest.skipped', { digest: digest.id, slots: skips.length });
    for (const { at, due } of skips.slice(-MOST_LISTED)) {
      const why = due.do === 'skip' ? due.why : '';
      const target: SlotTarget = { kind: 'all', id: '' };
      const slot = { v: 1, digest: digest.id, at, opened: now, target, late: false, until: at, again: null } as const;
      await slots.note({ ...slot, send: skipped(why, now) });
    }
  };

  const restart = async (key: string): Promise<Retried> => {
    const kept = await slots.read(key);
    if (kept === null || kept.slot.send.state === 'sent') return { kind: 'gone' };
    if (!isOver(kept.slot.send)) return { kind: 'waits' };
    const now = clock.now();
    const { slot } = kept;
    await slots.reopen(key);
    const again: Slot = {
      ...slot,
      opened: now,
      late: now - slot.at > ON_TIME_MS,
      until: Math.max(slot.until, now + RETRY_MS),
      send: firstState(now + HELD_MS),
    };
    if ((await slots.write(key, again, kept.revision)) === null) return { kind: 'waits' };
    await paused.resume(slot.digest, slot.target);
    const state = await step(key, { readings: new Map(), fresh: true });
    if (state?.state === 'sent') return { kind: 'sent' };
    return state?.state === 'failed' ? { kind: 'failed', problem: state.problem } : { kind: 'waits' };
  };

  return {
    step,
    /** Runs the slot of a nominal time, and with it every slot that was missed before; what cannot be posted now, the sweep takes up. */
    async run(id: string, at: number, signal?: AbortSignal): Promise<void> {
      const digest = (await book.get(id))?.digest;
      if (digest === undefined || digest.paused) return;
      const zone = digest.zone ?? operationOf(digest).zone;
      const now = clock.now();
      const decided = await decide(digest, zone, at, now);
      const sends = decided.filter(({ due }) => due.do !== 'skip');
      const skips = decided.filter(({ due }) => due.do === 'skip' && due.why !== 'handled');
      await list(digest, skips, now);
      const opened: (readonly string[])[] = [];
      for (const { at: slot, due } of sends) opened.push(await open(digest, slot, due.do === 'sendLate', now));
      await progress.reach(id, Math.max(...decided.map((slot) => slot.at)), now);
      const last = sends.at(-1);
      if (last?.due.do === 'send') await clock.wait(last.at + (fingerprint(id) % jitterMs) - now, signal);
      const readings: Readings = new Map();
      for (const keys of opened) {
        await Promise.all(keys.map((key) => step(key, { readings, fresh: true, signal })));
      }
    },

    /** Tries a target of a slot again because somebody asked for it; `all`: every target that did not get it. */
    async retry(id: string, at: number, target: SlotTarget): Promise<Retried> {
      const digest = (await book.get(id))?.digest;
      if (digest === undefined) return { kind: 'gone' };
      if (digest.paused) return { kind: 'paused' };
      if (target.kind !== 'all' && whyEnded(digest, { target }, settings) !== null) return { kind: 'elsewhere' };
      const targets = target.kind === 'all' ? targetsOf(digest, settings) : [target];
      const results = await Promise.all(targets.map((one) => restart(slotKey({ digest: id, at, target: one }))));
      return (
        results.find(({ kind }) => kind === 'failed') ??
        results.find(({ kind }) => kind === 'waits') ??
        results.find(({ kind }) => kind === 'sent') ?? { kind: 'gone' }
      );
    },

    /** Sends a digest as it is now to somebody's direct messages: no slot, and nothing is kept of it. */
    async sendNow(digest: Digest, user: string): Promise<Outcome<Posted>> {
      const now = clock.now();
      const slot: Slot = {
        v: 1,
        digest: digest.id,
        at: now,
        opened: 0,
        target: { kind: 'person', id: user },
        late: false,
        until: now,
        send: firstState(now),
        again: null,
      };
      const { prepared } = await parts.content(digest, slot, new Map());
      if (prepared.kind !== 'ready') {
        const because = prepared.kind === 'needless' ? problem('access.denied') : prepared.problem;
        return { ok: false, problem: because };
      }
      const { channel, card, locale } = prepared;
      return parts.deliver(parts.team, card, locale, (message) => parts.messenger.post(channel, message));
    },
  };
}
export type DigestSender = ReturnType<typeof digestSender>;

function skipped(why: string, at: number): SendState {
  return { state: 'skipped', at, why };
}
