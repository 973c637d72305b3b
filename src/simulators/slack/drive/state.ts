import {
  initialOf,
  initialOptions,
  interactive,
  said,
  type Given,
  type Option,
  type Placed,
} from '../blocks/interactive.ts';
import type { Block } from '../workspace.ts';

export type Values = Readonly<Record<string, Given>>;

/** A value may be given under the element's action, under its block, or under both ("block/action"). */
export function givenTo(placed: Placed, values: Values): Given | undefined {
  const block = placed.block.block_id ?? '';
  const action = placed.element.action_id ?? '';
  return values[`${block}/${action}`] ?? values[action] ?? values[block] ?? initialOf(placed.element);
}

const stateless = new Set(['button', 'overflow', 'workflow_button', 'feedback_buttons', 'icon_button']);

export function stateOf(blocks: readonly Block[], values: Values, offered: readonly Option[]): Record<string, unknown> {
  const state: Record<string, Record<string, unknown>> = {};
  for (const placed of interactive(blocks)) {
    if (stateless.has(placed.element.type)) continue;
    const block = (state[placed.block.block_id ?? ''] ??= {});
    const options = [...offered, ...initialOptions(placed.element)];
    block[placed.element.action_id ?? ''] = said(placed.element, givenTo(placed, values), options);
  }
  return state;
}

/** The blocks of required inputs that hold nothing: Slack does not send the form then. */
export function missing(blocks: readonly Block[], values: Values): string[] {
  return interactive(blocks)
    .filter(({ block }) => block.type === 'input' && block['optional'] !== true)
    .filter((placed) => (givenTo(placed, values) ?? '').length === 0)
    .map(({ block }) => block.block_id ?? '');
}
