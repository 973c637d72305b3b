import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.ts';
import { toTerminal } from '../../../src/core/card/to-terminal.ts';

const card: Card = {
  headline: '176 llamadas ayer.',
  sections: [
    { kind: 'figures', figures: [{ label: 'Costo', value: '$ 9' }] },
    {
      kind: 'chart',
      chart: {
        type: 'bar',
        title: 'Llamadas',
        yLabel: null,
        series: [
          {
            name: 'Llamadas',
            points: [
              { label: 'Ana', value: 96, text: '96' },
              { label: 'Luis', value: 48, text: '48' },
            ],
          },
        ],
      },
    },
    {
      kind: 'table',
      table: {
        caption: 'Agentes',
        columns: [
          { title: 'Agente', align: 'left' },
          { title: 'Llamadas', align: 'right' },
        ],
        rows: [
          ['Ana Lucía Restrepo de la Torre y Quintero', { number: 96, text: '96' }],
          ['\u001b[31mLuis', { number: 48, text: '48' }],
        ],
      },
    },
  ],
  trust: ['38 filas'],
  actions: [],
};

describe('a card on the terminal', () => {
  it('is plain text of the width asked for', () => {
    expect(toTerminal(card, 40)).toBe(`176 llamadas ayer.

Costo  $ 9

Llamadas
Ana   ${'█'.repeat(30)} 96
Luis  ${'█'.repeat(15)} 48

Agentes
Agente                          Llamadas
────────────────────────────────────────
Ana Lucía Restrepo de la Torr…        96
[31mLuis                              48

38 filas
`);
  });

  it('is bold and dim only where asked', () => {
    expect(toTerminal(card, 40)).not.toContain('\u001b');
    expect(toTerminal(card, 40, { ansi: true })).toContain('\u001b[1m176 llamadas ayer.\u001b[0m');
  });
});
