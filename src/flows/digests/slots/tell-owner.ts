import { z } from 'zod';
import type { Digest } from '../../../core/digests/digest.ts';
import type { Problem, ProblemCode } from '../../../core/errors.ts';
import { firstState, isOver, type SendState } from '../../../core/send/send-state.ts';
import { operationNamed, type Settings } from '../../../core/settings.ts';
import type { Clock, Log, Messenger, Store } from '../../../ports.ts';
import type { People } from '../../answer/identify.ts';
import type { FormatFor } from '../../read/format-for.ts';
import type { Prepared, SendLedger, SendOnce } from '../../send/send-once.ts';
import { type Notice, noticeCard, noticeSchema } from './owner-notice.ts';
import { type Slot, slotKey } from './slot-record.ts';

const NOTICES = 'digest-notices';
const OPEN = 'digest-notices-open';
/** What is told already and not mended yet: Slack as a whole by owner, a report's source by digest. */
const FAULTS = 'digest-faults';
const KEPT_MS = 400 * 86_400_000;
const TOLD_WITHIN_MS = 7 * 86_400_000;

/** While these last, nobody can be told in Slack: the notice waits for them to be mended. */
const MUTE: ReadonlySet<ProblemCode> = new Set(['slack.token', 'slack.scope']);

const faultSchema = z.object({ v: z.literal(1), notice: z.string() });

export type TellParts = {
  readonly store: Pick<Store, 'documents'>;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly people: Pick<People, 'identify'>;
  readonly messenger: Pick<Messenger, 'conversationWith' | 'person'>;
  readonly formatFor: FormatFor;
  readonly once: SendOnce;
  readonly team: string;
};

