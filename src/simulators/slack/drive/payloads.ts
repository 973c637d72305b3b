import { bot, team, type Channel, type Person } from '../people.ts';
import { describedMessage, describedView } from '../api/described.ts';
import type { Message, View, Workspace } from '../workspace.ts';

export interface Invoked {
  trigger: string;
  responseUrl?: string;
}

export function slashPayload(person: Person, channel: Channel, command: string, text: string, invoked: Invoked) {
  return {
    token: 'simulated',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channel.kind === 'private' ? 'privategroup' : channel.name,
    user_id: person.id,
    user_name: person.handle,
    command,
    text,
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: invoked.responseUrl ?? '',
    trigger_id: invoked.trigger,
  };
}

function from(person: Person, invoked: Invoked) {
  return {
    user: { id: person.id, username: person.handle, name: person.handle, team_id: person.team ?? team.id },
    api_app_id: bot.appId,
    token: 'simulated',
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: invoked.trigger,
  };
}

/** An ephemeral message is not told in full: its container says where it was, no more. */
export function messageActionPayload(
  person: Person,
  channel: Channel,
  message: Message,
  invoked: Invoked,
  more: { action: Record<string, unknown>; values: Record<string, unknown>; workspace: Workspace; origin: string },
) {
  const ephemeral = message.onlyFor !== undefined;
  return {
    type: 'block_actions',
    ...from(person, invoked),
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: ephemeral },
    channel: { id: channel.id, name: channel.kind === 'private' ? 'privategroup' : channel.name },
    ...(ephemeral ? {} : { message: describedMessage(message, more.workspace, more.origin) }),
    state: { values: more.values },
    response_url: invoked.responseUrl,
    actions: [more.action],
  };
}

export function viewActionPayload(
  person: Person,
  view: View,
  invoked: Invoked,
  more: { action: Record<string, unknown>; values: Record<string, unknown> },
) {
  return {
    type: 'block_actions',
    ...from(person, invoked),
    container: { type: 'view', view_id: view.id },
    view: describedView(view, more.values),
    actions: [more.action],
  };
}

export function viewPayload(
  type: 'view_submission' | 'view_closed',
  person: Person,
  view: View,
  invoked: Invoked,
  values: Record<string, unknown>,
) {
  const described = describedView(view, values);
  const more = type === 'view_submission' ? { response_urls: [] } : { is_cleared: false };
  return { type, ...from(person, invoked), view: described, ...more };
}

export function suggestionPayload(
  person: Person,
  asked: { blockId: string; actionId: string; value: string },
  where: Record<string, unknown>,
  invoked: Invoked,
) {
  const { trigger_id: _unused, ...sender } = from(person, invoked);
  return {
    type: 'block_suggestion',
    ...sender,
    action_id: asked.actionId,
    block_id: asked.blockId,
    value: asked.value,
    ...where,
  };
}

export function eventPayload(event: Record<string, unknown>, eventId: string, now: number) {
  return {
    token: 'simulated',
    team_id: team.id,
    api_app_id: bot.appId,
    type: 'event_callback',
    event,
    event_id: eventId,
    event_time: Math.floor(now / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true, is_enterprise_install: false },
    ],
  };
}
