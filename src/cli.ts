import { existsSync, readFileSync } from 'node:fs';
import { systemClock } from './adapters/clock.ts';
import { createLog } from './adapters/log.ts';
import { createMetrics } from './adapters/metrics.ts';
import { openPrompt } from './adapters/prompt.ts';
import { readRows } from './adapters/wolkvox/rows/read-rows.ts';
import { openAlertTerminal } from './app-alert-terminal.ts';
import { openDigests } from './app-digests.ts';
import { openDoctor } from './app-doctor.ts';
import { openInit } from './app-init.ts';
import { openHouse } from './app-house.ts';
import { runningOf } from './app-running.ts';
import { LOG_LEVELS } from './config/config.ts';
import { exportConfig } from './config/export.ts';
import { type Loaded, loadConfig } from './config/load.ts';
import { describeMistakes } from './config/mistake.ts';
import { EXIT } from './core/exit-code.ts';
import { LOCALES } from './core/i18n/locale.ts';
import { PLAIN_OPERATION } from './core/operation.ts';
import { backUpFrom, restoreInto } from './flows/operate/back-up.ts';
import { formats } from './flows/read/format-for.ts';
import { doctorCommand } from './triggers/cli/doctor-command.ts';
import { initCommand } from './triggers/cli/init-command.ts';
import { type CliParts, runCli } from './triggers/cli/run-cli.ts';
import { sayProblem, type Terminal } from './triggers/cli/terminal.ts';
import { REPORTS } from './reports/catalog.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const LARGEST_ANSWER = 512 * 1024 * 1024;

const terminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  width: process.stdout.columns ?? 120,
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
};
const clock = systemClock;
const formatFor = formats();
const readFile = (path: string) => readFileSync(path, 'utf8');
const level = LOG_LEVELS.find((known) => known === process.env['LOG_LEVEL']) ?? 'error';
const log = createLog({ level, to: 'stderr' });

let known: Loaded | null = null;
const load = (): Loaded => (known ??= loadConfig({ env: process.env, readFile, purpose: 'cli', reports: REPORTS }));

const parts: CliParts = {
  terminal,
  open: async () => {
    const loaded = load();
    if (!loaded.ok) {
      terminal.err(describeMistakes(loaded.mistakes));
      return { ok: false, exit: EXIT.configuration };
    }
    const { config } = loaded;
    const opened = await openHouse({ config, clock, log, metrics: createMetrics({ ofProcess: false }) });
    if (!opened.ok) {
      const { operation } = config.operations[0];
      return { ok: false, exit: sayProblem(terminal, opened.problem, { operation, formatFor, clock }) };
    }
    const house = opened.value;
    await house.work();
    const digests = openDigests(house);
    const alerts = openAlertTerminal(house);
    return {
      ok: true,
      house: { ...house, digests, alerts, backUp: backUpFrom(house.store), restore: restoreInto(house.store) },
    };
  },
  config: {
    clock,
    formatFor,
    operation: () => {
      const loaded = load();
      return loaded.ok ? loaded.config.operations[0].operation : PLAIN_OPERATION;
    },
    check: (file) => {
      const loaded = loadConfig({ env: process.env, readFile, purpose: 'check', file, reports: REPORTS });
      terminal[loaded.ok ? 'out' : 'err'](loaded.ok ? `${file}: ok` : describeMistakes(loaded.mistakes));
      return loaded.ok ? EXIT.done : EXIT.configuration;
    },
    export: async () => {
      const loaded = load();
      if (!loaded.ok) {
        terminal.err(describeMistakes(loaded.mistakes));
        return EXIT.configuration;
      }
      const { running, without } = await runningOf(loaded.config, log);
      if (without !== null) terminal.out(`# Without what was made in Slack, which the store keeps: ${without}`);
      terminal.out(exportConfig(loaded.config, running).trimEnd());
      return EXIT.done;
    },
    readBody: (chunks, onRow) => readRows(chunks, onRow, LARGEST_ANSWER),
    init: async () => {
      const prompt = openPrompt();
      try {
        const house = openInit({ clock, log, formatFor, ask: prompt.ask });
        const configured = LOCALES.find((one) => one === process.env['VIGIA_LOCALE']) ?? 'es';
        return await initCommand(house, configured, terminal);
      } finally {
        prompt.close();
      }
    },
    doctor: async () => {
      const loaded = load();
      const { doctor, close } = openDoctor(loaded, { clock, log, formatFor });
      try {
        return await doctorCommand(doctor, loaded.ok ? loaded.config.operations[0].operation.locale : 'es', terminal);
      } finally {
        await close();
      }
    },
  },
};

// Whoever reads may have seen enough: `vigia reports | head` is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
});

process.exitCode = await runCli(process.argv.slice(2), parts).catch((cause: unknown) => {
  terminal.err(`unexpected: ${cause instanceof Error ? cause.message : String(cause)}`);
  return EXIT.unexpected;
});
