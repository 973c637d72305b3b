import type { Locale } from '../../core/i18n/locale.ts';
import { problemSaid } from '../../core/i18n/problem-said.ts';
import type { Problem } from '../../core/errors.ts';
import { EXIT, type ExitCode, exitCodeOf } from '../../core/exit-code.ts';
import type { Operation } from '../../core/operation.ts';
import { plain } from '../../core/card/plain.ts';
import type { FormatFor } from '../../flows/read/format-for.ts';
import type { Clock } from '../../ports.ts';

/** Where the command line writes; `width` in columns. */
export type Terminal = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly width: number;
  readonly colour: boolean;
};

/** Says how a command was typed wrongly, and where its right form stands. */
export function wrongUse(terminal: Pick<Terminal, 'err'>, sentence: string): ExitCode {
  terminal.err(`usage: ${sentence} See: vigia help`);
  return EXIT.usage;
}

/** An error as the contract has it: `code: sentence`, on standard error; gives the exit code. */
export function sayProblem(
  terminal: Pick<Terminal, 'err'>,
  problem: Problem,
  {
    operation,
    locale = operation.locale,
    formatFor,
    clock,
  }: {
    readonly operation: Operation;
    readonly locale?: Locale;
    readonly formatFor: FormatFor;
    readonly clock: Clock;
  },
): ExitCode {
  const format = formatFor(locale, operation);
  const { what, next } = problemSaid(problem, { locale, operation: operation.name, format, now: clock.now() });
  terminal.err(`${problem.code}: ${what} ${plain(next)}`);
  return exitCodeOf(problem.code);
}
