import { describe, expect, it } from 'vitest';
import { PLAIN_VIEW } from '../../src/core/request.ts';
import { reportOf } from '../../src/reports/catalog.ts';
import { summarySchema } from '../../src/reports/agents/summary.ts';
import type { CardContext } from '../../src/reports/report.ts';
import { context, folded, OPERATION, request, rowsOf, SUPERVISOR, VIEWER_IN_CHANNEL } from './fixture.ts';

const row = (agent_name: string, calls: string, cost = '') => ({ agent_name, calls, cost });
const summaryOf = (...windows: unknown[][]) => summarySchema.parse(folded('agents', windows).sealed.summary);
const cardOf = (rows: unknown[], some: Partial<CardContext> = {}) => {
  const { sealed, rows: count } = folded('agents', [rows]);
  return reportOf('agents').card(sealed, context('agents', count, 'es', some), null);
};
const top = (count: number, by: 'calls' | 'cost' | null = null) =>
  request('agents', { view: { ...PLAIN_VIEW, top: count, by } });

describe('rows of cdr_2', () => {
  it('leaves totals, routing points and ignored agents out, and says so', () => {
    expect(folded('agents', [rowsOf('agents', 'typical')]).rows).toEqual({
      read: 15,
      used: 12,
      skipped: { total: 1, pseudo: 2 },
    });
  });

  it('folds spellings of one name: double spaces and composed letters', () => {
    const { agents } = summaryOf([row('RESTREPO MUN\u0303OZ  ANA', '4')], [row(' RESTREPO MUÑOZ ANA', '2')]);
    expect(agents).toMatchObject([{ name: 'RESTREPO MUÑOZ ANA', calls: 6, repeated: false }]);
  });

  it('flags a name that comes twice in one window, not one that comes in each of two', () => {
    const ana = row('ANA', '4', '1.0');
    expect(summaryOf([ana, ana]).agents[0]?.repeated).toBe(true);
    expect(summaryOf([ana], [ana]).agents[0]?.repeated).toBe(false);
  });

  it('lets one impossible number spoil its own row only', () => {
    const { calls, cost } = summaryOf([
      row('ANA', '10', '5.0'),
      row('LUIS', '2', '9'.repeat(400)),
      row('EVA', '9'.repeat(15)),
    ]);
    expect({ calls, cost }).toEqual({ calls: 12, cost: 5 });
  });

  it('takes a blank cost for not known, never for 0', () => {
    const { cost, costPerCall, agents } = summaryOf([row('ANA', '10', '5.0'), row('LUIS', '90')]);
    expect({ cost, costPerCall }).toEqual({ cost: 5, costPerCall: 0.5 });
    expect(agents.find(({ name }) => name === 'LUIS')).toMatchObject({ cost: null, costPerCall: null });
  });

  it('divides the sums, not the averages', () => {
    const { costPerCall } = summaryOf([row('ANA', '1', '10'), row('LUIS', '99', '0')]);
    expect(costPerCall).toBe(0.1);
  });

  it('adds thousandths without losing any', () => {
    expect(summaryOf(Array.from({ length: 10 }, (_, index) => row(`A${index}`, '1', '0.1001'))).cost).toBe(1.001);
  });

  it('agrees with an independent count of the fixture', () => {
    const rows = JSON.parse(JSON.stringify(rowsOf('agents', 'typical'))) as {
      agent_name: string;
      calls: string;
      cost: string;
    }[];
    const people = rows.filter(({ agent_name: name }) => !/TOTAL|PRUEBA|Routing/u.test(name));
    const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
    const { calls, cost, agents } = summaryOf(rows);
    expect(calls).toBe(sum(people.map((one) => Number(one.calls))));
    expect(cost).toBeCloseTo(sum(people.map((one) => Number(one.cost.replace(',', '')))), 6);
    expect(sum(agents.map(({ share }) => share.fraction ?? 0))).toBeCloseTo(1, 10);
  });
});

describe('the card of agents', () => {
  const tied = [
    row('ANA', '9', '1'),
    row('LUIS', '7', '9'),
    row('EVA', '7', '1'),
    row('IVO', '7', '1'),
    row('UMA', '1', '1'),
  ];

  it('takes all who share the last place, and says how many because of the tie', () => {
    const table = cardOf(tied, { request: top(2) }).sections.find(({ kind }) => kind === 'table');
    expect(table).toMatchObject({ table: { caption: 'Primeros 2; son 4 por empate, de 5 agentes' } });
    expect(table?.kind === 'table' && table.table.rows.map(([place]) => place)).toMatchObject([
      { number: 1 },
      { number: 2 },
      { number: 2 },
      { number: 2 },
    ]);
  });

  it('names those who share the first place, up to three', () => {
    const text = (rows: unknown[]) => JSON.stringify(cardOf(rows).sections[0]);
    expect(text(tied.slice(1, 4))).toContain('Eva, Ivo y Luis comparten el primer lugar, con 7 llamadas por agente.');
    expect(text([...tied.slice(1, 4), row('ZOE', '7')])).toContain('4 agentes comparten el primer lugar');
  });

  it('ranks by cost where asked and allowed', () => {
    const by = (audience: CardContext['audience']) => cardOf(tied, { request: top(1, 'cost'), audience });
    expect(JSON.stringify(by(SUPERVISOR).sections)).toContain('Luis tiene el mayor consumo: $');
    const seen = JSON.stringify(by(VIEWER_IN_CHANNEL));
    expect(seen).toContain('A. lidera con 9 llamadas');
    expect(seen).toContain('el costo de cada agente lo ven los supervisores');
    expect(seen).not.toContain('Costo por llamada');
  });

  it('draws no chart of one or two', () => {
    expect(cardOf(tied.slice(0, 2)).sections.some(({ kind }) => kind === 'chart')).toBe(false);
  });

  it('says that nobody called rather than who leads with 0', () => {
    expect(cardOf([row('ANA', '0'), row('LUIS', '0')]).headline).toBe(
      'Ninguna llamada ayer, con 2 agentes en la lista.',
    );
  });

  it('shows no name where names are hidden', () => {
    const audience = { ...SUPERVISOR, names: 'hidden' as const };
    const { sealed, rows } = folded('agents', [tied]);
    const hidden = context('agents', rows, 'es', { audience });
    expect(JSON.stringify([cardOf(tied, { audience }), reportOf('agents').table(sealed, hidden)])).not.toMatch(
      /ana|luis|eva\b/iu,
    );
  });
});

describe('metrics of agents', () => {
  const { sealed } = folded('agents', [[row('ANA', '10', '5.0'), row('LUIS', '90')]], OPERATION);
  const read = (metric: string, scope: Parameters<ReturnType<typeof reportOf>['read']>[2] = 'all') =>
    reportOf('agents').read(sealed, metric, scope);

  it('reads all and one agent by name', () => {
    expect(read('calls')).toMatchObject({ value: 100 });
    expect(read('calls', { kind: 'agent', id: 'LUIS' })).toMatchObject({ value: 90 });
    expect(read('cost_per_call')).toEqual({ value: 0.5, count: null, of: 10 });
    expect(read('cost', { kind: 'agent', id: 'LUIS' })).toMatchObject({ value: null });
    expect(read('calls', { kind: 'agent', id: 'NADIE' })).toMatchObject({ value: null });
    expect(read('unknown')).toBeNull();
  });
});
