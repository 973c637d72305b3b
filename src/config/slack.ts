import type { SlackConfig } from './config.ts';
import { slackApiUrl } from './address.ts';
import { FALLBACK } from './fallback.ts';
import { textThat } from './parsed.ts';
import type { Variables } from './variables.ts';

const command = textThat(
  (text) => /^\/[^\s/A-Z]{1,31}$/.test(text),
  'a slash command in small letters, such as /wolkvox',
);

/** Slack's part. Where the bot itself starts (`needed`), what is missing is a mistake; both tokens given mean Socket Mode. */
export function readSlack(variables: Variables, needed: boolean): SlackConfig {
  const botToken = variables.secret('SLACK_BOT_TOKEN', 'a bot token, xoxb-…', (text) => /^xoxb-\S+$/.test(text));
  const appToken = variables.secret('SLACK_APP_TOKEN', 'an app-level token, xapp-…', (text) => /^xapp-\S+$/.test(text));
  const signingSecret = variables.secret('SLACK_SIGNING_SECRET', 'a signing secret without spaces', (text) =>
    /^\S+$/.test(text),
  );
  if (needed && !variables.given('SLACK_BOT_TOKEN')) variables.missing('SLACK_BOT_TOKEN', 'a bot token, xoxb-…');
  if (needed && !variables.given('SLACK_APP_TOKEN') && !variables.given('SLACK_SIGNING_SECRET')) {
    variables.missing(
      'SLACK_APP_TOKEN',
      'an app-level token, xapp-… (Socket Mode), or SLACK_SIGNING_SECRET (HTTP mode)',
    );
  }
  const shared = {
    apiUrl: variables.read('SLACK_API_URL', slackApiUrl),
    command: variables.read('SLACK_COMMAND', command) ?? FALLBACK.command,
  };
  if (botToken !== null && appToken !== null) return { ...shared, mode: 'socket', botToken, appToken, signingSecret };
  if (botToken !== null && signingSecret !== null)
    return { ...shared, mode: 'http', botToken, appToken: null, signingSecret };
  return { ...shared, mode: null, botToken, appToken, signingSecret };
}
