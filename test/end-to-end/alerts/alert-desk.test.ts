import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Floor, openFloor } from '../floor/floor.ts';
import { keepLive, ruleFormsOn } from './rule-forms.ts';

const TODAY = '2025-11-14';
const MINUTE = 60_000;
const FIVE = 'alerts/bogota/5';

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor({
    yaml: (usual) => usual.replace('country: CO', 'country: CO\n    hours: mon-fri 07:00-19:00'),
  });
});
afterEach(() => floor.stop());

const forms = () => ruleFormsOn(floor);
const stored = () => floor.bot.alerts.book.list();
const cards = () => floor.slack.messages('operaciones').filter(({ text }) => /^[●○]/.test(text));
const tick = async (minutes = 5): Promise<void> => {
  floor.clock.move(minutes * MINUTE);
  await floor.schedules.run(FIVE, floor.clock.now());
};
const audited = async () =>
  (await floor.bot.house.audit.read(20)).map(({ deed, about, result }) => `${deed} ${about} ${result}`).reverse();
/** Every day of work one hour was a little worse than the last: the tenth day back by ten calls of thirty. */
const seed = () => keepLive(floor, TODAY, 14, (back) => back);

/** Each with what is said in that language. */
const SPOKEN = [
  {
    person: 'laura',
    add: 'alertas agregar',
    list: 'alertas',
    pause: 'alertas pausar abandono general',
    name: 'Abandono general',
    title: 'Nueva alerta',
    suggested: 'Sugerido: ',
    would: (limit: string, times: string) => `Con ${limit} habría avisado ${times} en 9 días.`,
    limit: ['12 %', '8 veces'],
    loose: ['30 %', '4 veces'],
    saved: 'Guardada: Abandono general.',
    firing: '● Abandono general',
    one: '1 alerta; ninguna avisando ahora.',
    paused: 'En pausa: Abandono general.',
    resume: 'Reanudar',
    remove: 'Quitar',
    removed: 'Quitada: Abandono general.',
    never: 'No ha avisado.',
  },
  {
    person: 'grace',
    add: 'alerts add',
    list: 'alerts',
    pause: 'pause alert "all abandonment"',
    name: 'All abandonment',
    title: 'New alert',
    suggested: 'Suggested: ',
    would: (limit: string, times: string) => `At ${limit} it would have told ${times} in 9 days.`,
    limit: ['12%', '8 times'],
    loose: ['30%', '4 times'],
    saved: 'Saved: All abandonment.',
    firing: '● All abandonment',
    one: '1 alert; none is firing now.',
    paused: 'Paused: All abandonment.',
    resume: 'Resume',
    remove: 'Remove',
    removed: 'Removed: All abandonment.',
    never: 'It has not fired.',
  },
  {
    person: 'joao',
    add: 'alertas adicionar',
    list: 'alertas',
    pause: 'alertas pausar abandono geral',
    name: 'Abandono geral',
    title: 'Novo alerta',
    suggested: 'Sugerido: ',
    would: (limit: string, times: string) => `Com ${limit} teria avisado ${times} em 9 dias.`,
    limit: ['12%', '8 vezes'],
    loose: ['30%', '4 vezes'],
    saved: 'Salvo: Abandono geral.',
    firing: '● Abandono geral',
    one: '1 alerta; nenhum avisando agora.',
    paused: 'Em pausa: Abandono geral.',
    resume: 'Retomar',
    remove: 'Remover',
    removed: 'Removido: Abandono geral.',
    never: 'Não avisou.',
  },
] as const;

describe('an alert made in Slack', () => {
  it.each(SPOKEN)(
    'shows what it would have told, is saved, fires, is listed, paused and removed ($person)',
    async (said) => {
      const { person } = said;
      await seed();
      await forms().open(person, said.add);
      expect(JSON.stringify(forms().top(person)?.body)).toContain(said.title);
      await forms().change(person, 'limit', '30', said.would(said.loose[0], said.loose[1]));
      await forms().change(person, 'limit', '12', said.would(said.limit[0], said.limit[1]));
      expect(forms().shown(person)).toContain(said.suggested);
      await forms().press(person, 'rule-change:more', '"block_id":"name.');
      await forms().submit(person, { name: said.name, forMs: '0' });
      expect(forms().mistakes(person)).toEqual({});
      await forms().answer(person, said.saved);
      const [rule] = await stored();
      expect(rule).toMatchObject({
        name: said.name,
        operation: 'bogota',
        report: 'live',
        metric: 'abandonment',
        scope: 'all',
        condition: { kind: 'above', threshold: 0.12, recover: 0.084 },
        windowMs: 30 * MINUTE,
        active: 'mon-fri 07:00-19:00',
        channel: 'C01OPERACIONES',
        paused: false,
        origin: 'slack',
      });

      const calm = await floor.ask(person, said.list);
      expect(calm.text).toContain(said.one);
      expect(calm.text).toContain(said.never);

      floor.wolkvox.scenario.abandonSpike = { share: 0.5, from: '20251114000000' };
      await floor.slack.waitFor(() => floor.schedules.declared.has(FIVE));
      await tick(10);
      expect(cards()).toHaveLength(1);
      const bad = await floor.ask(person, said.list);
      expect(bad.text).toContain(said.firing);

      const paused = await floor.ask(person, said.pause);
      expect(paused.text).toContain(said.paused);
      expect((await stored())[0]?.paused).toBe(true);
      expect(cards()[0]?.text).toMatch(/^○/);
      await floor.press(person, paused, said.resume);
      expect((await stored())[0]?.paused).toBe(false);

      const removed = await floor.press(person, await floor.ask(person, said.list), said.remove);
      expect(removed.text).toContain(said.removed);
      expect(await stored()).toEqual([]);
      expect(floor.schedules.declared.has(FIVE)).toBe(false);
      expect(await audited()).toEqual(
        ['add', 'pause', 'resume', 'remove'].map((verb) => `manage-alerts ${verb} ${rule?.id} done`),
      );
    },
  );
});
