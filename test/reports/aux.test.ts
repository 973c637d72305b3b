import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/core/operation.ts';
import { summarySchema } from '../../src/reports/aux/summary.ts';
import { reportOf } from '../../src/reports/catalog.ts';
import type { CardContext } from '../../src/reports/report.ts';
import { context, DAY, folded, OPERATION, rowsOf, THURSDAY, VIEWER_IN_CHANNEL } from './fixture.ts';

const two = (many: number) => String(many).padStart(2, '0');
const row = (id: string, state: string, minutes: number) => ({
  agent_id: id,
  agent_dni: '',
  agent_name: `PERSONA ${id}`,
  aux_state: state,
  time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`,
});
const team = (state: string, minutes: number[]) =>
  minutes.map((each, index) => row(String(12_300 + index), state, each));
const USUAL = [45, 50, 55, 58, 60, 65, 70];

const summaryOf = (rows: unknown[], operation: Operation = OPERATION) =>
  summarySchema.parse(folded('aux', [rows], operation).sealed.summary);
const cardOf = (rows: unknown[], some: Partial<CardContext> = {}) => {
  const { sealed, rows: count } = folded('aux', [rows]);
  return reportOf('aux').card(sealed, context('aux', count, 'es', some), null);
};
const wordsOf = (rows: unknown[], some: Partial<CardContext> = {}) => JSON.stringify(cardOf(rows, some));

describe('rows of agent_3', () => {
  it('leaves system states, totals and pseudo agents out, and says so', () => {
    expect(folded('aux', [rowsOf('aux', 'typical')]).rows).toEqual({
      read: 43,
      used: 39,
      skipped: { other: 1, pseudo: 2, total: 1 },
    });
  });

  it('reads padded states, hours without a zero, hours above a day and composite ids as one agent', () => {
    const { agents, states } = summaryOf([
      { agent_id: '12377', agent_name: 'JUAN', aux_state: 'Break', time: '41:06:30' },
      { agent_id: '12377-JUAN', agent_name: 'JUAN', aux_state: ' BREAK', time: '4:38:08' },
    ]);
    expect(agents).toEqual([
      { id: '12377', name: 'JUAN', seconds: 164_678, states: [{ key: 'break', seconds: 164_678 }] },
    ]);
    expect(states).toHaveLength(1);
  });

  it('keeps an agent without any time in the list, and out of the users of a state', () => {
    const { agents, states } = summaryOf([row('1', 'Break', 0), row('2', 'Break', 10)]);
    expect(agents).toHaveLength(2);
    expect(states).toMatchObject([{ users: 1, median: 600 }]);
  });

  it('agrees with an independent count of the fixture', () => {
    const rows = rowsOf('aux', 'typical') as { agent_name: string; aux_state: string; time: string }[];
    const people = rows.filter((one) => !/TOTAL|PRUEBA|Routing/u.test(one.agent_name) && one.aux_state !== 'ACW');
    const seconds = people.map(({ time }) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
    const { agents, states, seconds: all } = summaryOf(rows);
    expect(all).toBe(seconds.reduce((sum, one) => sum + one, 0));
    expect(agents.reduce((sum, agent) => sum + agent.seconds, 0)).toBe(all);
    expect(states.reduce((sum, state) => sum + state.seconds, 0)).toBe(all);
  });
});

describe('the card of aux', () => {
  it('names the one who is out of the usual, with minutes and the team', () => {
    expect(cardOf(team('Break', [...USUAL, 150])).headline).toBe(
      'Persona 12307 fuera de lo habitual en Break, conviene mirar: 150 min; el equipo 59 (53–66).',
    );
  });

  it('counts, and gives each reason, when there are several', () => {
    const card = cardOf(team('Break', [...USUAL, 58, 59, 150, 160]));
    expect(card.headline).toBe('Dos agentes fuera de lo habitual en Break, conviene mirar; el equipo va normal.');
    expect(card.sections[0]).toMatchObject({
      kind: 'lines',
      lines: [
        { text: 'Persona 12310: 160 min de Break; el equipo 59 (56–67).' },
        { text: 'Persona 12309: 150 min de Break; el equipo 59 (56–67).' },
      ],
    });
  });

  it('says the team and what is allowed in hours too, beside a time in hours', () => {
    const week = team(
      'Break',
      [...USUAL, 58, 59, 150, 160].map((minutes) => minutes * 4),
    );
    expect(cardOf(week).sections[0]).toMatchObject({
      lines: [
        { text: 'Persona 12310: 10h 40m de Break; el equipo 3h 56m (3h 46m–4h 30m).' },
        { text: 'Persona 12309: 10h 00m de Break; el equipo 3h 56m (3h 46m–4h 30m).' },
      ],
    });
    expect(cardOf(team('Almuerzo', [58, 300, 40])).headline).toBe(
      'Persona 12301 por encima de lo permitido en Almuerzo: 5h 00m; lo permitido son 1h 00m.',
    );
  });

  it('says of how many days what is allowed counts, those to come left out', () => {
    const week = { window: { from: THURSDAY, to: THURSDAY + 7 * DAY }, now: THURSDAY + 1.4 * DAY };
    expect(wordsOf(team('Almuerzo', [58, 55]), week)).toContain('lo permitido es por día: aquí cuenta 2 veces');
  });

  it('says the team in a sentence as the table says it', () => {
    const words = wordsOf(team('Break', [...USUAL, 58, 59, 150, 160]), { audience: VIEWER_IN_CHANNEL });
    expect(words).toContain('el equipo 59 min (56–67)');
    expect(words).toContain('56 min – 1h 07m');
  });

  it('shows three reasons and says how many more there are', () => {
    const rows = team('Almuerzo', [61, 62, 63, 64, 20]).slice(0, 5);
    expect(wordsOf(rows)).toContain('Y un caso más: el archivo (CSV o Excel) lo señala.');
    const file = reportOf('aux').table(folded('aux', [rows]).sealed, context('aux', folded('aux', [rows]).rows, 'es'));
    expect(file.rows.filter((cells) => cells.at(-1) === 'por encima de lo permitido')).toHaveLength(4);
  });

  it('holds states with an allowance to it, and says when nobody is over', () => {
    expect(cardOf(team('Almuerzo', [58, 75, 40])).headline).toBe(
      'Persona 12301 por encima de lo permitido en Almuerzo: 75 min; lo permitido son 60 min.',
    );
    expect(wordsOf(team('Almuerzo', [58, 55]))).toContain('Almuerzo: nadie por encima de lo permitido (60 min).');
  });

  it('says that nobody is out of the usual', () => {
    expect(cardOf(team('Break', [...USUAL, 72])).headline).toBe('Nadie fuera de lo habitual en auxiliares ayer.');
  });

  it('does not judge what the operation orders', () => {
    expect(wordsOf(team('capacitacion', [...USUAL, 400]))).toContain(
      'capacitacion no se juzga: es tiempo que ordena la operación.',
    );
  });

  it('says of a small group that it is too small, and shows the highest', () => {
    const words = wordsOf(team('Break', [10, 20, 30, 200]));
    expect(words).toContain('Grupo muy pequeño para juzgar auxiliares ayer: 4 agentes.');
    expect(words).toContain('Los más altos ahí: Persona 12303 200 min, Persona 12302 30 min y Persona 12301 20 min.');
  });

  it('speaks of the group, without a name, when more than a quarter is over', () => {
    const { headline, sections } = cardOf(team('Break', [10, 11, 12, 12, 13, 13, 14, 90, 95, 99]));
    expect(headline).toBe('El grupo entero está alto en Break; no es cosa de uno o dos.');
    const [first] = sections;
    expect(JSON.stringify(first)).toContain('Break: 3 de 10 agentes muy por encima de los demás.');
    expect(JSON.stringify(first)).not.toContain('Persona');
  });

  it('names nobody to those who may not see it, in the card and in the download', () => {
    const rows = [...team('Break', [...USUAL, 58, 59, 150, 160]), ...team('Baño', [5, 40])];
    const { sealed, rows: count } = folded('aux', [rows]);
    const said = context('aux', count, 'es', { audience: { ...VIEWER_IN_CHANNEL, names: 'full' } });
    const words = JSON.stringify([reportOf('aux').card(sealed, said, null), reportOf('aux').table(sealed, said)]);
    expect(words).toContain('Break: 2 agentes fuera de lo habitual; el equipo 59 min (56–67).');
    expect(words).toContain('los nombres los ven los supervisores');
    expect(words).not.toMatch(/persona|123\d\d/iu);
  });

  it('allows per day in a window of several', () => {
    const fold = reportOf('aux').fold({ operation: OPERATION, window: { from: THURSDAY, to: THURSDAY + 5 * DAY } });
    for (const one of team('Almuerzo', [299, 301])) fold.add(one);
    expect(fold.finish().sealed.summary).toMatchObject({
      states: [{ verdict: { kind: 'allowance', allowed: 5 * 3600, over: [{ id: '12301', over: 60 }] } }],
    });
  });

  it('warns that episodes under way do not count while the window runs', () => {
    const rows = team('Break', USUAL);
    expect(cardOf(rows, { now: THURSDAY + DAY / 2 }).notes).toContain('los episodios en curso no cuentan aún');
    expect(cardOf(rows).notes).toEqual([]);
  });

  it('never speaks of adherence or of a share of the shift', () => {
    for (const locale of ['es', 'en', 'pt'] as const) {
      expect(wordsOf(rowsOf('aux', 'typical'), { locale })).not.toMatch(/adheren|aderên|turno|shift|%/iu);
    }
  });
});

describe('metrics of aux', () => {
  const rows = [...team('Break', [...USUAL, 150]), row('12300', 'Baño', 12)];
  const { sealed } = folded('aux', [rows]);
  const read = (metric: string, scope: Parameters<ReturnType<typeof reportOf>['read']>[2] = 'all') =>
    reportOf('aux').read(sealed, metric, scope);

  it('reads totals of all, of an agent and of a state in any spelling', () => {
    expect(read('aux_total')).toEqual({ value: 565 * 60, count: null, of: 8 });
    expect(read('aux_total', { kind: 'agent', id: '12300' })).toMatchObject({ value: 57 * 60 });
    expect(read('aux_total', { kind: 'state', id: 'BAÑO' })).toEqual({ value: 720, count: null, of: 1 });
  });

  it('counts what the operation orders only where that state is named', () => {
    const trained = folded('aux', [
      [row('1', 'Capacitación', 280), row('1', 'Break', 50), row('2', 'Capacitación', 90)],
    ]);
    const longest = (scope: Parameters<ReturnType<typeof reportOf>['read']>[2]) =>
      reportOf('aux').read(trained.sealed, 'aux_state', scope)?.value;
    expect(longest('all')).toBe(50 * 60);
    expect(longest({ kind: 'agent', id: '1' })).toBe(50 * 60);
    expect(longest({ kind: 'agent', id: '2' })).toBe(0);
    expect(longest({ kind: 'state', id: 'capacitacion' })).toBe(280 * 60);
  });

  it('reads the longest time, the median and who is out', () => {
    expect(read('aux_state', { kind: 'state', id: 'break' })).toMatchObject({ value: 9000 });
    expect(read('aux_median', { kind: 'state', id: 'break' })).toEqual({ value: 59 * 60, count: null, of: 8 });
    expect(read('aux_median')).toMatchObject({ value: null });
    expect(read('out_of_usual')).toEqual({ value: 1, count: 1, of: 8 });
    expect(read('out_of_usual', { kind: 'agent', id: '12307' })).toMatchObject({ value: 1 });
    expect(read('out_of_usual', { kind: 'agent', id: '12300' })).toMatchObject({ value: 0 });
    expect(read('group_over')).toMatchObject({ value: 0 });
  });
});
