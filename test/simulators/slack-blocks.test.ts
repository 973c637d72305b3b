import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkMessage, checkView } from '../../src/simulators/slack/index.ts';

const rules = { refuse: new Set<string>(), mostSeries: 6 };
const fixtures = new URL('../../../shared/data/slack-blocks/spec/fixtures/valid/', import.meta.url);
const present = existsSync(fixtures);
const onlyInModals = new Set(['alert_block', 'section_block_empty_text_field_value']);

function read(folder: string) {
  if (!present) return [];
  return readdirSync(new URL(`${folder}/`, fixtures)).map((file) => ({
    name: file.replace('.json', ''),
    value: z.looseObject({}).parse(JSON.parse(readFileSync(new URL(`${folder}/${file}`, fixtures), 'utf8'))),
  }));
}

describe.skipIf(!present)('the published examples (skipped where that data set is not beside the repository)', () => {
  test.each(read('blocks').filter((one) => !onlyInModals.has(one.name)))(
    '$name is accepted in a message',
    ({ value }) => {
      expect(checkMessage([value], rules)).toBeUndefined();
    },
  );

  test.each(read('messages').filter((one) => 'blocks' in one.value))('$name is accepted', ({ value }) => {
    const seen = new Set<unknown>();
    const { blocks } = z.looseObject({ blocks: z.array(z.looseObject({ block_id: z.string() })) }).parse(value);
    const unlike = blocks.filter((block) => !seen.has(block.block_id) && seen.add(block.block_id));
    expect(checkMessage(unlike, rules)).toBeUndefined();
  });

  test.each(read('views'))('$name is accepted', ({ value }) => {
    expect(checkView(value)).toBeUndefined();
  });

  test.each(
    read('elements').filter((one) => /^(button|overflow|checkbox|select|multi|date|time|radio)/.test(one.name)),
  )('$name is accepted among actions', ({ value }) => {
    expect(checkMessage([{ type: 'actions', elements: [value] }], rules)).toBeUndefined();
  });
});

const words = (length: number) => 'x'.repeat(length);
const plain = (length: number) => ({ type: 'plain_text', text: words(length) });
const button = (more: object) => ({ type: 'button', action_id: 'a', text: plain(3), ...more });
const option = { text: plain(3), value: 'v' };
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const raw = (text: string) => ({ type: 'raw_text', text });
const chart = (more: object) => ({ type: 'data_visualization', title: 'T', chart: { type: 'bar', ...more } });
const series = (name: string, ...labels: string[]) => ({ name, data: labels.map((label) => ({ label, value: 1 })) });

describe('a message is refused', () => {
  const cases: Record<string, unknown[]> = {
    'with more than 50 blocks': Array.from({ length: 51 }, () => ({ type: 'divider' })),
    'with a type nobody knows': [{ type: 'sparkle' }],
    'with a field nobody knows': [{ type: 'divider', colour: 'red' }],
    'with a section that says nothing': [{ type: 'section' }],
    'with an empty text': [{ type: 'section', text: plain(0) }],
    'with a section of 3001 characters': [{ type: 'section', text: plain(3001) }],
    'with a header of 151 characters': [{ type: 'header', text: plain(151) }],
    'with 26 actions': [actions(...Array.from({ length: 26 }, (_, at) => button({ action_id: `a${at}` })))],
    'with the same action twice in a block': [actions(button({}), button({}))],
    'with the same block id twice': [
      { type: 'divider', block_id: 'b' },
      { type: 'divider', block_id: 'b' },
    ],
    'with a button of 76 characters': [actions(button({ text: plain(76) }))],
    'with a button value of 2001 characters': [actions(button({ value: words(2001) }))],
    'with an overflow of six': [
      actions({ type: 'overflow', action_id: 'o', options: Array.from({ length: 6 }, () => option) }),
    ],
    'with an option value of 151 characters': [
      actions({ type: 'static_select', action_id: 's', options: [{ ...option, value: words(151) }] }),
    ],
    'with three charts': Array.from({ length: 3 }, () =>
      chart({ series: [series('s', 'a')], axis_config: { categories: ['a'] } }),
    ),
    'with a series that misses a category': [
      chart({ series: [series('s', 'a')], axis_config: { categories: ['a', 'b'] } }),
    ],
    'with a series in another order': [
      chart({ series: [series('s', 'b', 'a')], axis_config: { categories: ['a', 'b'] } }),
    ],
    'with seven series': [
      chart({
        series: Array.from({ length: 7 }, (_, at) => series(`s${at}`, 'a')),
        axis_config: { categories: ['a'] },
      }),
    ],
    'with a label of 21 characters': [
      chart({ series: [series('s', words(21))], axis_config: { categories: [words(21)] } }),
    ],
    'with a slice of nothing': [chart({ type: 'pie', segments: [{ label: 'a', value: 0 }] })],
    'with an empty cell': [{ type: 'data_table', caption: 'c', rows: [[raw('a')], [raw('')]] }],
    'with a table of 102 rows': [
      { type: 'data_table', caption: 'c', rows: Array.from({ length: 102 }, () => [raw('a')]) },
    ],
    'with a table whose rows differ': [{ type: 'data_table', caption: 'c', rows: [[raw('a'), raw('b')], [raw('a')]] }],
    'with a table without a caption': [{ type: 'data_table', rows: [[raw('a')], [raw('b')]] }],
    'with tables of more than 10,000 characters': [
      { type: 'data_table', caption: 'c', rows: [[raw('a')], [raw(words(5000))], [raw(words(5000))]] },
    ],
    'with two plain tables': Array.from({ length: 2 }, () => ({ type: 'table', rows: [[raw('a')]] })),
    'with an alert, which belongs in modals': [{ type: 'alert', text: { type: 'mrkdwn', text: 'x' } }],
  };
  test.each(Object.entries(cases))('%s', (_name, blocks) => {
    expect(checkMessage(blocks, rules)?.error).toBe('invalid_blocks');
  });
});

test('a modal is refused when its title is over 24 characters or a form has no way to send it', () => {
  const input = { type: 'input', label: plain(3), element: { type: 'plain_text_input', action_id: 'a' } };
  expect(checkView({ type: 'modal', title: plain(25), blocks: [] })?.messages).toEqual([
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ]);
  expect(checkView({ type: 'modal', title: plain(3), blocks: [input] })?.messages).toEqual([
    'missing required field: submit [json-pointer:/view/submit]',
  ]);
});
