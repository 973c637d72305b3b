import type { Text } from '../../card/card.ts';
import type { ProblemCode } from '../../errors.ts';
import type { SkipReason } from '../../skip-reason.ts';
import type { Format } from '../format.ts';
import type { HelpWords, UnclearWords } from './command-words.ts';
import type { ButtonWords } from './label-words.ts';
import type { AccessWords, CheckWords, HomeWords, StatusWords } from './screen-words.ts';

/** `operation` is its name. `facts` are the problem's own; a sentence does without those that are missing. */
export type ProblemArgs = {
  readonly facts: Readonly<Record<string, string | number>>;
  readonly retryAt: number | null;
  readonly operation: string;
  readonly format: Format;
  readonly now: number;
};
/** What happened in one sentence, and the next step for the person who reads it. */
export type ProblemSentence = { readonly what: string; readonly next: Text };
export type ProblemWords = Readonly<Record<ProblemCode, (args: ProblemArgs) => ProblemSentence>>;

export type LoadingWords = {
  readonly asking: (args: { readonly report: string; readonly operation: string; readonly period: string }) => string;
};

/** Parts of the small last line of a card, in the order in which they are usually said. */
export type TrustWords = {
  readonly rows: (args: {
    readonly used: number;
    readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
    readonly format: Format;
  }) => string;
  readonly skipped: (args: {
    readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
    readonly format: Format;
  }) => string | null;
  readonly noRows: string;
  readonly requests: (args: { readonly count: number }) => string;
  readonly until: (args: { readonly time: string }) => string;
  readonly complete: string;
  readonly fresh: string;
  readonly cached: (args: { readonly minutes: number }) => string;
  readonly last: (args: { readonly time: string }) => string;
  /** Beside a failure: what was read before, and when. */
  readonly lastOffered: (args: { readonly time: string }) => string;
  readonly noNames: string;
  readonly zoneMismatch: (args: { readonly expected: string; readonly seen: string }) => string;
  readonly comparedWith: (args: { readonly period: string }) => string;
  readonly sharedBy: (args: { readonly person: string }) => string;
};

export type CompareWords = {
  /** For `vs usual` before there is history; `command` is the one that compares with the period before. */
  readonly noHistory: (args: { readonly command: string; readonly days: number | null }) => Text;
  readonly noData: (args: { readonly period: string }) => string;
  readonly noPrevious: (args: { readonly why: string }) => string;
};

export type SharingWords = {
  readonly shared: string;
  readonly fileTitle: (args: {
    readonly report: string;
    readonly operation: string;
    readonly period: string;
  }) => string;
  readonly fileComment: (args: { readonly window: string; readonly rows: string }) => string;
  readonly fileSent: (args: { readonly name: string }) => string;
};

/** Every sentence of the house in one language; what belongs to a single report is in that report's own folder. */
export type Words = {
  readonly problems: ProblemWords;
  readonly loading: LoadingWords;
  readonly trust: TrustWords;
  readonly buttons: ButtonWords;
  readonly compare: CompareWords;
  readonly sharing: SharingWords;
  readonly unclear: UnclearWords;
  readonly help: HelpWords;
  readonly status: StatusWords;
  readonly check: CheckWords;
  readonly home: HomeWords;
  readonly access: AccessWords;
};
