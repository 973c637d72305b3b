import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Floor, openFloor, READING } from './floor/floor.ts';

const MANY = Array.from({ length: 200 }, (_, at) => ({
  id: `U9${String(at).padStart(3, '0')}`,
  name: `Persona ${at}`,
  handle: `persona${at}`,
  locale: ['es-LA', 'en-US', 'pt-BR'][at % 3] ?? 'es-LA',
}));

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({ people: MANY });
});
afterAll(() => floor.stop());
afterEach(() => floor.wolkvox.heal());

describe('200 people who ask the same at once', () => {
  it('cost wolkvox one request, and each gets the figures in their language', async () => {
    floor.wolkvox.fail({ kind: 'hang', api: 'cdr_2', times: 1 });
    const invoked = await Promise.all(MANY.map(({ id }) => floor.slack.slash(id, 'operaciones', 'agents yesterday')));
    await floor.wolkvox.whenLogged(1);
    floor.wolkvox.release();
    const answers = await Promise.all(invoked.map((one) => one.answer(({ text }) => !READING.test(text))));
    const first = /^1[.,]717 (llamadas|calls|chamadas|ligações) (ayer|yesterday|ontem)\./;
    expect(answers.filter(({ text }) => !first.test(text)).map(({ text }) => text.slice(0, 80))).toEqual([]);
    expect(new Set(answers.map(({ onlyFor }) => onlyFor)).size).toBe(200);
    expect(floor.wolkvox.log.filter(({ api }) => api === 'cdr_2')).toHaveLength(1);
  });

  it('cost it nothing more within five minutes, and one more after them', async () => {
    const ask = () => Promise.all(MANY.slice(0, 30).map(({ id }) => floor.ask(id, 'agents yesterday')));
    floor.clock.move(299_000);
    await ask();
    expect(floor.wolkvox.log.filter(({ api }) => api === 'cdr_2')).toHaveLength(1);
    floor.clock.move(1_000);
    await ask();
    expect(floor.wolkvox.log.filter(({ api }) => api === 'cdr_2')).toHaveLength(2);
  });
});

describe('a slow wolkvox', () => {
  it('is told of after a moment, with what is being read; the answer follows', async () => {
    floor.wolkvox.fail({ kind: 'hang', api: 'diagram_2', times: 1 });
    const before = floor.wolkvox.log.length;
    const asked = await floor.slack.slash('laura', 'operaciones', 'espera ayer');
    await floor.wolkvox.whenLogged(before + 1);
    expect(asked.answers()).toEqual([]);
    floor.clock.move(10_000);
    expect((await asked.answer()).text).toMatch(/^Leyendo .*Operación Bogotá, ayer…/);
    floor.wolkvox.release();
    expect((await asked.answer(({ text }) => !READING.test(text))).text).toMatch(/devolu|devueltas|espera/i);
    expect(asked.answers()).toHaveLength(2);
  });

  it('is asked one thing after the other, never two at once', async () => {
    const { pacing } = floor.bot.house.settings.operations[0];
    expect(pacing).toMatchObject({ inFlight: 1 });
    floor.wolkvox.clearLog();
    await Promise.all(
      ['agentes 2025-11-10', 'aux 2025-11-10', 'espera 2025-11-10', 'campaña todas 2025-11-10'].map((words) =>
        floor.ask('laura', words),
      ),
    );
    expect(floor.wolkvox.log.length).toBeGreaterThanOrEqual(4);
    expect(floor.wolkvox.log.filter(({ inFlightAtStart }) => inFlightAtStart > 0)).toEqual([]);
  });
});
