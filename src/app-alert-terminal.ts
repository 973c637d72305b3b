import { slackMessenger } from './adapters/slack/messenger.ts';
import { openAlerts } from './app-alerts.ts';
import type { House } from './app-house.ts';
import { alertTerminal, type AlertTerminal } from './flows/rules/alert-terminal.ts';
import { identifier } from './flows/answer/identify.ts';
import { plainCards } from './flows/answer/plain-cards.ts';
import { replier } from './flows/answer/reply.ts';
import { deliverer } from './flows/send/deliver.ts';

/** Alert rules as the terminal manages them; what a rule has open is told as over through Slack, where there is a token for it. */
export function openAlertTerminal(house: House): AlertTerminal {
  const { settings, clock, log, store, formatFor, config } = house;
  const { slack } = config;
  const messenger = slackMessenger({
    token: slack.botToken?.reveal() ?? '',
    apiUrl: slack.apiUrl ?? undefined,
    clock,
    log,
  });
  const deliver = deliverer({ store, clock, log });
  const alerts = openAlerts(house, {
    messenger,
    deliver,
    people: identifier({ store, messenger, clock, log }, settings),
    cards: plainCards({ clock, formatFor, settings, store }),
    reply: replier({ deliver, messenger, log }),
    team: 'home',
  });
  return alertTerminal({ ...alerts, clock, formatFor });
}
