import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/simulators/slack/index.ts';
import { type Floor, openFloor } from '../floor/floor.ts';

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

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor({ yaml: (usual) => `${usual}${RULES}` });
  await floor.slack.waitFor(() => floor.schedules.declared.has('alerts/bogota/10'));
});
afterEach(() => floor.stop());

const card = (): Message | undefined => floor.slack.messages('operaciones').find(({ text }) => /^[●○]/.test(text));
const cards = (): Message[] => floor.slack.messages('operaciones').filter(({ text }) => /^[●○]/.test(text));
async function tick(minutes = 10): Promise<void> {
  floor.clock.move(minutes * MINUTE);
  await floor.schedules.run('alerts/bogota/10', floor.clock.now());
}
async function fire(): Promise<Message> {
  floor.wolkvox.scenario.abandonSpike = { share: 0.5, from: '20251114000000' };
  await tick();
  const found = card();
  if (found === undefined) throw new Error('no card came');
  return found;
}
async function calm(): Promise<void> {
  floor.wolkvox.scenario.abandonSpike = null;
  for (let at = 0; at < 4; at += 1) await tick();
}

describe('an alert', () => {
  it('fires, is taken with a button and resolves, all on one card', async () => {
    await tick();
    expect(cards()).toEqual([]);
    const fired = await fire();
    expect(fired.text).toMatch(
      /^● Abandono \d+ % en los últimos 20 min \(\d+ de \d+\): el límite es 15 %\.\nDesde las 11:00, máximo/,
    );
    expect(fired.text).toContain('regla «Abandono general» de laura');
    await floor.slack.press('carlos', fired.ts, 'Lo tomo');
    await floor.slack.waitFor(() => fired.text.includes('Lo tiene carlos desde las 11:00.'));
    await calm();
    expect(cards()).toHaveLength(1);
    expect(fired.text).toMatch(
      /^○ Resuelto a las \d\d:\d\d: abandono [\d,]+ % \(\d+ de \d+\)\.\nDuró \d+ min, máximo \d+ %/,
    );
    expect(fired.text).toContain('Lo atendió carlos.');
    const audited = await floor.bot.house.audit.read(10);
    expect(audited).toMatchObject([
      { actor: 'U02CARLOS', deed: 'take-alert', about: 'take bogota/abandono', result: 'done' },
    ]);
  });
});

