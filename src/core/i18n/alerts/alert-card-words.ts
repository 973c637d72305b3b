import type { Ending } from '../../alerts/state.ts';
import type { Text } from '../../card/card.ts';
import { alertCardEn } from './alert-card-words-en.ts';
import { alertCardEs } from './alert-card-words-es.ts';
import { alertCardPt } from './alert-card-words-pt.ts';
import type { Locale } from '../locale.ts';

/** A figure as a headline has it: `Abandono 18 %`, and where it rests on counts, `14 de 78`. */
type Said = { readonly what: string; readonly evidence: string | null };

/** What is said on the card of an alert. Times, values and ranges come written; names are of Slack people. */
export type AlertCardWords = {
  /** The stretch that was looked at. */
  readonly lastMinutes: (minutes: string) => string;
  readonly lastHours: (hours: string) => string;
  readonly todayUntil: (time: string) => string;
  readonly scoped: (what: string, scope: string) => string;
  readonly evidence: (count: string, of: string) => string;
  readonly above: (limit: string) => string;
  /** Where there should be none at all. */
  readonly aboveNone: string;
  readonly below: (limit: string) => string;
  /** `share`: by how much of the usual. */
  readonly aboveUsual: (share: string) => string;
  readonly belowUsual: (share: string) => string;
  readonly usual: (range: string) => string;
  readonly usualUntil: (range: string, time: string) => string;
  readonly open: (args: Said & { readonly when: string; readonly limits: readonly string[] }) => string;
  readonly auxCase: (name: string, reason: string) => string;
  readonly someAgent: string;
  readonly auxGroup: (args: { readonly state: string; readonly over: string; readonly users: string }) => string;
  readonly many: (count: string) => string;
  readonly manyOver: string;
  /** Where not all of them ended well. */
  readonly manyShut: string;
  readonly since: (time: string) => string;
  readonly highest: (value: string, time: string) => string;
  readonly lowest: (value: string, time: string) => string;
  readonly returned: (times: number) => string;
  readonly recovering: string;
  readonly stale: (time: string) => string;
  /** There is data, but too little of it. */
  readonly thin: (time: string) => string;
  readonly late: (time: string) => string;
  readonly movedDown: (time: string) => string;
  readonly taken: (name: string, time: string) => string;
  readonly assigned: (to: string, by: string, time: string) => Text;
  readonly snoozed: (until: string, name: string) => string;
  /** `day`: the hours of a rule that has none of its own, when the figure begins anew at midnight. */
  readonly ended: Readonly<Record<Ending | 'day', (time: string) => string>>;
  readonly endedWith: (figure: string) => string;
  readonly lasted: (duration: string) => string;
  readonly answeredBy: (name: string) => string;
  readonly nobody: string;
  readonly dataOf: (time: string) => string;
  readonly ruleOf: (rule: string, owner: string | null) => string;
  readonly buttons: {
    readonly take: string;
    readonly release: string;
    readonly snooze: string;
    readonly minutes: (minutes: string) => string;
    readonly hour: string;
    readonly endOfShift: (time: string) => string;
    readonly more: string;
    readonly assign: string;
    readonly justify: string;
    readonly adjust: string;
    readonly history: string;
  };
  readonly deeds: {
    readonly title: string;
    readonly began: (time: string) => string;
    readonly told: (time: string) => string;
    readonly take: (name: string, time: string) => string;
    readonly release: (name: string, time: string) => string;
    readonly snooze: (name: string, time: string, until: string) => string;
    readonly assign: (name: string, time: string, to: string) => string;
    readonly justify: (name: string, time: string, why: string | null) => string;
    readonly none: string;
  };
  /** To the one who pressed. */
  readonly answers: {
    readonly alreadyTaken: (name: string, time: string) => string;
    readonly alreadyOver: string;
    readonly gone: string;
    readonly noShift: string;
    readonly assignTitle: string;
    readonly assignLabel: string;
    readonly assignSubmit: string;
    readonly close: string;
    readonly justifyEffect: string;
    readonly assignedToYou: (by: string) => string;
    readonly see: string;
  };
};

const WORDS = { es: alertCardEs, en: alertCardEn, pt: alertCardPt } satisfies Record<Locale, AlertCardWords>;

/** `AlertCardWords` in a language. */
export function alertCardWords(locale: Locale): AlertCardWords {
  return WORDS[locale];
}
