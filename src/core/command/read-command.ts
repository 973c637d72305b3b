import type { Locale } from '../i18n/locale.ts';
import type { Choice, ReportId, Request } from '../request.ts';
import { TOP_MAX } from '../request-code.ts';
import { choices } from './choices.ts';
import type { Command, Output, UnclearCommand, UnclearReason, UnknownWord } from './command.ts';
import type { Heard } from './heard.ts';
import { phraseFor, reportWord } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { nearestTo } from './nearest.ts';
import { phrasesFor } from './phrases.ts';
import { readManage } from './read-manage.ts';
import { readJustified } from './read-justified.ts';
import { readPeriod } from './read-period.ts';
import { scan } from './scan.ts';
import { type Token, tokensOf } from './tokens.ts';

export type CommandContext = {
  readonly now: number;
  readonly operations: readonly { readonly id: string; readonly name: string; readonly zone: string }[];
  /** The operation that is meant where none is named. */
  readonly defaultOperation: string;
  readonly reports: readonly {
    readonly id: ReportId;
    readonly aliases: readonly string[];
    readonly takes: readonly Choice[];
  }[];
  /** The language of what is offered for words that are not known. */
  readonly locale: Locale;
};

const MOST_WORDS = 40;
const LONGEST_QUOTE = 40;

type Said = Extract<Heard, { kind: 'said' }>;
type SaidOf<Is extends Meaning['is']> = Said & { readonly means: Extract<Meaning, { is: Is }> };

/**
 * Reads what follows the slash command: words of three languages in any order. Whatever comes gives one of the union; what
 * contradicts itself or is not known is said, never guessed.
 */
export function readCommand(text: string, context: CommandContext): Command {
  const tokens = tokensOf(text);
  const command = read(tokens, context);
  if (command.kind !== 'unclear') return command;
  const instead = corrected(tokens, command, context);
  return instead.length === 0 ? command : { ...command, instead };
}

/** The command with each word that is offered for the only unknown one; those that can be read, and are short enough to be pressed. */
function corrected(tokens: readonly Token[], { words }: UnclearCommand, context: CommandContext): readonly string[] {
  const [unknown, ...others] = words;
  if (unknown === undefined || others.length > 0) return [];
  const wrong = unknown.word.split(' ');
  const at = tokens.findIndex((_, index) => wrong.every((word, ahead) => tokens[index + ahead]?.word === word));
  if (at === -1) return [];
  const around = (from: number, to?: number): readonly string[] => tokens.slice(from, to).map(({ word }) => word);
  return unknown.nearest
    .map((word) => [...around(0, at), word, ...around(at + wrong.length)].join(' '))
    .filter((text) => text.length <= LONGEST_QUOTE && read(tokensOf(text), context).kind !== 'unclear');
}

