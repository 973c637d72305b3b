import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { lately } from '../../flows/history/list-justified.ts';
import type { CliHouse } from './house.ts';
import type { Terminal } from './terminal.ts';

/** `vigia justified [operation]`: what supervisors accepted in the last 30 days, newest first. Taking it back is done in Slack, by name. */
export async function justifiedCommand(
  [wanted, ...rest]: readonly string[],
  house: CliHouse,
  terminal: Terminal,
): Promise<ExitCode> {
  const { operations } = house.settings;
  const chosen = operations.filter(({ id }) => wanted === undefined || id === wanted);
  if (chosen.length === 0 || rest.length > 0) {
    const known = operations.map(({ id }) => id).join(', ');
    terminal.err(
      `usage: "justified [operation]": one of ${known} was expected; "${[wanted, ...rest].join(' ')}" came.`,
    );
    return EXIT.usage;
  }
  for (const operation of chosen) {
    for (const { date, agent, state, why, name, at } of await lately(house, operation)) {
      terminal.out([operation.id, date, agent, state, why, name, new Date(at).toISOString()].join('\t'));
    }
  }
  return EXIT.done;
}
