import { existsSync, readFileSync } from 'node:fs';
import { systemClock } from './adapters/clock.ts';
import { createLog } from './adapters/log.ts';
import { returnMemory } from './adapters/memory.ts';
import { createMetrics } from './adapters/metrics.ts';
import { startBot } from './app.ts';
import { loadConfig } from './config/load.ts';
import { describeMistakes } from './config/mistake.ts';
import { EXIT } from './core/exit-code.ts';
import { formats } from './flows/read/format-for.ts';
import { sayProblem } from './triggers/cli/terminal.ts';
import { VERSION } from './version.ts';
import { REPORTS } from './reports/catalog.ts';

/** Connections and first questions are over by then. */
const SETTLED_MS = 2_000;

if (existsSync('.env')) process.loadEnvFile('.env');
const loaded = loadConfig({
  env: process.env,
  readFile: (path) => readFileSync(path, 'utf8'),
  purpose: 'bot',
  reports: REPORTS,
});
if (!loaded.ok) {
  console.error(describeMistakes(loaded.mistakes));
  const step = existsSync('.env')
    ? 'Correct it in .env or vigia.yml'
    : 'Copy .env.example to .env, fill it in (npm run vigia -- init asks for what wolkvox needs)';
  console.error(`${step}, then: npm run vigia -- doctor`);
  process.exit(EXIT.configuration);
}
const { config } = loaded;
const log = createLog({ level: config.logLevel, to: 'stdout' });

process.on('unhandledRejection', (cause) => {
  log.error('unhandled', { cause });
});

// Listening from here on: the first process of a container ignores a signal that nobody listens to, also while it still starts.
let stop: (() => Promise<void>) | null = null;
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    (stop?.() ?? Promise.resolve()).then(
      () => process.exit(EXIT.done),
      (cause: unknown) => {
        log.error('stop.failed', { cause });
        process.exit(EXIT.unexpected);
      },
    );
  });
}

const started = await startBot({ config, clock: systemClock, log, metrics: createMetrics(), version: VERSION }).catch(
  (cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    log.error('start.failed', { cause });
    console.error(`unexpected: ${why}`);
    return process.exit(EXIT.unexpected);
  },
);
if (!started.ok) {
  const { operation } = config.operations[0];
  const err = (line: string) => console.error(line);
  process.exit(sayProblem({ err }, started.problem, { operation, formatFor: formats(), clock: systemClock }));
}
stop = started.value.stop;
void systemClock.wait(SETTLED_MS).then(returnMemory);
