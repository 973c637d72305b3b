import { z } from 'zod';
import type { Refusal } from '../blocks/check.ts';
import type { Channel } from '../people.ts';
import { bot } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { parseJson } from '../wire/body.ts';
import type { Block, Workspace } from '../workspace.ts';

export interface Surroundings {
  workspace: Workspace;
  scenario: Scenario;
  origin: () => string;
  socketTicket: () => string;
  useTrigger: (trigger: string) => { person: string };
}

export type Answer = Record<string, unknown>;

export interface Method {
  token: 'bot' | 'app';
  /** Any one of these is enough. */
  scopes: readonly string[];
  run: (around: Surroundings, args: Record<string, unknown>) => Answer;
}

export class ApiError extends Error {
  readonly code: string;
  readonly more: Answer;
  constructor(code: string, more: Answer = {}) {
    super(code);
    this.code = code;
    this.more = more;
  }
}

/** A value that a form carries as JSON text and a JSON body as it is. */
export function inJson<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (typeof value === 'string' ? parseJson(value) : value), schema);
}

export const flag = z.preprocess((value) => value === true || value === 'true' || value === '1', z.boolean());
export const number = (otherwise: number) => z.coerce.number().int().positive().default(otherwise);
export const text = z.coerce.string();

export const blockList = z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() }));

export function method<T extends z.ZodRawShape>(
  scopes: string | readonly string[],
  shape: T,
  run: (around: Surroundings, args: z.infer<z.ZodObject<T>>) => Answer,
): Method {
  const schema = z.object(shape);
  return {
    token: 'bot',
    scopes: typeof scopes === 'string' ? [scopes] : scopes,
    run: (around, args) => {
      const read = schema.safeParse(args);
      if (read.success) return run(around, read.data);
      const messages = read.error.issues.map(
        (issue) => `[ERROR] ${issue.message} [json-pointer:/${issue.path.join('/')}]`,
      );
      throw new ApiError('invalid_arguments', { response_metadata: { messages } });
    },
  };
}

export function refuse(refusal: Refusal | undefined): void {
  if (!refusal) return;
  const more = refusal.messages.length > 0 ? { errors: refusal.messages } : {};
  const messages = refusal.messages.map((message) => `[ERROR] ${message}`);
  throw new ApiError(refusal.error, { ...more, response_metadata: { messages } });
}

export function channelOf(workspace: Workspace, reference: string): Channel {
  const channel = workspace.findChannel(reference);
  if (!channel || (channel.kind === 'private' && !channel.members.has(bot.userId))) {
    throw new ApiError('channel_not_found');
  }
  return channel;
}

export function joined(workspace: Workspace, reference: string): Channel {
  const channel = channelOf(workspace, reference);
  if (!channel.members.has(bot.userId)) throw new ApiError('not_in_channel');
  return channel;
}

export function page<T>(items: readonly T[], cursor: string, limit: number): { items: T[]; next: string } {
  const start = cursor ? Number(Buffer.from(cursor, 'base64').toString('utf8').replace('at:', '')) || 0 : 0;
  const end = start + limit;
  const next = end < items.length ? Buffer.from(`at:${end}`).toString('base64') : '';
  return { items: items.slice(start, end), next };
}

export function asBlocks(value: z.infer<typeof blockList> | undefined): Block[] {
  return value ?? [];
}
