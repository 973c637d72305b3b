import { z } from 'zod';
import { checkMessage } from '../blocks/check.ts';
import { bot } from '../people.ts';
import { describedFile } from './described.ts';
import { ApiError, asBlocks, blockList, inJson, joined, method, refuse, text, type Method } from './method.ts';

export const files: Record<string, Method> = {
  'files.getUploadURLExternal': method(
    'files:write',
    { filename: text, length: z.coerce.number().int(), alt_txt: text.optional() },
    (around, args) => {
      if (args.length <= 0) throw new ApiError('missing_argument');
      if ((args.alt_txt ?? '').length > 1000) throw new ApiError('alt_txt_too_large');
      const id = around.workspace.id('F');
      const { filename: name, length } = args;
      const created = around.workspace.now();
      around.workspace.files.set(id, { id, name, title: name, length, bytes: undefined, complete: false, created });
      return { upload_url: `${around.origin()}/upload/${id}`, file_id: id };
    },
  ),

  'files.completeUploadExternal': method(
    'files:write',
    {
      files: inJson(z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1)),
      channel_id: text.optional(),
      channels: text.optional(),
      initial_comment: text.optional(),
      thread_ts: text.optional(),
      blocks: inJson(blockList.optional()),
    },
    (around, args) => {
      const { workspace } = around;
      if (args.blocks !== undefined) refuse(checkMessage(args.blocks, around.scenario));
      const targets = (args.channels ?? args.channel_id ?? '').split(',').filter(Boolean);
      const channels = targets.map((target) => joined(workspace, target));
      if (channels.some((channel) => channel.archived)) throw new ApiError('posting_to_channel_denied');
      const done = args.files.map(({ id, title }) => {
        const file = workspace.files.get(id);
        if (!file?.bytes) throw new ApiError('file_not_found');
        file.title = title ?? file.name;
        file.complete = true;
        return file;
      });
      for (const channel of channels) {
        workspace.post({
          channel: channel.id,
          author: bot.userId,
          text: args.initial_comment ?? '',
          blocks: asBlocks(args.blocks),
          files: done.map((file) => file.id),
          ...(args.thread_ts ? { thread: args.thread_ts } : {}),
        });
      }
      return { files: done.map((file) => describedFile(file, around.origin())) };
    },
  ),
};
