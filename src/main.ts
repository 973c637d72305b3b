import { existsSync, readFileSync } from 'node:fs';
import { systemClock } from './adapters/clock.ts';
import { createLog } from './adapters/log.ts';
import { createMetrics } from './adapters/metrics.ts';
import { startBot } from './app.ts';
import { loadConfig } from './config/load.ts';
import { describeMistakes } from './config/mistake.ts';
import { EXIT, exitCodeOf } from './core/exit-code.ts';
import { plain } from './core/card/plain.ts';
import { words } from './core/i18n/words.ts';
import { formats } from './flows/format-for.ts';
import { VERSION } from './version.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
const loaded = loadConfig({ env: process.env, readFile: (path) => readFileSync(path, 'utf8'), purpose: 'bot' });
if (!loaded.ok) {
  console.error(describeMistakes(loaded.mistakes));
  process.exit(EXIT.configuration);
}
const { config } = loaded;
const log = createLog({ level: config.logLevel, to: 'stdout' });

process.on('unhandledRejection', (cause) => {
  log.error('unhandled', { cause });
});

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
  const { problem } = started;
  const format = formats()(operation.locale, operation);
  const { what, next } = words(operation.locale).problems[problem.code]({
    ...problem,
    operation: operation.name,
    format,
    now: systemClock.now(),
  });
  console.error(`${problem.code}: ${what} ${plain(next)}`);
  process.exit(exitCodeOf(problem.code));
}

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    started.value.stop().then(
      () => process.exit(EXIT.done),
      (cause: unknown) => {
        log.error('stop.failed', { cause });
        process.exit(EXIT.unexpected);
      },
    );
  });
}
