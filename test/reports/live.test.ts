import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/reports/catalog.ts';
import { summarySchema } from '../../src/reports/live/summary.ts';
import type { CardContext } from '../../src/reports/report.ts';
import { context, folded, plainSpaces, rowsOf } from './fixture.ts';

let calls = 0;
const some = (many: number, type_interaction: string, result: string) =>
  Array.from({ length: many }, () => {
    calls += 1;
    return { type_interaction, result, date: '2026-11-19 09:30:00', telephone: '', conn_id: `1.1.1.${calls}` };
  });
const summaryOf = (...windows: unknown[][]) => summarySchema.parse(folded('live', windows).sealed.summary);
const headlineOf = (rows: unknown[], more: Partial<CardContext> = {}) => {
  const { sealed, rows: count } = folded('live', [rows]);
  return plainSpaces(reportOf('live').card(sealed, context('live', count, 'es', more), null).headline);
};

describe('rows of calls_last_10', () => {
  it('reads old and new field names, cases, hyphens and compact dates', () => {
    const { inbound, outbound, internal, transfer } = summaryOf([
      { type_interaction: 'inbound', result: 'ABANDON', date: '2026-07-14 09:31:02', conn_id: '6736.4628.1040.1.1' },
      { type_interaction: 'out_pre', result: 'ANSWER-MACHINE', date: '2026-07-14 09:30:40', conn_id: '22109.0412.2.2' },
      { type_interaction: 'outbound_ma', result: 'no answer', date: '2026-07-14 09:29:11', conn_id: '12345.0412.3.3' },
      {
        type_interaction: 'internal call_que',
        result: 'chanunavail',
        date: '20260714092800',
        conn_id: '12377.5995.4.4',
      },
      { type_call: 'transfer', result: 'answer', date: '2026-07-14 09:25:00', tel_number: '6045550123', conn_id: '5' },
    ]);
    expect(inbound).toMatchObject({ calls: 1, abandoned: 1 });
    expect(outbound).toMatchObject({ dialled: 2, machine: { count: 1, of: 2 }, lineFaults: { count: 0, of: 2 } });
    expect([internal, transfer]).toEqual([1, 1]);
  });

  it('keeps the last result of a call that comes again, by its date', () => {
    const first = { type_interaction: 'inbound', result: 'abandon', date: '2026-07-14 09:31:02', conn_id: '7' };
    const then = { ...first, result: 'answer', date: '20260714093110' };
    for (const rows of [
      [first, then],
      [then, first],
    ]) {
      expect(summaryOf(rows).inbound).toMatchObject({ answered: 1, abandoned: 0 });
      expect(folded('live', [rows]).rows).toEqual({ read: 2, used: 1, skipped: { duplicate: 1 } });
    }
  });

  it('counts each call without a conn_id', () => {
    const call = { type_interaction: 'inbound', result: 'answer', date: '', conn_id: '-' };
    expect(summaryOf([call, call]).inbound.answered).toBe(2);
  });

  it('keeps results it does not know, without judging by them', () => {
    const { outbound, results } = summaryOf(some(2, 'out_pre', 'Do not call'));
    expect(outbound).toMatchObject({ calls: 2, dialled: 0 });
    expect(results).toEqual([{ family: 'outbound', result: 'do not call', calls: 2 }]);
  });

  it('agrees with an independent count of the fixture', () => {
    const rows = rowsOf('live', 'typical') as Record<string, string>[];
    const last = new Map(
      rows.toReversed().map((one, index) => [one['conn_id'] === '-' ? `none ${index}` : one['conn_id'], one]),
    );
    // The one call that came twice is listed last with its earlier, outdated result.
    last.set(rows[0]?.['conn_id'] ?? '', rows[0] ?? {});
    const kind = (one: Record<string, string>) => one['type_interaction'] ?? one['type_call'];
    const count = (type: RegExp, result: RegExp) =>
      [...last.values()].filter((one) => type.test(kind(one) ?? '') && result.test(one['result'] ?? '')).length;
    const { inbound, outbound } = summaryOf(rows);
    expect(inbound).toMatchObject({
      answered: count(/^inbound/u, /^answer$/iu),
      abandoned: count(/^inbound/u, /abandon/iu),
    });
    expect(outbound).toMatchObject({
      contact: { count: count(/^out/u, /^answer$/iu) },
      machine: { count: count(/^out/u, /machine/iu) },
      lineFaults: { count: count(/^out/u, /failed|congestion|chanun/iu) },
    });
  });
});

