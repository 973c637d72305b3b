import { afterEach, expect, it } from 'vitest';
import { type Floor, openFloor, READING } from './floor/floor.ts';

let floor: Floor | null = null;
afterEach(() => floor?.stop());

it('a bot that is told to end while wolkvox hangs ends within thirty seconds, and who asked is told', async () => {
  floor = await openFloor();
  const { slack, wolkvox, clock, bot } = floor;
  wolkvox.fail({ kind: 'hang', api: 'cdr_2', times: 1 });
  const asked = await slack.slash('laura', 'operaciones', 'agentes ayer');
  if (!asked.ok) throw new Error(asked.error);
  await wolkvox.whenLogged(1);
  const before = clock.now();
  await clock.passing(bot.stop(), 30_000);
  expect(clock.now() - before).toBeLessThanOrEqual(30_000);
  expect(await asked.answer(({ text }) => !READING.test(text))).toMatchObject({
    text: expect.stringContaining('El bot se está reiniciando'),
  });
});
