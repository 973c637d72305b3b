import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSlack, type SlackSimulator } from '../../src/simulators/slack/index.ts';
import { socketBot, type Bot } from './slack-bot.ts';

let slack: SlackSimulator;
let app: Bot;

beforeEach(async () => {
  slack = await startSlack({ now: () => Date.UTC(2026, 10, 20, 15, 0, 0) });
  app = socketBot(slack);
});

afterEach(async () => {
  await app.stop();
  await slack.close();
});

function say(channel: string) {
  return app.client.apiCall('chat.postMessage', { channel, text: 'x' });
}

describe('what Slack refuses', () => {
  const post = (blocks: unknown[]) =>
    app.client.apiCall('chat.postMessage', { channel: 'operaciones', text: 'x', blocks }).then(
      () => 'accepted',
      (error: unknown) => (error instanceof Error && 'data' in error ? error.data : error),
    );

  test('blocks that are too long, with the place of each mistake', async () => {
    const refused = await post([{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]);
    expect(refused).toMatchObject({
      error: 'invalid_blocks',
      errors: ['must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
    });
  });

  test('a block type this workspace does not have yet', async () => {
    slack.scenario.refuse.add('data_table');
    const table = {
      type: 'data_table',
      caption: 'A',
      rows: [[{ type: 'raw_text', text: 'a' }], [{ type: 'raw_text', text: 'b' }]],
    };
    expect(await post([table])).toMatchObject({ error: 'invalid_blocks' });
    slack.scenario.refuse.clear();
    expect(await post([table])).toBe('accepted');
  });

  test('more than eleven thousand characters in all', async () => {
    const section = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2_900) } };
    expect(await post([section, section, section, section])).toMatchObject({ error: 'msg_blocks_too_long' });
  });

  test('a channel that is archived, unknown or without the bot', async () => {
    await slack.archive('supervisores');
    const error = (channel: string) =>
      say(channel).then(
        () => 'accepted',
        (failed: unknown) => (failed instanceof Error ? failed.message : failed),
      );
    expect(await error('supervisores')).toContain('is_archived');
    expect(await error('nowhere')).toContain('channel_not_found');
    slack.scenario.scopes.delete('chat:write.public');
    expect(await error('piso-2')).toContain('not_in_channel');
    await slack.invite('piso-2');
    expect(await error('piso-2')).toBe('accepted');
    slack.scenario.scopes.delete('chat:write');
    expect(await error('operaciones')).toContain('missing_scope');
    slack.scenario.tokenRevoked = true;
    expect(await error('operaciones')).toContain('token_revoked');
  });

  test('too many calls, until they may be made again', async () => {
    slack.scenario.fail('chat.postMessage', 'rate_limited', { retryAfter: 7 });
    const limited = await say('operaciones').catch((error: unknown) => error);
    expect(limited).toMatchObject({ retryAfter: 7 });
    await say('operaciones');
    expect(slack.messages('operaciones')).toHaveLength(1);
  });

  test('a call that is accepted and whose answer is lost has posted', async () => {
    slack.scenario.fail('chat.postMessage', 'reset_after');
    await expect(say('operaciones')).rejects.toThrow();
    expect(slack.messages('operaciones')).toHaveLength(1);
  });
});
