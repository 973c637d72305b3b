import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { justifiedWords } from '../../core/i18n/justified-words.ts';
import type { Operation } from '../../core/operation.ts';
import { lately, LISTED_DAYS } from '../../flows/history/list-justified.ts';
import type { CliHouse } from './house.ts';
import { operationsAsked } from './operation-args.ts';
import type { Terminal } from './terminal.ts';

/** `vigia justified [operation]`: what supervisors accepted in the last 30 days, newest first. Taking it back is done in Slack, by name. */
export async function justifiedCommand(
  args: readonly string[],
  house: CliHouse,
  terminal: Terminal,
): Promise<ExitCode> {
  const chosen = operationsAsked('justified', args, house.settings, terminal);
  if (chosen.length === 0) return EXIT.usage;
  for (const operation of chosen) {
    const cases = await lately(house, operation);
    for (const { date, agent, state, why, name, at } of cases) {
      terminal.out([operation.id, date, agent, state, why, name, new Date(at).toISOString()].join('\t'));
    }
    // Beside the lines, so that what reads them finds lines alone.
    if (cases.length === 0) terminal.err(`${operation.id}: ${noneOf(operation, house)}`);
  }
  return EXIT.done;
}

function noneOf(operation: Operation, { formatFor }: CliHouse): string {
  const format = formatFor(operation.locale, operation);
  return justifiedWords(operation.locale).headline({ count: 0, days: LISTED_DAYS, format });
}
