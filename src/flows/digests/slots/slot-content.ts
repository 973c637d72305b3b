import { audienceFor } from '../../../core/access.ts';
import type { Digest } from '../../../core/digests/digest.ts';
import { assertNever, problem, type Problem } from '../../../core/errors.ts';
import { operationNamed, type Settings } from '../../../core/settings.ts';
import type { Clock, Messenger } from '../../../ports.ts';
import type { People } from '../../answer/identify.ts';
import type { Prepared } from '../../send/send-once.ts';
import type { DigestReader, MadeDigest, MakeDigest } from '../card/digest-card.ts';
import type { Slot, SlotTarget } from './slot-record.ts';

export type ContentParts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly people: Pick<People, 'identify'>;
  readonly messenger: Pick<Messenger, 'conversationWith'>;
  readonly make: MakeDigest;
  readonly team: string;
};

/** What goes to a target. `made`: the digest as it was read, where it came so far. */
export type Content = { readonly prepared: Prepared; readonly made: MadeDigest | null };
/** Targets that may see the same in the same language share one reading. */
export type Readings = Map<string, Promise<MadeDigest>>;

/** With no figure at all a slot waits this long for wolkvox, then says that there are none. */
const FIGURES_WITHIN_MS = 10 * 60_000;
const MINUTE_MS = 60_000;
const PART_AGAIN_MS = 5 * MINUTE_MS;

/** When a missing part is read again: at the sweep after Slack's or wolkvox's own time, where the slot lasts so long. */
export function partAgainAt({ mayPass, retryAt }: Problem, now: number, until: number): number | null {
  const at = Math.ceil(Math.max(retryAt ?? 0, now + PART_AGAIN_MS) / MINUTE_MS) * MINUTE_MS;
  return mayPass && at <= until ? at : null;
}

export function slotContent(parts: ContentParts) {
  const { settings, clock, people, messenger, team } = parts;

  const readerOf = async (digest: Digest, target: SlotTarget): Promise<DigestReader | null> => {
    const operation = operationNamed(settings, digest.operation) ?? settings.operations[0];
    switch (target.kind) {
      case 'channel': {
        const channelPolicy = settings.channels[target.id] ?? null;
        const locale = digest.locale ?? channelPolicy?.locale ?? operation.locale;
        return { locale, audience: audienceFor({ role: 'supervisor', place: 'channel', channelPolicy }) };
      }
      case 'named':
      case 'person': {
        const reader = await people.identify({ user: target.id, team, channel: null });
        return reader && { locale: digest.locale ?? reader.locale, audience: reader.audience };
      }
      case 'all':
        return null;
      default:
        return assertNever(target.kind);
    }
  };

  const read = (digest: Digest, slot: Slot, reader: DigestReader, readings: Readings): Promise<MadeDigest> => {
    const key = JSON.stringify([digest.id, slot.at, slot.late, reader]);
    const reading =
      readings.get(key) ??
      parts.make(
        digest,
        { at: slot.at, late: slot.late, retryAt: (because) => partAgainAt(because, clock.now(), slot.until) },
        reader,
      );
    readings.set(key, reading);
    return reading;
  };

  /** With no figure yet, and a chance that some come soon: the problem to wait for. */
  const waitsFor = ({ missing }: MadeDigest, digest: Digest, { at, opened, until }: Slot): Problem | null => {
    const now = clock.now();
    const end = Math.min(Math.max(at, opened) + FIGURES_WITHIN_MS, until);
    const soon = missing.every(({ problem: { mayPass, retryAt } }) => mayPass && (retryAt ?? 0) < end);
    return missing.length === digest.parts.length && soon && now + MINUTE_MS < end
      ? (missing[0]?.problem ?? null)
      : null;
  };

  /** What the channels of this digest may not see, as a supervisor who owns it reads it. */
  const named = async (digest: Digest, slot: Slot, readings: Readings): Promise<Content> => {
    const owner = await readerOf(digest, slot.target);
    const channel = digest.targets.find(({ kind }) => kind === 'channel');
    const less = channel === undefined ? null : await readerOf(digest, channel);
    if (owner === null || !owner.audience.outliersByName || less === null) {
      return { prepared: { kind: 'needless', why: 'not-a-supervisor' }, made: null };
    }
    const made = await read(digest, slot, { ...less, locale: owner.locale }, readings);
    if (made.named === null) {
      const because = waitsFor(made, digest, slot);
      const prepared: Prepared = because === null ? { kind: 'needless', why: 'nothing-held' } : notYet(because);
      return { prepared, made: null };
    }
    return { prepared: await inPerson(slot.target.id, made.named, owner), made: null };
  };

  const notYet = (because: Problem): Prepared => ({
    kind: 'notYet',
    problem: because,
    nextAt: Math.max(because.retryAt ?? 0, clock.now() + MINUTE_MS),
  });

  const inPerson = async (user: string, card: MadeDigest['card'], { locale }: DigestReader): Promise<Prepared> => {
    const conversation = await messenger.conversationWith(user);
    return conversation.ok
      ? { kind: 'ready', channel: conversation.value, card, locale }
      : { kind: 'cannot', problem: conversation.problem };
  };

  return async (digest: Digest, slot: Slot, readings: Readings): Promise<Content> => {
    const { target } = slot;
    if (target.kind === 'named') return named(digest, slot, readings);
    const reader = await readerOf(digest, target);
    if (reader === null) return { prepared: { kind: 'cannot', problem: problem('access.denied') }, made: null };
    const made = await read(digest, slot, reader, readings);
    const because = waitsFor(made, digest, slot);
    if (because !== null) return { prepared: notYet(because), made };
    if (target.kind === 'person') return { prepared: await inPerson(target.id, made.card, reader), made };
    return { prepared: { kind: 'ready', channel: target.id, card: made.card, locale: reader.locale }, made };
  };
}
export type SlotContent = ReturnType<typeof slotContent>;
