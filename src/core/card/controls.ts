import { type Block, plainObject } from './block.ts';
import type { Action, Button, Menu } from './card.ts';
import * as limit from './limits.ts';
import { cut, oneLine } from './plain.ts';

function words(text: string, max: number) {
  return plainObject(cut(oneLine(text), max));
}

/** A button, or null where its id or value breaks Slack's limit: a cut request would be another request. */
export function buttonElement(button: Button): Block | null {
  if (button.value.length > limit.BUTTON_VALUE || button.id.length > limit.ACTION_ID || button.id === '') return null;
  const { confirm } = button;
  return {
    type: 'button',
    action_id: button.id,
    text: words(button.label, limit.BUTTON_LABEL),
    ...(button.value === '' ? {} : { value: button.value }),
    ...(button.style ? { style: button.style } : {}),
    ...(button.spoken ? { accessibility_label: cut(oneLine(button.spoken), limit.SPOKEN_LABEL) } : {}),
    ...(confirm
      ? {
          confirm: {
            title: words(confirm.title, limit.CONFIRM_TITLE),
            text: words(confirm.text, limit.CONFIRM_TEXT),
            confirm: words(confirm.yes, limit.CONFIRM_CHOICE),
            deny: words(confirm.no, limit.CONFIRM_CHOICE),
          },
        }
      : {}),
  };
}

function menuElement(menu: Menu): Block | null {
  const options = menu.options
    .filter(({ value }) => value !== '' && value.length <= limit.OPTION_VALUE)
    .slice(0, limit.SELECT_OPTIONS)
    .map(({ label, value }) => ({ text: words(label, limit.OPTION_LABEL), value }));
  if (options.length === 0 || menu.id.length > limit.ACTION_ID || menu.id === '') return null;
  if (menu.compact && options.length <= limit.OVERFLOW_OPTIONS) {
    return { type: 'overflow', action_id: menu.id, options };
  }
  return {
    type: 'static_select',
    action_id: menu.id,
    placeholder: words(menu.label, limit.PLACEHOLDER),
    options,
  };
}

/** Actions in rows of five. Slack wants an id once per block, so an id that comes again starts a row. */
export function actionRows(actions: readonly Action[]): readonly Block[] {
  const rows: Block[][] = [];
  let ids = new Set<string>();
  for (const action of actions) {
    const element = action.kind === 'button' ? buttonElement(action) : menuElement(action);
    if (element === null) continue;
    const row = rows.at(-1);
    if (row === undefined || row.length === limit.ACTIONS_IN_ROW || ids.has(action.id)) {
      rows.push([element]);
      ids = new Set([action.id]);
    } else {
      row.push(element);
      ids.add(action.id);
    }
  }
  return rows.map((elements) => ({ type: 'actions', elements }));
}
