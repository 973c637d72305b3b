import type { App } from '@slack/bolt';
import type { SlackFlows } from './listeners.ts';
import { formPayload } from './payload.ts';

export function listenForForms(app: App, { answerForm }: Pick<SlackFlows, 'answerForm'>): void {
  app.view(/.*/, async ({ ack, body }) => {
    const { user, team, view } = formPayload.parse(body);
    const values = Object.entries(view.state.values).map(([block, elements]) => {
      const [element] = Object.values(elements);
      return [block, element?.value ?? ''] as const;
    });
    await answerForm({
      user: user.id,
      team: team?.id ?? user.team_id ?? '',
      form: view.callback_id,
      metadata: view.private_metadata,
      values: Object.fromEntries(values),
      begin: (mistakes) =>
        mistakes === undefined ? ack() : ack({ response_action: 'errors', errors: { ...mistakes } }),
    });
  });
}
