import { toTerminal } from '../../core/card/to-terminal.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { REPORT_IDS } from '../../core/request.ts';
import { replay } from '../../flows/operate/replay.ts';
import { ownerAudience } from './audience.ts';
import { readFrom } from './file.ts';
import type { ConfigHouse } from './house.ts';
import { sayProblem, type Terminal, wrongUse } from './terminal.ts';

/** `vigia replay FILE [report]`: a saved wolkvox answer through the pure half, without asking anybody. */
export async function replayCommand(
  [path, report, ...rest]: readonly string[],
  { operation, clock, formatFor, readBody }: ConfigHouse,
  terminal: Terminal,
): Promise<ExitCode> {
  const id = REPORT_IDS.find((known) => known === report) ?? null;
  if (path === undefined || rest.length > 0 || (report !== undefined && id === null)) {
    return wrongUse(terminal, `"replay FILE [report]"; a report is one of ${REPORT_IDS.join(', ')}.`);
  }
  const now = clock.now();
  const asIs = operation();
  const { locale } = asIs;
  const replayed = await replay(await readFrom(path), readBody, {
    operation: asIs,
    locale,
    audience: ownerAudience,
    now,
    formatFor,
    report: id,
  });
  if (!replayed.ok) return sayProblem(terminal, replayed.problem, { operation: asIs, formatFor, clock });
  terminal.out(toTerminal(replayed.value.card, terminal.width, { ansi: terminal.colour }));
  return EXIT.done;
}
