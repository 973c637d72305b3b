import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/reports/catalog.ts';
import { summarySchema } from '../../src/reports/preview/summary.ts';
import type { CardContext } from '../../src/reports/report.ts';
import { VIEWER_IN_CHANNEL, context, folded, plainSpaces, request, rowsOf } from './fixture.ts';

type Fields = Record<string, unknown>;
const call = (some: Fields = {}): Fields => ({
  type_of_row: 'CALL',
  campaign_id: '22109',
  customer_id: '71000333',
  agent_id: '12301',
  telephone: '93005550101',
  hang_up: 'customer',
  call_result: 'ANSWER',
  date: '2026-11-19 09:12:51',
  time: '00:03:05',
  cod_act: '2001',
  ...some,
});
const record = (some: Fields = {}): Fields => ({
  type_of_row: 'PREVIEW',
  campaign_id: '22109',
  agent_id: '12301',
  result: 'RPC',
  ...some,
});
const times = (many: number, row: Fields) => Array.from({ length: many }, () => row);
const summaryOf = (rows: unknown[]) => summarySchema.parse(folded('preview', [rows]).sealed.summary);
const cardOf = (rows: unknown[], some: Partial<CardContext> = {}) => {
  const { sealed, rows: count } = folded('preview', [rows]);
  return reportOf('preview').card(sealed, context('preview', count, 'es', some), null);
};

describe('rows of campaign_5', () => {
  it('counts only CALL rows as calls, in any case, and leaves TOTAL out', () => {
    const rows = [
      record(),
      record({ type_of_row: 'preview' }),
      call(),
      call({ type_of_row: 'call' }),
      { ...call(), type_of_row: 'TOTAL' },
    ];
    expect(summaryOf(rows).total).toMatchObject({ records: 2, calls: 2 });
    expect(folded('preview', [rows]).rows).toEqual({ read: 5, used: 4, skipped: { total: 1 } });
  });

  it('tells records dialled from those never dialled, and right parties among them', () => {
    const results = ['CONTESTA TITULAR', 'rpc', 'BUZON', 'clean', 'CLEAN', ''];
    expect(summaryOf(results.map((result) => record({ result }))).total).toMatchObject({
      records: 6,
      dialled: 3,
      rightParty: { count: 2, of: 3 },
    });
  });

  it('counts as uncoded only answered calls: blank, or out of wrap-up time', () => {
    const rows = [
      call({ cod_act: '' }),
      call({ cod_act: 'TIMEOUTACW' }),
      call({ cod_act: 'Acuerdo_de_Pago' }),
      call({ cod_act: '', call_result: 'NO-ANSWER' }),
    ];
    expect(summaryOf(rows).total.uncoded).toEqual({ count: 2, of: 3, fraction: 2 / 3 });
  });

  it('reads ids that carry a name as the same campaign, and takes the name', () => {
    expect(summaryOf([call({ campaign_id: '22109 - COBRANZA JULIO' }), call()]).campaigns).toMatchObject([
      { id: '22109', name: 'COBRANZA JULIO', calls: 2 },
    ]);
  });

  it('counts calls per customer by id, else by telephone, and says how many had neither', () => {
    const rows = [
      ...times(3, call()),
      ...times(2, call({ customer_id: '-' })),
      call({ customer_id: '52000444' }),
      call({ customer_id: '0', telephone: '' }),
    ];
    expect(summaryOf(rows).customers).toEqual({
      called: 3,
      once: 1,
      twice: 1,
      threeOrMore: 1,
      most: 3,
      callsWithout: 1,
    });
  });

  it('times only answered calls, and only readable times', () => {
    const rows = [call(), call({ time: '' }), call({ call_result: 'busy', time: '00:00:30' })];
    expect(summaryOf(rows).total).toMatchObject({ talk: 185, talkPerCall: 185 });
  });

  it('agrees with an independent count of the fixture', () => {
    const rows = rowsOf('preview', 'typical') as Record<string, string>[];
    const calls = rows.filter((one) => /^call$/iu.test(one['type_of_row'] ?? ''));
    const answered = calls.filter((one) => /^answer$/iu.test(one['call_result'] ?? ''));
    const seconds = answered.map((one) =>
      (one['time'] ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0),
    );
    const { total, hours, agents } = summaryOf(rows);
    expect(total).toMatchObject({
      calls: calls.length,
      answered: answered.length,
      uncoded: { count: answered.filter((one) => ['', 'TIMEOUTACW'].includes(one['cod_act'] ?? '')).length },
      talk: seconds.reduce((sum, one) => sum + one, 0),
    });
    expect(hours.reduce((sum, one) => sum + one.calls, 0)).toBe(calls.length);
    expect(agents.reduce((sum, one) => sum + one.calls, 0)).toBe(calls.length);
  });
});

describe('the card of preview', () => {
  const rows = [...times(25, call()), ...times(36, call({ call_result: 'NO-ANSWER', agent_id: '12314' }))];

  it('says the contact rate with its evidence, of one campaign by name', () => {
    expect(plainSpaces(cardOf(rows).headline)).toBe('Contacto ayer: 25 de 61 (41 %; 30–54).');
    expect(plainSpaces(cardOf(rows, { request: request('preview', { campaign: '22109' }) }).headline)).toBe(
      'Contacto de Cobranza Julio ayer: 25 de 61 (41 %; 30–54).',
    );
  });

  it('does not judge three calls', () => {
    expect(cardOf(times(3, call())).headline).toBe('Contacto ayer 3 de 3: muy pocas llamadas para juzgar.');
  });

  it('does not call records that were not dialled a contact rate of 0', () => {
    expect(cardOf(times(40, record({ result: 'CLEAN' }))).headline).toBe('Ninguna llamada ayer.');
  });

  it('says of which campaign there is nothing, and what that may mean', () => {
    const { sealed, rows } = folded('preview', [[]]);
    const asked = context('preview', rows, 'es', { request: { ...request('preview'), campaign: '99999' } });
    const { headline, sections } = reportOf('preview').card(sealed, asked, null);
    expect(headline).toBe('No hay datos de la campaña preview 99999 ayer.');
    expect(sections).toEqual([
      {
        kind: 'text',
        text: 'wolkvox no entregó filas de esa campaña en esa ventana: no tuvo llamadas, o su número es otro.',
      },
    ]);
  });

  it('holds no customer, telephone or comment, for any reader', () => {
    for (const some of [{}, { audience: VIEWER_IN_CHANNEL }]) {
      expect(JSON.stringify(cardOf(rowsOf('preview', 'typical'), some))).not.toMatch(
        /71000\d{3}|9300\d+|Gómez\b(?! L)|WhatsApp|firma/u,
      );
    }
  });
});

describe('metrics of preview', () => {
  it('reads all, an agent and a campaign', () => {
    const { sealed } = folded('preview', [
      [...times(3, call()), call({ call_result: 'BUSY', agent_id: '12314', campaign_id: '22114' })],
    ]);
    const read = (metric: string, scope: Parameters<ReturnType<typeof reportOf>['read']>[2] = 'all') =>
      reportOf('preview').read(sealed, metric, scope);
    expect(read('contact_rate')).toEqual({ value: 0.75, count: 3, of: 4 });
    expect(read('contact_rate', { kind: 'agent', id: '12314' })).toEqual({ value: 0, count: 0, of: 1 });
    expect(read('calls', { kind: 'campaign', id: '22114' })).toMatchObject({ value: 1 });
    expect(read('rpc')).toEqual({ value: null, count: 0, of: 0 });
  });
});
