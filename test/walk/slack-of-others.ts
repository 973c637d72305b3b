import { createHmac } from 'node:crypto';
import { createEmulator } from 'emulate';
import { freePort, listening } from '../fixtures/listening.ts';
import { until } from './until.ts';

const TOKEN = 'xoxb-walk';
const SIGNING_SECRET = 'walk-signing-secret';
const APP = {
  app_id: 'A000000002',
  bot_id: 'B000000002',
  bot_user_id: 'U000000002',
  scopes: ['chat:write', 'users:read', 'im:write', 'files:write', 'channels:read', 'channels:history', 'groups:read'],
};
const LARGEST = 1_000_000;

/**
 * Slack as the package `emulate` has it: its Web API, over HTTP. It sends no slash commands, so this does, signed as Slack signs them; what
 * the bot answers to the one who asked comes to a `response_url` of this machine.
 */
export async function slackOfOthers() {
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        team: { name: 'Centro', domain: 'centro' },
        users: [{ name: 'ana', real_name: 'Ana Gómez', email: 'ana@centro.test' }],
        channels: [{ name: 'piso-2' }],
        oauth_apps: [
          { ...APP, client_id: '1.1', client_secret: 'unused', name: 'Vigía', redirect_uris: [], bot_name: 'vigia' },
        ],
        tokens: [{ ...APP, token: TOKEN, user: APP.bot_user_id }],
      },
    },
  });
  const answers: string[] = [];
  const door = await listening((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body = (body + text).slice(0, LARGEST);
    });
    request.on('end', () => {
      answers.push(body);
      response.end('ok');
    });
  });

  const call = async (method: string, args: Readonly<Record<string, string>>): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    const value: unknown = await answer.json();
    return typeof value === 'object' && value !== null ? { ...value } : {};
  };
  const idIn = (list: unknown, name: string): string => {
    const all: readonly { readonly id: string; readonly name: string }[] = Array.isArray(list) ? list : [];
    return all.find((one) => one.name === name)?.id ?? '';
  };
  const channel = idIn((await call('conversations.list', {}))['channels'], 'piso-2');
  const person = idIn((await call('users.list', {}))['members'], 'ana');

  return {
    env: { SLACK_BOT_TOKEN: TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: `${emulator.url}/api/` },
    /** Ana types a command; gives the status that the bot answered at once. */
    async slash(bot: string, text: string): Promise<number> {
      const body = new URLSearchParams({
        command: '/wolkvox',
        text,
        user_id: person,
        user_name: 'ana',
        channel_id: channel,
        channel_name: 'piso-2',
        team_id: 'T000000001',
        trigger_id: '1.1.walk',
        response_url: `${door.url}/answer`,
        token: 'unused',
      }).toString();
      const at = String(Math.floor(Date.now() / 1_000));
      const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${at}:${body}`).digest('hex');
      const answer = await fetch(`${bot}/slack/events`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': at,
          'x-slack-signature': `v0=${signature}`,
        },
        body,
      });
      return answer.status;
    },
    /** What the bot answered to Ana alone, once it fits. */
    answer: (fits: RegExp): Promise<string> =>
      until('the answer', 30_000, async () => answers.find((text) => fits.test(text)) ?? null),
    /** What the bot posted in the channel, once it is there. */
    posted: (fits: RegExp): Promise<string> =>
      until('the post', 30_000, async () => {
        const { messages } = await call('conversations.history', { channel });
        const texts = (Array.isArray(messages) ? messages : []).map((one: { readonly text?: unknown }) => one.text);
        return texts.find((text): text is string => typeof text === 'string' && fits.test(text)) ?? null;
      }),
    close: async () => {
      await Promise.all([emulator.close(), door.close()]);
    },
  };
}
