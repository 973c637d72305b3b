import type { Surroundings } from '../api/method.ts';
import type { Given } from '../blocks/interactive.ts';
import { interactive, said, type Option, type Placed } from '../blocks/interactive.ts';
import type { Channel, Person } from '../people.ts';
import type { Delivery, EnvelopeType } from '../wire/delivery.ts';
import type { Message, View } from '../workspace.ts';
import type { Hooks } from './hooks.ts';
import type { Triggers } from './triggers.ts';

/** What every act of a person needs. */
export interface Desk {
  around: Surroundings;
  hooks: Hooks;
  triggers: Triggers;
  command: string;
  send: (
    type: EnvelopeType,
    payload: Record<string, unknown>,
    retry?: { attempt: number; reason: string },
  ) => Promise<Delivery>;
  /** Options a bot offered for external selects, so that a choice can be told in full. */
  offered: Map<string, Option>;
}

export type Which = string | number | { action?: string; text?: string; value?: string };

export function personOf(desk: Desk, reference: string): Person {
  const { people } = desk.around.workspace;
  const person =
    people.get(reference) ?? [...people.values()].find((one) => one.handle === reference || one.name === reference);
  if (!person) throw new Error(`nobody here is called ${reference}`);
  return person;
}

export function placeOf(desk: Desk, reference: string): Channel {
  const channel = desk.around.workspace.findChannel(reference);
  if (!channel) throw new Error(`there is no channel ${reference}`);
  return channel;
}

export type Spot = { kind: 'message'; message: Message } | { kind: 'view'; view: View };

/** Where a person acts: the ts of a message, the id of a view, or their home ("home"). */
export function spotOf(desk: Desk, person: Person, where: string): Spot {
  const { workspace } = desk.around;
  const view = where === 'home' ? workspace.homes.get(person.id) : workspace.views.get(where);
  if (view) return { kind: 'view', view };
  const message = workspace.messages.find((one) => one.ts === where && (!one.onlyFor || one.onlyFor === person.id));
  if (!message) throw new Error(`${person.name} sees no message or view ${where}`);
  return { kind: 'message', message };
}

export function blocksAt(spot: Spot) {
  return spot.kind === 'message' ? spot.message.blocks : spot.view.body.blocks;
}

function labelOf(placed: Placed): string {
  const { text } = placed.element;
  return typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : '';
}

export function find(spot: Spot, which: Which): Placed {
  const all = interactive(blocksAt(spot));
  const fits = (placed: Placed): boolean => {
    if (typeof which === 'number') return all.filter((one) => one.element.type === 'button')[which] === placed;
    if (typeof which === 'string') {
      const path = `${placed.block.block_id}/${placed.element.action_id}`;
      return (
        placed.element.action_id === which ||
        path === which ||
        placed.element['value'] === which ||
        labelOf(placed) === which
      );
    }
    const { action, text, value } = which;
    if (action !== undefined && placed.element.action_id !== action) return false;
    if (text !== undefined && labelOf(placed) !== text) return false;
    return value === undefined || placed.element['value'] === value;
  };
  const found = all.find(fits);
  if (found) return found;
  const there = all.map((placed) => `${placed.element.action_id} "${labelOf(placed)}"`).join(', ');
  throw new Error(`no element ${JSON.stringify(which)}; there are: ${there || 'none'}`);
}

export function actionOf(desk: Desk, placed: Placed, given: Given | undefined): Record<string, unknown> {
  const { element, block } = placed;
  const named = { action_id: element.action_id, block_id: block.block_id, action_ts: desk.around.workspace.ts() };
  if (element.type === 'button' || element.type === 'icon_button' || element.type === 'feedback_buttons') {
    const value = element.type === 'feedback_buttons' ? given : element['value'];
    const style = element['style'] ? { style: element['style'] } : {};
    const text = element['text'] ? { text: element['text'] } : {};
    return { ...named, type: element.type, ...text, ...style, ...(value === undefined ? {} : { value }) };
  }
  return { ...named, ...said(element, given, [...desk.offered.values()]) };
}
