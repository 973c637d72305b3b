import type { Rule } from './alerts/rule.ts';
import type { Digest } from './digests/digest.ts';
import type { Locale } from './i18n/locale.ts';
import type { Operation } from './operation.ts';

/** What a channel may show, and which operation is meant there when none is named. */
export type ChannelPolicy = {
  readonly operation: string;
  readonly names: 'full' | 'initials' | 'hidden';
  readonly audience: 'everyone' | 'supervisors';
  readonly locale: Locale | null;
};

/** Slack user ids (`U…`) and user-group ids (`S…`). `null` as a whole: nothing was configured. */
export type Roles = {
  readonly admin: readonly string[];
  readonly supervisor: readonly string[];
  readonly viewer: 'everyone' | readonly string[];
};

/** The part of the configuration that decisions are made from; no secret and no address is in it. */
export type Settings = {
  readonly operations: readonly [Operation, ...Operation[]];
  readonly channels: Readonly<Record<string, ChannelPolicy>>;
  readonly roles: Roles | null;
  readonly command: string;
  /** Those of the YAML file; the ones made in Slack are in the store, and a book knows both. */
  readonly digests: readonly Digest[];
  readonly rules: readonly Rule[];
};

/** The configured operation of an id; null where none has it (a button of before, a channel of another day). */
export function operationNamed({ operations }: Settings, id: string): Operation | null {
  return operations.find((operation) => operation.id === id) ?? null;
}