/** Tells the owner of a digest what only a person can mend: each fault once, with the step to take. */
export function ownerTeller(parts: TellParts) {
  const { store, settings, clock, log, messenger, once } = parts;
  const { documents } = store;

  const read = async (key: string) => {
    const there = await documents.get(NOTICES, key);
    const notice = noticeSchema.safeParse(there?.value);
    return there !== null && notice.success ? { notice: notice.data, revision: there.revision } : null;
  };
  const write = (key: string, notice: Notice, expected: number | 'absent') =>
    documents.put(NOTICES, key, notice, { expected, expiresAt: notice.at + KEPT_MS });
  const ledgerOf = (key: string): SendLedger => ({
    async read() {
      const there = await read(key);
      return there && { state: there.notice.send, revision: there.revision };
    },
    async write(send: SendState, expected) {
      const there = await read(key);
      return there?.revision === expected ? write(key, { ...there.notice, send }, expected) : null;
    },
  });

  /** Whoever made it, else, where Slack says that nobody can write to them, the first administrator who can be written to. */
  const conversationFor = async ({ owner }: Notice) => {
    const admins = namedAdmins(settings).filter((admin) => admin !== owner);
    const first = await messenger.conversationWith(owner);
    const lasting = !first.ok && !first.problem.mayPass && !MUTE.has(first.problem.code);
    for (const user of lasting ? admins : []) {
      const conversation = await messenger.conversationWith(user);
      if (conversation.ok) return { user, conversation };
    }
    return { user: owner, conversation: first };
  };

  const prepare = async (notice: Notice): Promise<Prepared> => {
    const { owner, target } = notice;
    const operation = operationNamed(settings, notice.operation) ?? settings.operations[0];
    const { user, conversation } = await conversationFor(notice);
    if (!conversation.ok) return { kind: 'cannot', problem: conversation.problem };
    const [reader, person] = await Promise.all([
      parts.people.identify({ user, team: parts.team, channel: null }),
      target.kind === 'person' ? messenger.person(target.id) : null,
    ]);
    const locale = notice.locale ?? reader?.locale ?? operation.locale;
    const card = noticeCard(notice, {
      locale,
      operation,
      formatFor: parts.formatFor,
      now: clock.now(),
      ...(person?.ok === true ? { name: person.value.name } : {}),
      instead: user !== owner,
    });
    return { kind: 'ready', channel: conversation.value, card, locale };
  };

  /** Sends a notice as far as it comes now. */
  const advance = async (key: string, signal?: AbortSignal): Promise<void> => {
    const there = await read(key);
    if (there === null) return documents.delete(OPEN, key);
    const state = await once({
      ledger: ledgerOf(key),
      mark: `notice/${key}`,
      until: there.notice.until,
      patient: MUTE,
      prepare: () => prepare(there.notice),
      ...(signal === undefined ? {} : { signal }),
    });
    if (state === null || !isOver(state)) return;
    if (state.state !== 'sent') log.error('digest.owner-not-told', { digest: there.notice.digest, state: state.state });
    await documents.delete(OPEN, key);
  };

  const tell = async (
    key: string,
    kind: Notice['kind'],
    digest: Digest,
    slot: Slot,
    because: Problem,
    signal?: AbortSignal,
  ): Promise<void> => {
    const owner = ownerOf(digest, settings);
    log.warn('digest.fault', { digest: digest.id, kind, code: because.code, target: slot.target.id });
    if (owner === null) return;
    const now = clock.now();
    // First itself: a sweep that found it in the list alone would strike it off. Whoever ends in between is followed by who does this again.
    await write(
      key,
      {
        v: 1,
        kind,
        owner,
        operation: digest.operation,
        digest: digest.id,
        name: digest.name,
        at: slot.at,
        slotUntil: slot.until,
        target: slot.target,
        locale: null,
        problem: { ...because, facts: { ...because.facts } },
        until: now + TOLD_WITHIN_MS,
        send: firstState(now),
      },
      'absent',
    );
    await documents.put(OPEN, key, { v: 1 }, { expected: 'absent' });
    await advance(key, signal);
  };

  return {
    /** One slot in one target. What *Retry* answers at once is not told beside it; what it tried in vain for a while is. */
    slot: (kind: 'target' | 'late' | 'unclear', digest: Digest, slot: Slot, because: Problem, signal?: AbortSignal) =>
      tell(
        `${kind}/${slotKey(slot)}/${kind === 'target' ? because.code : slot.opened}`,
        kind,
        digest,
        slot,
        because,
        signal,
      ),

    /** What concerns everything that Slack is sent, once for each owner until it is mended. */
    async app(digest: Digest, slot: Slot, because: Problem, signal?: AbortSignal): Promise<void> {
      const fault = `app/${ownerOf(digest, settings) ?? ''}/${because.code}`;
      const known = faultSchema.safeParse((await documents.get(FAULTS, fault))?.value);
      const key = `${fault}/${slotKey({ ...slot, target: { kind: 'all', id: '' } })}`;
      if (known.success && known.data.notice !== key) {
        const told = await read(known.data.notice);
        if (told !== null && !isOver(told.notice.send)) return;
      }
      await documents.put(FAULTS, fault, { v: 1, notice: key });
      await tell(key, 'app', digest, slot, because, signal);
    },

    /** A part that cannot be read and will not mend itself, once for each digest until it was read again. */
    async part(digest: Digest, slot: Slot, because: Problem, signal?: AbortSignal): Promise<void> {
      const fault = `part/${digest.id}/${because.code}`;
      const key = `${fault}/${slotKey({ ...slot, target: { kind: 'all', id: '' } })}`;
      await documents.put(FAULTS, fault, { v: 1, notice: key }, { expected: 'absent' });
      const known = faultSchema.safeParse((await documents.get(FAULTS, fault))?.value);
      if (known.success && known.data.notice === key) await tell(key, 'part', digest, slot, because, signal);
    },

    /** Every part of the digest was read. */
    async partsMended(digest: Digest): Promise<void> {
      const known = await documents.list(FAULTS, { prefix: `part/${digest.id}/` });
      await Promise.all(known.map(({ key }) => documents.delete(FAULTS, key)));
    },

    /** Takes every notice that is not told yet one step further. */
    async sweep(signal?: AbortSignal): Promise<void> {
      for (const { key } of await documents.list(OPEN)) {
        if (signal?.aborted) return;
        await advance(key, signal).catch((cause: unknown) => log.error('digest.notice-failed', { notice: key, cause }));
      }
    },
  };
}
export type TellOwner = ReturnType<typeof ownerTeller>;

/** Whom a digest answers to: its owner, else the first administrator that is named. */
export function ownerOf({ owner }: Pick<Digest, 'owner'>, settings: Pick<Settings, 'roles'>): string | null {
  return owner ?? namedAdmins(settings)[0] ?? null;
}

function namedAdmins({ roles }: Pick<Settings, 'roles'>): readonly string[] {
  return (roles?.admin ?? []).filter((id) => /^[UW]/.test(id));
}
