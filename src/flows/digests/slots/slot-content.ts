import { audienceFor } from '../../../core/access.ts';
import type { Digest } from '../../../core/digests/digest.ts';
import { ON_TIME_MS } from '../../../core/digests/due.ts';
import { assertNever, problem, type Problem } from '../../../core/errors.ts';
import { operationNamed, type Settings } from '../../../core/settings.ts';
import type { Clock, Messenger } from '../../../ports.ts';
import type { People } from '../../answer/identify.ts';
import type { Prepared } from '../../send/send-once.ts';
import type { DigestReader, MadeDigest, MakeDigest } from '../card/digest-card.ts';
import { OF_THE_APP } from './paused-targets.ts';
import type { Slot, SlotTarget } from './slot-record.ts';
import { heldChannel } from './slot-targets.ts';

export type ContentParts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly people: Pick<People, 'identify'>;
  readonly messenger: Pick<Messenger, 'conversationWith' | 'groupMembers'>;
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

/** Whether it says that it comes late: also where Slack or wolkvox held it up, not only the bot. What was posted stays as it was said. */
export function isLate({ at, late, send }: Slot, now: number): boolean {
  return late || (send.state === 'sent' ? send.sentAt : now) - at > ON_TIME_MS;
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

  /** A role may come from a user group: nobody is refused because Slack did not say just now who is in it. What is read is kept a while. */
  const unreadGroup = async (): Promise<Problem | null> => {
    const { admin = [], supervisor = [], viewer = [] } = settings.roles ?? {};
    const groups = [...admin, ...supervisor, ...(viewer === 'everyone' ? [] : viewer)].filter((id) => id[0] === 'S');
    const read = await Promise.all(groups.map((group) => messenger.groupMembers(group)));
    const [failure] = read.flatMap((members) => (members.ok ? [] : [members.problem]));
    return failure ?? null;
  };

  const read = (digest: Digest, slot: Slot, reader: DigestReader, readings: Readings): Promise<MadeDigest> => {
    const late = isLate(slot, clock.now());
    const key = JSON.stringify([digest.id, slot.at, late, reader]);
    const reading =
      readings.get(key) ??
      parts.make(
        digest,
        { at: slot.at, late, retryAt: (because) => partAgainAt(because, clock.now(), slot.until) },
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
    const unread = await unreadGroup();
    const owner = await readerOf(digest, slot.target);
    const channel = heldChannel(digest, settings);
    const less = channel === null ? null : await readerOf(digest, channel);
    if (owner === null || !owner.audience.outliersByName || less === null) {
      const prepared: Prepared =
        unread?.mayPass === true ? notYet(unread) : { kind: 'needless', why: 'not-a-supervisor' };
      return { prepared, made: null };
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
    // One that was renamed or taken out of the file: its owner is told, and the floor reads no other one's figures.
    if (operationNamed(settings, digest.operation) === null) {
      return { prepared: { kind: 'cannot', problem: nowhere(digest) }, made: null };
    }
    if (target.kind === 'named') return named(digest, slot, readings);
    const unread = target.kind === 'person' ? await unreadGroup() : null;
    const reader = await readerOf(digest, target);
    if (unread?.mayPass === true && reader?.audience.outliersByName !== true) {
      return { prepared: notYet(unread), made: null };
    }
    if (reader === null) {
      const because = unread !== null && OF_THE_APP.has(unread.code) ? unread : problem('access.denied');
      return { prepared: { kind: 'cannot', problem: because }, made: null };
    }
    const made = await read(digest, slot, reader, readings);
    const because = waitsFor(made, digest, slot);
    if (because !== null) return { prepared: notYet(because), made };
    if (target.kind === 'person') return { prepared: await inPerson(target.id, made.card, reader), made };
    return { prepared: { kind: 'ready', channel: target.id, card: made.card, locale: reader.locale }, made };
  };
}
export type SlotContent = ReturnType<typeof slotContent>;

function nowhere({ operation }: Digest): Problem {
  return problem('request.not-understood', { word: operation });
}