const sendDue = async (minutes = 1): Promise<void> => {
  floor.clock.move(minutes * MINUTE);
  await floor.schedules.run('alerts-send/bogota', floor.clock.now());
};
/** For what no message tells of. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
const told = (person: string): string[] => floor.slack.ephemerals(person).map(({ text }) => text);
const direct = (channel: string): string[] => floor.slack.messages(channel).map(({ text }) => text);

describe('answering an alert', () => {
  it('lets one of two who press at once win, and tells the other who', async () => {
    const fired = await fire();
    await Promise.all([
      floor.slack.press('laura', fired.ts, 'Lo tomo'),
      floor.slack.press('carlos', fired.ts, 'Lo tomo'),
    ]);
    await floor.slack.waitFor(
      () => told('laura').length + told('carlos').length > 0 && fired.text.includes('Lo tiene'),
    );
    const winner = /Lo tiene (laura|carlos) desde/.exec(fired.text)?.[1] ?? '';
    const loser = winner === 'laura' ? 'carlos' : 'laura';
    expect(told(loser)).toEqual([`Ya lo tiene ${winner} desde las 10:50.`]);
    expect(told(winner)).toEqual([]);
    const audited = await floor.bot.house.audit.read(10);
    expect(audited.map(({ result }) => result).sort()).toEqual(['already', 'done']);
  });

  it('is put off, comes back with a message of its own if still bad, and the card before says where', async () => {
    const fired = await fire();
    await floor.slack.choose('laura', fired.ts, 'alert-snooze', '30 min');
    await floor.slack.waitFor(() => fired.text.includes('Pospuesto hasta las 11:20 por laura.'));
    await tick();
    await tick();
    expect(cards()).toHaveLength(1);
    await tick();
    expect(cards()).toHaveLength(2);
    expect(fired.text).toContain('Sigue más abajo, en la tarjeta de las 11:20.');
    expect(cards()[1]?.text).toMatch(/^● Abandono/);
    await calm();
    expect(cards()[1]?.text).toMatch(/^○ Resuelto/);
  });

  it('is let go by the one who has it alone', async () => {
    const fired = await fire();
    await floor.slack.press('laura', fired.ts, 'Lo tomo');
    await floor.slack.waitFor(() => fired.text.includes('Lo tiene laura'));
    await floor.slack.choose('carlos', fired.ts, 'alert-more', 'Soltar');
    await floor.slack.waitFor(() => told('carlos').length > 0);
    expect(told('carlos')).toEqual(['Ya lo tiene laura desde las 10:50.']);
    await floor.slack.choose('laura', fired.ts, 'alert-more', 'Soltar');
    await floor.slack.waitFor(() => !fired.text.includes('Lo tiene laura'));
  });

  it('is assigned: the assignee is named on the card and told by direct message', async () => {
    const fired = await fire();
    await floor.slack.choose('laura', fired.ts, 'alert-more', 'Asignar');
    await floor.slack.waitFor(() => floor.slack.views('laura').length > 0);
    await floor.slack.submitView('laura', { who: 'U02CARLOS' });
    await floor.slack.waitFor(() => fired.text.includes('por laura a las 10:50'));
    expect(JSON.stringify(fired.blocks)).toContain('<@U02CARLOS>');
    await until(() => floor.slack.workspace.channels.has('D02CARLOS') && direct('D02CARLOS').length > 0);
    expect(direct('D02CARLOS')).toEqual(['laura te asignó una alerta. Abandono general.']);
  });

  it('shows its history to the one who asks', async () => {
    const fired = await fire();
    await floor.slack.press('laura', fired.ts, 'Lo tomo');
    await floor.slack.waitFor(() => fired.text.includes('Lo tiene laura'));
    await floor.slack.choose('sara', fired.ts, 'alert-more', 'Ver el historial');
    await floor.slack.waitFor(() => told('sara').length > 0);
    expect(told('sara')[0]).toContain('• 10:50: se avisó\n• 10:50: laura lo tomó');
  });

  it('is not for a viewer', async () => {
    const fired = await fire();
    await floor.slack.press('sara', fired.ts, 'Lo tomo');
    await floor.slack.waitFor(() => told('sara').length > 0);
    expect(told('sara')[0]).toContain('supervisor');
    expect(fired.text).not.toContain('Lo tiene');
    expect(await floor.bot.house.audit.read(5)).toMatchObject([{ actor: 'U03SARA', result: 'denied' }]);
  });

  it('says that it is over where the card is older than the alert', async () => {
    const fired = await fire();
    const blocks = [...fired.blocks];
    await calm();
    floor.slack.workspace.edit(fired, { blocks });
    await floor.slack.press('laura', fired.ts, 'Lo tomo');
    await floor.slack.waitFor(() => told('laura').length > 0);
    expect(told('laura')).toEqual(['Esta alerta ya terminó; no hay nada que hacer.']);
  });
});

describe('while Slack has trouble', () => {
  it('an alert waits, and arrives when it is back, saying since when', async () => {
    floor.slack.scenario.fail('chat.postMessage', 'error', { error: 'service_unavailable', times: 3 });
    floor.wolkvox.scenario.abandonSpike = { share: 0.5, from: '20251114000000' };
    await tick();
    expect(cards()).toEqual([]);
    for (let at = 0; at < 8; at += 1) await sendDue();
    expect(cards()).toHaveLength(1);
    expect(card()?.text).toContain('Este aviso llega tarde: Slack no lo recibió a las 10:50.');
    expect(card()?.text).toMatch(/^● Abandono/);
  });

  it('that began and ended while Slack was away is told as over', async () => {
    floor.slack.scenario.fail('chat.postMessage', 'error', { error: 'service_unavailable', times: 99 });
    floor.wolkvox.scenario.abandonSpike = { share: 0.5, from: '20251114000000' };
    await tick();
    await calm();
    floor.slack.scenario.heal();
    await sendDue(11);
    expect(cards()).toHaveLength(1);
    expect(card()?.text).toMatch(/^○ Resuelto/);
    expect(card()?.text).toContain('Este aviso llega tarde');
  });

  it('a post whose answer was lost is found again and not posted twice', async () => {
    floor.slack.scenario.fail('chat.postMessage', 'reset_after');
    floor.wolkvox.scenario.abandonSpike = { share: 0.5, from: '20251114000000' };
    await tick();
    expect(cards()).toHaveLength(1);
    await sendDue();
    await tick();
    expect(cards()).toHaveLength(1);
    await calm();
    expect(card()?.text).toMatch(/^○ Resuelto/);
  });

  it('an edit that Slack does not take is done later', async () => {
    const fired = await fire();
    floor.slack.scenario.fail('chat.update', 'error', { error: 'service_unavailable', times: 2 });
    await floor.slack.press('laura', fired.ts, 'Lo tomo');
    await until(() => floor.logged.some((line) => line.includes('alerts.owed')));
    expect(fired.text).not.toContain('Lo tiene laura');
    for (let at = 0; at < 4; at += 1) await sendDue();
    expect(fired.text).toContain('Lo tiene laura');
  });

  it('a card that somebody deleted is posted anew while the problem goes on', async () => {
    const fired = await fire();
    floor.slack.workspace.remove(fired);
    await tick();
    await sendDue();
    expect(cards()).toHaveLength(1);
    await calm();
    expect(cards()).toHaveLength(1);
  });
});

describe('where Slack takes no edits', () => {
  it('an alert that goes on is posted anew once an hour at most', async () => {
    await fire();
    floor.slack.scenario.fail('chat.update', 'error', { error: 'edit_window_closed', times: 1_000 });
    const { scenario } = floor.wolkvox;
    for (let at = 1; at <= 6; at += 1) {
      scenario.abandonSpike = { share: 0.5 + at / 20, from: '20251114000000' };
      await tick();
      await sendDue();
    }
    expect(cards()).toHaveLength(2);
  });
});

describe('what the floor cannot mend', () => {
  it('goes to the owner where the channel takes nothing, with the step to take', async () => {
    await floor.slack.archive('operaciones');
    floor.wolkvox.scenario.abandonSpike = { share: 0.5, from: '20251114000000' };
    await tick();
    const [sent = ''] = direct('D01LAURA');
    expect(sent).toMatch(/^● Abandono/);
    expect(sent).toContain('Te llega a ti porque no se pudo publicar en su canal:');
    expect(sent).toContain('está archivado');
    await calm();
    expect(direct('D01LAURA')).toHaveLength(1);
    expect(direct('D01LAURA')[0]).toMatch(/^○ Resuelto/);
  });

  it('is told to the owner once, and when it is over: no data never resolves', async () => {
    const fired = await fire();
    floor.wolkvox.fail('token wrong');
    for (let at = 0; at < 5; at += 1) await tick();
    expect(fired.text).toMatch(/^● Abandono/);
    expect(fired.text).toContain('Sin dato nuevo desde las 10:50: no se sabe si sigue.');
    expect(direct('D01LAURA')).toHaveLength(1);
    expect(direct('D01LAURA')[0]).toContain('La regla «Abandono general» no puede juzgar nada desde las 11:00.');
    expect(direct('D01LAURA')[0]).toContain('token');
    floor.wolkvox.heal();
    for (let at = 0; at < 8; at += 1) await tick();
    expect(direct('D01LAURA').at(-1)).toContain('vuelve a tener datos');
    expect(cards()).toHaveLength(1);
  });
});

describe('at the end of a shift', () => {
  it('each channel with rules is told what is open, who has it and what is promised, once', async () => {
    await floor.stop();
    floor = await openFloor({
      yaml: (usual) => `${usual.replace('country: CO', 'country: CO\n    hours: mon-fri 07:00-12:00')}${RULES}`,
    });
    await floor.slack.waitFor(() => floor.schedules.declared.has('alerts-shift/bogota/0'));
    expect(floor.schedules.declared.get('alerts-shift/bogota/0')?.cron).toBe('0 12 * * 1,2,3,4,5');
    const fired = await fire();
    await floor.slack.press('laura', fired.ts, 'Lo tomo');
    await floor.slack.waitFor(() => fired.text.includes('Lo tiene'));
    floor.clock.move(70 * MINUTE);
    await floor.schedules.run('alerts-shift/bogota/0', floor.clock.now());
    await floor.schedules.run('alerts-shift/bogota/0', floor.clock.now());
    const said = floor.slack.messages('operaciones').filter(({ text }) => text.startsWith('Cierre de turno'));
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toMatch(/^Cierre de turno de las 12:00: 1 alerta abierta, \d+ devoluciones pendientes\./);
    expect(said[0]?.text).toContain('• Abandono general: Abandono 45 %, desde las 10:50. La tiene laura.');
  });

  it('hears too of what the last check ended only because the hours did', async () => {
    await floor.stop();
    const hours = 'mon-fri 07:00-12:00';
    floor = await openFloor({
      yaml: (usual) =>
        `${usual.replace('country: CO', `country: CO\n    hours: ${hours}`)}${RULES.replace('    window: 30m', `    window: 30m\n    active: ${hours}`)}`,
    });
    await floor.slack.waitFor(() => floor.schedules.declared.has('alerts-shift/bogota/0'));
    const fired = await fire();
    await tick(70);
    expect(fired.text).toMatch(/^○ Terminó el horario de la regla a las 12:00 sin resolverse/);
    await floor.schedules.run('alerts-shift/bogota/0', floor.clock.now());
    const said = floor.slack.messages('operaciones').find(({ text }) => text.startsWith('Cierre de turno'));
    expect(said?.text).toMatch(/^Cierre de turno de las 12:00: 1 alerta abierta, /);
    expect(said?.text).toMatch(/• Abandono general: Abandono \d+ %, desde las 10:50\. Nadie la tiene\./);
  });
});

describe('an alert of aux time', () => {
  const AUX = (channel: string) => `
alerts:
  - { id: aux, name: Auxiliares, operation: bogota, metric: aux.out_of_usual, every: 10m, channel: ${channel}, owner: U01LAURA }
`;
  async function fireAux(channel: string): Promise<Message> {
    await floor.stop();
    floor = await openFloor({ yaml: (usual) => `${usual}${AUX(channel)}` });
    await floor.slack.waitFor(() => floor.schedules.declared.has('alerts/bogota/10'));
    floor.wolkvox.scenario.auxOutliers = { agents: 1, extraMinutes: 150, state: 'Break', from: '20251101000000' };
    for (let day = 0; day < 6; day += 1) {
      floor.clock.move(24 * 60 * MINUTE);
      await floor.schedules.run('history/close/bogota', floor.clock.now());
    }
    floor.clock.move(5 * 60 * MINUTE);
    await tick();
    const found = floor.slack.workspace.messages.find(({ text }) => text.startsWith('●'));
    if (found === undefined) throw new Error('no card came');
    return found;
  }

  it('names who it is about where supervisors read, and is justified from the card', async () => {
    const fired = await fireAux('C02SUPERVISORES');
    expect(fired.text).toMatch(
      /^● \S+ .+, fuera de lo habitual, conviene mirar: \d+ min de Break; equipo \d+ \(\d+–\d+\); \d de \d días\./,
    );
    await floor.slack.choose('laura', fired.ts, 'alert-more', 'Justificar');
    await floor.slack.waitFor(() => floor.slack.views('laura').length > 0);
    await floor.slack.submitView('laura', { why: 'calamidad' });
    await floor.slack.waitFor(() => fired.text.startsWith('○'));
    expect(fired.text).toMatch(/^○ Justificado a las \d\d:\d\d: /);
    await tick();
    expect(floor.slack.messages('supervisores').filter(({ text }) => text.startsWith('●'))).toEqual([]);
    expect(floor.logged.join('')).not.toContain('calamidad');
  });

  it('names nobody where everybody reads', async () => {
    const fired = await fireAux('C01OPERACIONES');
    expect(fired.text).toMatch(/^● Un agente, fuera de lo habitual/);
  });
});
