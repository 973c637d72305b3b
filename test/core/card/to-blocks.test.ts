import { describe, expect, it } from 'vitest';
import type { Card, Chart, Section, Table } from '../../../src/core/card/card.ts';
import { cardWords, type Rung, toBlocks, toHome, toMessage, toModal } from '../../../src/core/card/to-blocks.ts';
import { checkMessage, checkView } from '../../fixtures/block-check.ts';

const words = cardWords('es');
const points = (count: number, value = (at: number) => count - at) =>
  Array.from({ length: count }, (_, at) => ({ label: `Agente ${at + 1}`, value: value(at), text: `${value(at)}` }));
const chart = (type: Chart['type'], count: number): Section => ({
  kind: 'chart',
  chart: { type, title: 'Llamadas', yLabel: 'Llamadas', series: [{ name: 'Llamadas', points: points(count) }] },
});
const rowsOf = (count: number): Table['rows'] =>
  Array.from({ length: count }, (_, at) => [`Agente ${at + 1}`, { number: at, text: `${at}` }]);
const table = (count: number, caption = 'Agentes'): Section => ({
  kind: 'table',
  table: {
    caption,
    columns: [
      { title: 'Agente', align: 'left' },
      { title: 'Llamadas', align: 'right' },
    ],
    rows: rowsOf(count),
  },
});
const card = (...sections: Section[]): Card => ({
  headline: 'Todo va normal.',
  sections,
  trust: ['38 filas'],
  actions: [],
});
const drawn = (rung: Rung, ...sections: Section[]) => toBlocks(card(...sections), { rung, words });
const json = (blocks: unknown) => JSON.stringify(blocks);
const types = (blocks: readonly { readonly type: string }[]) => blocks.map(({ type }) => type);

describe('the native rung', () => {
  it('begins with the verdict in bold and ends with the trust line', () => {
    expect(drawn('native')).toEqual([
      { type: 'section', text: { type: 'mrkdwn', text: '*Todo va normal.*', verbatim: true }, expand: true },
      { type: 'context', elements: [{ type: 'mrkdwn', text: '_38 filas_', verbatim: true }] },
    ]);
  });

  it('draws a chart and a sortable table', () => {
    const blocks = drawn('native', chart('bar', 3), table(2));
    expect(types(blocks)).toEqual(['section', 'data_visualization', 'data_table', 'context']);
    expect(blocks[2]).toMatchObject({
      caption: 'Agentes',
      rows: [
        [{ type: 'raw_text', text: 'Agente' }, { type: 'raw_text' }],
        [{ text: 'Agente 1' }, { type: 'raw_number', value: 0, text: '0' }],
        [{ text: 'Agente 2' }, { type: 'raw_number', value: 1, text: '1' }],
      ],
    });
  });

  it('shows the first hundred rows, and says how many there are', () => {
    const blocks = drawn('native', table(137));
    expect(blocks[1]).toMatchObject({ rows: { length: 101 } });
    expect(json(blocks[2])).toContain('y 37 más, de 137');
  });

  it('keeps the highest bars, and the newest points of a line', () => {
    expect(json(drawn('native', chart('bar', 30))[1])).toContain('"Agente 1"');
    const line = json(drawn('native', chart('line', 30))[1]);
    expect(line).toContain('"Agente 30"');
    expect(line).not.toContain('"Agente 10"');
  });

  it('gathers what a pie has no room for', () => {
    expect(json(drawn('native', chart('pie', 9))[1])).toContain('{"label":"Otros (4)","value":10}');
  });

  it('tells labels apart that only differ after their twentieth letter', () => {
    const long = ['Ana María Restrepo Vélez', 'Ana María Restrepo Vargas'];
    const same = long.map((label) => ({ label, value: 1, text: '1' }));
    const section: Section = {
      kind: 'chart',
      chart: { type: 'bar', title: 'x', yLabel: null, series: [{ name: 'x', points: same }] },
    };
    expect(json(drawn('native', section)[1])).toContain('["Ana María Restrepo…","Ana María Restrep… 2"]');
  });

  it('draws two charts and writes the third', () => {
    const blocks = drawn('native', chart('bar', 3), chart('bar', 3), chart('bar', 3));
    expect(types(blocks)).toEqual([
      'section',
      'data_visualization',
      'data_visualization',
      'section',
      'section',
      'context',
    ]);
  });

  it('writes what no chart can show: a value that is no number', () => {
    const broken: Section = {
      kind: 'chart',
      chart: {
        type: 'bar',
        title: 'Costo',
        yLabel: null,
        series: [{ name: 'x', points: [{ label: 'Ana', value: Number.NaN, text: 'sin dato' }] }],
      },
    };
    expect(json(drawn('native', broken))).toContain('Ana: sin dato');
  });

  it('lets no table crowd out the lines after it', () => {
    const last: Section = { kind: 'unavailable', text: 'Espera inteligente: wolkvox respondió mantenimiento.' };
    const wide = table(100, 'x'.repeat(150));
    const blocks = drawn('native', wide, wide, wide, wide, last);
    expect(json(blocks)).toContain('respondió mantenimiento');
    expect(checkMessage(blocks)).toEqual([]);
  });
});

