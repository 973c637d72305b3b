import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts';
import { start } from './floor/child.ts';
import { READING } from './floor/floor.ts';
import { openTown, type Town } from './floor/town.ts';

const redis: RedisServer | null = await startRedis();
let town: Town;
beforeAll(async () => {
  // So short that what a killed worker asked for may soon be asked for again.
  town = await openTown((usual) => usual.replace('spacing: 0s', 'spacing: 0s, freshness: 30s'));
});
afterAll(async () => {
  await town.close();
  await redis?.close();
});
afterEach(() => town.wolkvox.heal());

const isAnswer = ({ text }: { readonly text: string }) => !READING.test(text);
const requests = (api: string) => town.wolkvox.log.filter((one) => one.api === api);

describe('a bot of one process that is told to end', () => {
  it('still gives the answer that is under way, takes nothing more, and ends well', async () => {
    const bot = await town.run();
    town.wolkvox.fail({ kind: 'hang', api: 'cdr_2', times: 1 });
    const before = town.wolkvox.log.length;
    const asked = await town.slack.slash('laura', 'operaciones', 'agentes ayer');
    await town.wolkvox.whenLogged(before + 1);
    const ended = bot.end();
    await town.slack.waitFor(() => town.slack.sockets.count === 0);
    town.wolkvox.release();
    expect((await asked.answer(isAnswer)).text).toMatch(/llamadas ayer/);
    const { code, out, err } = await ended;
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('"event":"stopped"');
  });

  it('has its answers after the next start, without asking again', async () => {
    const bot = await town.run();
    const before = requests('cdr_2').length;
    const asked = await town.slack.slash('laura', 'operaciones', 'agentes ayer');
    expect((await asked.answer(isAnswer)).text).toMatch(/llamadas ayer/);
    expect(requests('cdr_2')).toHaveLength(before);
    expect((await bot.end()).code).toBe(0);
  });

  it('is the only one on its data directory: a second one says so and ends', async () => {
    const bot = await town.run();
    const { code, err } = await start('src/main.ts', [], town.env).ended;
    expect([code, err]).toEqual([75, expect.stringMatching(/^store\.locked: .*REDIS_URL/)]);
    await bot.end();
  });

  it('says that its port is taken, which variable helps, and lets go of its data', async () => {
    const bot = await town.run();
    const elsewhere = { ...town.env, PORT: String(bot.port), VIGIA_DATA_DIR: `${town.env['VIGIA_DATA_DIR']}-2` };
    const { code, err, out } = await start('src/main.ts', [], elsewhere).ended;
    expect([code, err]).toEqual([78, expect.stringMatching(/^port\.unavailable: .*127\.0\.0\.1:\d+\..* PORT\./)]);
    expect(out).not.toContain('"level":"error"');
    await bot.end();
    const again = await town.run({ VIGIA_DATA_DIR: elsewhere.VIGIA_DATA_DIR });
    expect((await again.end()).code).toBe(0);
  });
});

describe.skipIf(redis === null)('processes on one Redis', () => {
  const shared = { REDIS_URL: redis?.url ?? '' };

  it('two that do all: one request for what both are asked, and both were asked', async () => {
    const [one, other] = await Promise.all([town.run(shared), town.run(shared)]);
    const before = requests('agent_3').length;
    const given = town.slack.sockets.deliveries.length;
    const invoked = await Promise.all(
      Array.from({ length: 20 }, () => town.slack.slash('laura', 'operaciones', 'aux ayer')),
    );
    const answers = await Promise.all(invoked.map((asked) => asked.answer(isAnswer)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(requests('agent_3')).toHaveLength(before + 1);
    expect(town.slack.sockets.deliveries.slice(given - 2).filter((count) => count > 0).length).toBeGreaterThanOrEqual(
      2,
    );
    expect([(await one.end()).code, (await other.end()).code]).toEqual([0, 0]);
  });

  it('one that listens and one that works: the answer comes', async () => {
    const [web, worker] = await Promise.all([
      town.run({ ...shared, VIGIA_ROLE: 'web' }),
      town.run({ ...shared, VIGIA_ROLE: 'worker' }),
    ]);
    const asked = await town.slack.slash('grace', 'operaciones', 'hold yesterday');
    expect((await asked.answer(isAnswer)).text).toMatch(/Accepted/);
    const { status } = await fetch(`http://127.0.0.1:${worker.port}/readyz`);
    expect(status).toBe(200);
    expect([(await web.end()).code, (await worker.end()).code]).toEqual([0, 0]);
  });

  it('a worker is killed in the middle of a request: another takes it up, and the asker gets the answer', async () => {
    const web = await town.run({ ...shared, VIGIA_ROLE: 'web' });
    const doomed = await town.run({ ...shared, VIGIA_ROLE: 'worker' });
    town.wolkvox.fail({ kind: 'hang', api: 'cdr_2', times: 1 });
    const before = town.wolkvox.log.length;
    const asked = await town.slack.slash('laura', 'operaciones', 'agentes 2025-11-06');
    await town.wolkvox.whenLogged(before + 1);
    doomed.child.kill('SIGKILL');
    await doomed.ended;
    const heir = await town.run({ ...shared, VIGIA_ROLE: 'worker' });
    const { text } = await asked.answer(isAnswer);
    expect(text).toMatch(/llamadas/);
    await Promise.all([web.end(), heir.end()]);
  }, 120_000);
});
