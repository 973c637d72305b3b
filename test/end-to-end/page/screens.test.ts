import { words } from '../../../src/core/i18n/words.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message, View } from '../../../src/simulators/slack/index.ts';
import { type Floor, openFloor } from '../floor/floor.ts';
import { buttonsOn, saysNumber } from '../floor/read-message.ts';
import * as recount from '../floor/recount.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({ yaml: (usual) => usual.replace('viewer: everyone', 'viewer: [U04EMMA]') });
});
afterAll(() => floor.stop());

const today = { date_ini: '20251114000000', date_end: '20251114235959' };
const wordsOf = (view: View): string => JSON.stringify(view.body.blocks);
async function home(person: string): Promise<string> {
  const published = () => floor.slack.log.filter(({ method }) => method === 'views.publish').length;
  const before = published();
  await floor.slack.openHome(person);
  await floor.slack.waitFor(() => published() > before);
  return wordsOf(floor.slack.home(person) ?? never());
}

describe('App Home', () => {
  it('says that nothing was read yet, and asks wolkvox nothing', async () => {
    floor.wolkvox.clearLog();
    expect(await home('laura')).toContain('Aún no se ha leído nada hoy.');
    expect(floor.wolkvox.log).toEqual([]);
  });

  it('shows today from what was read, with the quota, and asks wolkvox nothing', async () => {
    await floor.ask('laura', 'agentes hoy');
    floor.wolkvox.clearLog();
    const shown = await home('laura');
    const { calls } = recount.agents(floor.wolkvox.truth(today), floor.wolkvox);
    expect(saysNumber(shown, calls, 'es')).toBe(true);
    expect(shown).toContain('de 10.000 usadas');
    expect(floor.wolkvox.log).toEqual([]);
  });

  it('answers its buttons by direct message', async () => {
    await home('laura');
    await floor.slack.press('laura', 'home', 'agentes ayer');
    const direct = await floor.slack.waitFor(() => floor.slack.messages('D01LAURA').at(-1));
    expect(direct.text).toMatch(/llamadas ayer/);
  });

  it('takes a language, which the next answer is in', async () => {
    await home('laura');
    await floor.slack.press('laura', 'home', 'English');
    await floor.slack.waitFor(() => wordsOf(floor.slack.home('laura') ?? never()).includes('Today at'));
    expect((await floor.ask('laura', 'agentes ayer')).text).toMatch(/calls yesterday/);
    await floor.slack.press('laura', 'home', 'Español');
    await floor.slack.waitFor(() => wordsOf(floor.slack.home('laura') ?? never()).includes('Hoy en'));
    expect((await floor.ask('laura', 'agentes ayer')).text).toMatch(/llamadas ayer/);
  });
});

describe('help', () => {
  it.each([
    ['laura', 'ayuda', 'Qué puedes preguntar'],
    ['grace', '', 'What you can ask'],
    ['joao', 'ajuda', 'O que você pode perguntar'],
  ])('speaks the language of %s, who typed "%s"', async (person, typed, title) => {
    expect((await floor.ask(person, typed)).text).toContain(title);
  });

  it('has a button for each example, and each one runs', async () => {
    const help = await floor.ask('laura', 'ayuda');
    const examples = [...JSON.stringify(help.blocks).matchAll(/"action_id":"(say:[^"]+)"/g)].map(([, id = '']) => id);
    const { asks, others } = words('es').help;
    expect(examples).toHaveLength(asks.length + others.length);
    for (const id of examples) {
      // One press replaces the help, which only Laura sees, so that each is pressed on help of its own.
      const answer = await floor.press('laura', await floor.ask('laura', 'ayuda'), id);
      expect([id, answer.text]).toEqual([id, expect.not.stringMatching(/No conozco|falló|expired/)]);
    }
  });
});

describe('status', () => {
  it('says that all is well, the quota used, what was read last and what comes next', async () => {
    const { text } = await floor.ask('laura', 'estado');
    expect(text).toContain('Todo funciona.');
    expect(text).toMatch(/Cuota de hoy: \d+ de 10\.000 usadas/);
    expect(text).toMatch(/Agentes: 10:30/);
    expect(text).toContain('Próximos resúmenes: ninguno');
    expect(text).toContain('Versión 0.0.0');
  });
});

describe('check', () => {
  it('prints the exact window and the totals to hold against wolkvox Manager', async () => {
    const { text } = await floor.ask('laura', 'cuadrar agentes ayer');
    expect(text).toContain('cdr_2');
    expect(text).toContain('Desde: 2025-11-13 00:00:00');
    expect(text).toContain('Hasta: 2025-11-13 23:59:59');
    const { calls } = recount.agents(
      floor.wolkvox.truth({ date_ini: '20251113000000', date_end: '20251113235959' }),
      floor.wolkvox,
    );
    expect(saysNumber(text, calls, 'es')).toBe(true);
  });
});

describe('what is not understood', () => {
  it('is quoted, with the nearest words as buttons that run', async () => {
    const message = await floor.ask('laura', 'agnetes');
    expect(message.text).toContain('No conozco "agnetes"');
    expect(message.text).toContain('agentes');
    const [first = ''] = buttonsOn(message);
    const answer = await floor.press('laura', message, first);
    expect(answer.text).toMatch(/llamadas/);
  });

  it('cannot smuggle mentions or links into the answer', async () => {
    const message = await floor.ask('laura', 'agnetes <!channel> <@U02CARLOS> <http://example.test|ver>');
    expect(JSON.stringify([message.text, message.blocks])).not.toMatch(/<!channel>|<@U02CARLOS>|<http/);
  });
});

describe('against the usual', () => {
  it('says that there is no history yet, and what to ask instead', async () => {
    const { text } = await floor.ask('laura', 'agentes ayer vs habitual');
    expect(text).toContain('Todavía no hay historia para comparar con lo habitual');
    const command = /con (\/wolkvox .+?) se compara/.exec(text)?.[1] ?? '';
    const compared = await floor.ask('laura', command.replace('/wolkvox ', ''));
    expect(compared.text).toContain('comparado con mié 12 nov');
  });
});

describe('against a day without rows', () => {
  it('says so, and puts no figure beside', async () => {
    const { text } = await floor.ask('laura', 'agentes lunes vs anterior');
    expect(text).toContain('sin comparación: wolkvox no tiene filas de dom 9 nov');
    expect(text).not.toContain('(antes');
  });
});

describe('somebody without a role', () => {
  it('is told so, by command and by press, and sees no figure', async () => {
    const refused = await floor.ask('sara', 'agentes ayer');
    expect(refused.text).toContain('Todavía no tienes un rol');
    await floor.press('laura', await floor.ask('laura', 'agentes ayer'), 'Compartir');
    const shared = floor.slack.messages('operaciones').at(-1) ?? never();
    const pressed: Message = await floor.press('sara', shared, '◀');
    expect(pressed.text).toContain('Todavía no tienes un rol');
    expect(pressed.text).not.toMatch(/\d/);
  });
});

describe('a button of a version that is no more', () => {
  it('is answered with what to do', async () => {
    const asked = await floor.ask('laura', 'agentes ayer');
    const spoiled: Message['blocks'] = JSON.parse(
      JSON.stringify(asked.blocks).replaceAll(String.raw`[1,\"agents`, String.raw`[0,\"agents`),
    );
    floor.slack.workspace.edit(asked, { blocks: spoiled });
    expect((await floor.press('laura', asked, '◀')).text).toContain('Vuelve a pedirlo');
  });
});

function never(): never {
  throw new Error('there is nothing to look at');
}
