import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { slackProbe } from './adapters/slack/probe.ts';
import { openEngine } from './adapters/store/index.ts';
import { openWolkvox } from './adapters/wolkvox/open-wolkvox.ts';
import { serversOf } from './app-house.ts';
import { type Config, settingsOf } from './config/config.ts';
import type { Loaded } from './config/load.ts';
import { scopesOfManifest } from './config/manifest.ts';
import { describeMistakes } from './config/mistake.ts';
import { done } from './core/errors.ts';
import { type Doctor, makeDoctor, type Patient } from './flows/operate/doctor.ts';
import type { FormatFor } from './flows/read/format-for.ts';
import type { Clock, Log } from './ports.ts';
import { reportOf } from './reports/catalog.ts';

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
  const wolkvox = openWolkvox({
    servers: serversOf(config),
    endpoints: (report) => reportOf(report).endpoint,
    clock,
    log,
  });
  const value: Patient = {
    settings: settingsOf(config),
    store: storeProbe(config, log),
    slack: probeOf(config, clock, log),
    scopes: scopesOfManifest(
      (path) => readFileSync(path, 'utf8'),
      fileURLToPath(new URL('../manifest.yml', import.meta.url)),
    ),
    wolkvox,
  };
  return {
    doctor: makeDoctor({ nodeVersion, clock, formatFor, patient: { ok: true, value } }),
    close: () => wolkvox.close(),
  };
}

function probeOf({ slack }: Config, clock: Clock, log: Log): Patient['slack'] {
  if (slack.botToken === null) return null;
  const access = { token: slack.botToken.reveal(), apiUrl: slack.apiUrl ?? undefined, clock, log };
  return slackProbe(access, slack.appToken?.reveal() ?? null);
}

function storeProbe({ store }: Config, log: Log): Patient['store'] {
  return {
    kind: store.redisUrl === null ? 'embedded' : 'redis',
    open: async () => {
      const opened = await openEngine({ redisUrl: store.redisUrl?.reveal() ?? null, dataDir: store.dataDir, log });
      if (!opened.ok) return opened;
      try {
        await opened.value.store.ping();
        const found = await opened.value.describe();
        return found.kind === 'redis'
          ? done({ kind: 'redis', where: found.where, policy: found.policy })
          : done({ kind: 'embedded', where: found.dir ?? '' });
      } finally {
        await opened.value.close();
      }
    },
  };
}
