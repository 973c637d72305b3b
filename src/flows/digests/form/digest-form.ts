import type { Card, Section } from '../../../core/card/card.ts';
import { digestFormWords } from '../../../core/i18n/digests/digest-form-words.ts';
import { digestListWords } from '../../../core/i18n/digests/digest-list-words.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Request } from '../../../core/request.ts';
import { operationNamed, type Settings } from '../../../core/settings.ts';
import type { Clock, Log, Messenger } from '../../../ports.ts';
import type { Press } from '../../answer/answer-press.ts';
import type { People, Reader } from '../../answer/identify.ts';
import type { Which } from '../../answer/manage.ts';
import type { FormPlace } from '../../answer/open-by-command.ts';
import type { PlainCards } from '../../answer/plain-cards.ts';
import type { Reply } from '../../answer/reply.ts';
import type { Auditor } from '../../operate/audit.ts';
import type { DigestBook } from '../digest-book.ts';
import { formOfDigest, formOfParts, type FormState, plainForm, readForm, wordsFor } from './digest-form-state.ts';
import { formView, noticeView, openingView } from './digest-form-view.ts';
import type { DigestCards } from '../digest-list.ts';
import { findDigest, mayChange } from '../find-digest.ts';
import { beginMemory, type FormMemory, readMemory, rememberedForm, writeMemory } from './form-memory.ts';
import type { FormPreview, Seen } from './form-preview.ts';
import type { SendNow } from '../manage-digests.ts';

/** What the form is opened for. `words`: what the digest is to hold, or its name, as typed. */
export type FormWanted =
  | { readonly kind: 'add'; readonly words: string | null; readonly operation: string | null }
  | { readonly kind: 'schedule'; readonly request: Request }
  | { readonly kind: 'edit'; readonly which: Which };

export type DigestFormParts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly messenger: Pick<Messenger, 'openModal' | 'updateModal'>;
  readonly people: People;
  readonly cards: PlainCards;
  readonly audit: Auditor;
  readonly book: DigestBook;
  readonly shown: DigestCards;
  readonly preview: FormPreview;
  readonly sendNow: SendNow;
  readonly reply: Reply;
};

type Filled = { readonly form: FormState; readonly memory: FormMemory };

