import { z } from 'zod';
import type { Button, Card, Section, Text } from '../../../core/card/card.ts';
import type { Problem } from '../../../core/errors.ts';
import { LOCALES, type Locale } from '../../../core/i18n/locale.ts';
import { problemSaid } from '../../../core/i18n/problem-said.ts';
import { sendWords } from '../../../core/i18n/send-words.ts';
import type { Operation } from '../../../core/operation.ts';
import { dateAt } from '../../../core/period/local-time.ts';
import { problemSchema, sendStateSchema } from '../../../core/send/send-state.ts';
import type { FormatFor } from '../../read/format-for.ts';
import { type Slot, type SlotTarget, slotTargetSchema } from './slot-record.ts';

/** A press on *Retry*: the digest, the slot's nominal time and the target. */
export const RETRY_DIGEST = 'digest-retry';

/**
 * Why an owner is told. `target`: that target is paused; `late`: its time was over; `unclear`: nobody knows whether it arrived; `app`:
 * Slack takes nothing from the bot; `part`: a part of what was posted cannot be read.
 */
export const noticeSchema = z.object({
  v: z.literal(1),
  kind: z.enum(['target', 'late', 'unclear', 'app', 'part']),
  owner: z.string(),
  operation: z.string(),
  digest: z.string(),
  name: z.string(),
  at: z.number(),
  slotUntil: z.number(),
  target: slotTargetSchema,
  locale: z.enum(LOCALES).nullable(),
  problem: problemSchema,
  until: z.number(),
  send: sendStateSchema,
});
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

export type NoticeReader = {
  readonly locale: Locale;
  readonly operation: Operation;
  readonly formatFor: FormatFor;
  readonly now: number;
  /** What the person is called that it did not reach. */
  readonly name?: string;
  /** It is not the owner who reads it. */
  readonly instead?: boolean;
};

/** What happened, the very next step, and the button that tries again. */
export function noticeCard(notice: Notice, reader: NoticeReader): Card {
  const drawn = cardOf(notice, reader);
  const instead: Section = { kind: 'text', text: sendWords(reader.locale).instead };
  return reader.instead === true ? { ...drawn, sections: [...drawn.sections, instead] } : drawn;
}

function cardOf(notice: Notice, { locale, operation, formatFor, now, name }: NoticeReader): Card {
  const w = sendWords(locale);
  const format = formatFor(locale, operation);
  const { kind, problem, target } = notice;
  const of = { digest: notice.name, slot: format.moment(notice.at, now) };
  const channel: Problem['facts'] = target.kind === 'channel' ? { channel: target.id } : {};
  const said = problemSaid(
    { ...problem, facts: { ...problem.facts, ...channel } },
    { locale, operation: operation.name, format, now },
  );
  const where = kind === 'app' || kind === 'part' ? [] : placeOf(notice, name, locale);
  switch (kind) {
    case 'target': {
      const gone = problem.code === 'request.not-understood' ? w.noOperation(notice.operation) : null;
      const own = problem.code === 'access.denied' ? w.noRole : hasLeft(notice) ? w.left : gone;
      const step = own === null ? [text(said.what), text(said.next)] : [text(own)];
      return card(w.notPosted(of), [...where, ...step, text(w.paused)], [button(notice, w.retry)]);
    }
    case 'late': {
      const { slotUntil } = notice;
      const date = dateAt(slotUntil, operation.zone);
      const day = date === dateAt(now, operation.zone) ? null : format.day(date);
      const tried = w.tooLate(format.time(slotUntil), day);
      return card(w.notPosted(of), [...where, text(said.what), text(tried)], [button(notice, w.retry)]);
    }
    case 'unclear': {
      const why = problem.code === 'slack.scope' ? [text(w.mayRead)] : BLIND.has(problem.code) ? [text(w.blind)] : [];
      return card(w.notKnown(of), [...where, text(w.look), ...why], [button(notice, w.postAnyway)]);
    }
    case 'app':
      return card(
        w.notPosted(of),
        [text(said.what), text(said.next), text(w.all), text(w.goesOn)],
        [button(notice, w.retry)],
      );
    case 'part':
      return card(w.partMissing(of), [text(said.what), text(said.next), text(w.partSince)], []);
  }
}

const BLIND: ReadonlySet<string> = new Set(['slack.not-invited', 'slack.no-such-channel']);

const text = (said: Text): Section => ({ kind: 'text', text: said });

function card(headline: string, sections: readonly Section[], actions: readonly Button[]): Card {
  return { headline, sections, trust: [], actions };
}

/** Slack's words for somebody who is not there any more (docs.slack.dev/reference/methods/conversations.open). */
const LEFT: ReadonlySet<unknown> = new Set(['user_disabled', 'user_not_found', 'user_not_visible']);

function hasLeft({ target, problem }: Notice): boolean {
  return target.kind === 'person' && LEFT.has(problem.facts['error']);
}

function placeOf({ target }: Notice, name: string | undefined, locale: Locale): readonly Section[] {
  const w = sendWords(locale);
  if (target.kind === 'channel') return [text(w.inChannel(target.id))];
  return target.kind === 'all' ? [] : [text(w.toPerson(name ?? target.id))];
}

function button({ kind, digest, at, target }: Notice, label: string): Button {
  const meant: SlotTarget = kind === 'app' ? { kind: 'all', id: '' } : target;
  return { kind: 'button', id: RETRY_DIGEST, label, value: encodeSlot({ digest, at, target: meant }) };
}

type Named = Pick<Slot, 'digest' | 'at' | 'target'>;

/** What *Retry* carries. A target of the kind `all` means every target of the slot that did not get it. */
export function encodeSlot({ digest, at, target }: Named): string {
  return JSON.stringify([1, digest, at, target.kind, target.id]);
}

const encoded = z.tuple([z.literal(1), z.string(), z.number(), slotTargetSchema.shape.kind, z.string()]);

/** What `encodeSlot` wrote; null for anything else. */
export function decodeSlot(value: string): Named | null {
  const read = z
    .string()
    .max(2_000)
    .transform((json, context): unknown => {
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue({ code: 'custom' });
        return z.NEVER;
      }
    })
    .pipe(encoded)
    .safeParse(value);
  if (!read.success) return null;
  const [, digest, at, kind, id] = read.data;
  return { digest, at, target: { kind, id } };
}
