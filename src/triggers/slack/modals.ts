import type { App } from '@slack/bolt';
import type { SlackFlows } from './listeners.ts';
import { formPayload, valuesOf } from './payload.ts';

export function listenForForms(app: App, { answerForm }: Pick<SlackFlows, 'answerForm'>): void {
  app.view(/.*/, async ({ ack, body }) => {
    const { user, team, view } = formPayload.parse(body);
    await answerForm({
      user: user.id,
      team: team?.id ?? user.team_id ?? '',
      form: view.callback_id,
      metadata: view.private_metadata,
      values: valuesOf(view.state),
      begin: (mistakes) =>
        mistakes === undefined ? ack() : ack({ response_action: 'errors', errors: { ...mistakes } }),
    });
  });
}
