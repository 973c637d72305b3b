import { App, HTTPReceiver, LogLevel, SocketModeReceiver, type Logger } from '@slack/bolt';
import type { SlackSimulator } from '../../src/simulators/slack/index.ts';

function nothing(): void {}

export const silent: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};

export type Bot = InstanceType<typeof App>;

export function socketReceiver(slack: SlackSimulator) {
  const installerOptions = { clientOptions: { slackApiUrl: slack.apiUrl } };
  return new SocketModeReceiver({ appToken: slack.appToken, logger: silent, installerOptions });
}

/** A real Bolt app on Socket Mode that talks to the simulator. */
export function socketBot(slack: SlackSimulator): Bot {
  return new App({
    token: slack.botToken,
    botId: slack.botId,
    botUserId: slack.botUserId,
    receiver: socketReceiver(slack),
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  });
}

export function httpBot(slack: SlackSimulator): { app: Bot; receiver: InstanceType<typeof HTTPReceiver> } {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: silent });
  const app = new App({
    token: slack.botToken,
    botId: slack.botId,
    botUserId: slack.botUserId,
    receiver,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  return { app, receiver };
}
