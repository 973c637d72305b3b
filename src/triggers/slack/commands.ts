import type { App } from '@slack/bolt';
import type { SlackFlows } from './listeners.ts';
import { commandPayload } from './payload.ts';

export function listenForCommand(
  app: App,
  { answerCommand }: Pick<SlackFlows, 'answerCommand'>,
  command: string,
): void {
  app.command(command, async ({ ack, body }) => {
    const { user_id, team_id, channel_id, text, response_url, trigger_id } = commandPayload.parse(body);
    await answerCommand({
      sender: { user: user_id, team: team_id, channel: channel_id },
      text,
      responseUrl: response_url,
      triggerId: trigger_id ?? null,
      begin: () => ack(),
    });
  });
}
