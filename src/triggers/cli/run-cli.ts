import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { alertsCommand } from './alerts-command.ts';
import { auditCommand } from './audit-command.ts';
import { digestsCommand } from './digests-command.ts';
import { justifiedCommand } from './justified-command.ts';
import { historyCommand } from './history-command.ts';
import { backupCommand, restoreCommand } from './backup-command.ts';
import { replayCommand } from './replay-command.ts';
import { reportCommand } from './report-command.ts';
import { reportsCommand } from './reports-command.ts';
import type { CliHouse, ConfigHouse } from './house.ts';
import { fileFault } from './file.ts';
import { HELP } from './help.ts';
import { type Terminal, wrongUse } from './terminal.ts';

/** What the command line needs of the rest of the house; opened only by the commands that want it. */
export type CliParts = {
  readonly terminal: Terminal;
  /** Reads the configuration, opens the store and starts the lanes; a failure was already said and is an exit code. */
  readonly open: () => Promise<
    { readonly ok: true; readonly house: CliHouse } | { readonly ok: false; readonly exit: ExitCode }
  >;
  readonly config: ConfigHouse;
};

/** Runs one command and gives the exit code; what it opened is closed again. */
export async function runCli(argv: readonly string[], parts: CliParts): Promise<ExitCode> {
  const { terminal } = parts;
  const [command = 'help', ...rest] = argv;

  const opened = async (work: (house: CliHouse) => Promise<ExitCode>): Promise<ExitCode> => {
    const opening = await parts.open();
    if (!opening.ok) return opening.exit;
    try {
      return await work(opening.house);
    } finally {
      await opening.house.close();
    }
  };
  const usage = (sentence: string): ExitCode => wrongUse(terminal, sentence);

  const run = async (): Promise<ExitCode> => {
    switch (command) {
      case 'help':
      case '--help':
      case '-h':
        terminal.out(HELP);
        return EXIT.done;
      case 'report':
        return opened((house) => reportCommand(rest, house, terminal));
      case 'reports':
        return reportsCommand(parts.config.operation().locale, terminal);
      case 'init':
        return parts.config.init();
      case 'doctor':
        return parts.config.doctor();
      case 'config':
        if (rest[0] === 'check' && rest[1] !== undefined && rest.length === 2) return parts.config.check(rest[1]);
        if (rest[0] === 'export' && rest.length === 1) return parts.config.export();
        return usage('"config check FILE" or "config export".');
      case 'replay':
        return replayCommand(rest, parts.config, terminal);
      case 'backup':
        return rest[0] === undefined
          ? usage('"backup FILE": where to?')
          : opened((house) => backupCommand(rest[0] ?? '', house, terminal));
      case 'restore':
        return rest[0] === undefined
          ? usage('"restore FILE": from where?')
          : opened((house) => restoreCommand(rest[0] ?? '', house, terminal));
      case 'audit':
        return opened((house) => auditCommand(rest, house, terminal));
      case 'digests':
        return opened((house) => digestsCommand(rest, house, terminal));
      case 'alerts':
        return opened((house) => alertsCommand(rest, house, terminal));
      case 'justified':
        return opened((house) => justifiedCommand(rest, house, terminal));
      case 'history':
        return opened((house) => historyCommand(rest, house, terminal));
      default:
        return usage(`there is no command "${command}".`);
    }
  };

  try {
    return await run();
  } catch (cause) {
    const fault = fileFault(cause);
    if (fault === null) throw cause;
    return usage(`${rest.at(-1) ?? command}: ${fault}.`);
  }
}
