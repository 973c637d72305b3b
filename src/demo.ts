import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from './adapters/clock.ts';
import { createLog } from './adapters/log.ts';
import { createMetrics } from './adapters/metrics.ts';
import { startBot } from './app.ts';
import { loadConfig } from './config/load.ts';
import { describeMistakes } from './config/mistake.ts';
import { EXIT } from './core/exit-code.ts';
import { demoConfig } from './demo-config.ts';
import { demoClock } from './demo-clock.ts';
import { startSlack } from './simulators/slack/index.ts';
import { startWolkvox } from './simulators/wolkvox/index.ts';
import { VERSION } from './version.ts';

const ZONE = 'America/Bogota';
const port = Number(process.env['PORT'] ?? 4_700);
const clock = demoClock(systemClock, ZONE);
const now = () => clock.now();
const dataDir = mkdtempSync(join(tmpdir(), 'vigia-demo-'));

const [wolkvox, slack] = await Promise.all([
  startWolkvox({ now, zone: ZONE, licences: 10 }),
  startSlack({ now, zone: ZONE, port, page: true, locale: 'es' }).catch(() =>
    startSlack({ now, zone: ZONE, page: true, locale: 'es' }),
  ),
]);

const { env, file } = demoConfig({ wolkvox, slack, dataDir });
const loaded = loadConfig({ env, readFile: () => file, purpose: 'bot' });
if (!loaded.ok) {
  console.error(describeMistakes(loaded.mistakes));
  process.exit(EXIT.configuration);
}
const log = createLog({ level: process.env['LOG_LEVEL'] ?? 'warn', to: 'stderr' });
const started = await startBot({ config: loaded.config, clock, log, metrics: createMetrics(), version: VERSION });
if (!started.ok) {
  console.error(`${started.problem.code}: ${JSON.stringify(started.problem.facts)}`);
  process.exit(EXIT.unexpected);
}

console.log(`Vigía, demo: ${slack.pageUrl}`);
console.log('Escribe /wolkvox agents ayer en la página. Ctrl+C termina.');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    const leave = async () => {
      await started.value.stop();
      await Promise.all([slack.close(), wolkvox.close()]);
    };
    void leave().finally(() => {
      rmSync(dataDir, { recursive: true, force: true });
      process.exit(EXIT.done);
    });
  });
}
