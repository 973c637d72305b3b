import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formsOn } from './digest-forms.ts';
import { type Floor, openFloor } from '../floor/floor.ts';

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor();
});
afterEach(() => floor.stop());

const forms = () => formsOn(floor);
const auditLines = () => floor.bot.house.audit.read(20);
const stored = () => floor.bot.digests.book.list();
const declared = () => [...floor.schedules.declared.keys()].filter((id) => id.startsWith('digests/'));

/** Each with what is said in that language. */
const SPOKEN = [
  {
    person: 'laura',
    add: 'resúmenes agregar',
    list: 'resúmenes',
    pause: 'resúmenes pausar corte del dia',
    name: 'Corte del día',
    times: 'De lunes a viernes a las 07:30 (Bogotá), sin festivos',
    next: 'Próximos envíos: ',
    part: 'agentes hoy top 5',
    saved: 'Guardado: Corte del día.',
    paused: 'En pausa: Corte del día.',
    one: '1 resumen',
    resume: 'Reanudar',
    remove: 'Quitar',
    removed: 'Quitado: Corte del día.',
  },
  {
    person: 'grace',
    add: 'digests add',
    list: 'digests',
    pause: 'pause the digest "day cut"',
    name: 'Day cut',
    times: 'Monday to Friday at 07:30 (Bogotá), not on holidays',
    next: 'Next times: ',
    part: 'agents today top 5',
    saved: 'Saved: Day cut.',
    paused: 'Paused: Day cut.',
    one: '1 digest',
    resume: 'Resume',
    remove: 'Remove',
    removed: 'Removed: Day cut.',
  },
  {
    person: 'joao',
    add: 'resumos adicionar',
    list: 'resumos',
    pause: 'resumos pausar corte do dia',
    name: 'Corte do dia',
    times: 'De segunda a sexta às 07:30 (Bogotá), sem feriados',
    next: 'Próximos envios: ',
    part: 'agentes hoje top 5',
    saved: 'Salvo: Corte do dia.',
    paused: 'Em pausa: Corte do dia.',
    one: '1 resumo',
    resume: 'Retomar',
    remove: 'Remover',
    removed: 'Removido: Corte do dia.',
  },
] as const;

describe('a digest made in Slack', () => {
  it.each(SPOKEN)('is chosen in a form, saved, listed, paused, resumed and removed ($person)', async (said) => {
    const { person } = said;
    await forms().open(person, said.add);
    await forms().change(person, 'reports', ['agents'], said.next);
    await forms().change(person, 'period', 'today', said.part.split(' top')[0] ?? '');
    await forms().change(person, 'options', ['top5'], said.part);
    await forms().change(person, 'time', '07:30', said.times);
    await floor.slack.submitView(person, { name: said.name });
    expect(forms().top(person)).toBeUndefined();
    await forms().answer(person, said.saved);
    const [digest] = await stored();
    expect(digest).toMatchObject({
      name: said.name,
      operation: 'bogota',
      targets: [{ kind: 'channel', id: 'C01OPERACIONES' }],
      parts: [{ kind: 'report', words: said.part }],
      cadence: { kind: 'times', at: ['07:30'], weekdays: [1, 2, 3, 4, 5] },
      zone: null,
      locale: null,
      skipHolidays: true,
      paused: false,
      origin: 'slack',
    });
    expect(declared()).toHaveLength(1);

    const list = await floor.ask(person, said.list);
    expect(list.text).toContain(said.one);
    expect(list.text).toContain(said.name);

    const paused = await floor.ask(person, said.pause);
    expect(paused.text).toContain(said.paused);
    expect((await stored())[0]?.paused).toBe(true);
    expect(declared()).toEqual([]);

    await floor.press(person, paused, said.resume);
    expect((await stored())[0]?.paused).toBe(false);
    expect(declared()).toHaveLength(1);

    const removed = await floor.press(person, await floor.ask(person, said.list), said.remove);
    expect(removed.text).toContain(said.removed);
    expect(await stored()).toEqual([]);
    expect(declared()).toEqual([]);
    const lines = (await auditLines()).map(({ deed, about, result }) => `${deed} ${about} ${result}`);
    expect(lines.reverse()).toEqual(
      ['add', 'pause', 'resume', 'remove'].map((verb) => `manage-digests ${verb} ${digest?.id} done`),
    );
  });
});
