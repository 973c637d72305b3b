import type { FileFormat, RankBy, ReportId, Versus } from '../request.ts';

export type Verb = 'check' | 'status' | 'help';

/** What can be made, changed and ended by command. */
export const SUBJECTS = ['digests', 'alerts'] as const;
export type Subject = (typeof SUBJECTS)[number];
export const MANAGE_VERBS = ['list', 'add', 'edit', 'pause', 'resume', 'remove', 'test', 'history'] as const;
export type ManageVerb = (typeof MANAGE_VERBS)[number];

/** What a phrase of the lexicon stands for. `last` and `top` take a number where their phrase has a `#`. */
export type Meaning =
  | { readonly is: 'report'; readonly report: ReportId }
  /** What is in a report: stands for it where none is named. */
  | { readonly is: 'topic'; readonly report: ReportId }
  | { readonly is: 'verb'; readonly verb: Verb }
  | { readonly is: 'day'; readonly before: -1 | 0 | 1 | 2 }
  /** So many days before today. */
  | { readonly is: 'ago' }
  /** Saturday and Sunday: those that are or were last; with `past` never those of today. */
  | { readonly is: 'weekend'; readonly past: boolean }
  | { readonly is: 'weekday'; readonly weekday: number; readonly past: boolean }
  | { readonly is: 'week' | 'month'; readonly before: 0 | 1 }
  | { readonly is: 'weekOf' }
  /** Makes of one day, week or month all that was since its beginning. */
  | { readonly is: 'since' }
  | { readonly is: 'last'; readonly unit: 'days' | 'hours' | 'minutes' }
  | { readonly is: 'top' }
  | { readonly is: 'by'; readonly by: RankBy }
  | { readonly is: 'versus'; readonly versus: Versus }
  | { readonly is: 'file'; readonly file: FileFormat }
  | { readonly is: 'here' }
  | { readonly is: 'all' };
