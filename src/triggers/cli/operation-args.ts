import type { Operation } from '../../core/operation.ts';
import type { Settings } from '../../core/settings.ts';
import { type Terminal, wrongUse } from './terminal.ts';

/** What `vigia <command> [operation]` is about: the operation of that id, all where none is named; none where it is not known, which is said. */
export function operationsAsked(
  command: string,
  args: readonly string[],
  { operations }: Settings,
  terminal: Terminal,
): readonly Operation[] {
  const [wanted, ...rest] = args;
  const chosen = operations.filter(({ id }) => wanted === undefined || id === wanted);
  if (chosen.length > 0 && rest.length === 0) return chosen;
  const known = operations.map(({ id }) => id).join(', ');
  wrongUse(terminal, `"${command} [operation]": one of ${known} was expected; "${args.join(' ')}" came.`);
  return [];
}
