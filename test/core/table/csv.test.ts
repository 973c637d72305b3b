import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../../src/core/card/card.ts';
import { toCsv } from '../../../src/core/table/csv.ts';

const table = (...cells: Cell[]): Table => ({
  caption: 'x',
  columns: cells.map((_, at) => ({ title: `c${at}`, align: 'left' })),
  rows: [cells],
});
const row = (locale: 'es' | 'en' | 'pt', ...cells: Cell[]) => toCsv(table(...cells), locale).split('\r\n')[1];

describe('a CSV', () => {
  it('begins with a byte order mark and ends its lines as RFC 4180 says', () => {
    expect(toCsv(table('Ñandú'), 'es')).toBe('\uFEFF"c0"\r\n"Ñandú"\r\n');
  });

  it('has the separator and the decimal sign that Excel expects in each language', () => {
    const cells = ['a', { number: 5.2, text: '5,2 %' }] as const;
    expect(row('es', ...cells)).toBe('"a";5,2');
    expect(row('pt', ...cells)).toBe('"a";5,2');
    expect(row('en', ...cells)).toBe('"a",5.2');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', ' =1'])('makes no formula of the text %j', (text) => {
    expect(row('es', text)).toMatch(/^"'/);
  });

  it('leaves numbers numbers, negative ones too', () => {
    expect(row('es', { number: -3, text: '−3' })).toBe('-3');
    expect(row('es', { number: 1e-7, text: '0' })).toBe('0,0000001');
    expect(row('es', { number: Number.NaN, text: 'sin dato' })).toBe('"sin dato"');
  });

  it('keeps quotes, separators and line breaks inside their cell', () => {
    expect(toCsv(table('di "hola"; a,b\nc'), 'es')).toContain('"di ""hola""; a,b\nc"');
  });

  it('has as many cells in every row as columns, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (cells) => {
        const [, line = ''] = toCsv(table(...cells), 'es').split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/);
        expect(line.match(/"(?:[^"]|"")*"/g)).toHaveLength(cells.length);
        for (const cell of line.match(/"(?:[^"]|"")*"/g) ?? []) expect(cell).not.toMatch(/^"[=+\-@\t\r]/);
      }),
    );
  });
});
