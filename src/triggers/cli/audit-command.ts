import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { CliHouse } from './house.ts';
import type { Terminal } from './terminal.ts';

/** `vigia audit [count]`: who did what, newest first. */
export async function auditCommand(
  [count = '50', ...rest]: readonly string[],
  { audit }: CliHouse,
  terminal: Terminal,
): Promise<ExitCode> {
  const limit = Number(count);
  if (!Number.isInteger(limit) || limit < 1 || rest.length > 0) {
    terminal.err(`usage: "audit [count]": a whole number above 0 was expected; "${count}" came.`);
    return EXIT.usage;
  }
  for (const { at, actor, deed, about, result } of await audit.read(limit)) {
    terminal.out([new Date(at).toISOString(), actor, deed, about, result].join('\t'));
  }
  return EXIT.done;
}
