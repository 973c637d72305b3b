import type { Role } from '../../actor.ts';
import type { Text } from '../../card/card.ts';
import type { Format } from '../format.ts';
import type { Locale } from '../locale.ts';
import type { ProblemSentence } from './wording.ts';

export type StatusWords = {
  readonly allWell: string;
  readonly something: (args: { readonly count: number }) => string;
  readonly store: string;
  readonly slack: string;
  readonly jobs: string;
  readonly well: string;
  readonly notAnswering: (args: { readonly why: string }) => string;
  readonly quotaLabel: string;
  readonly quota: (args: {
    readonly used: number;
    readonly limit: number | null;
    readonly resets: string;
    readonly format: Format;
  }) => string;
  readonly lastReadLabel: string;
  readonly lastRead: (args: { readonly report: string; readonly time: string }) => string;
  readonly neverRead: string;
  readonly waitingLabel: string;
  readonly waiting: (args: { readonly count: number }) => string;
  readonly versionLabel: string;
  readonly upLabel: string;
};

export type CheckWords = {
  readonly title: (args: { readonly report: string }) => string;
  readonly how: (args: { readonly code: string }) => Text;
  readonly from: string;
  readonly to: string;
  readonly inclusive: string;
  readonly campaign: string;
  readonly allCampaigns: string;
  readonly rows: string;
  readonly notCounted: string;
  readonly differs: Text;
  readonly stillRunning: string;
  readonly oneMonth: string;
  readonly notDated: string;
};

export type HomeWords = {
  readonly title: (args: { readonly operation: string }) => string;
  readonly noToday: string;
  readonly quota: string;
  readonly whatCanIAsk: string;
  readonly language: string;
  readonly languages: Readonly<Record<Locale, string>>;
  readonly updated: (args: { readonly time: string }) => string;
  readonly firstTime: (args: { readonly command: string }) => Text;
};

export type AccessWords = {
  readonly needs: (args: { readonly role: Role }) => ProblemSentence;
  readonly noRole: ProblemSentence;
};
