import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWolkvox } from '../../src/simulators/wolkvox/index.ts';
import { runningNow, vigia } from './floor/child.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const QUICK = { timeout: 60_000 };

/** `vigia init` in a folder, with lines typed one after the other. */
async function init(cwd: string, lines: readonly string[]) {
  const world = join(ROOT, 'test/end-to-end/floor/child-world.ts');
  const child = spawn(process.execPath, ['--import', world, join(ROOT, 'src/cli.ts'), 'init'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', FLOOR_TIME: String(runningNow()) },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [code] = await once(child, 'close');
  return { code, out, err };
}

describe('vigia init', () => {
  let wolkvox: Awaited<ReturnType<typeof startWolkvox>>;
  let dir: string;
  beforeEach(async () => {
    wolkvox = await startWolkvox({ now: runningNow });
    dir = await mkdtemp(join(tmpdir(), 'vigia-init-'));
  });
  afterEach(async () => {
    await wolkvox.close();
    await rm(dir, { recursive: true });
  });

  it('tries the answers on wolkvox, shows the real aux states, and writes a file that is right', QUICK, async () => {
    const asked = await init(dir, ['es', wolkvox.url, wolkvox.token, '', 'Operación Bogotá', '2', '1=30']);
    expect(asked.err).toBe('');
    expect(asked.code).toBe(0);
    expect(asked.out).toContain('✓ wolkvox.operacion-bogota');
    const [, first = ''] = /^ +1\. (\S.*?) {2,}/m.exec(asked.out) ?? [];
    const [, second = ''] = /^ +2\. (\S.*?) {2,}/m.exec(asked.out) ?? [];
    expect(asked.out).not.toContain(wolkvox.token);
    const yaml = await readFile(join(dir, 'vigia.yml'), 'utf8');
    expect(yaml).toContain('token: ${WOLKVOX_TOKEN}');
    expect(yaml).toContain(`ordered:\n        - ${second}`);
    expect(yaml).toContain(`allowances:\n        ${first}: 30m`);
    expect((await stat(join(dir, '.env'))).mode & 0o077).toBe(0);
    const checked = await vigia(`config check ${join(dir, 'vigia.yml')}`, { WOLKVOX_TOKEN: wolkvox.token });
    expect(checked).toMatchObject({ code: 0 });
  });

  it(
    'says what is wrong and asks again, and writes what was answered where wolkvox cannot be asked yet',
    QUICK,
    async () => {
      const wrong = ['en', 'nowhere', wolkvox.url, 'two words', 'wrong-token', 'Bogotá', 'America/Bogota', '', 'n'];
      const asked = await init(dir, wrong);
      expect(asked.code).toBe(0);
      expect(asked.out).toContain('That is not a server');
      expect(asked.out).toContain('A token has no spaces');
      expect(asked.out).toContain('I do not know that zone');
      expect(asked.out).toContain('✗ wolkvox.');
      expect(asked.out).toContain('The auxiliary states could not be read');
      expect(asked.out).toContain('Wrote vigia.yml');
    },
  );

  it(
    'leaves what is there alone: a file unless told otherwise, a token of another operation always',
    QUICK,
    async () => {
      await writeFile(join(dir, '.env'), 'SLACK_BOT_TOKEN=xoxb-1\nWOLKVOX_TOKEN=another\n');
      await writeFile(join(dir, 'vigia.yml'), 'operations: []\n');
      const answers = ['es', wolkvox.url, wolkvox.token, '', 'Cali', '', ''];
      expect((await init(dir, [...answers, 'n'])).out).toContain('No se escribió nada.');
      expect(await readFile(join(dir, 'vigia.yml'), 'utf8')).toBe('operations: []\n');
      expect((await init(dir, [...answers, 's'])).code).toBe(0);
      const env = await readFile(join(dir, '.env'), 'utf8');
      expect(env).toBe(`SLACK_BOT_TOKEN=xoxb-1\nWOLKVOX_TOKEN=another\nWOLKVOX_TOKEN_CALI=${wolkvox.token}\n`);
      expect((await stat(join(dir, '.env'))).mode & 0o077).toBe(0);
      expect(await readFile(join(dir, 'vigia.yml'), 'utf8')).toContain('token: ${WOLKVOX_TOKEN_CALI}');
    },
  );

  it('writes nothing when the input ends before the questions do', QUICK, async () => {
    const asked = await init(dir, ['es', wolkvox.url]);
    expect(asked).toMatchObject({ code: 64 });
    expect(asked.err).toContain('No se escribió nada.');
    expect((await init(dir, ['en', wolkvox.url])).err).toContain('Nothing was written.');
    await expect(stat(join(dir, 'vigia.yml'))).rejects.toThrow();
  });
});
