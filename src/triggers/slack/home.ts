import type { App } from '@slack/bolt';
import type { SlackFlows } from './listeners.ts';
import { homeOpened } from './payload.ts';

export function listenForHome(app: App, { showHome }: Pick<SlackFlows, 'showHome'>): void {
  app.event('app_home_opened', async ({ event, context }) => {
    const { user, tab } = homeOpened.parse(event);
    if (tab === undefined || tab === 'home') await showHome({ user, team: context.teamId ?? '', channel: null });
  });
}
