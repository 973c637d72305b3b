import { bot, type Channel } from '../people.ts';
import type { Message, Workspace } from '../workspace.ts';
import { describedChannel, describedMessage } from './described.ts';
import {
  ApiError,
  channelOf,
  flag,
  joined,
  method,
  number,
  page,
  text,
  type Method,
  type Surroundings,
} from './method.ts';

const reading = ['channels:read', 'groups:read', 'im:read'];
const history = ['channels:history', 'groups:history', 'im:history'];
const paged = { cursor: text.default(''), limit: number(100) };

const listing = {
  types: text.default('public_channel'),
  exclude_archived: flag.default(false),
  ...paged,
};

function listed(workspace: Workspace, args: { types: string; exclude_archived: boolean }): Channel[] {
  const wanted = new Set(args.types.split(',').map((type) => type.trim()));
  const kinds = { public: 'public_channel', private: 'private_channel', im: 'im' };
  return [...workspace.channels.values()].filter(
    (channel) =>
      wanted.has(kinds[channel.kind]) &&
      !(args.exclude_archived && channel.archived) &&
      (channel.kind === 'public' || channel.members.has(bot.userId)),
  );
}

function told(around: Surroundings, message: Message, withMetadata: boolean) {
  const described = describedMessage(message, around.workspace, around.origin());
  return withMetadata && message.metadata ? { ...described, metadata: message.metadata } : described;
}

export const conversations: Record<string, Method> = {
  'conversations.open': method('im:write', { users: text.optional(), channel: text.optional() }, (around, args) => {
    const person = around.workspace.people.get(args.users ?? `U${(args.channel ?? '').slice(1)}`);
    if (!person || person.bot) throw new ApiError(args.channel ? 'channel_not_found' : 'user_not_found');
    if (person.deactivated) throw new ApiError('user_disabled');
    const channel = around.workspace.directChannel(person.id);
    return { channel: { id: channel.id } };
  }),

  'conversations.info': method(reading, { channel: text }, (around, args) => ({
    channel: describedChannel(channelOf(around.workspace, args.channel)),
  })),

  'conversations.history': method(
    history,
    {
      channel: text,
      oldest: text.default('0'),
      latest: text.default('99999999999'),
      inclusive: flag.default(false),
      include_all_metadata: flag.default(false),
      ...paged,
    },
    (around, args) => {
      const channel = joined(around.workspace, args.channel);
      const [from, to] = [Number(args.oldest), Number(args.latest)];
      const inside = (ts: number) => (args.inclusive ? ts >= from && ts <= to : ts > from && ts < to);
      const found = around.workspace.messages
        .filter((one) => one.channel === channel.id && !one.onlyFor && inside(Number(one.ts)))
        .toReversed();
      const { items, next } = page(found, args.cursor, args.limit);
      const messages = items.map((message) => told(around, message, args.include_all_metadata));
      return { messages, has_more: next !== '', response_metadata: { next_cursor: next } };
    },
  ),

  'conversations.list': method(reading, listing, (around, args) => {
    const { items, next } = page(listed(around.workspace, args), args.cursor, args.limit);
    return { channels: items.map(describedChannel), response_metadata: { next_cursor: next } };
  }),

  'users.conversations': method(reading, listing, (around, args) => {
    const mine = listed(around.workspace, args).filter((channel) => channel.members.has(bot.userId));
    const { items, next } = page(mine, args.cursor, args.limit);
    return { channels: items.map(describedChannel), response_metadata: { next_cursor: next } };
  }),

  'conversations.members': method(reading, { channel: text, ...paged }, (around, args) => {
    const channel = channelOf(around.workspace, args.channel);
    const { items, next } = page([...channel.members], args.cursor, args.limit);
    return { members: items, response_metadata: { next_cursor: next } };
  }),

  'conversations.join': method('channels:join', { channel: text }, (around, args) => {
    const channel = channelOf(around.workspace, args.channel);
    if (channel.kind !== 'public') throw new ApiError('method_not_supported_for_channel_type');
    if (channel.archived) throw new ApiError('is_archived');
    channel.members.add(bot.userId);
    around.workspace.tell({ kind: 'other' });
    return { channel: describedChannel(channel) };
  }),
};
