import type { Locale } from '../i18n/locale.ts';
import type { Choice, ReportId } from '../request.ts';
import { phraseFor, reportWord } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import type { CommandContext } from './read-command.ts';
import { phrasesFor } from './phrases.ts';
import { scan } from './scan.ts';
import { tokensOf } from './tokens.ts';

/** Periods that mean other days each time, and can be chosen without writing anything. */
export const PERIOD_CHOICES = [
  'today',
  'yesterday',
  'thisWeek',
  'lastWeek',
  'last7',
  'thisMonth',
  'lastMonth',
] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number];
export const OPTION_CHOICES = ['top3', 'top5', 'top10', 'cost', 'usual', 'previous'] as const;
export type OptionChoice = (typeof OPTION_CHOICES)[number];

/** A report with what was chosen for it; `period` null: the report takes none. */
export type PartChoice = {
  readonly report: ReportId;
  readonly period: PeriodChoice | null;
  readonly options: readonly OptionChoice[];
};

type Reports = CommandContext['reports'];
type Meant = { readonly means: Meaning; readonly count: number | null };

const PERIODS = {
  today: { means: { is: 'day', before: 0 }, count: null },
  yesterday: { means: { is: 'day', before: 1 }, count: null },
  thisWeek: { means: { is: 'week', before: 0 }, count: null },
  lastWeek: { means: { is: 'week', before: 1 }, count: null },
  last7: { means: { is: 'last', unit: 'days' }, count: 7 },
  thisMonth: { means: { is: 'month', before: 0 }, count: null },
  lastMonth: { means: { is: 'month', before: 1 }, count: null },
} as const satisfies Record<PeriodChoice, Meant>;

const OPTIONS = {
  top3: { means: { is: 'top' }, count: 3 },
  top5: { means: { is: 'top' }, count: 5 },
  top10: { means: { is: 'top' }, count: 10 },
  cost: { means: { is: 'by', by: 'cost' }, count: null },
  usual: { means: { is: 'versus', versus: 'usual' }, count: null },
  previous: { means: { is: 'versus', versus: 'previous' }, count: null },
} as const satisfies Record<OptionChoice, Meant>;

const TAKEN_AS: Readonly<Record<OptionChoice, Choice>> = {
  top3: 'top',
  top5: 'top',
  top10: 'top',
  cost: 'by',
  usual: 'versus',
  previous: 'versus',
};

/** The word that a person of a language says for a period or an option. */
export function choiceWord(choice: PeriodChoice | OptionChoice, locale: Locale): string {
  const { means, count } = choice in PERIODS ? PERIODS[asPeriod(choice)] : OPTIONS[asOption(choice)];
  const said = phraseFor(locale, (other) => sameMeaning(other, means)) ?? choice;
  return said.replace('#', String(count ?? ''));
}

/** What a report makes of a choice: a period or an option that it does not take is left out. */
export function fittingChoice(
  report: Reports[number],
  period: PeriodChoice,
  options: readonly OptionChoice[],
): PartChoice {
  return {
    report: report.id,
    period: report.takes.includes('period') ? period : null,
    options: OPTION_CHOICES.filter((one) => options.includes(one) && report.takes.includes(TAKEN_AS[one])),
  };
}

/** The words of the slash command for a choice. */
export function sayPart({ report, period, options }: PartChoice, locale: Locale): string {
  const all = report === 'preview' ? [phraseFor(locale, ({ is }) => is === 'all') ?? 'all'] : [];
  const chosen = [...(period === null ? [] : [period]), ...options].map((choice) => choiceWord(choice, locale));
  return [reportWord(report, locale), ...all, ...chosen].join(' ');
}

/** The choice that words amount to; null for words that say more than can be chosen. */
export function partChoice(
  words: string,
  { reports, operations }: Pick<CommandContext, 'reports' | 'operations'>,
): PartChoice | null {
  const heard = scan(tokensOf(words), phrasesFor(reports, operations), operations);
  let report: ReportId | null = null;
  let period: PeriodChoice | null = null;
  const options: OptionChoice[] = [];
  for (const one of heard) {
    if (one.kind !== 'said') return null;
    const { means, count } = one;
    const asPeriod = PERIOD_CHOICES.find((choice) => isSame(PERIODS[choice], means, count));
    const asOption = OPTION_CHOICES.find((choice) => isSame(OPTIONS[choice], means, count));
    if (means.is === 'report' && report === null) report = means.report;
    else if (asPeriod !== undefined && period === null) period = asPeriod;
    else if (asOption !== undefined && !options.includes(asOption)) options.push(asOption);
    else if (means.is !== 'all' || report !== 'preview') return null;
  }
  const known = reports.find(({ id }) => id === report);
  if (known === undefined) return null;
  const fitting = fittingChoice(known, period ?? 'today', options);
  return fitting.options.length === options.length && (fitting.period !== null || period === null) ? fitting : null;
}

function isSame(meant: Meant, means: Meaning, count: number | null): boolean {
  return sameMeaning(meant.means, means) && meant.count === count;
}

function sameMeaning(one: Meaning, other: Meaning): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A choice that `in PERIODS` said yes to. */
function asPeriod(choice: PeriodChoice | OptionChoice): PeriodChoice {
  return PERIOD_CHOICES.find((one) => one === choice) ?? 'today';
}

function asOption(choice: PeriodChoice | OptionChoice): OptionChoice {
  return OPTION_CHOICES.find((one) => one === choice) ?? 'top5';
}
