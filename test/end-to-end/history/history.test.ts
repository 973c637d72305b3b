import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { openEmbedded } from '../../../src/adapters/store/embedded.ts';
import { loadProgress, type Progress } from '../../../src/flows/history/history-progress.ts';
import { startWolkvox } from '../../../src/simulators/wolkvox/index.ts';
import { dump } from '../../flows/history/history-fixture.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';
import { freshDataDir } from '../floor/data-dir.ts';
import { vigia } from '../floor/child.ts';
import { openFloor } from '../floor/floor.ts';
import { BOGOTA } from './history-operation.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FRIDAY_0040 = Date.parse('2025-11-14T00:40:00-05:00');
const MINUTE = 60_000;
const KILLS = 50;
const OWN = ['close', 'hours', 'fill', 'trim'].map((what) => `history/${what}/bogota`).concat('live/slice/bogota');

type Where = { readonly dir: string; readonly url: string; readonly token: string };

/** Runs the child from an instant on; kills it so many ms after it began, or lets it end. Gives whether it ended by itself. */
async function run({ dir, url, token }: Where, from: number, killedAfter: number | null): Promise<boolean> {
  const script = 'test/end-to-end/history/history-child.ts';
  const child = spawn(
    process.execPath,
    ['--import', './test/end-to-end/floor/child-world.ts', script, dir, url, token],
    {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] ?? '', FLOOR_TIME: String(from) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), ended]);
  if (killedAfter !== null) {
    await Promise.race([pause(killedAfter), ended]);
    child.kill('SIGKILL');
  }
  const [code] = await ended;
  return code === 0;
}

type Kept = Pick<Progress, 'from' | 'days' | 'marks'>;

async function kept(dir: string): Promise<{ readonly all: readonly unknown[]; readonly progress: Kept | null }> {
  const opened = await openEmbedded({ dir, log: notingLog() });
  if (!opened.ok) throw new Error(opened.problem.code);
  const { store } = opened.value;
  const all = await dump(store);
  const progress = await loadProgress(store.documents, BOGOTA);
  await opened.value.close();
  return { all, progress: progress && { from: progress.from, days: progress.days, marks: progress.marks } };
}

/** Runs undisturbed to the end: a piece that was given up comes again once its pause is over, each pause twice as long as the last. */
async function finish(where: Where, from: number): Promise<void> {
  for (const hours of [0, 1, 3, 7, 15]) {
    expect(await run(where, from + hours * 60 * MINUTE, null)).toBe(true);
    const { progress } = await kept(where.dir);
    if (progress !== null && progress.days.holes + progress.marks.holes === 0) return;
  }
  expect.unreachable('a piece of the history is still a hole after fifteen hours');
}

describe('the bot', () => {
  it('keeps its history by the clock, and says in Slack and in the terminal how far it is', {
    timeout: 180_000,
  }, async () => {
    const floor = await openFloor();
    await vi.waitFor(() => expect([...floor.schedules.declared.keys()]).toEqual(expect.arrayContaining(OWN)), 30_000);
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
    expect((await floor.ask('U02CARLOS', 'status')).text).toContain('16 de 112 días leídos');
    const file = join(floor.env['VIGIA_DATA_DIR'] ?? '', 'vigia.yml');
    await writeFile(file, floor.yaml);
    await floor.bot.stop();
    const { code, out } = await vigia('history', { ...floor.env, VIGIA_CONFIG: file });
    expect(code).toBe(0);
    expect(out).toMatch(/agents +días: 4 guardados, 24 por pedir; horas: /);
    expect(out).toMatch(/live +1 hora con tramos/);
    expect(await vigia('justified bogota', { ...floor.env, VIGIA_CONFIG: file })).toMatchObject({ code: 0, out: '' });
    expect((await vigia('history nowhere', { ...floor.env, VIGIA_CONFIG: file })).code).toBe(64);
    await floor.stop();
  });
});

describe('the history', () => {
  it(`is the same as ever after ${KILLS} kills at any moment of its making`, { timeout: 900_000 }, async () => {
    const wolkvox = await startWolkvox({ now: () => FRIDAY_0040 + 12 * 60 * MINUTE });
    const where = { url: wolkvox.url, token: wolkvox.token };
    const calm = await freshDataDir();
    await finish({ ...where, dir: calm.dir }, FRIDAY_0040);
    const undisturbed = await kept(calm.dir);
    const calmly = wolkvox.log.length;
    expect(undisturbed.all.length).toBe(28 * 4 + 20 * 4);
    let histories = 0;
    for (let kills = 0; kills < KILLS; histories += 1) {
      const rough = await freshDataDir();
      let from = FRIDAY_0040;
      // One that is complete before its kill begins anew, so that every kill meets work.
      for (let ended = false; kills < KILLS && !ended; from += 6 * MINUTE) {
        ended = await run({ ...where, dir: rough.dir }, from, Math.floor(Math.random() * 400));
        if (!ended) kills += 1;
      }
      await finish({ ...where, dir: rough.dir }, from);
      expect(await kept(rough.dir)).toEqual(undisturbed);
      await rough.remove();
    }
    // Each kill may waste the one request that was under way.
    expect(wolkvox.log.length - calmly).toBeLessThanOrEqual(histories * calmly + 2 * KILLS);
    await wolkvox.close();
    await calm.remove();
  });
});
