import { afterEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../../src/core/digests/digest.ts';
import { buttonsOn } from '../floor/read-message.ts';
import { formsOn } from './digest-forms.ts';
import { type Floor, openFloor } from '../floor/floor.ts';

let floor: Floor;
afterEach(() => floor.stop());

const MADE: Digest = {
  id: 'morning',
  name: 'Resumen de la mañana',
  operation: 'bogota',
  targets: [
    { kind: 'channel', id: 'C02SUPERVISORES' },
    { kind: 'person', id: 'U02CARLOS' },
  ],
  parts: [
    { kind: 'report', words: 'agentes ayer top 5' },
    { kind: 'report', words: 'espera jueves' },
    { kind: 'ledger' },
  ],
  cadence: { kind: 'times', at: ['08:10'], weekdays: [1, 2, 3, 4, 5] },
  zone: null,
  locale: null,
  skipHolidays: true,
  lateMs: 3_600_000,
  owner: 'U01LAURA',
  paused: false,
  origin: 'slack',
};
const FILE = `
digests:
  - id: night
    name: Cierre
    channels: [C02SUPERVISORES]
    reports: [hold today]
    at: "20:00"
`;

async function open(withFile = false): Promise<Floor> {
  floor = await openFloor({ yaml: (usual) => (withFile ? usual + FILE : usual) });
  return floor;
}
async function withMade(digest: Digest = MADE): Promise<void> {
  await open();
  await floor.bot.digests.book.save(digest, 'absent');
}
const stored = (id: string) => floor.bot.digests.book.get(id);
const audit = async () =>
  (await floor.bot.house.audit.read(20)).map((line) => `${line.actor} ${line.deed} ${line.about} ${line.result}`);

describe('the form of a digest', () => {
  it('says what is missing beside each field, in the language of the reader', async () => {
    await open();
    const forms = formsOn(floor);
    await forms.open('joao', 'resumos adicionar', 'D05JOAO');
    await floor.slack.submitView('joao', { name: 'Corte', words: 'agnetes ontem', channels: [], cadence: 'weekdays' });
    expect(forms.top('joao')?.errors).toEqual({
      words: '"agnetes ontem": Não conheço "agnetes". Você quis dizer agentes?',
      channels: 'Escolha pelo menos um canal ou uma pessoa.',
    });
    await floor.slack.submitView('joao', { words: 'agentes 2025-11-01', channels: ['C01OPERACIONES'] });
    expect(forms.top('joao')?.errors).toEqual({
      words: '"agentes 2025-11-01" daria sempre os mesmos dias. Use ontem, semana passada ou últimos 7 dias.',
    });
    await forms.change('joao', 'cadence', 'own', '"block_id":"times"');
    await floor.slack.submitView('joao', { words: '', times: '8:10, 25:00' });
    expect(forms.top('joao')?.errors).toEqual({
      reports: 'Escolha pelo menos um relatório ou escreva com as suas palavras.',
      times: 'Não entendo "25:00". Escreve-se 08:10, 12:10',
    });
    await forms.change('joao', 'cadence', 'cron', '"block_id":"cron"');
    expect(forms.shown('joao')).toContain('Não entendo esse padrão');
    await floor.slack.submitView('joao', { words: 'agora', cron: '* * * * *' });
    expect(forms.top('joao')?.errors).toEqual({ cron: expect.stringContaining('10 8 * * 1-5') });
    expect(await floor.bot.digests.book.list()).toEqual([]);
  });

  it('is filled with a digest that is edited, and loses nothing that it cannot show', async () => {
    await withMade();
    const forms = formsOn(floor);
    await forms.open('laura', 'editar resumen de la manana');
    expect(forms.shown('laura')).toContain('Lleva: agentes ayer top 5 · Devoluciones del día · espera jueves.');
    await floor.slack.submitView('laura', { name: 'Mañana' });
    await forms.answer('laura', 'Guardado: Mañana.');
    const { parts, ...rest } = MADE;
    expect((await stored('morning'))?.digest).toEqual({
      ...rest,
      name: 'Mañana',
      parts: [parts[0], { kind: 'ledger' }, { kind: 'report', words: 'espera jueves' }],
    });
    expect(await audit()).toEqual(['U01LAURA manage-digests edit morning done']);
  });

  it('does not save over what somebody else changed meanwhile', async () => {
    await withMade();
    const forms = formsOn(floor);
    await forms.open('laura', 'resúmenes editar morning');
    await floor.bot.digests.book.save({ ...MADE, name: 'Otro' }, (await stored('morning'))?.revision ?? 0);
    await floor.slack.submitView('laura', { name: 'Mío' });
    await forms.answer('laura', 'Alguien lo cambió mientras lo editabas.');
    expect((await stored('morning'))?.digest.name).toBe('Otro');
  });

  it('says so where Slack takes the press for it no more, and opens at the next one', async () => {
    await open();
    const forms = formsOn(floor);
    const list = await floor.ask('laura', 'resúmenes');
    floor.slack.scenario.fail('views.open', 'error', { error: 'expired_trigger_id' });
    const told = await floor.press('laura', list, 'digest-form:add');
    expect(told.text).not.toBe('');
    expect(forms.top('laura')).toBeUndefined();
    await floor.slack.press('laura', list.ts, 'digest-form:add');
    await forms.shows('laura', '"block_id":"name"');
  });

  it('opens from a card with the same report on other days, and shows and sends it before it is saved', async () => {
    await open();
    const forms = formsOn(floor);
    const card = await floor.ask('laura', 'agentes ayer por costo');
    await floor.slack.press('laura', card.ts, 'digest-form:schedule');
    await forms.shows('laura', 'Lleva: agentes ayer por costo.');
    await forms.change('laura', 'see', 'see', '*Operación Bogotá, ayer: ');
    await forms.change('laura', 'test', 'test', 'Te lo envié por mensaje directo.');
    expect(floor.slack.messages('D01LAURA').at(-1)?.text).toContain('llamadas');
    expect(await floor.bot.digests.book.list()).toEqual([]);
  });
});

describe('who may', () => {
  it('lets a viewer look, and neither make, pause nor send', async () => {
    await withMade();
    const forms = formsOn(floor);
    const list = await floor.ask('sara', 'resúmenes');
    expect(list.text).toContain('Resumen de la mañana');
    expect(buttonsOn(list)).toEqual([]);
    for (const words of ['resúmenes pausar morning', 'resúmenes quitar morning', 'resúmenes probar morning']) {
      floor.clock.move(2_000);
      expect((await floor.ask('sara', words)).text).toContain('supervisor');
    }
    await floor.slack.slash('sara', 'operaciones', 'resúmenes agregar');
    await forms.shows('sara', 'rol de supervisor');
    expect(forms.shown('sara')).not.toContain('"block_id":"name"');
    expect((await stored('morning'))?.digest.paused).toBe(false);
    expect(new Set((await audit()).map((line) => line.split(' ').at(-1)))).toEqual(new Set(['denied']));
  });

  it("leaves somebody else's digest to whoever made it and to administrators", async () => {
    await withMade();
    const denied = await floor.ask('grace', 'digests pause morning');
    expect(denied.text).toContain("somebody else's");
    expect((await stored('morning'))?.digest.paused).toBe(false);
    expect((await floor.ask('carlos', 'resúmenes pausar morning')).text).toContain('En pausa');
    expect(await audit()).toEqual([
      'U02CARLOS manage-others pause morning done',
      'U06GRACE manage-others pause morning denied',
    ]);
  });

  it('refuses a viewer the button of a supervisor', async () => {
    await withMade();
    const [seen, mine] = [await floor.ask('sara', 'resúmenes'), await floor.ask('laura', 'resúmenes')];
    floor.slack.workspace.edit(seen, { blocks: mine.blocks });
    expect((await floor.press('sara', seen, 'digest:pause')).text).toContain('supervisor');
    expect((await stored('morning'))?.digest.paused).toBe(false);
  });
});

describe('a digest of the file', () => {
  it('says so, can be paused and resumed, and neither changed nor removed', async () => {
    await open(true);
    const list = await floor.ask('laura', 'resúmenes');
    expect(list.text).toContain('En vigia.yml.');
    expect(buttonsOn(list)).toEqual(['Pausar', 'Enviármelo', 'Historial', 'Nuevo resumen']);
    expect((await floor.press('laura', list, 'Pausar')).text).toContain('En pausa: Cierre.');
    expect((await stored('night'))?.digest.paused).toBe(true);
    expect((await floor.ask('laura', 'resúmenes quitar cierre')).text).toContain('desde aquí no se cambia ni se quita');
    await floor.slack.slash('laura', 'operaciones', 'resúmenes editar cierre');
    await formsOn(floor).shows('laura', 'desde aquí no se cambia');
  });
});

describe('a digest that was made', () => {
  it('is found by a name that is nearly right', async () => {
    await withMade();
    const asked = await floor.ask('laura', 'resúmenes pausar mornin');
    expect(asked.text).toContain('No hay ningún resumen "mornin".');
    expect((await floor.press('laura', asked, 'digest:pause')).text).toContain('En pausa: Resumen de la mañana.');
  });

  it('is asked for in a whole sentence where several may be meant', async () => {
    await withMade();
    await floor.bot.digests.book.save({ ...MADE, id: 'other', name: 'Otro' }, 'absent');
    expect((await floor.ask('laura', 'resúmenes probar')).text).toContain('¿Cuál quieres que te envíe?');
    floor.clock.move(2_000);
    expect((await floor.ask('laura', 'resúmenes historial')).text).toContain('¿De cuál quieres ver los envíos?');
  });

  it('asks before it is removed by typed words', async () => {
    await withMade();
    expect((await floor.ask('laura', 'resúmenes quitar morning')).text).toContain('¿Quitar Resumen de la mañana?');
    expect(await stored('morning')).not.toBeNull();
  });

  it('stands in App Home with its next time, the holiday of Monday left out, and is changed there', async () => {
    await withMade();
    const forms = formsOn(floor);
    await floor.slack.openHome('laura');
    const home = () => JSON.stringify(floor.slack.home('laura')?.body.blocks ?? []);
    await floor.slack.waitFor(() => home().includes('Mis resúmenes'));
    expect(home()).toContain('Próximo: mar 18 nov 08:10.');
    await floor.slack.press('laura', 'home', 'digest-form:show');
    await forms.shows('laura', 'digest:pause');
    await floor.slack.press('laura', forms.top('laura')?.id ?? '', 'digest:pause');
    await forms.shows('laura', 'En pausa: Resumen de la mañana.');
    await floor.slack.waitFor(() => home().includes('En pausa.'));
  });

  it('is shown as the YAML that makes the same', async () => {
    await withMade();
    const forms = formsOn(floor);
    const list = await floor.ask('laura', 'resúmenes historial morning');
    const one = await floor.press('laura', list, 'Abrir');
    await floor.slack.press('laura', one.ts, 'digest-form:yaml');
    await forms.shows('laura', 'id: morning');
    expect(forms.shown('laura')).toContain('at: 08:10');
  });

  it('tells what became of its slots', async () => {
    await withMade();
    await floor.bot.digests.jobs.declare(MADE);
    const at = Date.parse('2025-11-18T13:10:00Z');
    floor.clock.move(at + 20 * 60_000 - floor.clock.now());
    await floor.bot.digests.sender.run('morning', at);
    const history = await floor.ask('laura', 'resúmenes historial morning');
    expect(history.text).toContain('Envíos de Resumen de la mañana');
    expect(history.text).toContain('hoy 08:10 → #C02SUPERVISORES: publicado con retraso, 08:30');
  });
});
