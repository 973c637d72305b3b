import type { ReactNode } from 'react';
import { initialOf, initialOptions, optionsOf, type Given, type Placed } from '../../blocks/interactive.ts';
import { wordsOf } from './mrkdwn.ts';
import { h, type Sight } from './sight.ts';

/** What the person has put in so far, by "block/action". */
export interface Filled {
  values: Record<string, Given>;
  required?: boolean;
  describedBy?: string;
  label?: string;
}

function marks(placed: Placed): Record<string, unknown> {
  const { element, block } = placed;
  const confirm = element['confirm'];
  return {
    'data-block': block.block_id,
    'data-action': element.action_id,
    'data-kind': element.type,
    'data-test': element.type,
    ...(confirm ? { 'data-confirm': JSON.stringify(confirm) } : {}),
    ...(block['dispatch_action'] === true || block.type !== 'input' ? { 'data-dispatch': 'true' } : {}),
  };
}

function button(placed: Placed, label: unknown, value: unknown, mark = ''): ReactNode {
  const { element } = placed;
  const style = typeof element['style'] === 'string' ? element['style'] : '';
  const url = typeof element['url'] === 'string' ? element['url'] : undefined;
  const spoken =
    typeof element['accessibility_label'] === 'string' ? { 'aria-label': element['accessibility_label'] } : {};
  return h(
    'button',
    { type: 'button', className: `button ${style}`, ...marks(placed), 'data-value': value, 'data-url': url, ...spoken },
    mark,
    wordsOf(label),
  );
}

function overflow(placed: Placed, sight: Sight): ReactNode {
  const items = optionsOf(placed.element).map((option) =>
    h(
      'button',
      {
        key: option.value,
        type: 'button',
        role: 'menuitem',
        tabIndex: -1,
        'data-value': option.value,
        'data-test': 'overflow-item',
      },
      wordsOf(option.text),
    ),
  );
  const opener = {
    type: 'button',
    className: 'button dots',
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    'aria-label': sight.words.more,
  } as const;
  return h(
    'span',
    { className: 'overflow', ...marks(placed) },
    h('button', { ...opener, 'data-test': 'overflow-open' }, '⋯'),
    h('span', { role: 'menu', className: 'menu', hidden: true }, items),
  );
}

interface Choice {
  value: string;
  label: string;
}

function choicesOf(placed: Placed, sight: Sight): Choice[] {
  const { type } = placed.element;
  const { people, channels } = sight.workspace;
  if (type.includes('users_select'))
    return [...people.values()].filter((one) => !one.bot).map((one) => ({ value: one.id, label: one.name }));
  if (type.includes('channels_select') || type.includes('conversations_select')) {
    return [...channels.values()]
      .filter((one) => one.kind !== 'im')
      .map((one) => ({ value: one.id, label: `#${one.name}` }));
  }
  return [...initialOptions(placed.element), ...optionsOf(placed.element)]
    .filter((option, at, all) => all.findIndex((one) => one.value === option.value) === at)
    .map((option) => ({ value: option.value, label: wordsOf(option.text) }));
}

function select(placed: Placed, sight: Sight, given: Given | undefined, more: Record<string, unknown>): ReactNode {
  const placeholder = wordsOf(placed.element['placeholder'], sight.words.choose);
  const options = choicesOf(placed, sight).map((one) => h('option', { key: one.value, value: one.value }, one.label));
  const first = h('option', { key: '', value: '' }, placeholder);
  const chosen = typeof given === 'string' ? given : (given?.[0] ?? '');
  return h(
    'select',
    { className: 'select', 'aria-label': placeholder, defaultValue: chosen, ...marks(placed), ...more },
    first,
    options,
  );
}

function checks(
  placed: Placed,
  sight: Sight,
  given: Given | undefined,
  kind: 'checkbox' | 'radio',
  scroll: boolean,
): ReactNode {
  const chosen = typeof given === 'string' ? [given] : (given ?? []);
  const name = `${placed.block.block_id}/${placed.element.action_id}`;
  const items = choicesOf(placed, sight).map((one) =>
    h(
      'label',
      { key: one.value, className: 'check' },
      h('input', { type: kind, name, value: one.value, defaultChecked: chosen.includes(one.value) }),
      h('span', null, one.label),
    ),
  );
  return h(
    'span',
    {
      className: scroll ? 'checks scroll' : 'checks',
      role: kind === 'radio' ? 'radiogroup' : 'group',
      ...marks(placed),
    },
    items,
  );
}

function suggesting(placed: Placed, sight: Sight, given: Given | undefined): ReactNode {
  const list = `options-${placed.block.block_id}-${placed.element.action_id}`.replaceAll(/[^\w-]/g, '_');
  const placeholder = wordsOf(placed.element['placeholder'], sight.words.choose);
  const chosen = choicesOf(placed, sight).find((one) => one.value === given);
  const field = {
    className: 'field',
    list,
    placeholder,
    defaultValue: chosen?.label ?? '',
    autoComplete: 'off',
    'aria-label': placeholder,
  };
  return h(
    'span',
    { className: 'suggest' },
    h('input', { ...field, ...marks(placed), 'data-given': chosen?.value ?? '' }),
    h('datalist', { id: list }),
  );
}

const inputTypes: Record<string, string> = {
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'text',
  plain_text_input: 'text',
  rich_text_input: 'text',
};

export function control(placed: Placed, sight: Sight, filled: Filled): ReactNode {
  const { element, block } = placed;
  const given = filled.values[`${block.block_id}/${element.action_id}`] ?? initialOf(element);
  const more = {
    ...(filled.required ? { 'aria-required': true } : {}),
    ...(filled.describedBy ? { 'aria-describedby': filled.describedBy } : {}),
    ...(filled.label ? { 'aria-label': filled.label } : {}),
  };
  if (element.type === 'button' || element.type === 'workflow_button')
    return button(placed, element['text'], element['value']);
  if (element.type === 'icon_button') return button(placed, element['text'], element['value'], '🗑 ');
  if (element.type === 'overflow') return overflow(placed, sight);
  if (element.type === 'feedback_buttons') {
    const one = (side: string, mark: string) => {
      const held = element[side];
      const value = typeof held === 'object' && held !== null && 'value' in held ? held.value : '';
      return button(
        placed,
        typeof held === 'object' && held !== null && 'text' in held ? held.text : undefined,
        value,
        mark,
      );
    };
    return h('span', { className: 'feedback' }, one('positive_button', '👍 '), one('negative_button', '👎 '));
  }
  if (element.type === 'checkboxes') return checks(placed, sight, given, 'checkbox', false);
  if (element.type === 'radio_buttons') return checks(placed, sight, given, 'radio', false);
  if (element.type === 'external_select' || element.type === 'multi_external_select')
    return suggesting(placed, sight, given);
  if (element.type.startsWith('multi_')) return checks(placed, sight, given, 'checkbox', true);
  if (element.type.endsWith('_select')) return select(placed, sight, given, more);
  const placeholder = wordsOf(element['placeholder']);
  const value = typeof given === 'string' ? given : '';
  const field = { className: 'field', placeholder, defaultValue: value, ...marks(placed), ...more };
  if (element['multiline'] === true) return h('textarea', { ...field, rows: 4 });
  const numeric = element.type === 'number_input' ? { inputMode: 'decimal' as const } : {};
  return h('input', { ...field, type: inputTypes[element.type] ?? 'text', ...numeric });
}
