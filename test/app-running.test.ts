import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../src/adapters/store/index.ts';
import { runningOf } from '../src/app-running.ts';
import { exportConfig } from '../src/config/export.ts';
import { loadConfig } from '../src/config/load.ts';
import { describeMistakes } from '../src/config/mistake.ts';
import { digestBook } from '../src/flows/digests/digest-book.ts';
import { REPORTS } from '../src/reports/catalog.ts';
import { digest } from './core/digests/any-digest.ts';
import { notingLog } from './fixtures/quiet-log.ts';

const YAML = `operations:
  - { id: bogota, server: 3, token: "\${TOKEN}" }
digests:
  - { id: cut, operation: bogota, channels: [C01], reports: [live], at: "12:10" }
`;

function load(yaml: string, dataDir: string) {
  const env = { TOKEN: 'invented', VIGIA_DATA_DIR: dataDir };
  const loaded = loadConfig({ env, purpose: 'cli', file: 'vigia.yml', readFile: () => yaml, reports: REPORTS });
  if (!loaded.ok) throw new Error(describeMistakes(loaded.mistakes));
  return loaded.config;
}

describe('the running configuration', () => {
  it('is that of the file and what was made in Slack, where the store can be opened', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'vigia-running-'));
    const dataDir = join(dir, 'data');
    const config = load(YAML, dataDir);
    try {
      expect(await runningOf(config, notingLog())).toEqual({ running: config, without: null });
      expect(existsSync(dataDir)).toBe(false);

      const opened = await openEngine({ redisUrl: null, dataDir, log: notingLog() });
      if (!opened.ok) throw new Error(opened.problem.code);
      await digestBook({ store: opened.value.store, settings: config }).save(digest(), 'absent');
      await digestBook({ store: opened.value.store, settings: config }).pause('cut', true);
      expect(await runningOf(config, notingLog())).toEqual({ running: config, without: 'store.locked' });
      await opened.value.close();

      const { running, without } = await runningOf(config, notingLog());
      expect(without).toBeNull();
      expect(running.digests.map(({ id, paused, origin }) => [id, paused, origin])).toEqual([
        ['cut', true, 'file'],
        ['morning', false, 'slack'],
      ]);
      const again = load(exportConfig(config, running), dataDir);
      expect(again.digests).toEqual(running.digests.map((one) => ({ ...one, origin: 'file' })));
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }, 60_000);
});
