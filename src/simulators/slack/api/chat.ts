import { z } from 'zod';
import { checkMessage } from '../blocks/check.ts';
import { bot } from '../people.ts';
import type { Message } from '../workspace.ts';
import { describedMessage } from './described.ts';
import {
  ApiError,
  asBlocks,
  blockList,
  channelOf,
  inJson,
  joined,
  method,
  refuse,
  text,
  type Method,
  type Surroundings,
} from './method.ts';

const content = {
  channel: text,
  text: text.optional(),
  blocks: inJson(blockList.optional()),
  metadata: inJson(z.looseObject({}).optional()),
  thread_ts: text.optional(),
};

function checked(around: Surroundings, args: { text?: string | undefined; blocks?: unknown }): void {
  if (!args.text && args.blocks === undefined) throw new ApiError('no_text');
  if (args.blocks !== undefined) refuse(checkMessage(args.blocks, around.scenario));
}

function ours(around: Surroundings, channel: string, ts: string, otherwise: string): Message {
  const message = around.workspace.messages.find((one) => one.channel === channel && one.ts === ts && !one.onlyFor);
  if (!message) throw new ApiError('message_not_found');
  if (message.author !== bot.userId) throw new ApiError(otherwise);
  return message;
}

const mostText = 40_000;
const mostUpdateText = 4_000;

export const chat: Record<string, Method> = {
  'chat.postMessage': method('chat:write', content, (around, args) => {
    const { workspace, scenario } = around;
    const channel = channelOf(workspace, args.channel);
    if (channel.archived) throw new ApiError('is_archived');
    const mayPost = channel.members.has(bot.userId) || scenario.scopes.has('chat:write.public');
    if (!mayPost) throw new ApiError('not_in_channel');
    checked(around, args);
    const long = (args.text ?? '').length > mostText;
    const message = workspace.post({
      channel: channel.id,
      author: bot.userId,
      text: (args.text ?? '').slice(0, mostText),
      blocks: asBlocks(args.blocks),
      metadata: args.metadata,
      ...(args.thread_ts ? { thread: args.thread_ts } : {}),
    });
    const described = describedMessage(message, workspace, around.origin());
    const warning = long
      ? { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } }
      : {};
    return { channel: channel.id, ts: message.ts, message: described, ...warning };
  }),

  'chat.update': method('chat:write', { ...content, ts: text }, (around, args) => {
    const channel = joined(around.workspace, args.channel);
    if (channel.archived) throw new ApiError('is_archived');
    const message = ours(around, channel.id, args.ts, 'cant_update_message');
    if ((args.text ?? '').length > mostUpdateText) throw new ApiError('msg_too_long');
    checked(around, args);
    around.workspace.edit(message, {
      text: args.text ?? message.text,
      blocks: args.blocks === undefined ? (args.text === undefined ? message.blocks : []) : asBlocks(args.blocks),
      ...(args.metadata ? { metadata: args.metadata } : {}),
    });
    const described = describedMessage(message, around.workspace, around.origin());
    return { channel: channel.id, ts: message.ts, text: message.text, message: described };
  }),

  'chat.postEphemeral': method('chat:write', { ...content, user: text }, (around, args) => {
    const channel = joined(around.workspace, args.channel);
    if (channel.archived) throw new ApiError('is_archived');
    if (!channel.members.has(args.user)) throw new ApiError('user_not_in_channel');
    checked(around, args);
    const message = around.workspace.post({
      channel: channel.id,
      author: bot.userId,
      text: args.text ?? '',
      blocks: asBlocks(args.blocks),
      onlyFor: args.user,
    });
    return { message_ts: message.ts };
  }),

  'chat.delete': method('chat:write', { channel: text, ts: text }, (around, args) => {
    const channel = channelOf(around.workspace, args.channel);
    around.workspace.remove(ours(around, channel.id, args.ts, 'cant_delete_message'));
    return { channel: channel.id, ts: args.ts };
  }),

  'chat.getPermalink': method([], { channel: text, message_ts: text }, (around, args) => {
    const channel = channelOf(around.workspace, args.channel);
    const known = around.workspace.messages.some((one) => one.channel === channel.id && one.ts === args.message_ts);
    if (!known) throw new ApiError('message_not_found');
    const permalink = `${around.origin()}/archives/${channel.id}/p${args.message_ts.replace('.', '')}`;
    return { channel: channel.id, permalink };
  }),
};
