import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

async function start(cwd: string) {
  const child = spawn(process.execPath, [join(ROOT, 'src/main.ts')], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = await once(child, 'close');
  return { code, err };
}

describe('a start that is not configured', { timeout: 60_000 }, () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'vigia-start-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('says everything that is missing at once, and to begin with a copy of .env.example', async () => {
    const { code, err } = await start(dir);
    expect(code).toBe(78);
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'WOLKVOX_SERVER', 'WOLKVOX_TOKEN']) {
      expect(err).toContain(`config.missing: ${name}: `);
    }
    expect(err).toContain('Copy .env.example to .env');
    expect(err).toContain('npm run vigia -- init');
  });

  it('tells nobody to copy over the .env that is there, and takes an untouched copy for unset', async () => {
    await copyFile(join(ROOT, '.env.example'), join(dir, '.env'));
    const { code, err } = await start(dir);
    expect(code).toBe(78);
    expect(err).not.toContain('config.invalid');
    expect(err).not.toContain('Copy .env.example');
    expect(err).toContain('npm run vigia -- doctor');
  });
});