describe('the lower rungs', () => {
  it('draw one plain table with its caption, and write the chart', () => {
    const blocks = drawn('table', chart('bar', 2), table(2));
    expect(types(blocks)).toEqual(['section', 'section', 'section', 'section', 'table', 'context']);
    expect(json(blocks)).toContain('• Agente 1: 2\\n• Agente 2: 1');
  });

  it('make a table of the chart where there is no other', () => {
    expect(types(drawn('table', chart('bar', 2)))).toEqual(['section', 'section', 'table', 'context']);
  });

  it('align what a phone can show', () => {
    expect(json(drawn('text', table(2)))).toContain('Agente    Llamadas\\nAgente 1         0\\nAgente 2         1');
  });

  it('write a wide table line by line', () => {
    const wide: Section = {
      kind: 'table',
      table: {
        caption: 'Agentes',
        columns: ['Puesto', 'Agente', 'Llamadas atendidas', 'Costo por llamada'].map((title) => ({
          title,
          align: 'left',
        })),
        rows: [[{ number: 1, text: '1' }, 'Ana Lucía', { number: 96, text: '96' }, { number: 224, text: '$ 224' }]],
      },
    };
    expect(json(drawn('text', wide))).toContain(
      '• *Ana Lucía*: Puesto 1 · Llamadas atendidas 96 · Costo por llamada $ 224',
    );
  });

  it('never cut inside a row, and say how many are not shown', () => {
    const blocks = drawn('text', table(2_000));
    expect(checkMessage(blocks)).toEqual([]);
    const shown = [...json(blocks).matchAll(/Agente \d+ /g)].length;
    expect(json(blocks)).toContain(`y ${2_000 - shown} más, de 2000`);
  });

  it('use no block that old workspaces lack', () => {
    const all = drawn('text', chart('bar', 3), table(3), {
      kind: 'figures',
      figures: [{ label: 'Costo', value: '$ 9' }],
    });
    expect(new Set(types(all))).toEqual(new Set(['section', 'context']));
  });
});

describe('controls', () => {
  const button = (id: string, value = 'v') => ({ kind: 'button', id, label: id, value }) as const;

  it('stand in rows of five, and one id never twice in a row', () => {
    const actions = ['a', 'b', 'a', 'c', 'd', 'e', 'f', 'g'].map((id) => button(id));
    const blocks = toBlocks({ ...card(), actions }, { rung: 'native' });
    const rows = blocks
      .filter(({ type }) => type === 'actions')
      .map(({ elements }) => json(elements).match(/"action_id":"."/g));
    expect(rows.map((row) => row?.length)).toEqual([2, 5, 1]);
  });

  it('are left out rather than cut when they carry too much', () => {
    const actions = [button('fits', 'x'.repeat(2_000)), button('long', 'x'.repeat(2_001))];
    const blocks = toBlocks({ ...card(), actions }, { rung: 'native' });
    expect(json(blocks)).toContain('"fits"');
    expect(json(blocks)).not.toContain('"long"');
  });

  it('are a select with its name, or a ⋯ where asked', () => {
    const options = [{ label: 'CSV', value: 'csv' }];
    const actions = [
      { kind: 'menu', id: 'file', label: 'Descargar', options },
      { kind: 'menu', compact: true, id: 'more', label: 'Más', options },
    ] as const;
    const blocks = toBlocks({ ...card(), actions }, { rung: 'native' });
    expect(json(blocks)).toContain(
      '"static_select","action_id":"file","placeholder":{"type":"plain_text","text":"Descargar"}',
    );
    expect(json(blocks)).toContain('"overflow","action_id":"more"');
  });

  it('sit beside their line', () => {
    const lines = [
      { text: 'Juan P.: 112 min', action: button('justify') },
      { text: 'María R.: 95 min' },
      { text: 'Otro' },
    ];
    const blocks = drawn('native', { kind: 'lines', lines });
    expect(blocks[1]).toMatchObject({ text: { text: '• Juan P.: 112 min' }, accessory: { action_id: 'justify' } });
    expect(blocks[2]).toMatchObject({ text: { text: '• María R.: 95 min\n• Otro' } });
  });
});

describe('the top-level text', () => {
  it('holds every figure of the card, for who cannot see the blocks', () => {
    const { text } = toMessage(
      card(chart('bar', 2), table(2), { kind: 'figures', figures: [{ label: 'Costo', value: '$ 9' }] }),
      {
        rung: 'native',
      },
    );
    expect(text.split('\n')).toEqual([
      'Todo va normal.',
      'Llamadas',
      'Agente 1 2, Agente 2 1',
      'Agentes',
      'Agente 1: Llamadas 0',
      'Agente 2: Llamadas 1',
      'Costo: $ 9',
      '38 filas',
    ]);
  });

  it('stops at whole rows and keeps the trust line', () => {
    const { text } = toMessage(card(table(2_000)), { rung: 'native', words });
    const lines = text.split('\n');
    expect(text.length).toBeGreaterThan(3_000);
    expect(lines.at(-2)).toMatch(/^y \d+ más, de 2000$/);
    expect(lines.at(-1)).toBe('38 filas');
  });
});

describe('views', () => {
  it('put the cards of App Home one under the other', () => {
    const home = toHome([card(table(2)), card({ kind: 'text', text: 'Nada más.' })], words);
    expect(checkView(home)).toEqual([]);
    expect(types(home.blocks).filter((type) => type === 'divider')).toHaveLength(1);
  });

  it('make a modal with its inputs after the sections', () => {
    const input = {
      type: 'input',
      label: { type: 'plain_text', text: 'Nombre' },
      element: { type: 'plain_text_input' },
    };
    const sections: Section[] = [{ kind: 'text', text: 'Antes' }];
    const modal = toModal({
      title: 'Un nombre demasiado largo',
      close: 'Cerrar',
      submit: 'Guardar',
      sections,
      inputs: [input],
    });
    expect(checkView(modal)).toEqual([]);
    expect(types(modal.blocks)).toEqual(['section', 'input']);
    expect(modal).toMatchObject({ title: { text: 'Un nombre demasiado lar…' }, submit: { text: 'Guardar' } });
  });

  it('forget nothing silently', () => {
    expect(() => toModal({ title: 'x', close: 'x', sections: [], metadata: 'x'.repeat(3_001) })).toThrow('metadata');
  });
});
