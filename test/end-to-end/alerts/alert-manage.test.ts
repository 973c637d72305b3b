import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Floor, openFloor } from '../floor/floor.ts';
import { aRule } from '../../core/alerts/any-rule.ts';
import { keepLive, ruleFormsOn } from './rule-forms.ts';

const MINUTE = 60_000;
const RULES = `
alerts:
  - id: abandono
    name: Abandono general
    operation: bogota
    metric: live.abandonment
    window: 30m
    above: 15%
    recover: 10%
    every: 10m
    channel: C01OPERACIONES
    owner: U01LAURA
`;
const TEN = 'alerts/bogota/10';

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor({
    yaml: (usual) => `${usual.replace('country: CO', 'country: CO\n    hours: mon-fri 07:00-19:00')}${RULES}`,
  });
});
afterEach(() => floor.stop());

const forms = () => ruleFormsOn(floor);
const rules = () => floor.bot.alerts.book.list();
const flat = (text: string) => text.replaceAll('\u00a0', ' ');
const audited = async () =>
  (await floor.bot.house.audit.read(20)).map(({ actor, deed, about, result }) =>
    [actor, deed, about, result].join(' '),
  );
const fire = async () => {
  floor.wolkvox.scenario.abandonSpike = { share: 0.5, from: '20251114000000' };
  await floor.slack.waitFor(() => floor.schedules.declared.has(TEN));
  floor.clock.move(10 * MINUTE);
  await floor.schedules.run(TEN, floor.clock.now());
  const card = floor.slack.messages('operaciones').find(({ text }) => text.startsWith('●'));
  if (card === undefined) throw new Error('no card came');
  return card;
};
/** A rule of Laura's, made with the form. */
const make = async (name: string): Promise<void> => {
  await forms().open('laura', `alertas agregar ${name}`);
  await forms().submit('laura');
  await forms().answer('laura', `Guardada: ${name}.`);
};

describe('a rule whose operation is in the file no more', () => {
  it('is not said to be well: nobody looks at it', async () => {
    await floor.bot.alerts.book.save(aRule({ id: 'caleña', name: 'Caleña', operation: 'cali' }), 'absent');
    const list = JSON.stringify(await floor.ask('laura', 'alertas'));
    expect(list).toContain('No se revisa: la operación «cali» ya no está en la configuración.');
  });
});

describe('whoever may only look', () => {
  it('sees the list, and can neither make, pause, remove nor test a rule', async () => {
    const list = await floor.ask('sara', 'alertas');
    expect(list.text).toContain('Abandono general');
    expect(JSON.stringify(list.blocks)).not.toContain('rule:');
    for (const words of ['alertas pausar abandono', 'alertas quitar abandono', 'alertas probar abandono']) {
      expect((await floor.ask('sara', words)).text).toContain('supervisor');
    }
    await floor.slack.slash('sara', 'operaciones', 'alertas agregar');
    await forms().shows('sara', 'supervisor');
    expect(forms().shown('sara')).not.toContain('metric.');
    expect((await rules())[0]?.paused).toBe(false);
    expect(await audited()).toEqual([
      'U03SARA manage-alerts add denied',
      'U03SARA manage-alerts test denied',
      'U03SARA manage-alerts remove denied',
      'U03SARA manage-alerts pause denied',
    ]);
  });

  it('is not told whom a rule looks at, neither by its name nor by its scope', async () => {
    const [rule] = await rules();
    if (rule === undefined) throw new Error('no rule');
    const scope = { kind: 'agent', id: 'Ana Lucía Restrepo' } as const;
    const own = { report: 'agents', metric: 'calls', scope, windowMs: null, origin: 'slack' } as const;
    const condition = { kind: 'below', threshold: 20, recover: 20 } as const;
    const one = { ...rule, ...own, condition, id: 'ana-lucia', name: 'Llamadas: Ana Lucía' };
    await floor.bot.alerts.book.save(one, 'absent');
    const flatList = async (person: string) => JSON.stringify((await floor.ask(person, 'alertas')).blocks);
    expect(await flatList('laura')).toContain('Ana Lucía');
    const theirs = await flatList('sara');
    expect(theirs).not.toContain('Ana');
    expect(theirs).toContain('un agente');
  });

  it('finds no button for it on a card', async () => {
    const card = await floor.ask('sara', 'ahora');
    expect(JSON.stringify(card.blocks)).not.toContain('alert-me');
    const theirs = await floor.ask('laura', 'ahora');
    expect(JSON.stringify(theirs.blocks)).toContain('alert-me');
  });
});

