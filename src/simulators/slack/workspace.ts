import { EventEmitter } from 'node:events';
import { withActionIds, type Given } from './blocks/interactive.ts';
import {
  bot,
  defaultChannels,
  defaultGroups,
  defaultPeople,
  type Channel,
  type ChannelSeed,
  type Group,
  type Person,
  type PersonSeed,
} from './people.ts';

export interface Block {
  type: string;
  block_id?: string | undefined;
  [field: string]: unknown;
}

export interface Message {
  ts: string;
  channel: string;
  author: string;
  text: string;
  blocks: Block[];
  /** The one person who sees it, when it is ephemeral. */
  onlyFor?: string;
  thread?: string;
  edited?: string;
  metadata?: unknown;
  files: string[];
  /** The answer of Slack itself when a command fails, drawn as Slackbot's. */
  fromSlackbot?: boolean;
}

export interface View {
  id: string;
  person: string;
  kind: 'modal' | 'home';
  hash: string;
  root: string;
  previous: string | null;
  body: { type: string; blocks: Block[]; [field: string]: unknown };
  /** What the person has put in so far, and what the bot said is wrong with it. */
  given: Record<string, Given>;
  errors: Record<string, string>;
}

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  length: number;
  bytes: Buffer | undefined;
  complete: boolean;
  created: number;
}

export type Change =
  | { kind: 'message'; message: Message }
  | { kind: 'deleted'; message: Message }
  | { kind: 'view'; person: string }
  | { kind: 'home'; person: string }
  | { kind: 'other' };

export interface WorkspaceOptions {
  now: () => number;
  zone?: string | undefined;
  locale?: string | undefined;
  people?: readonly PersonSeed[] | undefined;
  channels?: readonly ChannelSeed[] | undefined;
}

export class Workspace {
  readonly now: () => number;
  readonly people = new Map<string, Person>();
  readonly channels = new Map<string, Channel>();
  readonly groups = new Map<string, Group>(defaultGroups.map((group) => [group.id, group]));
  readonly messages: Message[] = [];
  readonly views = new Map<string, View>();
  /** The modals each person has open, the visible one last. */
  readonly stacks = new Map<string, string[]>();
  readonly homes = new Map<string, View>();
  readonly files = new Map<string, StoredFile>();
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private counter = 0;

  constructor(options: WorkspaceOptions) {
    this.now = options.now;
    const zone = options.zone ?? 'America/Bogota';
    const locale = options.locale ?? 'es-LA';
    for (const seed of options.people ?? defaultPeople) {
      const handle = seed.handle ?? seed.name.toLowerCase().replaceAll(' ', '.');
      this.people.set(seed.id, { locale, zone, role: '', ...seed, handle });
    }
    const everyone = [...this.people.keys(), bot.userId];
    this.people.set(bot.userId, {
      id: bot.userId,
      handle: bot.handle,
      name: bot.name,
      role: '',
      locale,
      zone,
      bot: true,
    });
    for (const seed of options.channels ?? defaultChannels) {
      const members = new Set(seed.members ?? everyone);
      if (seed.members) for (const id of this.people.keys()) if (id !== bot.userId) members.add(id);
      const { id, name, kind = 'public', archived = false, topic = '' } = seed;
      this.channels.set(id, { id, name, kind, archived, topic, members });
    }
  }

  count(): number {
    this.counter += 1;
    return this.counter;
  }

  id(prefix: string): string {
    return `${prefix}${this.count().toString(36).toUpperCase().padStart(8, '0')}`;
  }

  ts(): string {
    return `${Math.floor(this.now() / 1000)}.${String(this.count()).padStart(6, '0')}`;
  }

  tell(change: Change): void {
    this.changes.emit('change', change);
  }

  onChange(listener: (change: Change) => void): () => void {
    this.changes.on('change', listener);
    return () => this.changes.off('change', listener);
  }

  /** Resolves with the first value that is not undefined or false, looked at after each change. */
  waitFor<T>(read: () => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        try {
          const value = read();
          if (value === undefined || value === false) return;
          stop();
          resolve(value);
        } catch (error) {
          stop();
          reject(error);
        }
      };
      const stop = this.onChange(look);
      look();
    });
  }

  directChannel(person: string): Channel {
    const id = `D${person.slice(1)}`;
    const known = this.channels.get(id);
    if (known) return known;
    const members = new Set([person, bot.userId]);
    const channel: Channel = { id, name: 'directmessage', kind: 'im', members, archived: false, topic: '' };
    this.channels.set(id, channel);
    return channel;
  }

  findChannel(reference: string): Channel | undefined {
    const known = this.channels.get(reference);
    if (known) return known;
    const person = this.people.get(reference) ?? this.people.get(`U${reference.slice(1)}`);
    if (person && !person.bot && /^[UD]/.test(reference)) return this.directChannel(person.id);
    const name = reference.replace(/^#/, '');
    return [...this.channels.values()].find((channel) => channel.kind !== 'im' && channel.name === name);
  }

  post(message: Omit<Message, 'ts' | 'files'> & { files?: string[] }): Message {
    const posted: Message = { files: [], ...message, ts: this.ts(), blocks: this.nameBlocks(message.blocks) };
    this.messages.push(posted);
    this.tell({ kind: 'message', message: posted });
    return posted;
  }

  edit(message: Message, change: Partial<Pick<Message, 'text' | 'blocks' | 'metadata'>>): void {
    Object.assign(message, change);
    if (change.blocks) message.blocks = this.nameBlocks(change.blocks);
    message.edited = this.ts();
    this.tell({ kind: 'message', message });
  }

  remove(message: Message): void {
    const at = this.messages.indexOf(message);
    if (at >= 0) this.messages.splice(at, 1);
    this.tell({ kind: 'deleted', message });
  }

  nameBlocks(blocks: Block[]): Block[] {
    const named = blocks.map((block) => (block.block_id ? block : { ...block, block_id: this.id('b') }));
    return withActionIds(named, () => this.id('a'));
  }
}
