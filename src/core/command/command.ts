import type { FileFormat, ReportId, Request } from '../request.ts';
import type { ManageVerb, Subject } from './meaning.ts';

/** What follows from a command besides the figures: a file by direct message, a post in the channel. */
export type Output = { readonly file: FileFormat | null; readonly here: boolean };

/** A word that means nothing here, as it was typed (shortened), and the words nearest to it that can be typed. */
export type UnknownWord = { readonly word: string; readonly nearest: readonly string[] };

export type TwoOf = 'report' | 'operation' | 'period' | 'hours' | 'top' | 'order' | 'versus' | 'file' | 'campaign';

/** Why known words make no command together. Each has a sentence of the same name in `words(locale).unclear`. */
export type UnclearReason =
  | { readonly because: 'noReport' }
  | { readonly because: 'two'; readonly what: TwoOf; readonly first: string; readonly second: string }
  | { readonly because: 'noSuchDate'; readonly word: string }
  | { readonly because: 'noSuchTime'; readonly word: string }
  | { readonly because: 'backwards'; readonly first: string; readonly second: string }
  | { readonly because: 'future'; readonly word: string }
  | { readonly because: 'tooLong'; readonly days: number }
  | { readonly because: 'hoursNeedOneDay'; readonly word: string }
  | { readonly because: 'badTop'; readonly word: string; readonly max: number }
  | { readonly because: 'badAmount'; readonly word: string }
  | { readonly because: 'notFor'; readonly word: string; readonly command: string }
  | { readonly because: 'whichOperation'; readonly word: string; readonly ids: readonly string[] }
  | { readonly because: 'tooManyWords'; readonly max: number };

/** At least one of `words` and `reasons` is not empty. `report`, `subject`: what was recognised before it went wrong, for fitting examples. */
export type UnclearCommand = {
  readonly kind: 'unclear';
  readonly report: ReportId | null;
  readonly subject?: Subject;
  readonly words: readonly UnknownWord[];
  readonly reasons: readonly UnclearReason[];
  /** What was typed with the offered word in the place of the one that is not known, where that is a command. */
  readonly instead?: readonly string[];
};

/**
 * What is to be done with digests or alerts. `name`: the words after the verb, as typed (an id or a name, for `add` what it is to hold);
 * `operation`: null where none was named.
 */
export type ManageCommand = {
  readonly kind: Subject;
  readonly verb: ManageVerb;
  readonly name: string | null;
  readonly operation: string | null;
};

/** The list of what was accepted as justified; `operation`: null where none was named. */
export type JustifiedCommand = { readonly kind: 'justified'; readonly operation: string | null };

export type Command =
  | { readonly kind: 'report'; readonly request: Request; readonly output: Output }
  | { readonly kind: 'check'; readonly request: Request; readonly output: Output }
  | { readonly kind: 'status'; readonly operation: string }
  | ManageCommand
  | JustifiedCommand
  | { readonly kind: 'help'; readonly report: ReportId | null }
  | UnclearCommand;