describe("somebody else's rule", () => {
  it('is changed by whoever answers for it or an administrator', async () => {
    await make('Uno');
    expect((await floor.ask('grace', 'alerts pause uno')).text).toContain("Uno is somebody else's");
    await floor.slack.slash('grace', 'operaciones', 'alerts edit uno');
    await forms().shows('grace', "somebody else's");
    expect((await floor.ask('carlos', 'alertas pausar uno')).text).toContain('En pausa: Uno.');
    expect((await audited()).slice(0, 3)).toEqual([
      'U02CARLOS manage-others pause uno done',
      'U06GRACE manage-others edit uno denied',
      'U06GRACE manage-others pause uno denied',
    ]);
  });
});

describe('a rule of the file', () => {
  it('can be paused, and is not changed or removed from Slack', async () => {
    const list = await floor.ask('laura', 'alertas');
    expect(list.text).toContain('En vigia.yml.');
    expect((await floor.ask('laura', 'alertas quitar abandono')).text).toContain('está en vigia.yml');
    await floor.slack.slash('laura', 'operaciones', 'alertas editar abandono');
    await forms().shows('laura', 'está en vigia.yml');
    expect((await floor.ask('laura', 'alertas pausar "abandono general"')).text).toContain('En pausa');
    expect(await rules()).toMatchObject([{ id: 'abandono', paused: true }]);
  });
});

describe('trying a rule now', () => {
  it('says privately what it would say, and posts nothing', async () => {
    const calm = await floor.ask('laura', 'alertas probar abandono');
    expect(flat(calm.text)).toMatch(/^Abandono general: ahora no avisaría\.\nAbandono .*el límite es 15 %/);
    floor.wolkvox.scenario.abandonSpike = { share: 0.5, from: '20251114000000' };
    floor.clock.move(10 * MINUTE);
    const bad = await floor.ask('laura', 'alertas probar abandono');
    expect(flat(bad.text)).toMatch(
      /^Abandono general: ahora avisaría\. Así se vería; solo tú lo ves\.\n● Abandono \d+ %/,
    );
    expect(flat(bad.text)).toMatch(/Se avisa: \d+ de \d+ \(.+\); el límite es 15 %/);
    expect(floor.slack.messages('operaciones').filter(({ text }) => text.startsWith('●'))).toEqual([]);
  });
});

describe('the history of a rule', () => {
  it('says when it fired, for how long and who answered', async () => {
    expect((await floor.ask('laura', 'alertas historial abandono')).text).toContain('No ha avisado.');
    const card = await fire();
    await floor.slack.press('carlos', card.ts, 'Lo tomo');
    await floor.slack.waitFor(() => card.text.includes('Lo tiene carlos'));
    expect(flat((await floor.ask('laura', 'alertas historial abandono')).text)).toMatch(
      /● 10:50: sigue abierta, pico \d+ %\. La tiene carlos\./,
    );
    floor.wolkvox.scenario.abandonSpike = null;
    for (let at = 0; at < 4; at += 1) {
      floor.clock.move(10 * MINUTE);
      await floor.schedules.run(TEN, floor.clock.now());
    }
    expect(flat((await floor.ask('laura', 'alertas historial abandono')).text)).toMatch(
      /○ 10:50: duró \d+ min, pico \d+ %\. La atendió carlos\./,
    );
    expect((await floor.ask('laura', 'alertas')).text).toContain('Última vez: 10:50.');
  });
});

