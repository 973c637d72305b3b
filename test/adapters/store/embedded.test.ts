import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Embedded, openEmbedded } from '../../../src/adapters/store/embedded.ts';
import { openEngine } from '../../../src/adapters/store/index.ts';
import { forgetExpired, tidy } from '../../../src/adapters/store/schema.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

const WRITER = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url));

describe('the embedded store on disk', () => {
  let root: string;
  let dir: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'vigia-embedded-'));
    dir = join(root, 'deep', 'data');
  });
  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });
  const open = async (): Promise<Embedded> => {
    const opened = await openEmbedded({ dir, log: notingLog() });
    if (!opened.ok) throw new Error(opened.problem.code);
    return opened.value;
  };
  const startWriter = (): { child: ChildProcess; heard: () => string } => {
    const child = spawn(process.execPath, [WRITER, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
    let heard = '';
    child.stdout.on('data', (data: Buffer) => (heard += data.toString()));
    return { child, heard: () => heard };
  };

  it('makes the directory, and has everything after it was closed and opened again', async () => {
    const first = await open();
    const revision = await first.store.documents.put('room', 'k', { kept: true });
    await first.store.logs.append('log', 5, 'entry');
    await first.store.counters.add('count', 3, Date.UTC(2099, 0, 1));
    await first.store.claims.take('claim', 'a', 1_000, 2_000);
    await first.close();
    await first.close();
    const second = await open();
    expect(await second.store.documents.get('room', 'k')).toEqual({ key: 'k', value: { kept: true }, revision });
    expect(await second.store.logs.read('log')).toEqual([{ at: 5, value: 'entry' }]);
    expect(await second.store.counters.get('count')).toBe(3);
    expect(await second.store.claims.take('claim', 'b', 1_500, 2_000)).toBe(false);
    await second.close();
  });

  it('refuses a second process with the directory as a fact, and lets it in afterwards', async () => {
    const engine = await openEngine({ redisUrl: null, dataDir: dir, log: notingLog() });
    if (!engine.ok) throw new Error(engine.problem.code);
    expect(await engine.value.describe()).toEqual({ kind: 'embedded', dir });
    expect(await openEmbedded({ dir, log: notingLog() })).toMatchObject({
      ok: false,
      problem: { code: 'store.locked', facts: { dir } },
    });
    const { child, heard } = startWriter();
    expect(await once(child, 'exit')).toEqual([75, null]);
    expect(heard()).toBe(`store.locked ${dir}\n`);
    await engine.value.close();
  });

  it('has every write that was acknowledged to a process that was then killed', async () => {
    const { child, heard } = startWriter();
    await vi.waitFor(() => expect(heard().split('\n').length).toBeGreaterThan(60), 20_000);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const acknowledged = heard().split('\n').slice(0, -1);
    const { store, close } = await open();
    const kept = new Set((await store.documents.list('kept')).map((document) => document.key));
    expect(acknowledged.filter((key) => !kept.has(key))).toEqual([]);
    expect(await store.counters.get('kept')).toBeGreaterThanOrEqual(acknowledged.length);
    await close();
  });
});

describe('the embedded store in memory', () => {
  it('forgets what expired more than the grace ago, alone', async () => {
    const { store, pool, close } = await openTestStore();
    const far = Date.UTC(2099, 0, 1);
    await store.documents.put('room', 'old', 1, { expiresAt: 1_000 });
    await store.documents.put('room', 'young', 1, { expiresAt: far });
    await store.documents.put('room', 'everlasting', 1);
    await store.counters.add('old', 1, 1_000);
    await forgetExpired(pool);
    expect(await store.documents.list('room')).toHaveLength(3);
    await pool.query("UPDATE vigia.document SET forget_at = 1 WHERE key = 'old'");
    await pool.query('UPDATE vigia.counter SET forget_at = 1');
    await forgetExpired(pool);
    expect((await store.documents.list('room')).map(({ key }) => key)).toEqual(['everlasting', 'young']);
    expect(await store.counters.get('old')).toBe(0);
    await close();
  });

  it('refuses tables that a newer version wrote', async () => {
    const { pool, close } = await openTestStore();
    await pool.query('INSERT INTO vigia.migration VALUES (9999)');
    const { migrate } = await import('../../../src/adapters/store/schema.ts');
    await expect(migrate(pool)).rejects.toThrow('newer version');
    await close();
  });
});

describe('the embedded store, tidied', () => {
  it('grows no further with values that are written again and again, neither in its tables nor in its journal', async () => {
    const { pool, store, close } = await openTestStore();
    const rewrite = async (): Promise<{ readonly table: number; readonly journal: number }> => {
      for (let at = 0; at < 400; at += 1) {
        await store.documents.put('answer', `key ${at % 20}`, randomBytes(24_000).toString('hex'));
      }
      await tidy(pool);
      const { rows } = await pool.query<{ table: string; journal: string }>(`
        SELECT pg_total_relation_size('vigia.document') AS table, (SELECT sum(size) FROM pg_ls_waldir()) AS journal`);
      return { table: Number(rows[0]?.table), journal: Number(rows[0]?.journal) };
    };
    await rewrite();
    const second = await rewrite();
    let last = second;
    for (let round = 0; round < 4; round += 1) last = await rewrite();
    expect(last.table).toBeLessThan(second.table * 1.2);
    expect(last.journal).toBeLessThanOrEqual(second.journal * 2);
    expect(await store.documents.get('answer', 'key 3')).not.toBeNull();
    await close();
  }, 60_000);
});
