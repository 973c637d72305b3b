import { DEFAULT_LATE_MS, type Digest } from '../../../core/digests/digest.ts';
import { digestListWords } from '../../../core/i18n/digests/digest-list-words.ts';
import { digestMistakeWords } from '../../../core/i18n/digests/digest-mistake-words.ts';
import type { Card } from '../../../core/card/card.ts';
import { operationNamed, type Settings } from '../../../core/settings.ts';
import type { Clock, Log } from '../../../ports.ts';
import type { People, Reader } from '../../answer/identify.ts';
import type { AnswerForm } from '../../answer/justify-answer.ts';
import type { PlainCards } from '../../answer/plain-cards.ts';
import type { Reply } from '../../answer/reply.ts';
import type { ShowHome } from '../../answer/show-home.ts';
import type { Auditor } from '../../operate/audit.ts';
import { saveNew } from '../../book/save-new.ts';
import type { DigestBook } from '../digest-book.ts';
import { type Draft, judgeForm } from './digest-form-judge.ts';
import { readForm } from './digest-form-state.ts';
import type { DigestCards } from '../digest-list.ts';
import { mayChange } from '../find-digest.ts';
import { type FormMemory, readMemory, rememberedForm } from './form-memory.ts';
import type { DigestTimes } from '../manage-digests.ts';

export type SaveParts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly people: People;
  readonly cards: PlainCards;
  readonly audit: Auditor;
  readonly book: DigestBook;
  readonly jobs: DigestTimes;
  readonly shown: DigestCards;
  readonly reply: Reply;
  readonly showHome: ShowHome;
};

/** Takes the form of a digest: what is wrong is said beside its field, what is right is saved and comes from then on. */
export function digestSaver(parts: SaveParts): AnswerForm {
  const { settings, people, cards, audit, book, jobs, shown } = parts;

  const keep = async (draft: Draft, { id, revision }: FormMemory, reader: Reader): Promise<Card> => {
    const { locale, actor } = reader;
    const w = digestListWords(locale);
    const before = id === null ? null : await book.get(id);
    const because = mayChange(reader, before?.digest ?? null);
    if (because !== null) {
      await audit.record(actor, 'manage-digests', `save ${id ?? ''}`.trim(), 'denied');
      return cards.denied(because, reader);
    }
    if (id === null) {
      const plain = { owner: actor.user, paused: false, lateMs: DEFAULT_LATE_MS, origin: 'slack' } as const;
      const made = await saveNew<Digest>(book, draft.name, 'digest', (own) => ({ ...draft, ...plain, id: own }));
      await jobs.declare(made);
      await audit.record(actor, 'manage-digests', `add ${made.id}`, 'done');
      return shown.one(made, reader, w.did.saved(made.name));
    }
    if (before === null) return shown.list(await book.list(), reader, w.unknown({ name: draft.name }));
    const changed: Digest = { ...before.digest, ...draft };
    const saved = revision === null ? null : await book.save(changed, revision);
    if (saved?.ok !== true) return shown.one(before.digest, reader, digestMistakeWords(locale).changed);
    await jobs.declare(changed);
    const others = before.digest.owner !== null && before.digest.owner !== actor.user;
    await audit.record(actor, others ? 'manage-others' : 'manage-digests', `edit ${id}`, 'done');
    return shown.one(changed, reader, w.did.saved(changed.name));
  };

  return async ({ user, team, metadata, values, begin }) => {
    const memory = readMemory(metadata);
    if (memory === null) {
      await begin();
      return;
    }
    const sender = { user, team, channel: memory.channel };
    const early = people.guess(sender);
    const operation = operationNamed(settings, memory.hidden.operation) ?? early.operation;
    const form = readForm(values, rememberedForm(memory, operation));
    const judged = judgeForm(form, { settings, locale: early.locale, now: parts.clock.now() });
    if ('mistakes' in judged) return begin(judged.mistakes);
    await begin();
    const { responseUrl, onEphemeral } = memory;
    const fromHome = responseUrl === null && memory.channel === null;
    try {
      const reader = await people.identify(sender);
      const locale = reader?.locale ?? early.locale;
      const card = reader === null ? cards.stranger(locale) : await keep(judged.draft, memory, reader);
      if (fromHome) await parts.showHome(sender);
      else await parts.reply({ sender, responseUrl, turns: onEphemeral }, card, locale);
    } catch (cause) {
      parts.log.error('flow.failed', { flow: 'digest-save', cause });
      await parts.reply({ sender, responseUrl, turns: false }, await cards.defect(early), early.locale);
    }
  };
}
