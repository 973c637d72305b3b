import { z } from 'zod';
import type { Card } from '../core/card/card.ts';
import { readCommand } from '../core/command/read-command.ts';
import { problem } from '../core/errors.ts';
import { LOCALES, type Locale } from '../core/i18n/locale.ts';
import { decodeCase } from '../core/history/justified-case.ts';
import { decodeRequest } from '../core/request-code.ts';
import { REPORTS } from '../reports/catalog.ts';
import type { Store } from '../ports.ts';
import { type CommandParts, taskOf } from './answer-command.ts';
import { PRESS } from './card-buttons.ts';
import type { Reader, Sender } from './identify.ts';
import type { AskWhy } from './justify-form.ts';
import type { Task } from './perform.ts';
import type { ShowHome } from './show-home.ts';

export type Press = {
  readonly sender: Sender;
  readonly id: string;
  readonly value: string;
  /** Null in App Home: the answer then comes by direct message. */
  readonly responseUrl: string | null;
  /** What a form is opened with, within three seconds of the press. */
  readonly triggerId: string | null;
  /** Whether the pressed message is seen by this person alone, so that the answer may take its place. */
  readonly onEphemeral: boolean;
  /** The same for two presses that Slack delivered of one click. */
  readonly pressKey: string;
};
export type AnswerPress = (press: Press) => Promise<void>;

export type PressParts = CommandParts & {
  readonly store: Store;
  readonly showHome: ShowHome;
  readonly askWhy: AskWhy;
  readonly newId: () => string;
};

const fileValue = z.templateLiteral([z.enum(['csv', 'xlsx']), ' ', z.string()]);
const CLICK_MS = 10 * 60_000;
/** What the answer takes the place of the pressed message for, where one person alone sees it. */
const TURNS: ReadonlySet<string> = new Set([PRESS.run, PRESS.last, PRESS.check, PRESS.say, PRESS.unjustify]);

export function pressAnswerer(parts: PressParts): AnswerPress {
  const { settings, clock, store, cards, people } = parts;

  const taskFor = (kind: string, value: string, reader: Reader): Task | Card | null => {
    switch (kind) {
      case PRESS.run:
      case PRESS.last:
      case PRESS.check:
      case PRESS.share:
      case PRESS.reveal: {
        const request = decodeRequest(value);
        return request && { kind: kind === PRESS.run ? 'report' : kind, request };
      }
      case PRESS.file: {
        const parsed = fileValue.safeParse(value);
        if (!parsed.success) return null;
        const [format, ...code] = value.split(' ');
        const request = decodeRequest(code.join(' '));
        return request && { kind: 'file', request, format: format === 'xlsx' ? 'xlsx' : 'csv' };
      }
      case PRESS.say: {
        const command = readCommand(value, {
          now: clock.now(),
          operations: settings.operations,
          defaultOperation: reader.operation.id,
          reports: REPORTS,
          locale: reader.locale,
        });
        return command.kind === 'unclear'
          ? cards.unclear(command, reader)
          : taskOf(command, settings.operations, reader.operation);
      }
      case PRESS.unjustify: {
        const code = decodeCase(value);
        return code && { kind: 'unjustify', code };
      }
      default:
        return null;
    }
  };

  const answer = async (press: Press, reader: Reader): Promise<void> => {
    const kind = press.id.split(':')[0] ?? '';
    const found = taskFor(kind, press.value, reader);
    const card =
      found === null
        ? cards.problem(problem('slack.expired'), reader, reader.operation, null)
        : 'kind' in found
          ? await parts.perform(found, reader)
          : found;
    await parts.reply({ ...press, turns: press.onEphemeral && TURNS.has(kind) }, card, reader.locale);
  };

  return async (press) => {
    const now = clock.now();
    try {
      if (!(await store.claims.take(`press/${press.pressKey}`, parts.newId(), now, now + CLICK_MS))) return;
      const reader = await people.identify(press.sender);
      if (reader === null) {
        const { locale } = people.guess(press.sender);
        await parts.reply({ ...press, turns: false }, cards.stranger(locale), locale);
        return;
      }
      if (press.id.split(':')[0] === PRESS.locale) {
        await people.chooseLocale(press.sender.user, chosenLocale(press.value));
        await parts.showHome(press.sender);
        return;
      }
      if (press.id.split(':')[0] === PRESS.justify) {
        const card = await parts.askWhy(press, reader);
        if (card !== null) await parts.reply({ ...press, turns: false }, card, reader.locale);
        return;
      }
      await answer(press, reader);
    } catch (cause) {
      parts.log.error('flow.failed', { flow: 'press', cause });
      const early = people.guess(press.sender);
      await parts.reply({ ...press, turns: false }, await cards.defect(early), early.locale);
    }
  };
}

function chosenLocale(value: string): Locale | null {
  return LOCALES.find((locale) => locale === value) ?? null;
}
