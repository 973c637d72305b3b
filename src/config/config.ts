import type { Rule } from '../core/alerts/rule.ts';
import type { Digest } from '../core/digests/digest.ts';
import type { Operation } from '../core/operation.ts';
import type { ChannelPolicy, Roles, Settings } from '../core/settings.ts';
import type { Secret } from './secret.ts';

export const PROCESS_ROLES = ['all', 'web', 'worker'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How Slack is reached. `mode` null: not enough was given to reach it, which only the command line accepts. */
export type SlackConfig = {
  /** With a slash at its end; null: Slack's own. */
  readonly apiUrl: string | null;
  readonly command: string;
} & (
  | {
      readonly mode: 'socket';
      readonly botToken: Secret;
      readonly appToken: Secret;
      readonly signingSecret: Secret | null;
    }
  | { readonly mode: 'http'; readonly botToken: Secret; readonly appToken: null; readonly signingSecret: Secret }
  | {
      readonly mode: null;
      readonly botToken: Secret | null;
      readonly appToken: Secret | null;
      readonly signingSecret: Secret | null;
    }
);

/** An operation with the address and the token that only its adapter may know. `baseUrl` has no slash at its end. */
export type ConfiguredOperation = {
  readonly operation: Operation;
  readonly wolkvox: { readonly baseUrl: string; readonly token: Secret };
};

/** Everything that was configured, checked and frozen. */
export type Config = {
  readonly slack: SlackConfig;
  readonly operations: readonly [ConfiguredOperation, ...ConfiguredOperation[]];
  readonly channels: Readonly<Record<string, ChannelPolicy>>;
  readonly roles: Roles | null;
  readonly digests: readonly Digest[];
  readonly rules: readonly Rule[];
  readonly store: { readonly redisUrl: Secret | null; readonly dataDir: string };
  readonly http: { readonly host: string; readonly port: number };
  readonly role: ProcessRole;
  readonly logLevel: LogLevel;
};

/** The part that decisions are made from. */
export function settingsOf(config: Config): Settings {
  const [first, ...others] = config.operations;
  return {
    operations: [first.operation, ...others.map(({ operation }) => operation)],
    channels: config.channels,
    roles: config.roles,
    command: config.slack.command,
    digests: config.digests,
    rules: config.rules,
  };
}