/** Opens the form of a digest at once and fills it after, and follows what is chosen in it. */
export function digestForm(parts: DigestFormParts) {
  const { settings, messenger, people, cards, audit, book, preview } = parts;

  const operationOf = (id: string | null, reader: Reader): Operation =>
    (id === null ? null : operationNamed(settings, id)) ?? reader.operation;

  const show = async (viewId: string, { form, memory }: Filled, locale: Locale, more?: Seen) => {
    const operation = operationNamed(settings, form.operation) ?? settings.operations[0];
    const view = formView(
      form,
      preview.card(form, locale, more),
      { isNew: memory.id === null, metadata: writeMemory(memory, form) },
      { settings, operation, locale },
    );
    const shown = await messenger.updateModal(viewId, view);
    if (!shown.ok) parts.log.warn('slack.form-not-shown', { code: shown.problem.code });
  };
  const notice = async (viewId: string, card: Card, locale: Locale) => {
    await messenger.updateModal(viewId, noticeView(card, locale));
  };

  /** Null: it is not theirs to change, which was said. */
  const refused = async (
    reader: Reader,
    digest: Parameters<typeof mayChange>[1],
    about: string,
  ): Promise<Card | null> => {
    const because = mayChange(reader, digest);
    if (because === null) return null;
    await audit.record(reader.actor, digest === null ? 'manage-digests' : 'manage-others', about, 'denied');
    return cards.denied(because, reader);
  };

  const add = (words: string | null, operation: Operation, channel: string | null): FormState => {
    const plain = plainForm(operation, channel);
    if (words === null) return plain;
    const parts = formOfParts([{ kind: 'report', words }], operation);
    return parts.reports.length > 0 ? { ...plain, ...parts } : { ...plain, name: words };
  };

  const fill = async (wanted: FormWanted, place: FormPlace, reader: Reader): Promise<Filled | Card> => {
    const refusal = await refused(reader, null, wanted.kind);
    if (refusal !== null) return refusal;
    if (wanted.kind === 'edit') {
      const w = digestListWords(reader.locale);
      const found = await findDigest(book, wanted.which);
      if (found.kind !== 'found')
        return { headline: w.unknown(found), sections: among(found.among), trust: [], actions: [] };
      const { digest, revision } = found.booked;
      const notTheirs = await refused(reader, digest, `edit ${digest.id}`);
      if (notTheirs !== null) return parts.shown.one(digest, reader, w.did.notYours(digest.name));
      if (digest.origin === 'file') return parts.shown.one(digest, reader, w.did.readOnly(digest.name));
      const form = formOfDigest(digest, operationOf(digest.operation, reader));
      return { form, memory: beginMemory(form, place, { id: digest.id, revision }) };
    }
    const { channel } = place.sender;
    if (wanted.kind === 'add') {
      const form = add(wanted.words, operationOf(wanted.operation, reader), channel);
      return { form, memory: beginMemory(form, place, null) };
    }
    const { request } = wanted;
    const operation = operationOf(request.operation, reader);
    const words = wordsFor(request, reader.locale, operation, parts.clock.now());
    const form = { ...plainForm(operation, channel), ...formOfParts([{ kind: 'report', words }], operation) };
    return { form, memory: beginMemory(form, place, null) };
  };
  const among = (digests: readonly { readonly name: string }[]): readonly Section[] =>
    digests.length === 0 ? [] : [{ kind: 'lines', lines: digests.map(({ name }) => ({ text: [{ bold: name }] })) }];

  return {
    async open(wanted: FormWanted, place: FormPlace): Promise<void> {
      const early = people.guess(place.sender);
      const opened = await messenger.openModal(place.triggerId, openingView(early.locale));
      const reader = await people.identify(place.sender);
      if (!opened.ok) {
        const card =
          reader === null ? cards.stranger(early.locale) : cards.problem(opened.problem, reader, early.operation, null);
        await parts.reply({ ...place, turns: false }, card, reader?.locale ?? early.locale);
        return;
      }
      const { viewId } = opened.value;
      if (reader === null) return notice(viewId, cards.stranger(early.locale), early.locale);
      try {
        const filled = await fill(wanted, place, reader);
        await ('form' in filled ? show(viewId, filled, reader.locale) : notice(viewId, filled, reader.locale));
      } catch (cause) {
        parts.log.error('flow.failed', { flow: 'digest-form', cause });
        await notice(viewId, await cards.defect(early), early.locale);
      }
    },

    /** A field was changed, or a button of the form was pressed. */
    async change({ form: shown, sender, id }: Press): Promise<void> {
      const memory = shown === null ? null : readMemory(shown.metadata);
      const reader = await people.identify(sender);
      if (shown === null || memory === null || reader === null) return;
      const { locale } = reader;
      const refusal = await refused(reader, null, 'form');
      if (refusal !== null) return notice(shown.viewId, refusal, locale);
      const operation = operationOf(memory.hidden.operation, reader);
      const form = readForm(shown.values, rememberedForm(memory, operation));
      const filled = { form, memory };
      const act = id.split(':')[1];
      if (act !== 'see' && act !== 'test') return show(shown.viewId, filled, locale);
      const trial = preview.trial(form, reader);
      if ('mistakes' in trial) return show(shown.viewId, filled, locale, preview.wrong(trial.mistakes, locale));
      const w = digestFormWords(locale).preview;
      await show(shown.viewId, filled, locale, preview.said(w.making));
      if (act === 'see') return show(shown.viewId, filled, locale, await preview.seen(trial.digest, form, reader));
      const sent = await parts.sendNow(trial.digest, reader.actor.user);
      await audit.record(reader.actor, 'manage-digests', 'test', sent.ok ? 'done' : sent.problem.code);
      const said = sent.ok ? w.sent : cards.problem(sent.problem, reader, operation, null).headline;
      await show(shown.viewId, filled, locale, preview.said(said));
    },
  };
}
export type DigestForm = ReturnType<typeof digestForm>;
