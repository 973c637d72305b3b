import { z } from 'zod';
import { ApiError } from '../api/method.ts';
import { changeView, pushView } from '../api/views.ts';
import type { Option } from '../blocks/interactive.ts';
import type { Person } from '../people.ts';
import type { View } from '../workspace.ts';
import { find, personOf, spotOf, type Desk, type Which } from './desk.ts';
import { invocation, type Invocation } from './invocation.ts';
import { suggestionPayload, viewPayload } from './payloads.ts';
import { missing, stateOf, type Values } from './state.ts';

const viewSchema = z.looseObject({
  type: z.string(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
});
const ackSchema = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: viewSchema }),
  z.object({ response_action: z.literal('push'), view: viewSchema }),
  z.object({ response_action: z.literal('clear') }),
]);

function drop(desk: Desk, person: Person, views: readonly string[]): void {
  const { workspace } = desk.around;
  const left = (workspace.stacks.get(person.id) ?? []).filter((id) => !views.includes(id));
  workspace.stacks.set(person.id, left);
  for (const id of views) workspace.views.delete(id);
  workspace.tell({ kind: 'view', person: person.id });
}

function obey(desk: Desk, person: Person, view: View, ack: unknown): void {
  const read = ackSchema.safeParse(ack);
  if (!read.success) return drop(desk, person, [view.id]);
  const { data } = read;
  if (data.response_action === 'errors') {
    view.errors = data.errors;
    desk.around.workspace.tell({ kind: 'view', person: person.id });
  } else if (data.response_action === 'clear') {
    drop(desk, person, desk.around.workspace.stacks.get(person.id) ?? []);
  } else if (data.response_action === 'push') {
    pushView(desk.around, person.id, data.view);
  } else {
    changeView(desk.around, view, data.view);
  }
}

export function topView(desk: Desk, person: Person): View {
  const id = desk.around.workspace.stacks.get(person.id)?.at(-1);
  const view = desk.around.workspace.views.get(id ?? '');
  if (!view) throw new Error(`${person.name} has no modal open`);
  return view;
}

/** Sends the form on top; what the bot answers is done: errors shown, view changed, pushed or closed. */
export async function submitView(desk: Desk, who: string, values: Values = {}): Promise<Invocation> {
  const { workspace } = desk.around;
  const person = personOf(desk, who);
  const view = topView(desk, person);
  Object.assign(view.given, values);
  const empty = missing(view.body.blocks, view.given);
  const trigger = desk.triggers.make(person.id);
  if (empty.length > 0) return invocation(workspace, { ok: true, body: undefined }, { trigger, missing: empty });
  const state = stateOf(view.body.blocks, view.given, [...desk.offered.values()]);
  const delivery = await desk.send('interactive', viewPayload('view_submission', person, view, { trigger }, state));
  if (!delivery.ok) return invocation(workspace, delivery, { trigger });
  try {
    obey(desk, person, view, delivery.body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    view.errors = { '': `${error.code}: ${JSON.stringify(error.more)}` };
    workspace.tell({ kind: 'view', person: person.id });
  }
  return invocation(workspace, delivery, { trigger });
}

export async function closeView(desk: Desk, who: string): Promise<Invocation> {
  const { workspace } = desk.around;
  const person = personOf(desk, who);
  const view = topView(desk, person);
  const trigger = desk.triggers.make(person.id);
  const told = view.body['notify_on_close'] === true;
  const payload = viewPayload('view_closed', person, view, { trigger }, {});
  drop(desk, person, view.body['clear_on_close'] === true ? (workspace.stacks.get(person.id) ?? []) : [view.id]);
  const delivery = told ? await desk.send('interactive', payload) : ({ ok: true, body: undefined } as const);
  return invocation(workspace, delivery, { trigger });
}

const suggestions = z.looseObject({
  options: z.array(z.looseObject({ text: z.looseObject({ text: z.string() }), value: z.string() })).default([]),
});

export async function suggest(desk: Desk, who: string, where: string, which: Which, value: string): Promise<Option[]> {
  const person = personOf(desk, who);
  const spot = spotOf(desk, person, where);
  const { block, element } = find(spot, which);
  const trigger = desk.triggers.make(person.id);
  const container =
    spot.kind === 'view'
      ? { container: { type: 'view', view_id: spot.view.id } }
      : { container: { type: 'message', message_ts: spot.message.ts, channel_id: spot.message.channel } };
  const asked = { blockId: block.block_id ?? '', actionId: element.action_id ?? '', value };
  const delivery = await desk.send('interactive', suggestionPayload(person, asked, container, { trigger }));
  const read = suggestions.safeParse(delivery.ok ? delivery.body : undefined);
  const options = read.success ? read.data.options : [];
  for (const option of options) desk.offered.set(option.value, option);
  return options;
}