describe('the card of live', () => {
  it('says the abandonment with its evidence', () => {
    expect(headlineOf([...some(64, 'inbound', 'answer'), ...some(14, 'inbound', 'abandon')])).toBe(
      'Abandono en los últimos diez minutos: 14 de 78 (18 %; 11–28).',
    );
  });

  it('does not judge three calls', () => {
    expect(headlineOf([...some(1, 'inbound', 'answer'), ...some(2, 'inbound', 'abandon')])).toBe(
      'Abandono 2 de 3 en los últimos diez minutos: muy pocas llamadas para juzgar.',
    );
  });

  it.each([
    [20, 5, 'Fallan las líneas salientes'],
    [200, 30, 'Fallan las líneas salientes'],
    [20, 4, 'Ninguna llamada de entrada'],
    [100, 15, 'Ninguna llamada de entrada'],
    [19, 9, 'Ninguna llamada de entrada'],
  ])('with %i dialled and %i line faults says: %s', (dialled, faults, words) => {
    expect(
      headlineOf([...some(dialled - faults, 'out_pre', 'answer'), ...some(faults, 'out_pre', 'congestion')]),
    ).toContain(words);
  });

  it.each([
    [200, 8, 'Líneas salientes bien: fallas 8 de 200'],
    [20, 1, 'Fallas de línea: 1 de 20 (5 %; 1–24); aún no alcanza para decir si es la línea.'],
    [100, 15, 'Fallas de línea: 15 de 100 (15 %; 9–23); aún no alcanza para decir si es la línea.'],
  ])('of %i dialled and %i line faults says, below the headline: %s', (dialled, faults, words) => {
    const { sealed, rows } = folded('live', [
      [...some(dialled - faults, 'out_pre', 'answer'), ...some(faults, 'out_pre', 'congestion')],
    ]);
    const { sections } = reportOf('live').card(sealed, context('live', rows, 'es'), null);
    expect(plainSpaces(JSON.stringify(sections))).toContain(words);
  });

  it('does not doubt the lines where not one fault came', () => {
    const textOf = (rows: unknown[]) => {
      const { sealed, rows: count } = folded('live', [rows]);
      return plainSpaces(JSON.stringify(reportOf('live').card(sealed, context('live', count, 'es'), null).sections[0]));
    };
    const dialled = some(24, 'outbound', 'ANSWER');
    expect(textOf(dialled)).toContain('Fallas de línea: 0 de 24 (0 %; 0–14).');
    expect(textOf([...dialled, ...some(1, 'outbound', 'CONGESTION')])).toContain('aún no alcanza para decir');
  });

  it('keeps internal calls, transfers and conferences out of every rate', () => {
    const rows = [
      ...some(30, 'inbound', 'answer'),
      ...some(30, 'internal call_inb', 'failed'),
      ...some(5, 'transfer', 'abandon'),
    ];
    expect(headlineOf(rows)).toContain('0 de 30');
  });
});

describe('metrics of live', () => {
  it('has the evidence that slices of ten minutes are added up by', () => {
    const { sealed } = folded('live', [
      [...some(9, 'inbound', 'answer'), ...some(1, 'inbound', 'abandon'), ...some(4, 'out_pre', 'failed')],
    ]);
    const read = (metric: string) => reportOf('live').read(sealed, metric, 'all');
    expect(read('abandonment')).toEqual({ value: 0.1, count: 1, of: 10 });
    expect(read('line_health')).toEqual({ value: 1, count: 4, of: 4 });
    expect(read('contact_rate')).toEqual({ value: 0, count: 0, of: 4 });
    expect(reportOf('live').read(sealed, 'abandonment', { kind: 'skill', id: '6110' })).toMatchObject({ value: null });
  });
});
