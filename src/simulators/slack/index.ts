import type { SlackOptions } from './options.ts';
import { bot } from './people.ts';
import { Scenario } from './scenario.ts';
import { drive, type Drive } from './drive/drive.ts';
import { serve } from './wire/server.ts';
import type { LoggedCall } from './api/call.ts';
import { Workspace } from './workspace.ts';

export type { Control, Example, Language, SlackOptions } from './options.ts';
export type { HttpTarget } from './wire/delivery.ts';
export type { Invocation } from './drive/invocation.ts';
export type { Which } from './drive/desk.ts';
export type { Values } from './drive/state.ts';
export type { FaultKind } from './scenario.ts';
export type { Block, Message, StoredFile, View } from './workspace.ts';
export type { ChannelSeed, PersonSeed } from './people.ts';
export { bot, team } from './people.ts';
export { checkMessage, checkView } from './blocks/check.ts';

export interface SlackSimulator extends Drive {
  readonly url: string;
  readonly apiUrl: string;
  readonly pageUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly workspace: Workspace;
  readonly scenario: Scenario;
  readonly log: LoggedCall[];
  close: () => Promise<void>;
}

export async function startSlack(options: SlackOptions): Promise<SlackSimulator> {
  const workspace = new Workspace(options);
  const scenario = new Scenario();
  const log: LoggedCall[] = [];
  const tokens = { bot: 'xoxb-0-simulated', app: 'xapp-1-A00VIGIA-simulated' };
  const signingSecret = options.httpTarget?.signingSecret ?? 'simulated-signing-secret';
  const server = await serve({ options, workspace, scenario, log, tokens });
  return {
    ...drive(server.desk, server),
    url: server.origin,
    apiUrl: `${server.origin}/api/`,
    pageUrl: `${server.origin}/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret,
    botId: bot.botId,
    botUserId: bot.userId,
    workspace,
    scenario,
    log,
    close: server.close,
  };
}
