import { LOCALES } from '../i18n/locale.ts';
import type { ReportId } from '../request.ts';
import { LEXICON } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { fold, type Token, tokensOf } from './tokens.ts';

/** What a phrase leads to: a meaning of the grammar, operations of that id or name, or words to offer instead of it. */
export type Target =
  | { readonly means: Meaning; readonly count?: number }
  | { readonly operation: string }
  | { readonly offer: readonly string[] };
type Phrase = { readonly tokens: readonly string[]; readonly target: Target };
/** Phrases by their first token, the longest first; those of the lexicon before those of operations. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

const NUMBER = '#';
const NUMERIC = /^-?\d+(?:[.,]\d+)?$/;

/** A hint after all that means something, so that of two of one length the meaning is taken. */
const LEXICAL: readonly Phrase[] = [
  ...LOCALES.flatMap((locale) =>
    LEXICON[locale].entries.flatMap(({ say, ...target }) => say.map((text) => phrase(text, target))),
  ),
  ...LOCALES.flatMap((locale) =>
    LEXICON[locale].hints.flatMap(({ say, offer }) => say.map((text) => phrase(text, { offer }))),
  ),
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  LOCALES.flatMap((locale) => LEXICON[locale].numbers.map((text, index) => [fold(text), index + 1] as const)),
);

export const FILLERS: ReadonlySet<string> = new Set(LOCALES.flatMap((locale) => LEXICON[locale].fillers.map(fold)));
export const UNTIL: ReadonlySet<string> = new Set([
  '..',
  '-',
  ...LOCALES.flatMap((locale) => LEXICON[locale].until.map(fold)),
]);

/** Every spelling of a month to its number, from 1. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  LOCALES.flatMap((locale) =>
    LEXICON[locale].months.flatMap((spellings, index) => spellings.map((text) => [fold(text), index + 1] as const)),
  ),
);
/** The spellings that may stand without a day. */
export const LONG_MONTHS: ReadonlySet<string> = new Set(
  LOCALES.flatMap((locale) => LEXICON[locale].months.map(([long]) => fold(long))),
);

type Reports = readonly { readonly id: ReportId; readonly aliases: readonly string[] }[];
type Operations = readonly { readonly id: string; readonly name: string }[];
const gathered = new WeakMap<Reports, WeakMap<Operations, Phrases>>();

/** The phrases of the lexicon with the aliases of the reports and the ids and names of the operations; a bare number is a campaign. Gathered once for each pair of lists. */
export function phrasesFor(reports: Reports, operations: Operations): Phrases {
  const ofReports = gathered.get(reports) ?? new WeakMap<Operations, Phrases>();
  gathered.set(reports, ofReports);
  const phrases = ofReports.get(operations) ?? gather(reports, operations);
  ofReports.set(operations, phrases);
  return phrases;
}

function gather(reports: Reports, operations: Operations): Phrases {
  const all = [
    ...LEXICAL,
    ...reports.flatMap(({ id, aliases }) =>
      [id, ...aliases].map((text) => phrase(text, { means: { is: 'report', report: id } })),
    ),
    ...operations.flatMap(({ id, name }) =>
      [id, name].filter((text) => !/^\d+$/.test(text)).map((text) => phrase(text, { operation: id })),
    ),
  ].filter(({ tokens }) => tokens.length > 0);
  const byFirst = new Map<string, Phrase[]>();
  for (const one of all) {
    const first = one.tokens[0] ?? '';
    const group = byFirst.get(first);
    if (group === undefined) byFirst.set(first, [one]);
    else group.push(one);
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.tokens.length - a.tokens.length);
  return byFirst;
}

export type Match = {
  readonly targets: readonly [Target, ...Target[]];
  readonly length: number;
  readonly count: number | null;
};

/** The longest phrase that starts at a token, with all it may lead to; `count` is the number at its `#`, NaN where that is none. */
export function longest(phrases: Phrases, tokens: readonly Token[], at: number): Match | null {
  const first = tokens[at]?.folded;
  if (first === undefined) return null;
  const fitting = [...(phrases.get(first) ?? []), ...(isNumber(first) ? (phrases.get(NUMBER) ?? []) : [])].filter(
    (phrase) => phrase.tokens.every((wanted, index) => fits(wanted, tokens[at + index]?.folded)),
  );
  const length = Math.max(0, ...fitting.map((phrase) => phrase.tokens.length));
  const [best, ...others] = fitting.filter((phrase) => phrase.tokens.length === length);
  if (best === undefined) return null;
  const numberAt = best.tokens.indexOf(NUMBER);
  const said = 'means' in best.target ? (best.target.count ?? null) : null;
  return {
    targets: [best.target, ...others.map(({ target }) => target)],
    length,
    count: numberAt === -1 ? said : numberOf(tokens[at + numberAt]?.folded ?? ''),
  };
}

function isNumber(text: string): boolean {
  return NUMERIC.test(text) || NUMBERS.has(text);
}

function numberOf(text: string): number {
  return NUMBERS.get(text) ?? Number(text.replace(',', '.'));
}

function fits(wanted: string, given: string | undefined): boolean {
  if (given === undefined) return false;
  return wanted === NUMBER ? isNumber(given) : wanted === given;
}

function phrase(text: string, target: Target): Phrase {
  return { tokens: tokensOf(text).map(({ folded }) => folded), target };
}