function read(tokens: readonly Token[], context: CommandContext): Command {
  if (tokens.length === 0) return { kind: 'help', report: null };
  if (tokens.length > MOST_WORDS) return unclear(null, [], [{ because: 'tooManyWords', max: MOST_WORDS }]);
  const managed = readManage(tokens, context);
  if (managed !== null) return managed;
  const justified = readJustified(tokens, context.operations);
  if (justified !== null) return justified;
  const heard = scan(tokens, phrasesFor(context.reports, context.operations), context.operations);
  const reports = saying(heard, 'report');
  const topics = saying(heard, 'topic');
  const orders = saying(heard, 'by');
  const report = (reports[0] ?? topics[0])?.means.report ?? (orders.length > 0 ? onlyOneThat('by', context) : null);
  const verbs = saying(heard, 'verb');
  if (verbs.some(({ means }) => means.verb === 'help')) return { kind: 'help', report };

  const words = unknownWords(heard, context);
  const reasons: UnclearReason[] = [];
  const one = <Item extends { readonly word: string }>(
    what: Extract<UnclearReason, { because: 'two' }>['what'],
    items: readonly Item[],
    value: (item: Item) => unknown,
  ): Item | null => {
    const [first] = items;
    const second = items.find((item) => first !== undefined && value(item) !== value(first));
    if (first !== undefined && second !== undefined) {
      reasons.push({ because: 'two', what, first: quoted(first.word), second: quoted(second.word) });
    }
    return first ?? null;
  };

  const verb = one('report', verbs, ({ means }) => means.verb)?.means.verb ?? null;
  if (reports.length > 0) one('report', reports, ({ means }) => means.report);
  else one('report', topics, ({ means }) => means.report);
  const named = one('operation', heard.filter(isOperation), ({ ids }) => ids.join());
  if (named !== null && named.ids.length > 1) {
    reasons.push({ because: 'whichOperation', word: quoted(named.word), ids: named.ids });
  }
  const operation = named?.ids[0] ?? context.defaultOperation;

  if (verb === 'status') {
    const status = phraseFor(context.locale, (means) => means.is === 'verb' && means.verb === 'status') ?? verb;
    const stray = heard.find((item) => item.kind !== 'operation' && item.kind !== 'unknown' && !isVerb(item));
    if (stray !== undefined) reasons.push({ because: 'notFor', word: quoted(stray.word), command: status });
    return sound(words, reasons) ? { kind: 'status', operation } : unclear(report, words, reasons);
  }

  const zone = context.operations.find(({ id }) => id === operation)?.zone ?? 'UTC';
  const period = readPeriod(heard, context.now, zone);
  if ('reason' in period) reasons.push(withQuotes(period.reason));

  const tops = saying(heard, 'top');
  for (const { count, word } of tops) {
    if (count === null || !Number.isInteger(count) || count < 1 || count > TOP_MAX) {
      reasons.push({ because: 'badTop', word: quoted(word), max: TOP_MAX });
    }
  }
  const view: Request['view'] = {
    top: one('top', tops, ({ count }) => count)?.count ?? null,
    by: one('order', orders, ({ means }) => means.by)?.means.by ?? null,
    versus: one('versus', saying(heard, 'versus'), ({ means }) => means.versus)?.means.versus ?? null,
  };
  const output: Output = {
    file: one('file', saying(heard, 'file'), ({ means }) => means.file)?.means.file ?? null,
    here: saying(heard, 'here').length > 0,
  };
  const campaigns = heard.flatMap((item) => {
    if (item.kind === 'number') return [{ word: item.word, id: item.word }];
    return item.kind === 'said' && item.means.is === 'all' ? [{ word: item.word, id: 'all' }] : [];
  });
  const campaign = one('campaign', campaigns, ({ id }) => id);
  if (campaign !== null && report !== null && report !== 'preview') {
    reasons.push({ because: 'notFor', word: quoted(campaign.word), command: reportWord(report, context.locale) });
  }
  const takes = context.reports.find(({ id }) => id === report)?.takes;
  for (const { word, choice } of choices(heard)) {
    if (report !== null && takes !== undefined && !takes.includes(choice)) {
      reasons.push({ because: 'notFor', word: quoted(word), command: reportWord(report, context.locale) });
    }
  }
  if (report === null && words.length === 0) reasons.push({ because: 'noReport' });
  if (report === null || 'reason' in period || !sound(words, reasons)) return unclear(report, words, reasons);

  const request: Request = {
    report,
    operation,
    period: period.period,
    campaign: report === 'preview' ? (campaign?.id ?? 'all') : null,
    view,
  };
  return { kind: verb === 'check' ? 'check' : 'report', request, output };
}

/** `costos ayer`: what only one report can do names it; null where there are more. */
function onlyOneThat(choice: Choice, { reports }: CommandContext): ReportId | null {
  const [only, ...others] = reports.filter(({ takes }) => takes.includes(choice));
  return others.length === 0 ? (only?.id ?? null) : null;
}

function saying<Is extends Meaning['is']>(heard: readonly Heard[], is: Is): readonly SaidOf<Is>[] {
  return heard.filter((one): one is SaidOf<Is> => one.kind === 'said' && one.means.is === is);
}

function isOperation(heard: Heard): heard is Extract<Heard, { kind: 'operation' }> {
  return heard.kind === 'operation';
}

function isVerb(heard: Heard): boolean {
  return heard.kind === 'said' && heard.means.is === 'verb';
}

function sound(words: readonly UnknownWord[], reasons: readonly UnclearReason[]): boolean {
  return words.length === 0 && reasons.length === 0;
}

function unclear(report: ReportId | null, words: readonly UnknownWord[], reasons: readonly UnclearReason[]): Command {
  return { kind: 'unclear', report, words, reasons };
}

/** Words that stand together and are near a phrase only together (`semana pasda`) are quoted together. */
function unknownWords(heard: readonly Heard[], { locale, operations }: CommandContext): readonly UnknownWord[] {
  const names = operations.map(({ id }) => id);
  const items = heard.filter((item) => item.kind === 'unknown');
  const words: UnknownWord[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const { word, at, offer } = items[index] ?? { word: '', at: 0 };
    if (offer !== undefined) {
      words.push({ word: quoted(word), nearest: offer });
      continue;
    }
    const after = items[index + 1];
    const pair =
      after !== undefined && after.at === at + 1 && after.offer === undefined ? `${word} ${after.word}` : null;
    const together = pair === null ? [] : nearestTo(pair, locale, names);
    if (pair !== null && together.length > 0) {
      words.push({ word: quoted(pair), nearest: together });
      index += 1;
    } else {
      words.push({ word: quoted(word), nearest: nearestTo(word, locale, names) });
    }
  }
  return words;
}

function withQuotes(reason: UnclearReason): UnclearReason {
  return 'word' in reason ? { ...reason, word: quoted(reason.word) } : reason;
}

function quoted(word: string): string {
  return word.length <= LONGEST_QUOTE
    ? word
    : `${Array.from(word)
        .slice(0, LONGEST_QUOTE - 1)
        .join('')}…`;
}
