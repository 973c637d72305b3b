import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { slackProbe } from './adapters/slack/probe.ts';
import { openLanes } from './adapters/bullmq/lanes.ts';
import { createMetrics } from './adapters/metrics.ts';
import { openEngine } from './adapters/store/index.ts';
import { openWolkvox } from './adapters/wolkvox/open-wolkvox.ts';
import { laneIds, serversOf } from './app-house.ts';
import { type Config, settingsOf } from './config/config.ts';
import type { Loaded } from './config/load.ts';
import { scopesOfManifest } from './config/manifest.ts';
import { describeMistakes } from './config/mistake.ts';
import { done } from './core/errors.ts';
import { type Doctor, makeDoctor, type Patient } from './flows/operate/doctor.ts';
import { askByLane } from './flows/operate/doctor-lane.ts';
import { laneWorker } from './flows/read/fetch-in-lane.ts';
import type { FormatFor } from './flows/read/format-for.ts';
import type { Clock, Log, Wolkvox } from './ports.ts';
import { CATALOG, reportOf } from './reports/catalog.ts';

type Bag = { readonly clock: Clock; readonly log: Log; readonly formatFor: FormatFor };

/** A doctor for what was configured, and the way to let go of what it opened. */
export function openDoctor(
  loaded: Loaded,
  { clock, log, formatFor }: Bag,
): { readonly doctor: Doctor; readonly close: () => Promise<void> } {
  const nodeVersion = process.versions.node;
  if (!loaded.ok) {
    const mistakes = describeMistakes(loaded.mistakes).split('\n');
    return {
      doctor: makeDoctor({ nodeVersion, clock, formatFor, patient: { ok: false, mistakes } }),
      close: async () => undefined,
    };
  }
  const { config } = loaded;
  const { redisUrl, dataDir } = config.store;
  const opening = openEngine({ redisUrl: redisUrl?.reveal() ?? null, dataDir, log });
  const asking = openAsking(config, opening, { clock, log });
  const value: Patient = {
    settings: settingsOf(config),
    store: storeProbe(config, opening),
    slack: probeOf(config, clock, log),
    scopes: scopesOfManifest(
      (path) => readFileSync(path, 'utf8'),
      fileURLToPath(new URL('../manifest.yml', import.meta.url)),
    ),
    wolkvox: asking,
  };
  return {
    doctor: makeDoctor({ nodeVersion, clock, formatFor, patient: { ok: true, value } }),
    close: async () => {
      await asking.close();
      const opened = await opening;
      if (opened.ok) await opened.value.close();
    },
  };
}

function probeOf({ slack }: Config, clock: Clock, log: Log): Patient['slack'] {
  if (slack.botToken === null) return null;
  const access = { token: slack.botToken.reveal(), apiUrl: slack.apiUrl ?? undefined, clock, log };
  return slackProbe(access, slack.appToken?.reveal() ?? null);
}

type Opening = ReturnType<typeof openEngine>;

/** Where the store opens, by the operations' lanes, as all who share it ask; else straight away, which the store's check says. */
function openAsking(
  config: Config,
  opening: Opening,
  { clock, log }: Pick<Bag, 'clock' | 'log'>,
): Pick<Wolkvox, 'ask' | 'close'> {
  const wolkvox = openWolkvox({
    servers: serversOf(config),
    endpoints: (report) => reportOf(report).endpoint,
    clock,
    log,
  });
  const openLane = async () => {
    const opened = await opening;
    if (!opened.ok) return null;
    const { engine, store } = opened.value;
    const laneIdOf = laneIds(config);
    const lanes = openLanes({ engine, clock, log, laneIdOf });
    const metrics = createMetrics({ ofProcess: false });
    const parts = { store, wolkvox, clock, log, metrics, random: Math.random, laneIdOf, reports: CATALOG };
    const worker = laneWorker(parts);
    const { operations } = settingsOf(config);
    await Promise.all(operations.map((operation) => lanes.serve(operation, worker(operation))));
    return { lanes, ...askByLane({ lanes, clock }) };
  };
  const lane = openLane();
  lane.catch(() => {});
  return {
    ask: async (...asked) => ((await lane) ?? wolkvox).ask(...asked),
    close: async () => {
      await (await lane.catch(() => null))?.lanes.close();
      await wolkvox.close();
    },
  };
}

function storeProbe({ store }: Config, opening: Opening): Patient['store'] {
  return {
    kind: store.redisUrl === null ? 'embedded' : 'redis',
    open: async () => {
      const opened = await opening;
      if (!opened.ok) return opened;
      await opened.value.store.ping();
      const found = await opened.value.describe();
      return found.kind === 'redis'
        ? done({ kind: 'redis', where: found.where, policy: found.policy })
        : done({ kind: 'embedded', where: found.dir ?? '' });
    },
  };
}
