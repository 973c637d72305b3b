import { justifyWords } from '../../core/i18n/justify-words.ts';
import type { Log } from '../../ports.ts';
import type { People } from './identify.ts';
import { JUSTIFY_FORM, readOrigin, WHY } from './justify-form.ts';
import type { Perform } from './perform.ts';
import type { PlainCards } from './plain-cards.ts';
import type { Reply } from './reply.ts';

/** A form that somebody sent. `values`: what was written or chosen, by block. */
export type Submission = {
  readonly user: string;
  readonly team: string;
  readonly form: string;
  readonly metadata: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Tells Slack that the form came, within three seconds: it closes, or shows what is wrong with a block. */
  readonly begin: (mistakes?: Readonly<Record<string, string>>) => Promise<void>;
};
export type AnswerForm = (submission: Submission) => Promise<void>;

export function formAnswerer({
  people,
  perform,
  reply,
  cards,
  log,
}: {
  readonly people: People;
  readonly perform: Perform;
  readonly reply: Reply;
  readonly cards: PlainCards;
  readonly log: Log;
}): AnswerForm {
  return async ({ user, team, form, metadata, values, begin }) => {
    const read = form === JUSTIFY_FORM ? readOrigin(metadata) : null;
    const sender = { user, team, channel: read?.origin.channel ?? null };
    const early = people.guess(sender);
    const why = (values[WHY]?.[0] ?? '').trim();
    if (read !== null && why === '') return begin({ [WHY]: justifyWords(early.locale).missing });
    await begin();
    if (read === null) {
      log.warn('slack.form-unknown', { form });
      return;
    }
    const { responseUrl, onEphemeral } = read.origin;
    try {
      const reader = await people.identify(sender);
      if (reader === null) {
        await reply({ sender, responseUrl, turns: false }, cards.stranger(early.locale), early.locale);
        return;
      }
      const card = await perform({ kind: 'justify', code: read.code, why }, reader);
      await reply({ sender, responseUrl, turns: onEphemeral }, card, reader.locale);
    } catch (cause) {
      log.error('flow.failed', { flow: 'form', cause });
      await reply({ sender, responseUrl, turns: false }, await cards.defect(early), early.locale);
    }
  };
}
