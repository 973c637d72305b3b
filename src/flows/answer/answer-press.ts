import type { Card } from '../../core/card/card.ts';
import { problem } from '../../core/errors.ts';
import { LOCALES, type Locale } from '../../core/i18n/locale.ts';
import { decodeCase } from '../../core/history/justified-case.ts';
import { decodeRequest } from '../../core/request-code.ts';
import type { Store } from '../../ports.ts';
import type { CommandParts } from './answer-command.ts';
import { decodeFile, PRESS } from './card-buttons.ts';
import { RETRY_DIGEST } from '../digests/slots/owner-notice.ts';
import type { RetryDigest } from '../digests/slots/retry-answer.ts';
import type { Reader, Sender } from './identify.ts';
import type { AskWhy } from './justify-form.ts';
import { obeyer } from './obey.ts';
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
  /** Which control it was: the same for every press of it by this person. */
  readonly control: string;
  /** When it was pressed: the same for two presses that Slack delivered of one click. */
  readonly pressedAt: string;
  /** The form that it was pressed in, with what it holds by block; null in a message and in App Home. */
  readonly form: {
    readonly viewId: string;
    readonly metadata: string;
    readonly values: Readonly<Record<string, readonly string[]>>;
  } | null;
};
export type AnswerPress = (press: Press) => Promise<void>;

export type PressParts = CommandParts & {
  readonly store: Store;
  readonly showHome: ShowHome;
  readonly askWhy: AskWhy;
  readonly retryDigest: RetryDigest;
  readonly newId: () => string;
  /** Presses that are answered in their own way (a form that opens or changes), by kind. */
  readonly elsewhere?: Readonly<Record<string, AnswerPress>>;
};

const CLICK_MS = 10 * 60_000;
/** What others see or what fills somebody's messages is done once for two clicks so close together. */
const DOUBLE_CLICK_MS = 3_000;
const SEEN_BY_OTHERS: ReadonlySet<string> = new Set([PRESS.share, PRESS.file]);
/** The same of one button among others of its kind. */
const FILLS_MESSAGES: ReadonlySet<string> = new Set(['digest:test', 'digest-change:test']);
/** What the answer takes the place of the pressed message for, where one person alone sees it. */
const TURNS: ReadonlySet<string> = new Set([
  PRESS.run,
  PRESS.last,
  PRESS.check,
  PRESS.say,
  PRESS.unjustify,
  PRESS.unlist,
]);

export function pressAnswerer(parts: PressParts): AnswerPress {
  const { clock, store, cards, people } = parts;
  const obey = obeyer(parts);

  const cardFor = async (kind: string, value: string, reader: Reader): Promise<Card> => {
    if (kind === PRESS.say) return obey(value, reader);
    if (kind === RETRY_DIGEST) return parts.retryDigest(value, reader);
    const task = taskOf(kind, value);
    return task === null
      ? cards.problem(problem('slack.expired'), reader, reader.operation, null)
      : parts.perform(task, reader);
  };

  const isFirst = async ({ id, value, control, pressedAt }: Press, now: number): Promise<boolean> => {
    const take = (key: string, ms: number) => store.claims.take(key, parts.newId(), now, now + ms);
    if (!(await take(`press/${control}/${pressedAt}`, CLICK_MS))) return false;
    return (
      !(SEEN_BY_OTHERS.has(kindOf(id)) || FILLS_MESSAGES.has(id)) || take(`click/${control}/${value}`, DOUBLE_CLICK_MS)
    );
  };

  return async (press) => {
    const now = clock.now();
    try {
      if (!(await isFirst(press, now))) return;
      const elsewhere = parts.elsewhere?.[kindOf(press.id)];
      if (elsewhere !== undefined) {
        await elsewhere(press);
        return;
      }
      const reader = await people.identify(press.sender);
      if (reader === null) {
        const { locale } = people.guess(press.sender);
        await parts.reply({ ...press, turns: false }, cards.stranger(locale), locale);
        return;
      }
      const kind = kindOf(press.id);
      if (kind === PRESS.locale) {
        await people.chooseLocale(press.sender.user, chosenLocale(press.value));
        await parts.showHome(press.sender);
        return;
      }
      if (kind === PRESS.justify) {
        const asked = await parts.askWhy(press, reader);
        if (asked !== null) await parts.reply({ ...press, turns: false }, asked, reader.locale);
        return;
      }
      const card = await cardFor(kind, press.value, reader);
      await parts.reply({ ...press, turns: press.onEphemeral && TURNS.has(kind) }, card, reader.locale);
    } catch (cause) {
      parts.log.error('flow.failed', { flow: 'press', cause });
      const early = people.guess(press.sender);
      await parts.reply({ ...press, turns: false }, await cards.defect(early), early.locale);
    }
  };
}

function kindOf(id: string): string {
  return id.split(':')[0] ?? '';
}

/** What a button asks to be done; null for one of another version, and for a value that nobody here wrote. */
function taskOf(kind: string, value: string): Task | null {
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
      const file = decodeFile(value);
      return file && { kind: 'file', ...file };
    }
    case PRESS.unjustify:
    case PRESS.unlist: {
      const code = decodeCase(value);
      return code && { kind, code };
    }
    default:
      return null;
  }
}

function chosenLocale(value: string): Locale | null {
  return LOCALES.find((locale) => locale === value) ?? null;
}
