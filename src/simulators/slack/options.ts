import type { ChannelSeed, PersonSeed } from './people.ts';
import type { HttpTarget } from './wire/delivery.ts';

export interface SlackOptions {
  now: () => number;
  port?: number;
  host?: string;
  zone?: string;
  locale?: string;
  command?: string;
  /** What the page shows beside the command: how to use it, by language. */
  usage?: Readonly<Record<string, string>>;
  page?: boolean;
  httpTarget?: HttpTarget;
  people?: readonly PersonSeed[];
  channels?: readonly ChannelSeed[];
  /** How long Slack waits for an acknowledgement, in milliseconds. */
  ackWithin?: number;
}
