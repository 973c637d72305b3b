import type { ChannelSeed, PersonSeed } from './people.ts';
import type { HttpTarget } from './wire/delivery.ts';

export type Language = 'es' | 'en' | 'pt';

/** Something of the world around the bot that whoever looks at the page may change, one at a time; the first is how things usually are. */
export interface Control {
  id: string;
  labels: Readonly<Record<Language, string>>;
  run: () => void | Promise<void>;
  /** It happens once when it is pressed, and leaves the world as it is. */
  moment?: true;
}

/** Something to type, offered by the page. */
export interface Example {
  text: string;
  says: string;
}

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
  /** Called when somebody chose another language on the page: an app may remember the one it was told before for long. */
  languageChosen?: (person: string, language: Language) => Promise<void>;
  controls?: readonly Control[];
  /** What the page offers to type, by language, the best ones first. */
  examples?: Readonly<Record<Language, readonly Example[]>>;
  httpTarget?: HttpTarget;
  people?: readonly PersonSeed[];
  channels?: readonly ChannelSeed[];
  /** How long Slack waits for an acknowledgement, in milliseconds. */
  ackWithin?: number;
}
