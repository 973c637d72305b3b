import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDirectory } from '../../../src/adapters/store/directory-lock.ts';
import { thisProcess } from '../../../src/adapters/store/process-identity.ts';

const QUICK = { everyMs: 10, silenceMs: 200 };

describe('lockDirectory', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'vigia-lock-'));
  });
  afterEach(async () => {
    await rm(dir, { recursive: true, force: true });
  });

  it('is taken once, and again after its release', async () => {
    const lock = await lockDirectory(dir);
    expect(lock).not.toBeNull();
    expect(await lockDirectory(dir)).toBeNull();
    lock?.release();
    const again = await lockDirectory(dir);
    expect(again).not.toBeNull();
    again?.release();
    expect(await readdir(dir)).toHaveLength(1);
  });

  it('is given to exactly one of many who ask at once', async () => {
    const locks = await Promise.all(Array.from({ length: 20 }, () => lockDirectory(dir)));
    const held = locks.filter((lock) => lock !== null);
    expect(held).toHaveLength(1);
    held[0]?.release();
  });

  it('is taken over from a process that was killed', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    const pid = child.pid ?? 0;
    await once(child, 'exit');
    await writeFile(join(dir, 'lock.7'), JSON.stringify({ ...thisProcess(), pid, started: '1' }));
    const lock = await lockDirectory(dir);
    expect(lock).not.toBeNull();
    expect(await readdir(dir)).toEqual(['lock.8']);
    lock?.release();
  });

  it('is taken over when another process got the number of the one that was killed', async () => {
    await writeFile(join(dir, 'lock.1'), JSON.stringify({ ...thisProcess(), started: '1' }));
    const lock = await lockDirectory(dir);
    expect(lock).not.toBeNull();
    lock?.release();
  });

  it('is taken over from an unreadable file', async () => {
    await writeFile(join(dir, 'lock.1'), '{"pid":');
    const lock = await lockDirectory(dir);
    expect(lock).not.toBeNull();
    lock?.release();
  });

  it('is taken over from another container that shows no heartbeat', async () => {
    await writeFile(join(dir, 'lock.1'), JSON.stringify({ ...thisProcess(), space: 'elsewhere' }));
    const lock = await lockDirectory(dir, QUICK);
    expect(lock).not.toBeNull();
    lock?.release();
  });

  it('is not taken from another container whose heart beats', async () => {
    const lock = await lockDirectory(dir, QUICK);
    const path = join(dir, 'lock.1');
    const held = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...held, space: 'elsewhere' }));
    expect(await lockDirectory(dir, QUICK)).toBeNull();
    lock?.release();
  });
});
