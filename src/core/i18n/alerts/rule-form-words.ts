import type { Condition, Severity } from '../../alerts/rule.ts';
import type { ScopeKind } from '../../alerts/rule-metrics.ts';
import type { Unit } from '../../alerts/seen.ts';
import type { Locale } from '../locale.ts';
import { ruleFormEn } from './rule-form-words-en.ts';
import { ruleFormEs } from './rule-form-words-es.ts';
import { ruleFormPt } from './rule-form-words-pt.ts';

type Placed = Exclude<ScopeKind, 'all'>;

/** What the form of an alert rule says. Arguments are formatted already; the bare numbers choose singular or plural. */
export type RuleFormWords = {
  readonly add: string;
  readonly edit: string;
  readonly save: string;
  readonly close: string;
  readonly opening: string;
  readonly choose: string;
  readonly name: string;
  readonly operation: string;
  readonly metric: string;
  readonly quota: string;
  readonly quotaUsed: string;
  readonly scope: string;
  readonly all: string;
  readonly one: Readonly<Record<Placed, string>>;
  readonly each: Readonly<Record<Placed, string>>;
  readonly which: Readonly<Record<Placed, string>>;
  readonly idHint: string;
  readonly condition: string;
  readonly conditions: Readonly<Record<Condition['kind'], string>>;
  readonly limit: Readonly<Record<Condition['kind'], string>>;
  readonly limitHint: Readonly<Record<Unit, string>>;
  readonly usualHint: string;
  readonly recover: string;
  readonly recoverHint: (value: string) => string;
  readonly window: string;
  readonly runningDay: string;
  readonly last: (minutes: number) => string;
  readonly lasting: string;
  readonly atOnce: string;
  readonly span: (minutes: number) => string;
  readonly keep: string;
  readonly atOnceGood: string;
  readonly floor: string;
  readonly floorHint: string;
  readonly repeat: string;
  readonly never: string;
  readonly every: (minutes: number) => string;
  readonly severity: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly active: string;
  readonly always: string;
  readonly ofOperation: (hours: string) => string;
  readonly beforeClosing: (minutes: number) => string;
  readonly contactHours: string;
  readonly ownHours: string;
  readonly hours: string;
  readonly hoursHint: string;
  readonly channel: string;
  readonly channelHint: string;
  readonly owner: string;
  readonly more: string;
  readonly less: string;
  readonly use: (value: string) => string;
  readonly inFile: string;
  readonly backtest: {
    readonly would: (args: { readonly limit: string; readonly times: number; readonly days: number }) => string;
    readonly wouldAux: (args: { readonly times: number; readonly days: number }) => string;
    readonly others: (tried: readonly { readonly limit: string; readonly times: number }[]) => string;
    readonly suggested: (limit: string) => string;
    readonly isSuggested: (limit: string) => string;
    readonly fromHours: string;
    readonly fromDays: string;
    readonly few: (args: { readonly judged: string; readonly checks: string }) => string;
    readonly short: (args: { readonly days: number; readonly from: string }) => string;
    readonly notKept: string;
    readonly fixFirst: string;
  };
  readonly mistakes: {
    readonly limit: Readonly<Record<Unit, string>>;
    readonly share: string;
    readonly recoverAbove: (limit: string) => string;
    readonly recoverBelow: (limit: string) => string;
    readonly scope: string;
    readonly hours: string;
    readonly noHours: string;
    readonly floor: string;
    readonly noUsual: string;
    readonly channel: string;
  };
};

const WORDS = { es: ruleFormEs, en: ruleFormEn, pt: ruleFormPt } satisfies Record<Locale, RuleFormWords>;

/** `RuleFormWords` in a language. */
export function ruleFormWords(locale: Locale): RuleFormWords {
  return WORDS[locale];
}
