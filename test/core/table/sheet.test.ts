import { describe, expect, it } from 'vitest';
import { sheetName, toSheet } from '../../../src/core/table/sheet.ts';

describe('a sheet', () => {
  it('types its cells and fills rows that are short', () => {
    const sheet = toSheet(
      {
        caption: 'x',
        columns: [
          { title: 'Agente', align: 'left' },
          { title: 'Costo', align: 'right' },
        ],
        rows: [['=1', { number: 2, text: '$ 2' }], ['Ana']],
      },
      'Agentes',
    );
    expect(sheet.rows).toEqual([
      [
        { kind: 'text', value: '=1' },
        { kind: 'number', value: 2 },
      ],
      [
        { kind: 'text', value: 'Ana' },
        { kind: 'text', value: '' },
      ],
    ]);
    expect(sheet.widths).toEqual([8, 8]);
  });

  it.each([
    ['Agentes: 1/11 [ayer]?', 'Agentes 1 11 ayer'],
    ["'''", 'Vigía'],
    ['x'.repeat(40), `${'x'.repeat(30)}…`],
  ])('has a name that Excel takes: %s', (name, expected) => {
    expect(sheetName(name)).toBe(expected);
  });
});
