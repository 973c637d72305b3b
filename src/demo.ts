import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from './adapters/clock.ts';
import { createLog } from './adapters/log.ts';
import { createMetrics } from './adapters/metrics.ts';
import { startBot } from './app.ts';
import type { Alerts } from './app-alerts.ts';
import type { Digests } from './app-digests.ts';
import type { House } from './app-house.ts';
import { loadConfig } from './config/load.ts';
import { describeMistakes } from './config/mistake.ts';
import { EXIT } from './core/exit-code.ts';
import { demoRule } from './demo/alerts.ts';
import { DEMO_CUT, demoDigest } from './demo/digests.ts';
import { demoChannels, demoConfig } from './demo/config.ts';
import { demoClock } from './demo/clock.ts';
import { demoControls } from './demo/controls.ts';
import { demoExamples } from './demo/examples.ts';
import { chooseInHome } from './demo/language.ts';
import { keepLivePast } from './demo/live-past.ts';
import { demoPort } from './demo/port.ts';
import { demoSchedules } from './demo/schedules.ts';
import { hideTypeStrippingWarning } from './demo/warnings.ts';
import { type SlackSimulator, startSlack } from './simulators/slack/index.ts';
import { startWolkvox } from './simulators/wolkvox/index.ts';
import { VERSION } from './version.ts';
import { REPORTS } from './reports/catalog.ts';

const ZONE = 'America/Bogota';
const port = demoPort(process.env['PORT']);
if (port === null) {
  console.error(`PORT: expected a number from 0 to 65535, got "${process.env['PORT']}".`);
  process.exit(EXIT.configuration);
}
hideTypeStrippingWarning();
const clock = demoClock(systemClock, ZONE);
const now = () => clock.now();
const dataDir = mkdtempSync(join(tmpdir(), 'vigia-demo-'));

const closers: (() => Promise<void>)[] = [];
let leaving = false;
/** Last started, first stopped; the data go whatever happens. */
async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  try {
    for (const close of closers.reverse()) await close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
    process.exit(code);
  }
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(EXIT.done));

async function openSlack(controls: ReturnType<typeof demoControls>, wanted: number): Promise<SlackSimulator> {
  let slack: SlackSimulator | null = null;
  const languageChosen = async (person: string, language: string) => {
    if (slack !== null) await chooseInHome(slack, person, language);
  };
  const options = {
    now,
    zone: ZONE,
    page: true,
    locale: 'es',
    controls,
    examples: demoExamples,
    channels: demoChannels,
    languageChosen,
  };
  try {
    slack = await startSlack({ ...options, port: wanted });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw cause;
    slack = await startSlack(options);
  }
  return slack;
}

async function demo(wanted: number): Promise<void> {
  const wolkvox = await startWolkvox({ now, zone: ZONE, licences: 10 });
  closers.push(wolkvox.close);
  let house: House | null = null;
  let digests: Digests | null = null;
  let alerts: Alerts | null = null;
  const digestNow = async () => digests?.sender.run(DEMO_CUT, clock.now());
  const alertsNow = async () => {
    const [operation] = house?.settings.operations ?? [];
    const booked = await alerts?.book.get(demoRule.id);
    if (operation !== undefined && booked) await alerts?.check(operation, [booked.rule], clock.now());
  };
  const forgetRest = async () => {
    const paces = (await house?.store.documents.list('pace')) ?? [];
    for (const { key } of paces) await house?.store.documents.delete('pace', key);
  };
  const slack = await openSlack(demoControls(wolkvox, forgetRest, { digest: digestNow, alerts: alertsNow }), wanted);
  closers.push(slack.close);
  const { env, file } = demoConfig({ wolkvox, slack, dataDir });
  const loaded = loadConfig({ env, readFile: () => file, purpose: 'bot', reports: REPORTS });
  if (!loaded.ok) {
    console.error(describeMistakes(loaded.mistakes));
    return leave(EXIT.configuration);
  }
  const log = createLog({ level: process.env['LOG_LEVEL'] ?? 'warn', to: 'stderr' });
  const started = await startBot({
    config: loaded.config,
    clock,
    log,
    metrics: createMetrics(),
    version: VERSION,
    schedules: demoSchedules(clock, log),
    digests: { jitterMs: 1 },
  });
  if (!started.ok) {
    console.error(`${started.problem.code}: ${JSON.stringify(started.problem.facts)}`);
    return leave(EXIT.unexpected);
  }
  ({ house, digests, alerts } = started.value);
  closers.push(started.value.stop);
  await digests.book.save(demoDigest, 'absent');
  await digests.jobs.declare(demoDigest);
  await keepLivePast(house.store.documents, house.settings.operations[0], clock.now());
  await alerts.book.save(demoRule, 'absent');
  await alerts.jobs.declare();
  if (leaving) return;
  console.log(`Vigía, demo: ${slack.pageUrl}`);
  if (wanted !== 0 && !slack.pageUrl.endsWith(`:${wanted}/`))
    console.log(`El puerto ${wanted} está ocupado: uso otro.`);
  console.log('Escribe /wolkvox agentes ayer en la página. Ctrl+C termina.');
}

try {
  await demo(port);
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : String(cause));
  await leave(EXIT.unexpected);
}
