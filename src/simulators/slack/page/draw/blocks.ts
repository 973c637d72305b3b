import type { ReactNode } from 'react';
import { Message as Drawn, type MessageProps } from 'slack-blocks-to-jsx';
import { interactive, type Placed } from '../../blocks/interactive.ts';
import type { Block, View } from '../../workspace.ts';
import { chart } from './chart.ts';
import { control, type Filled } from './elements.ts';
import { mrkdwn, textOf, wordsOf } from './mrkdwn.ts';
import { h, type Sight } from './sight.ts';
import { dataTable } from './table.ts';

interface Form {
  view?: View;
}

/** The library reads blocks by their type and draws nothing it does not know, so any block may be handed to it. */
function asLibraryBlock(block: Block): MessageProps['blocks'][number] {
  return block as unknown as MessageProps['blocks'][number];
}

function byLibrary(block: Block, sight: Sight): ReactNode {
  const users = [...sight.workspace.people.values()].map(({ id, name }) => ({ id, name }));
  const channels = [...sight.workspace.channels.values()].map(({ id, name }) => ({ id, name }));
  const props = {
    blocks: [asLibraryBlock(block)],
    logo: '',
    name: '',
    theme: 'light',
    unstyled: true,
    withoutWrapper: true,
  } as const;
  return h('div', { className: 'drawn' }, h(Drawn, { ...props, blocks: [...props.blocks], data: { users, channels } }));
}

function filledOf(form: Form): Filled {
  return { values: { ...form.view?.given } };
}

function section(block: Block, placed: Placed[], sight: Sight, form: Form): ReactNode {
  const fields = Array.isArray(block['fields']) ? block['fields'] : [];
  const beside = placed[0] ? h('div', { className: 'accessory' }, control(placed[0], sight, filledOf(form))) : null;
  return h(
    'div',
    { className: 'section' },
    h(
      'div',
      { className: 'section-text' },
      block['text'] ? h('div', null, textOf(sight, block['text'])) : null,
      fields.length > 0
        ? h(
            'div',
            { className: 'fields' },
            fields.map((field, at) => h('div', { key: at }, textOf(sight, field))),
          )
        : null,
    ),
    beside,
  );
}

function input(block: Block, placed: Placed[], sight: Sight, form: Form): ReactNode {
  const [first] = placed;
  if (!first) return null;
  const label = wordsOf(block['label']);
  const error = form.view?.errors[block.block_id ?? ''];
  const id = `note-${block.block_id}`;
  const filled = { ...filledOf(form), required: block['optional'] !== true, describedBy: id, label };
  const hint = block['hint'] ? h('span', { className: 'hint' }, textOf(sight, block['hint'])) : null;
  return h(
    'div',
    {
      className: error ? 'input wrong' : 'input',
      'data-input': block.block_id,
      'data-required': block['optional'] !== true,
    },
    h(
      'span',
      { className: 'label' },
      label,
      block['optional'] === true
        ? h(
            'small',
            null,
            ' (opcional)'.replace('opcional', sight.viewer.locale.startsWith('en') ? 'optional' : 'opcional'),
          )
        : null,
    ),
    control(first, sight, filled),
    h('span', { id }, h('span', { className: 'error', role: 'alert', 'data-test': 'input-error' }, error ?? ''), hint),
  );
}

function contextPart(element: unknown, at: number, sight: Sight): ReactNode {
  const type = typeof element === 'object' && element !== null && 'type' in element ? element.type : '';
  if (type !== 'image') return h('span', { key: at }, textOf(sight, element));
  const alt = typeof element === 'object' && element !== null && 'alt_text' in element ? String(element.alt_text) : '';
  return h('span', { key: at, className: 'picture' }, `🖼 ${alt}`);
}

function one(block: Block, sight: Sight, form: Form): ReactNode {
  const placed = interactive([block]);
  const elements = Array.isArray(block['elements']) ? block['elements'] : [];
  switch (block.type) {
    case 'section':
      return section(block, placed, sight, form);
    case 'header':
      return h('h3', { className: 'header' }, wordsOf(block['text']));
    case 'divider':
      return h('hr');
    case 'context':
      return h(
        'div',
        { className: 'context' },
        elements.map((element, at) => contextPart(element, at, sight)),
      );
    case 'actions':
    case 'context_actions':
      return h(
        'div',
        { className: 'actions' },
        placed.map((each, at) => h('span', { key: at }, control(each, sight, filledOf(form)))),
      );
    case 'input':
      return input(block, placed, sight, form);
    case 'image':
      return h('div', { className: 'picture' }, `🖼 ${String(block['alt_text'])}`);
    case 'data_visualization':
      return chart(block, sight);
    case 'data_table':
    case 'table':
      return dataTable(block, sight);
    case 'alert':
      return h(
        'div',
        { className: `alert ${typeof block['level'] === 'string' ? block['level'] : ''}`, role: 'status' },
        textOf(sight, block['text']),
      );
    default:
      return byLibrary(block, sight);
  }
}

export function blocksOf(blocks: readonly Block[], sight: Sight, form: Form = {}): ReactNode {
  return blocks.map((block) =>
    h('div', { key: block.block_id, className: 'block', 'data-block-type': block.type }, one(block, sight, form)),
  );
}

export function proseOf(text: string, sight: Sight): ReactNode {
  return h(
    'div',
    { className: 'block' },
    h('div', { className: 'section' }, h('div', { className: 'section-text' }, mrkdwn(sight, text))),
  );
}
