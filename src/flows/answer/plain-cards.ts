import type { Because } from '../../core/access.ts';
import type { Button, Card, Line, Section, Text } from '../../core/card/card.ts';
import { plain } from '../../core/card/plain.ts';
import type { UnclearCommand } from '../../core/command/command.ts';
import { explain } from '../../core/command/explain.ts';
import { assertNever, type Problem, PROBLEM_CODES, type ProblemCode, problem } from '../../core/errors.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { problemSaid } from '../../core/i18n/problem-said.ts';
import { words } from '../../core/i18n/words.ts';
import { codes } from '../../core/i18n/words/codes.ts';
import type { Operation } from '../../core/operation.ts';
import { encodeRequest } from '../../core/request-code.ts';
import type { Settings } from '../../core/settings.ts';
import type { Clock, Store } from '../../ports.ts';
import { encodeFile, PRESS } from './card-buttons.ts';
import type { FormatFor } from '../read/format-for.ts';
import type { Reader } from './identify.ts';
import type { Task } from './perform.ts';
import type { Answer } from '../read/read-report.ts';

const card = (headline: string, sections: readonly Section[] = [], rest: Partial<Card> = {}): Card => ({
  headline,
  sections,
  trust: [],
  actions: [],
  ...rest,
});
const text = (said: Text): Section => ({ kind: 'text', text: said });
const button = (id: string, label: string, value: string): Button => ({ kind: 'button', id, label, value });

/** Slack says of a private channel without the bot that there is none; an invitation mends both. */
const INVITED_LATER: ReadonlySet<ProblemCode> = new Set(['slack.not-invited', 'slack.no-such-channel']);

/** What does not mend itself by waiting: the step is still worth saying while the lane rests. */
const NOT_BY_ITSELF: ReadonlySet<ProblemCode> = new Set(['wolkvox.unreachable', 'wolkvox.server-not-found']);

/** What went wrong before the lane came to rest. */
function restingAfter({ code, facts }: Problem): ProblemCode | null {
  if (code !== 'wolkvox.resting') return null;
  return PROBLEM_CODES.find((known) => known === facts['cause'] && known !== code) ?? null;
}

/** What somebody tried in vain; `last`: what was read before of the same. */
export type Tried = { readonly task: Extract<Task, { readonly request: unknown }>; readonly last: Answer | null };

/** A button that does the very same again. */
function retry(task: Tried['task'], label: string): Button {
  switch (task.kind) {
    case 'report':
      return button(`${PRESS.run}:retry`, label, encodeRequest(task.request));
    case 'file':
      return button(`${PRESS.file}:retry`, label, encodeFile(task.format, task.request));
    case 'check':
    case 'share':
    case 'reveal':
    case 'last':
      return button(`${PRESS[task.kind]}:retry`, label, encodeRequest(task.request));
    default:
      return assertNever(task);
  }
}

export type PlainParts = {
  readonly clock: Clock;
  readonly formatFor: FormatFor;
  readonly settings: Settings;
  readonly store: Pick<Store, 'ping'>;
};

/** The cards that need no figures: help, failures with their next step, refusals, and what was not understood. */
export function plainCards({ clock, formatFor, settings, store }: PlainParts) {
  const { command } = settings;
  const trial = (said: string, label: string): NonNullable<Line['action']> => ({
    kind: 'button',
    id: `${PRESS.say}:${said}`.slice(0, 250),
    label,
    value: said,
  });

  return {
    /** With what failed: a button that tries it again, where that can work, and one that shows what was read before. */
    problem(because: Problem, reader: Reader, operation: Operation, tried: Tried | null): Card {
      const w = words(reader.locale);
      const format = formatFor(reader.locale, operation);
      const now = clock.now();
      const said = { ...because, operation: operation.name, format, now };
      const { what, next } = w.problems[because.code](said);
      const cause = restingAfter(because);
      const before = cause && w.problems[cause](said);
      const mayWork = because.mayPass || INVITED_LATER.has(because.code);
      const last = tried?.last ?? null;
      return card(
        what,
        [
          text(next),
          ...(before === null ? [] : [text(before.what)]),
          ...(before !== null && cause !== null && NOT_BY_ITSELF.has(cause) ? [text(before.next)] : []),
          ...(last === null ? [] : [text(w.trust.lastOffered({ time: format.moment(last.fetchedAt, now) }))]),
        ],
        {
          actions: [
            ...(tried !== null && last !== null
              ? [button(PRESS.last, w.buttons.see, encodeRequest(tried.task.request))]
              : []),
            ...(tried !== null && mayWork ? [retry(tried.task, w.buttons.retry)] : []),
          ],
        },
      );
    },

    /** For what was not foreseen: the store being away, which is told apart, or a defect of ours, whose cause is in the log. */
    async defect({ locale, operation }: { readonly locale: Locale; readonly operation: Operation }): Promise<Card> {
      const code = await store.ping().then(
        () => 'unexpected' as const,
        () => 'store.unavailable' as const,
      );
      const format = formatFor(locale, operation);
      const now = clock.now();
      const { what, next } = problemSaid(problem(code), { locale, operation: operation.name, format, now });
      return card(what, [text(next)]);
    },

    /** For somebody without any role. */
    stranger(locale: Locale): Card {
      const { what, next } = words(locale).access.noRole;
      return card(what, [text(next)]);
    },

    denied(because: Because, { locale }: Reader): Card {
      const { what, next } = refusal(because, locale);
      return card(what, [text(next)]);
    },

    help(operation: Operation, { locale }: Reader): Card {
      const w = words(locale);
      const { help } = w;
      const ids = settings.operations.map(({ id }) => id);
      return card(
        help.title,
        [
          text(help.intro),
          {
            kind: 'lines',
            lines: [...help.asks, ...help.others].map(({ words: said, says }) => ({
              text: [{ code: `${command} ${said}` }, ` ${says}`],
              action: trial(said, w.buttons.open),
            })),
          },
          text([{ bold: help.periodsTitle }, ': ', ...codes(help.periods, ' · ')]),
          {
            kind: 'lines',
            title: help.optionsTitle,
            lines: help.options.map(({ words: said, says }) => ({ text: [{ code: said }, ` ${says}`] })),
          },
          ...(ids.length > 1 ? [text(help.operations({ ids, current: operation.id }))] : []),
        ],
        { trust: [help.trust] },
      );
    },

    unclear(unclear: UnclearCommand, { locale }: Reader): Card {
      const w = words(locale).unclear;
      const { sentences, examples } = explain(unclear, locale);
      const [first, ...others] = sentences;
      return card(plain(first), [
        ...others.map(text),
        text(w.tryThese({ commands: examples.map((said) => `${command} ${said}`) })),
        { kind: 'actions', actions: examples.map((said) => trial(said, said)) },
      ]);
    },

    /** What a channel sees of a card that somebody shared. */
    shared(shown: Card, person: string, locale: Locale): Card {
      return { ...shown, trust: [...shown.trust, words(locale).trust.sharedBy({ person })] };
    },

    done(said: string): Card {
      return card(said);
    },
  };
}
export type PlainCards = ReturnType<typeof plainCards>;

function refusal(because: Because, locale: Locale): { readonly what: string; readonly next: Text } {
  const { access } = words(locale);
  switch (because.kind) {
    case 'needs':
      return access.needs({ role: because.role });
    case 'noRole':
      return access.noRole;
  }
}
