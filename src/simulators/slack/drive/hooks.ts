import { z } from 'zod';
import { checkMessage } from '../blocks/check.ts';
import { blockList, flag } from '../api/method.ts';
import { bot } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { parseJson } from '../wire/body.ts';
import type { Message, Workspace } from '../workspace.ts';

/** One response_url: five answers within thirty minutes. */
export interface Hook {
  id: string;
  person: string;
  channel: string;
  born: number;
  uses: number;
  /** What the person typed, shown in the channel before the first answer everybody sees. */
  typed?: string;
  /** The message whose button was pressed. A command has none: nothing can be replaced through its hook. */
  original?: Message;
  answers: Message[];
  /** Settled when the first answer came, read or not. */
  arrival: PromiseWithResolvers<void>;
}

const mostUses = 5;
const lifetime = 30 * 60 * 1000;

const bodySchema = z.looseObject({
  text: z.string().optional(),
  blocks: blockList.optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: flag.default(false),
  delete_original: flag.default(false),
  thread_ts: z.string().optional(),
});

export interface HookAnswer {
  status: number;
  body: Record<string, unknown>;
}

export class Hooks {
  private readonly hooks = new Map<string, Hook>();
  private unread: { readonly hook: Hook; readonly bytes: Buffer }[] = [];
  private readonly workspace: Workspace;
  private readonly scenario: Scenario;

  constructor(workspace: Workspace, scenario: Scenario) {
    this.workspace = workspace;
    this.scenario = scenario;
  }

  make(person: string, channel: string, more: { typed?: string; original?: Message } = {}): Hook {
    const hook = {
      id: this.workspace.id('hook-'),
      person,
      channel,
      born: this.workspace.now(),
      uses: 0,
      answers: [],
      arrival: Promise.withResolvers<void>(),
      ...more,
    };
    this.hooks.set(hook.id, hook);
    return hook;
  }

  use(id: string, body: unknown): HookAnswer {
    return this.taken(id, (hook) => this.answer(hook, body));
  }

  /** Takes an answer unread. */
  keep(id: string, bytes: Buffer): HookAnswer {
    return this.taken(id, (hook) => {
      this.unread.push({ hook, bytes });
      return { status: 200, body: { ok: true } };
    });
  }

  /** Reads what was taken unread; what is refused is thrown, since whoever sent it was told that it was taken. */
  readKept(): void {
    for (const { hook, bytes } of this.unread.splice(0)) {
      const { status, body } = this.answer(hook, parseJson(bytes.toString('utf8')));
      if (status !== 200) throw new Error(`an answer that was taken unread: ${String(body['error'])}`);
    }
  }

  private taken(id: string, take: (hook: Hook) => HookAnswer): HookAnswer {
    const hook = this.hooks.get(id);
    if (!hook) return { status: 404, body: { ok: false, error: 'invalid_url' } };
    if (this.workspace.now() - hook.born > lifetime) return { status: 404, body: { ok: false, error: 'expired_url' } };
    if (hook.uses >= mostUses) return { status: 404, body: { ok: false, error: 'used_url' } };
    hook.uses += 1;
    hook.arrival.resolve();
    return take(hook);
  }

  answer(hook: Hook, body: unknown): HookAnswer {
    const read = bodySchema.safeParse(body);
    if (!read.success) return { status: 400, body: { ok: false, error: 'invalid_payload' } };
    const { text = '', blocks = [], response_type, replace_original, delete_original, thread_ts } = read.data;
    const refusal = this.scenario.looksAtBlocks ? checkMessage(blocks, this.scenario) : undefined;
    if (refusal) return { status: 400, body: { ok: false, error: refusal.error, errors: refusal.messages } };
    const original = hook.original && this.workspace.messages.includes(hook.original) ? hook.original : undefined;
    if (delete_original) {
      if (original) this.workspace.remove(original);
      return { status: 200, body: { ok: true } };
    }
    if (replace_original && original) {
      this.workspace.edit(original, { text, blocks });
      this.note(hook, original);
      return { status: 200, body: { ok: true } };
    }
    if (text === '' && blocks.length === 0) return { status: 400, body: { ok: false, error: 'no_text' } };
    const everybody = response_type === 'in_channel';
    if (everybody) this.showTyped(hook);
    const message = this.workspace.post({
      channel: hook.channel,
      author: bot.userId,
      text,
      blocks,
      ...(everybody ? {} : { onlyFor: hook.person }),
      ...(thread_ts ? { thread: thread_ts } : {}),
    });
    this.note(hook, message);
    return { status: 200, body: { ok: true } };
  }

  private note(hook: Hook, message: Message): void {
    const at = hook.answers.indexOf(message);
    if (at >= 0) hook.answers.splice(at, 1);
    hook.answers.push(message);
    this.workspace.tell({ kind: 'other' });
  }

  private showTyped(hook: Hook): void {
    if (hook.typed === undefined) return;
    this.workspace.post({ channel: hook.channel, author: hook.person, text: hook.typed, blocks: [] });
    delete hook.typed;
  }
}
