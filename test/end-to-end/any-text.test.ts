import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Floor, openFloor, READING } from './floor/floor.ts';

const isAnswer = ({ text }: { readonly text: string }) => !READING.test(text);
const SEED = 20251114;
const WORDS =
  'agents agentes aux auxiliares pausas hold espera preview campaña campanha all todas live ahora agora check cuadrar conferir status estado help ayuda ajuda hoy today hoje ayer yesterday ontem lunes monday segunda this week last month últimos 7 días last 3 hours 2025-11-01 2025-11-01..2025-11-07 08:00-12:00 top 5 by cost por costo vs usual vs previous anterior csv xlsx here aquí bogota 22109 agnetes';
const ODD = [
  '“agentes”',
  '—',
  '<!channel>',
  '<@U02CARLOS>',
  '*negrita*',
  '`;',
  '￾',
  '👩‍💻',
  '٣',
  '\u202e',
  '../../etc',
  '0000-00-00',
  '31:99-32:00',
  'top -1',
  'top 99999999999',
  "' or 1=1",
  '${x}',
];

const typed = fc.oneof(
  fc.array(fc.constantFrom(...WORDS.split(' '), ...ODD), { maxLength: 8 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 3_000 }),
);

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.stop());

describe('whatever is typed', () => {
  it('gets exactly one answer that Slack takes, and breaks nothing', async () => {
    // Sharing adds nothing to what is tried here, and would fill the channel.
    const texts = fc
      .sample(typed, { numRuns: 1_000, seed: SEED })
      .map((text) => text.replaceAll(/here|aqu[ií]|csv|xlsx/gi, ''));
    const people = ['laura', 'grace', 'joao', 'emma'];
    for (let first = 0; first < texts.length; first += 20) {
      // Nobody is answered more than sixty times a minute.
      if (first % 200 === 0) floor.clock.move(60_000);
      const some = texts.slice(first, first + 20);
      const invoked = await Promise.all(
        some.map((text, at) => floor.slack.slash(people[at % 4] ?? '', 'operaciones', text)),
      );
      const answers = await floor.clock.passing(Promise.all(invoked.map((one) => one.answer(isAnswer))));
      expect(invoked.filter((one) => one.answers().filter(isAnswer).length !== 1)).toEqual([]);
      expect(answers.filter(({ text }) => text.trim() === '')).toEqual([]);
      expect(answers.filter(({ text, blocks }) => /<!channel>|<@U02/.test(text + JSON.stringify(blocks)))).toEqual([]);
    }
    expect(floor.slack.log.filter(({ ok }) => !ok)).toEqual([]);
    expect(floor.logged.filter((line) => /"level":"(error|warn)"/.test(line))).toEqual([]);
  });
});
