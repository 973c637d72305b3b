import type { Text } from '../../card/card.ts';
import type { ReportId } from '../../request.ts';

export type UnclearWords = {
  /** `nearest` are words that can be typed. */
  readonly unknownWord: (args: { readonly word: string; readonly nearest: readonly string[] }) => Text;
  /** Where nothing is near: a name may be meant, and how what bears one is asked for; null where nothing is. */
  readonly names: Readonly<Record<ReportId, string | null>>;
  readonly moreUnknown: (args: { readonly count: number }) => string;
  readonly tryThese: (args: { readonly commands: readonly string[] }) => Text;
  readonly noReport: (args: { readonly reports: readonly string[] }) => Text;
  readonly two: (args: {
    readonly what: 'report' | 'operation' | 'period' | 'hours' | 'top' | 'order' | 'versus' | 'file' | 'campaign';
    readonly first: string;
    readonly second: string;
  }) => Text;
  readonly noSuchDate: (args: { readonly word: string }) => Text;
  readonly noSuchTime: (args: { readonly word: string }) => Text;
  readonly backwards: (args: { readonly first: string; readonly second: string }) => Text;
  readonly future: (args: { readonly word: string }) => Text;
  readonly tooLong: (args: { readonly days: number }) => Text;
  readonly hoursNeedOneDay: (args: { readonly word: string }) => Text;
  readonly badTop: (args: { readonly word: string; readonly max: number }) => Text;
  readonly badAmount: (args: { readonly word: string }) => Text;
  readonly notFor: (args: { readonly word: string; readonly command: string }) => Text;
  readonly whichOperation: (args: { readonly word: string; readonly ids: readonly string[] }) => Text;
  readonly tooManyWords: (args: { readonly max: number }) => Text;
  /** Words that follow `/wolkvox`, each a command that runs. */
  readonly examples: readonly string[];
  readonly examplesFor: Readonly<Record<ReportId, readonly string[]>>;
};

export type HelpWords = {
  readonly title: string;
  readonly intro: string;
  /** `words` follow the slash command, run as they are, and fit a button. */
  readonly asks: readonly { readonly report: ReportId; readonly words: string; readonly says: string }[];
  readonly others: readonly { readonly words: string; readonly says: string }[];
  readonly periodsTitle: string;
  readonly periods: readonly string[];
  readonly optionsTitle: string;
  readonly options: readonly { readonly words: string; readonly says: string }[];
  readonly operations: (args: { readonly ids: readonly string[]; readonly current: string }) => Text;
  readonly trust: string;
};
