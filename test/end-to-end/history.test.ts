import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { openEmbedded } from '../../src/adapters/store/embedded.ts';
import { loadProgress } from '../../src/flows/history/history-progress.ts';
import { startWolkvox } from '../../src/simulators/wolkvox/index.ts';
import { dump } from '../flows/history/history-fixture.ts';
import { notingLog } from '../fixtures/quiet-log.ts';
import { freshDataDir } from './data-dir.ts';
import { vigia } from './child.ts';
import { openFloor } from './floor.ts';
import { BOGOTA } from './history-operation.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FRIDAY_0040 = Date.parse('2025-11-14T00:40:00-05:00');
const MINUTE = 60_000;
const KILLS = 50;

type Where = { readonly dir: string; readonly url: string; readonly token: string };

/** Runs the child from an instant on; kills it so many ms after it began, or lets it end. Gives whether it ended by itself. */
async function run({ dir, url, token }: Where, from: number, killedAfter: number | null): Promise<boolean> {
  const script = 'test/end-to-end/history-child.ts';
  const child = spawn(process.execPath, ['--import', './test/end-to-end/child-world.ts', script, dir, url, token], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', FLOOR_TIME: String(from) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), ended]);
  if (killedAfter !== null) {
    await Promise.race([pause(killedAfter), ended]);
    child.kill('SIGKILL');
  }
  const [code] = await ended;
  return code === 0;
}

async function kept(dir: string): Promise<{ readonly all: readonly unknown[]; readonly progress: unknown }> {
  const opened = await openEmbedded({ dir, log: notingLog() });
  if (!opened.ok) throw new Error(opened.problem.code);
  const { store } = opened.value;
  const all = await dump(store);
  const progress = await loadProgress(store.documents, BOGOTA);
  await opened.value.close();
  return { all, progress: progress && { from: progress.from, days: progress.days, marks: progress.marks } };
}

describe('the bot', () => {
  it('keeps its history by the clock, and says in Slack and in the terminal how far it is', async () => {
    const floor = await openFloor();
    await vi.waitFor(() => expect(floor.schedules.declared.size).toBe(5));
    const run = (id: string) => floor.clock.passing(floor.schedules.run(id, floor.clock.now()));
    await run('history/close/bogota');
    await run('history/hours/bogota');
    await run('live/slice/bogota');
    await run('history/fill/bogota');
    const { house } = floor.bot;
    const [operation] = house.settings.operations;
    expect((await house.history.day(operation, 'agents', '2025-11-13')).kind).toBe('kept');
    expect((await house.history.marks(operation, 'hold', '2025-11-14')).at(-1)).toMatchObject({
      hour: 10,
      kind: 'kept',
    });
    expect(await house.history.slices(operation, '2025-11-14')).toHaveLength(1);
    expect((await floor.ask('U02CARLOS', 'status')).text).toContain('16 de 112 días de informe');
    const file = join(floor.env['VIGIA_DATA_DIR'] ?? '', 'vigia.yml');
    await writeFile(file, floor.yaml);
    await floor.bot.stop();
    const { code, out } = await vigia('history', { ...floor.env, VIGIA_CONFIG: file });
    expect(code).toBe(0);
    expect(out).toMatch(/agents +días: 4 guardados, 24 por pedir; horas: /);
    expect(out).toMatch(/live +1 hora con tramos/);
    expect((await vigia('history nowhere', { ...floor.env, VIGIA_CONFIG: file })).code).toBe(64);
    await floor.stop();
  });
});

describe('the history', () => {
  it(`is the same as ever after ${KILLS} kills at any moment of its making`, { timeout: 600_000 }, async () => {
    const wolkvox = await startWolkvox({ now: () => FRIDAY_0040 + 12 * 60 * MINUTE });
    const [calm, rough] = await Promise.all([freshDataDir(), freshDataDir()]);
    const where = { url: wolkvox.url, token: wolkvox.token };
    expect(await run({ ...where, dir: calm.dir }, FRIDAY_0040, null)).toBe(true);
    const calmly = wolkvox.log.length;
    let from = FRIDAY_0040;
    let endedEarly = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      if (await run({ ...where, dir: rough.dir }, from, Math.floor(Math.random() * 400))) endedEarly += 1;
      from += 6 * MINUTE;
    }
    expect(await run({ ...where, dir: rough.dir }, from, null)).toBe(true);
    expect(endedEarly).toBeLessThan(KILLS / 2);
    const undisturbed = await kept(calm.dir);
    expect(undisturbed.all.length).toBe(28 * 4 + 20 * 4);
    expect(await kept(rough.dir)).toEqual(undisturbed);
    // Each kill may waste the one request that was under way.
    expect(wolkvox.log.length - calmly).toBeLessThanOrEqual(calmly + 2 * KILLS);
    await wolkvox.close();
    await Promise.all([calm.remove(), rough.remove()]);
  });
});
