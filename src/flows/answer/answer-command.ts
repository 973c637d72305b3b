import type { Card } from '../../core/card/card.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { words } from '../../core/i18n/words.ts';
import type { Operation } from '../../core/operation.ts';
import { operationNamed, type Settings } from '../../core/settings.ts';
import type { Clock, Log } from '../../ports.ts';
import { reportOf } from '../../reports/catalog.ts';
import type { FormatFor } from '../read/format-for.ts';
import type { People, Sender } from './identify.ts';
import { obeyer, understand } from './obey.ts';
import type { Perform } from './perform.ts';
import type { PlainCards } from './plain-cards.ts';
import type { Reply } from './reply.ts';

export type CommandAsked = {
  readonly sender: Sender;
  readonly text: string;
  readonly responseUrl: string;
  /** What a form is opened with, within three seconds of the command. */
  readonly triggerId?: string | null;
  /** Acknowledges to Slack, which wants it within three seconds. */
  readonly begin: () => Promise<void>;
  /** Asked right before the answer is sent; false: another process answers. */
  readonly mayAnswer?: () => Promise<boolean>;
};
export type AnswerCommand = (asked: CommandAsked) => Promise<void>;

export type CommandParts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly people: People;
  readonly perform: Perform;
  readonly reply: Reply;
  readonly cards: PlainCards;
  readonly formatFor: FormatFor;
};

/**
 * Slack lets no answer to a slash command take the place of an earlier one (bolt-js #2287), so a line that says "reading" is sent only
 * when the answer is not there by now.
 */
const PATIENCE_MS = 2_500;

export function commandAnswerer(parts: CommandParts): AnswerCommand {
  const { cards, clock } = parts;
  const obey = obeyer(parts);

  return async ({ sender, text, responseUrl, begin, mayAnswer }) => {
    await begin();
    const { guess, identify } = parts.people;
    const early = guess(sender);
    const send = (card: Card, locale: Locale) => parts.reply({ sender, responseUrl, turns: false }, card, locale);

    const answered = new AbortController();
    const reassure = async () => {
      await clock.wait(PATIENCE_MS, answered.signal);
      if (answered.signal.aborted) return;
      const line = loadingLine(text, early, parts);
      if (line !== null) await send(cards.done(line), early.locale);
    };
    const answer = async (): Promise<readonly [Card, Locale]> => {
      const reader = await identify(sender);
      if (reader === null) return [cards.stranger(early.locale), early.locale];
      return [await obey(text, reader), reader.locale];
    };
    const reassured = reassure().catch((cause: unknown) => {
      parts.log.error('flow.failed', { flow: 'reading-line', cause });
    });
    const [card, locale] = await answer().catch(async (cause: unknown) => {
      parts.log.error('flow.failed', { flow: 'command', cause });
      return [await cards.defect(early), early.locale] as const;
    });
    // With a reason of its own: else an error is made for each answer, stack and all.
    answered.abort('answered');
    await reassured;
    if ((await mayAnswer?.()) === false) return;
    await send(card, locale);
  };
}

/** What stands there until the answer does; null for what is answered at once. */
function loadingLine(
  text: string,
  speaker: { readonly locale: Locale; readonly operation: Operation },
  { formatFor, clock, settings }: CommandParts,
): string | null {
  const now = clock.now();
  const command = understand(text, speaker, settings, now);
  if (command.kind !== 'report' && command.kind !== 'check') return null;
  const { request } = command;
  const { locale } = speaker;
  const operation = operationNamed(settings, request.operation) ?? speaker.operation;
  return words(locale).loading.asking({
    report: reportOf(request.report).words[locale].title,
    operation: operation.name,
    period: formatFor(locale, operation).period(request.period, now),
  });
}
