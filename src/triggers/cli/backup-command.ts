import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { readFrom, writeTo } from './file.ts';
import type { CliHouse } from './house.ts';
import { sayProblem, type Terminal } from './terminal.ts';

/** `vigia backup FILE`: everything worth carrying, readable by its owner alone. */
export async function backupCommand(path: string, { audit, backUp }: CliHouse, terminal: Terminal): Promise<ExitCode> {
  const file = await writeTo(path);
  let lines = 0;
  for await (const line of backUp()) {
    lines += 1;
    if (!file.write(`${line}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  await audit.record({ kind: 'terminal' }, 'backup', '', 'done');
  terminal.out(`${path}: ${lines}`);
  return EXIT.done;
}

/** `vigia restore FILE`: a backup back into the configured store. */
export async function restoreCommand(path: string, house: CliHouse, terminal: Terminal): Promise<ExitCode> {
  const { audit, restore, settings, formatFor, clock } = house;
  const restored = await restore(createInterface({ input: await readFrom(path), crlfDelay: Number.POSITIVE_INFINITY }));
  await audit.record({ kind: 'terminal' }, 'restore', '', restored.ok ? 'done' : restored.problem.code);
  if (restored.ok) {
    terminal.out(`${path}: ${restored.value}`);
    return EXIT.done;
  }
  const [operation] = settings.operations;
  return sayProblem(terminal, restored.problem, { operation, formatFor, clock });
}
