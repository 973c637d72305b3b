import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts';
import { READING } from './floor/floor.ts';
import { openTown, type Process, type Town } from './floor/town.ts';

const redis: RedisServer | null = await startRedis();

describe.skipIf(redis === null)('a web and a worker whose Redis goes away', () => {
  let town: Town;
  let bots: readonly Process[];
  beforeAll(async () => {
    town = await openTown();
    const env = { REDIS_URL: redis?.url ?? '' };
    bots = await Promise.all(['web', 'worker'].map((role) => town.run({ ...env, VIGIA_ROLE: role })));
  });
  afterAll(async () => {
    await town.close();
    await redis?.close();
  });
  const ask = async (text: string): Promise<string> => {
    const asked = await town.slack.slash('laura', 'operaciones', text);
    return (await asked.answer((message) => !READING.test(message.text))).text;
  };
  const readyz = () =>
    Promise.all(bots.map(async ({ port }) => (await fetch(`http://127.0.0.1:${port}/readyz`)).status));

  it('say so to whoever asks and to /readyz, and work on once it is back, none of them started again', async () => {
    expect(await ask('agentes ayer')).toMatch(/llamadas ayer/);
    await redis?.away();
    await vi.waitFor(async () => expect(await readyz()).toEqual([503, 503]), { timeout: 20_000, interval: 100 });
    expect(await ask('aux ayer')).toContain('El bot no puede leer lo que guarda.');
    await redis?.back();
    await vi.waitFor(async () => expect(await readyz()).toEqual([200, 200]), { timeout: 30_000, interval: 100 });
    await vi.waitFor(async () => expect(await ask('aux 2025-11-12')).toMatch(/Break|Almuerzo|auxiliar/), {
      timeout: 30_000,
      interval: 500,
    });
    const ended = await Promise.all(bots.map((bot) => bot.end()));
    expect(ended.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ]);
  }, 120_000);
});
