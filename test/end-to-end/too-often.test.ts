import { afterAll, beforeAll, expect, it } from 'vitest';
import { ASKS_PER_MINUTE } from '../../src/core/pacing/person-rate.ts';
import { type Floor, openFloor } from './floor/floor.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.stop());

it('who asks sixty times within a minute is told alone to wait, others are answered, and a minute later all is well', async () => {
  for (let asked = 0; asked < ASKS_PER_MINUTE - 1; asked += 1) await floor.ask('laura', 'ayuda');
  const last = await floor.ask('laura', 'agentes ayer');
  const requests = floor.wolkvox.log.length;
  for (const said of [await floor.ask('laura', 'aux ayer'), await floor.press('laura', last, 'run:previous')]) {
    expect(said).toMatchObject({ text: expect.stringMatching(/^Van más de 60 .*Espera 60 s/), onlyFor: 'U01LAURA' });
  }
  expect(floor.wolkvox.log).toHaveLength(requests);
  expect((await floor.ask('grace', 'agents yesterday')).text).toMatch(/calls yesterday/);
  floor.clock.move(60_000);
  expect((await floor.ask('laura', 'agentes ayer')).text).toMatch(/llamadas ayer/);
});
