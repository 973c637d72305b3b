import type { Period } from './period/period.ts';

export const REPORT_IDS = ['agents', 'aux', 'hold', 'preview', 'live'] as const;
export type ReportId = (typeof REPORT_IDS)[number];

/** The files that a report's whole table is written as. */
export const FILE_FORMATS = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export type RankBy = 'calls' | 'cost';
export type Versus = 'usual' | 'previous';

/** What is shown of the figures; changing it never asks wolkvox anything new. `top` null: the report's own default. */
export type View = { readonly top: number | null; readonly by: RankBy | null; readonly versus: Versus | null };

/** Everything a card needs to be made again: a button carries one, whole. `campaign`: an id or `all`, only for `preview`. */
export type Request = {
  readonly report: ReportId;
  readonly operation: string;
  readonly period: Period;
  readonly campaign: string | null;
  readonly view: View;
};

/** What a report lets be chosen besides the operation; anything else is refused with a sentence, never ignored. */
export type Choice = 'period' | 'top' | 'by' | 'versus';

export const PLAIN_VIEW: View = { top: null, by: null, versus: null };