describe('the form of a rule', () => {
  it('opens from a card with the metric that leads it, and from an alert with its rule', async () => {
    const hold = await floor.ask('laura', 'espera hoy');
    await floor.slack.press('laura', hold.ts, 'Avisarme');
    await forms().shows('laura', '"block_id":"metric.');
    expect(forms().shown('laura')).toMatch(
      /"initial_option":\{"text":\{"type":"plain_text","text":"Espera inteligente · /,
    );
    await floor.slack.closeView('laura');
    await make('Segunda');
    floor.wolkvox.scenario.abandonSpike = { share: 0.5, from: '20251114000000' };
    await floor.ask('laura', 'alertas pausar abandono');
    await floor.slack.waitFor(() => floor.schedules.declared.has('alerts/bogota/5'));
    for (let at = 0; at < 4; at += 1) {
      floor.clock.move(5 * MINUTE);
      await floor.schedules.run('alerts/bogota/5', floor.clock.now());
    }
    const card = floor.slack.messages('operaciones').find(({ text }) => text.startsWith('●'));
    await floor.slack.choose('laura', card?.ts ?? '', 'alert-more', 'Ajustar la regla');
    await forms().shows('laura', '"block_id":"metric.');
    expect(forms().shown('laura')).toContain('"initial_value":"10 %"');
    await forms().submit('laura', { limit: '25 %' });
    await forms().answer('laura', 'Guardada: Segunda.');
    expect((await rules()).find(({ name }) => name === 'Segunda')?.condition).toMatchObject({ threshold: 0.25 });
  });

  it('says beside a field what is wrong with it, in the language of the one who fills it in', async () => {
    for (const [person, words, said] of [
      ['laura', 'alertas agregar', 'Escribe un porcentaje de 0 a 100, como 12 %.'],
      ['grace', 'alerts add', 'Write a percentage from 0 to 100, as 12%.'],
      ['joao', 'alertas adicionar', 'Escreva uma porcentagem de 0 a 100, como 12%.'],
    ] as const) {
      await forms().open(person, words);
      await forms().submit(person, { limit: 'mucho' });
      expect(forms().mistakes(person)).toEqual({ limit: said });
    }
    expect(await rules()).toHaveLength(1);
  });

  it('says from when on there is enough history to try a rule on', async () => {
    await keepLive(floor, '2025-11-14', 2, () => 0);
    await forms().open('laura', 'alertas agregar');
    expect(forms().shown('laura')).toContain('Hay 2 días de historia para probarla. Desde el lun 17 nov');
  });

  it('fits what can be chosen to the metric, and takes one skill by its name', async () => {
    await forms().open('laura', 'alertas agregar');
    await forms().change('laura', 'metric', 'hold.debt', '"block_id":"scope.1"');
    await forms().change('laura', 'scope', 'skill', '"block_id":"id.2"');
    const [first] = await skillsShown();
    await forms().submit('laura', { limit: '5', id: first?.value ?? '' });
    await forms().answer('laura', 'Guardada: Devoluciones pendientes');
    expect((await rules()).find(({ report }) => report === 'hold')).toMatchObject({
      scope: { kind: 'skill', id: first?.value },
      condition: { kind: 'above', threshold: 5 },
    });
  });
});

const skillsShown = async (): Promise<readonly { readonly value: string }[]> => {
  const block = forms()
    .top('laura')
    ?.body.blocks.find(({ block_id: id }) => id === 'id.2');
  const found: unknown = block?.['element'];
  if (typeof found !== 'object' || found === null || !('options' in found) || !Array.isArray(found.options)) return [];
  return found.options;
};

describe('the suggested rules', () => {
  it('are offered where there is none, and each button opens its own without switching it on', async () => {
    await floor.stop();
    floor = await openFloor({
      yaml: (usual) => usual.replace('country: CO', 'country: CO\n    hours: mon-fri 07:00-19:00'),
    });
    const list = await floor.ask('laura', 'alertas');
    expect(list.text).toContain('Todavía no hay ninguna alerta.');
    expect(JSON.stringify(list.blocks).match(/rule-form:suggested/g)).toHaveLength(6);
    await floor.bot.alerts.book.save(aRule({ owner: 'U01LAURA' }), 'absent');
    const next = await floor.ask('laura', 'alertas');
    expect(JSON.stringify(next.blocks).match(/rule-form:suggested/g)).toHaveLength(5);
    await floor.bot.alerts.book.remove('abandonment');
    await floor.slack.press('laura', list.ts, 'rule-form:suggested:hold.debt');
    await forms().shows('laura', '"block_id":"metric.');
    expect(forms().shown('laura')).toContain('Antes del cierre: los últimos 90 min');
    expect(await rules()).toEqual([]);
    await floor.slack.openHome('laura');
    await floor.slack.waitFor(() => JSON.stringify(floor.slack.home('laura') ?? '').includes('Mis alertas'));
    expect(JSON.stringify(floor.slack.home('laura'))).toContain('rule-form:suggested');
  });
});
