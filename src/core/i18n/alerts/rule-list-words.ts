import type { Condition } from '../../alerts/rule.ts';
import type { AlertStatus } from '../../alerts/state.ts';
import type { Locale } from '../locale.ts';
import { ruleListEn } from './rule-list-words-en.ts';
import { ruleListEs } from './rule-list-words-es.ts';
import { ruleListPt } from './rule-list-words-pt.ts';

/** What is said of alert rules as things to manage: the list, one of them, and what came of a deed. Arguments are formatted already. */
export type RuleListWords = {
  readonly none: string;
  readonly noneHint: string;
  readonly some: (args: { readonly count: number; readonly firing: number }) => string;
  readonly suggested: string;
  readonly suggestedHint: string;
  /** When it tells, after the name of the metric: `por encima de 10 %`. */
  readonly when: Readonly<Record<Condition['kind'], (limit: string) => string>>;
  readonly eachOf: Readonly<Record<'agent' | 'skill' | 'campaign' | 'state', string>>;
  readonly of: (name: string) => string;
  readonly over: (minutes: number) => string;
  readonly overDay: string;
  readonly lasting: (minutes: number) => string;
  readonly inHours: string;
  readonly beforeClosing: (span: string) => string;
  readonly contactHours: string;
  readonly states: Readonly<Record<AlertStatus, string>>;
  readonly since: (said: string, time: string) => string;
  readonly takenBy: (name: string) => string;
  readonly cases: (count: number) => string;
  readonly lastFired: (time: string) => string;
  readonly neverFired: string;
  readonly paused: string;
  /** Nobody looks at it, whatever it said last. */
  readonly noOperation: (id: string) => string;
  readonly inFile: string;
  readonly inFileHint: string;
  readonly ownedBy: (name: string) => string;
  readonly unknown: (args: { readonly name: string }) => string;
  readonly several: (args: { readonly name: string }) => string;
  readonly didYouMean: string;
  readonly did: {
    readonly saved: (name: string) => string;
    readonly paused: (name: string) => string;
    readonly resumed: (name: string) => string;
    readonly removed: (name: string) => string;
    readonly sure: (name: string) => string;
    readonly readOnly: (name: string) => string;
    readonly notYours: (name: string) => string;
    readonly changed: string;
  };
  readonly test: {
    readonly would: (name: string) => string;
    readonly wouldNot: (name: string) => string;
    readonly now: (figure: string, limits: string) => string;
    readonly nobody: string;
    readonly tooFew: (args: { readonly figure: string; readonly floor: string }) => string;
    readonly noUsual: string;
    readonly noData: string;
    readonly outside: string;
    readonly after: (span: string) => string;
  };
  readonly history: {
    readonly title: (name: string) => string;
    readonly none: string;
    readonly kept: string;
    readonly line: (args: { readonly duration: string | null; readonly peak: string | null }) => string;
    readonly answered: (name: string) => string;
    readonly nobody: string;
    readonly open: string;
  };
  readonly buttons: Readonly<
    Record<
      'add' | 'edit' | 'pause' | 'resume' | 'remove' | 'test' | 'history' | 'open' | 'all' | 'alertMe' | 'keep' | 'see',
      string
    >
  >;
  readonly sureTitle: string;
  readonly home: string;
  readonly homeNone: string;
};

const WORDS = { es: ruleListEs, en: ruleListEn, pt: ruleListPt } satisfies Record<Locale, RuleListWords>;

/** `RuleListWords` in a language. */
export function ruleListWords(locale: Locale): RuleListWords {
  return WORDS[locale];
}
