import { execFile, exec } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigia-compile-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('what npm ci ends with', () => {
  it('compiles all that a start loads, and runs none of it', async () => {
    const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: folder };
    const run = (file: string, more = {}, words: readonly string[] = []) =>
      promisify(execFile)(process.execPath, [file, ...words], {
        cwd: folder,
        env: { ...env, ...more },
        maxBuffer: 1e8,
      });
    const compile = new URL('bin/compile.mjs', root).pathname;
    // Whoever makes a new database takes its folder from the command line.
    expect(await run(compile, {}, ['data'])).toEqual({ stdout: '', stderr: '' });
    expect(await readdir(folder)).not.toContain('data');

    const started = await run(new URL('bin/vigia.mjs', root).pathname, { NODE_DEBUG_NATIVE: 'COMPILE_CACHE' });
    const missing = started.stderr.match(/no transpile cache for .*/g) ?? [];
    expect(missing).toEqual([]);
    expect((await readdir(folder, { recursive: true })).length).toBeGreaterThan(500);
  });

  it('fails nowhere, also where there is nothing to compile', async () => {
    expect(await promisify(exec)(scripts['postinstall'] ?? 'false', { cwd: folder })).toEqual({
      stdout: '',
      stderr: '',
    });
  });
});
