import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Floor, openFloor } from './floor/floor.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({
    people: [{ id: 'U09PAUL', handle: 'paul', name: 'Paul Reyes', locale: 'es-LA', team: 'T09PROVEEDOR' }],
  });
});
afterAll(() => floor.stop());

it('somebody of another company in a shared channel is shown nothing, by a command or by the buttons of a report', async () => {
  await floor.ask('laura', 'agentes ayer here');
  const [post] = floor.slack.messages('operaciones').slice(-1);
  if (post === undefined) throw new Error('nothing was posted');
  for (const said of [await floor.ask('paul', 'agentes ayer'), await floor.press('paul', post, 'run:previous')]) {
    expect(said.text).toMatch(/Todavía no tienes un rol/);
    expect(said.onlyFor).toBe('U09PAUL');
  }
});
