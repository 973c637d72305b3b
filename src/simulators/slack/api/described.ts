import { bot, team, type Channel, type Person } from '../people.ts';
import type { Message, StoredFile, View, Workspace } from '../workspace.ts';

/** How Slack tells of a person, a channel, a message, a file and a view. */
export function describedPerson(person: Person, now: number): Record<string, unknown> {
  return {
    id: person.id,
    team_id: person.team ?? team.id,
    name: person.handle,
    real_name: person.name,
    deleted: person.deactivated ?? false,
    tz: person.zone,
    tz_label: person.zone,
    tz_offset: zoneOffset(person.zone, now),
    locale: person.locale,
    is_bot: person.bot ?? false,
    is_admin: false,
    is_restricted: false,
    profile: {
      real_name: person.name,
      display_name: person.handle,
      title: person.role,
      email: `${person.handle}@centro.example`,
      team: person.team ?? team.id,
      ...(person.bot ? { bot_id: bot.botId, api_app_id: bot.appId } : {}),
    },
  };
}

function zoneOffset(zone: string, now: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(now);
  const shown = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(shown) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60);
}

export function describedChannel(channel: Channel): Record<string, unknown> {
  const direct = channel.kind === 'im';
  return {
    id: channel.id,
    ...(direct ? { user: [...channel.members].find((id) => id !== bot.userId) } : { name: channel.name }),
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: direct,
    is_mpim: false,
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_member: channel.members.has(bot.userId),
    num_members: channel.members.size,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

export function describedFile(file: StoredFile, origin: string): Record<string, unknown> {
  const address = `${origin}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    size: file.bytes?.length ?? file.length,
    created: Math.floor(file.created / 1000),
    user: bot.userId,
    url_private: address,
    url_private_download: address,
  };
}

export function describedMessage(message: Message, workspace: Workspace, origin: string): Record<string, unknown> {
  const ours = message.author === bot.userId;
  const files = message.files.flatMap((id) => workspace.files.get(id) ?? []);
  return {
    type: 'message',
    user: message.author,
    text: message.text,
    ts: message.ts,
    team: team.id,
    ...(ours ? { bot_id: bot.botId, app_id: bot.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.thread ? { thread_ts: message.thread } : {}),
    ...(message.edited ? { edited: { user: message.author, ts: message.edited } } : {}),
    ...(files.length > 0 ? { files: files.map((file) => describedFile(file, origin)) } : {}),
  };
}

export function describedView(view: View, values: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    ...view.body,
    id: view.id,
    team_id: team.id,
    app_id: bot.appId,
    bot_id: bot.botId,
    hash: view.hash,
    root_view_id: view.root,
    previous_view_id: view.previous,
    state: { values },
  };
}
