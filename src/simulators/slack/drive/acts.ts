import type { Given } from '../blocks/interactive.ts';
import { bot } from '../people.ts';
import { actionOf, blocksAt, find, personOf, placeOf, spotOf, type Desk, type Which } from './desk.ts';
import { invocation, type Invocation } from './invocation.ts';
import { eventPayload, messageActionPayload, slashPayload, viewActionPayload } from './payloads.ts';
import { stateOf, type Values } from './state.ts';

const failure: Record<string, (command: string, error: string) => string> = {
  es: (command, error) => `${command} falló con el error "${error}"`,
  pt: (command, error) => `${command} falhou com o erro "${error}"`,
  en: (command, error) => `${command} failed with the error "${error}"`,
};

export async function slash(desk: Desk, who: string, where: string, text: string): Promise<Invocation> {
  const { workspace, origin } = desk.around;
  const person = personOf(desk, who);
  const channel = placeOf(desk, where);
  const hook = desk.hooks.make(person.id, channel.id, { typed: `${desk.command} ${text}`.trim() });
  const invoked = { trigger: desk.triggers.make(person.id), responseUrl: `${origin()}/response/${hook.id}` };
  const delivery = await desk.send('slash_commands', slashPayload(person, channel, desk.command, text, invoked));
  if (!delivery.ok) {
    const words = failure[person.locale.slice(0, 2)] ?? failure['en'];
    const line = words?.(desk.command, delivery.error) ?? delivery.error;
    workspace.post({
      channel: channel.id,
      author: bot.userId,
      text: line,
      blocks: [],
      onlyFor: person.id,
      fromSlackbot: true,
    });
  } else if (typeof delivery.body === 'string' || (typeof delivery.body === 'object' && delivery.body !== null)) {
    const body = typeof delivery.body === 'string' ? { text: delivery.body } : delivery.body;
    if (Object.keys(body).length > 0) desk.hooks.answer(hook, body);
  }
  return invocation(workspace, delivery, { ...invoked, hook });
}

export async function act(
  desk: Desk,
  who: string,
  where: string,
  which: Which,
  given?: Given,
  values: Values = {},
): Promise<Invocation> {
  const { workspace, origin } = desk.around;
  const person = personOf(desk, who);
  const spot = spotOf(desk, person, where);
  const placed = find(spot, which);
  const action = actionOf(desk, placed, given);
  const path = `${placed.block.block_id}/${placed.element.action_id}`;
  const filled = { ...values, ...(given === undefined ? {} : { [path]: given }) };
  const trigger = desk.triggers.make(person.id);
  const offered = [...desk.offered.values()];
  if (spot.kind === 'view') {
    Object.assign(spot.view.given, filled);
    const state = stateOf(blocksAt(spot), spot.view.given, offered);
    const payload = viewActionPayload(person, spot.view, { trigger }, { action, values: state });
    return invocation(workspace, await desk.send('interactive', payload), { trigger });
  }
  const { message } = spot;
  const channel = placeOf(desk, message.channel);
  const hook = desk.hooks.make(person.id, channel.id, { original: message });
  const invoked = { trigger, responseUrl: `${origin()}/response/${hook.id}` };
  const state = stateOf(message.blocks, filled, offered);
  const more = { action, values: state, workspace, origin: origin() };
  const payload = messageActionPayload(person, channel, message, invoked, more);
  return invocation(workspace, await desk.send('interactive', payload), { ...invoked, hook });
}

export async function event(
  desk: Desk,
  body: Record<string, unknown>,
  retry: { attempt?: number; reason?: string; id?: string } = {},
): Promise<Invocation> {
  const { workspace } = desk.around;
  const now = workspace.now();
  const payload = eventPayload({ event_ts: workspace.ts(), ...body }, retry.id ?? workspace.id('Ev'), now);
  const again = retry.attempt ? { attempt: retry.attempt, reason: retry.reason ?? 'http_timeout' } : undefined;
  return invocation(workspace, await desk.send('events_api', payload, again), { trigger: '' });
}

export function openHome(desk: Desk, who: string): Promise<Invocation> {
  const person = personOf(desk, who);
  const channel = desk.around.workspace.directChannel(person.id).id;
  return event(desk, { type: 'app_home_opened', user: person.id, channel, tab: 'home' });
}

/** Somebody writes an ordinary message: the bot hears it in a direct message or when it is named. */
export async function say(desk: Desk, who: string, where: string, text: string): Promise<Invocation | undefined> {
  const { workspace } = desk.around;
  const person = personOf(desk, who);
  const channel = placeOf(desk, where);
  const message = workspace.post({ channel: channel.id, author: person.id, text, blocks: [] });
  const heard = { user: person.id, text, ts: message.ts, channel: channel.id };
  if (channel.kind === 'im') return event(desk, { type: 'message', channel_type: 'im', ...heard });
  const named = text.includes(`<@${bot.userId}>`) && channel.members.has(bot.userId);
  return named ? event(desk, { type: 'app_mention', ...heard }) : undefined;
}

export async function archive(desk: Desk, where: string, by: string): Promise<Invocation> {
  const channel = placeOf(desk, where);
  channel.archived = true;
  desk.around.workspace.tell({ kind: 'other' });
  return event(desk, { type: 'channel_archive', channel: channel.id, user: by });
}

export async function invite(desk: Desk, where: string, by: string): Promise<Invocation> {
  const channel = placeOf(desk, where);
  channel.members.add(bot.userId);
  const joined = {
    user: bot.userId,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    inviter: by,
  };
  return event(desk, { type: 'member_joined_channel', ...joined });
}

export async function expel(desk: Desk, where: string): Promise<Invocation> {
  const channel = placeOf(desk, where);
  channel.members.delete(bot.userId);
  const type = channel.kind === 'private' ? 'group_left' : 'channel_left';
  return event(desk, { type, channel: channel.id });
}
