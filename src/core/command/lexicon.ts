import type { Locale } from '../i18n/locale.ts';
import type { ReportId } from '../request.ts';
import { EN } from './lexicon/en.ts';
import { ES } from './lexicon/es.ts';
import { PT } from './lexicon/pt.ts';
import type { ManageVerb, Meaning, Subject } from './meaning.ts';

/** Phrases of one meaning, the one to say first. `#` stands for a number; `count` for one that a phrase says without writing it. */
export type Entry = {
  readonly means: Meaning;
  readonly say: readonly [string, ...string[]];
  readonly count?: number;
};

/** What people say that has no one meaning here, and the words that may be meant. */
export type Hint = { readonly say: readonly [string, ...string[]]; readonly offer: readonly [string, ...string[]] };

/** What a language adds to the grammar: a new word for an old thing is a string here and nothing else. */
export type Lexicon = {
  readonly entries: readonly Entry[];
  readonly hints: readonly Hint[];
  /** Small numbers in words, from one. */
  readonly numbers: readonly string[];
  /** What can be managed, and what can be done with it; a verb counts only beside a subject. */
  readonly subjects: Readonly<Record<Subject, readonly [string, ...string[]]>>;
  readonly verbs: Readonly<Record<ManageVerb, readonly [string, ...string[]]>>;
  /** Months from January, every spelling of each; only next to a day's number, but for the first, which may stand alone. */
  readonly months: readonly (readonly [string, ...string[]])[];
  /** Words between the two ends of a range. */
  readonly until: readonly string[];
  /** Words that change nothing. */
  readonly fillers: readonly string[];
};

export const LEXICON = { es: ES, en: EN, pt: PT } satisfies Record<Locale, Lexicon>;

/** How a language calls a report in a command. */
export function reportWord(report: ReportId, locale: Locale): string {
  return phraseFor(locale, (means) => means.is === 'report' && means.report === report) ?? report;
}

/** The phrase that a language says for the first meaning that fits. */
export function phraseFor(locale: Locale, fits: (means: Meaning) => boolean): string | null {
  return LEXICON[locale].entries.find(({ means }) => fits(means))?.say[0] ?? null;
}
