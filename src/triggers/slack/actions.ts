import type { App } from '@slack/bolt';
import type { SlackFlows } from './listeners.ts';
import { chosenAction, pressPayload, valuesOf } from './payload.ts';

export function listenForPresses(app: App, { answerPress }: Pick<SlackFlows, 'answerPress'>): void {
  app.action(/.*/, async ({ ack, body, action }) => {
    await ack();
    const press = pressPayload.parse(body);
    const { action_id, action_ts, value, selected_option } = chosenAction.parse(action);
    await answerPress({
      sender: {
        user: press.user.id,
        team: press.team?.id ?? press.user.team_id ?? '',
        channel: press.channel?.id ?? null,
      },
      id: action_id,
      value: selected_option?.value ?? value ?? '',
      responseUrl: press.response_url ?? null,
      triggerId: press.trigger_id ?? null,
      onEphemeral: press.container?.is_ephemeral === true,
      control: `${press.user.id}/${press.container?.message_ts ?? press.view?.id ?? 'home'}/${action_id}`,
      pressedAt: action_ts ?? '',
      form:
        press.view?.type === 'modal'
          ? {
              viewId: press.view.id,
              metadata: press.view.private_metadata,
              values: valuesOf(press.view.state),
            }
          : null,
    });
  });
}
