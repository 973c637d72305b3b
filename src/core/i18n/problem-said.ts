import type { Problem } from '../errors.ts';
import type { Format } from './format.ts';
import type { Locale } from './locale.ts';
import { words } from './words.ts';
import type { ProblemSentence } from './words/wording.ts';

/** A problem in the reader's language: what happened and the very next step. `operation`: its name, '' where none is concerned. */
export function problemSaid(
  problem: Problem,
  {
    locale,
    ...known
  }: { readonly locale: Locale; readonly operation: string; readonly format: Format; readonly now: number },
): ProblemSentence {
  return words(locale).problems[problem.code]({ ...problem, ...known });
}
