import type { Format } from '../../core/i18n/format.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { words } from '../../core/i18n/words.ts';
import type { Problem } from '../../core/errors.ts';
import { type ExitCode, exitCodeOf } from '../../core/exit-code.ts';
import type { Operation } from '../../core/operation.ts';
import { plain } from '../../core/card/plain.ts';

/** Where the command line writes; `width` in columns. */
export type Terminal = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly width: number;
  readonly colour: boolean;
};

/** An error as the contract has it: `code: sentence`, on standard error; gives the exit code. */
export function sayProblem(
  terminal: Terminal,
  problem: Problem,
  {
    locale,
    format,
    operation,
    now,
  }: { readonly locale: Locale; readonly format: Format; readonly operation: Operation; readonly now: number },
): ExitCode {
  const { what, next } = words(locale).problems[problem.code]({ ...problem, operation: operation.name, format, now });
  terminal.err(`${problem.code}: ${what} ${plain(next)}`);
  return exitCodeOf(problem.code);
}
