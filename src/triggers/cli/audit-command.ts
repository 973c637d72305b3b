import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { NOTHING_RECORDED } from '../../core/i18n/audit-words.ts';
import type { CliHouse } from './house.ts';
import { type Terminal, wrongUse } from './terminal.ts';

/** `vigia audit [count]`: who did what, newest first. */
export async function auditCommand(
  [count = '50', ...rest]: readonly string[],
  { audit, settings }: CliHouse,
  terminal: Terminal,
): Promise<ExitCode> {
  const limit = Number(count);
  if (!Number.isInteger(limit) || limit < 1 || rest.length > 0) {
    const came = [count, ...rest].join(' ');
    return wrongUse(terminal, `"audit [count]": a whole number above 0 was expected; "${came}" came.`);
  }
  const entries = await audit.read(limit);
  for (const { at, actor, deed, about, result } of entries) {
    terminal.out([new Date(at).toISOString(), actor, deed, about, result].join('\t'));
  }
  // Beside the lines, so that what reads them finds lines alone.
  if (entries.length === 0) terminal.err(NOTHING_RECORDED[settings.operations[0].locale]);
  return EXIT.done;
}
