import type { Card } from '../core/card/card.ts';
import type { Command } from '../core/command/command.ts';
import { readCommand } from '../core/command/read-command.ts';
import type { Locale } from '../core/i18n/locale.ts';
import { words } from '../core/i18n/words.ts';
import type { Operation } from '../core/operation.ts';
import type { Settings } from '../core/settings.ts';
import type { Clock, Log } from '../ports.ts';
import { REPORTS, reportOf } from '../reports/catalog.ts';
import type { FormatFor } from './format-for.ts';
import type { People, Sender } from './identify.ts';
import type { Perform, Task } from './perform.ts';
import type { PlainCards } from './plain-cards.ts';
import type { Reply } from './reply.ts';

export type CommandAsked = {
  readonly sender: Sender;
  readonly text: string;
  readonly responseUrl: string;
  /** Acknowledges to Slack, which wants it within three seconds. */
  readonly begin: () => Promise<void>;
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

/** What a command that was understood asks to be done. */
export function taskOf(
  command: Exclude<Command, { kind: 'unclear' }>,
  operations: readonly Operation[],
  fallback: Operation,
): Task {
  const named = (id: string) => operations.find((operation) => operation.id === id) ?? fallback;
  switch (command.kind) {
    case 'report':
      if (command.output.file !== null) return { kind: 'file', request: command.request, format: command.output.file };
      return { kind: command.output.here ? 'share' : 'report', request: command.request };
    case 'check':
      return { kind: 'check', request: command.request };
    case 'status':
      return { kind: 'status', operation: named(command.operation) };
    case 'help':
      return { kind: 'help', operation: fallback };
  }
}

export function commandAnswerer(parts: CommandParts): AnswerCommand {
  const { settings, cards, clock } = parts;

  return async ({ sender, text, responseUrl, begin }) => {
    await begin();
    const { guess, identify } = parts.people;
    const early = guess(sender);
    const spoken = (locale: Locale, operation: Operation) =>
      readCommand(text, {
        now: clock.now(),
        operations: settings.operations,
        defaultOperation: operation.id,
        reports: REPORTS,
        locale,
      });
    const send = (card: Card, locale: Locale) => parts.reply({ sender, responseUrl, turns: false }, card, locale);

    const answered = new AbortController();
    const reassure = async () => {
      await clock.wait(PATIENCE_MS, answered.signal);
      if (answered.signal.aborted) return;
      const line = loadingLine(spoken(early.locale, early.operation), early.locale, early.operation, parts);
      if (line !== null) await send(cards.done(line), early.locale);
    };
    const answer = async (): Promise<readonly [Card, Locale]> => {
      const reader = await identify(sender);
      if (reader === null) return [cards.stranger(early.locale), early.locale];
      const command = spoken(reader.locale, reader.operation);
      if (command.kind === 'unclear') return [cards.unclear(command, reader), reader.locale];
      return [await parts.perform(taskOf(command, settings.operations, reader.operation), reader), reader.locale];
    };
    const reassured = reassure();
    const [card, locale] = await answer().catch(async (cause: unknown) => {
      parts.log.error('flow.failed', { flow: 'command', cause });
      return [await cards.defect(early), early.locale] as const;
    });
    answered.abort();
    await reassured;
    await send(card, locale);
  };
}

/** What stands there until the answer does; null for what is answered at once. */
function loadingLine(
  command: Command,
  locale: Locale,
  operation: Operation,
  { formatFor, clock, settings }: CommandParts,
): string | null {
  if (command.kind !== 'report' && command.kind !== 'check') return null;
  const { request } = command;
  const asked = settings.operations.find(({ id }) => id === request.operation) ?? operation;
  return words(locale).loading.asking({
    report: reportOf(request.report).words[locale].title,
    operation: asked.name,
    period: formatFor(locale, asked).period(request.period, clock.now()),
  });
}
