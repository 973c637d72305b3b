import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { slackMessenger } from '../../../src/adapters/slack/messenger.ts';
import type { Messenger } from '../../../src/ports.ts';
import { startSlack, type SlackSimulator } from '../../../src/simulators/slack/index.ts';
import { listening } from '../../fixtures/listening.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';
import { handClock } from '../../fixtures/hand-clock.ts';

const NOW = Date.UTC(2026, 10, 20, 15);
const FLOOR = 'C01PISO2';
const message = { text: 'Abandono 4,1 %', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*4,1 %*' } }] };

let slack: SlackSimulator;
let messenger: Messenger;
const log = notingLog();
const clock = handClock(NOW);

beforeAll(async () => {
  slack = await startSlack({
    now: () => clock.now(),
    page: false,
    people: [
      { id: 'U01LAURA', name: 'Laura Gómez', locale: 'es-LA' },
      { id: 'U02JOHN', name: 'John Pérez', locale: 'en-US' },
      { id: 'U03YUKI', name: 'Yuki', locale: 'ja-JP' },
      { id: 'U04PAUL', name: 'Paul Reyes', team: 'T09PROVEEDOR' },
    ],
    channels: [
      { id: FLOOR, name: 'piso-2' },
      { id: 'C02VIEJO', name: 'viejo', archived: true },
      { id: 'C04ABIERTO', name: 'abierto', members: ['U01LAURA'] },
      { id: 'C03LEJOS', name: 'lejos', kind: 'private', members: ['U01LAURA'] },
    ],
  });
});
afterAll(() => slack.close());
beforeEach(() => {
  slack.scenario.heal();
  slack.log.length = 0;
  log.noted.length = 0;
  messenger = slackMessenger({ token: slack.botToken, apiUrl: slack.apiUrl, clock, log });
});

const calls = (method: string) => slack.log.filter((call) => call.method === method);

describe('posting', () => {
  it('is done only with the ts that Slack gave, and shows no previews', async () => {
    const posted = await messenger.post(FLOOR, message);
    const [last] = slack.messages(FLOOR).slice(-1);
    expect(posted).toEqual({ ok: true, value: { channel: FLOOR, ts: last?.ts } });
    expect(last?.text).toBe('Abandono 4,1 %');
    expect(calls('chat.postMessage')[0]?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  it('changes a message in its place', async () => {
    const posted = await messenger.post(FLOOR, message);
    if (!posted.ok) throw new Error('not posted');
    const before = slack.messages(FLOOR).length;
    const updated = await messenger.update(posted.value, { ...message, text: 'Resuelto' });
    expect(updated).toEqual(posted);
    expect(slack.messages(FLOOR)).toHaveLength(before);
    expect(slack.messages(FLOOR).at(-1)?.text).toBe('Resuelto');
  });

  it('reaches a person by direct message', async () => {
    const posted = await messenger.directMessage('U01LAURA', message);
    expect(posted.ok && posted.value.channel).toMatch(/^D/);
  });

  it.each([
    ['C02VIEJO', 'slack.archived'],
    ['C09NADA', 'slack.no-such-channel'],
  ])('names what is wrong with %s', async (channel, code) => {
    const posted = await messenger.post(channel, message);
    expect(posted).toMatchObject({ ok: false, problem: { code, mayPass: false, facts: { channel } } });
  });

  it('says that the bot was not invited', async () => {
    slack.scenario.fail('chat.postMessage', 'error', { error: 'not_in_channel' });
    expect(await messenger.post(FLOOR, message)).toMatchObject({ ok: false, problem: { code: 'slack.not-invited' } });
  });

  it('tells a refused block apart and logs why, without the content', async () => {
    const posted = await messenger.post(FLOOR, { text: 'Ana', blocks: [{ type: 'sectoin', text: 'Ana Lucía' }] });
    expect(posted).toMatchObject({ ok: false, problem: { code: 'slack.refused', facts: { part: 'blocks' } } });
    const refused = log.noted.find(({ event }) => event === 'slack.refused');
    expect(JSON.stringify(refused?.fields)).toContain('json-pointer');
    expect(JSON.stringify(log.noted)).not.toContain('Ana Lucía');
  });

  it('names the permission that is missing', async () => {
    slack.scenario.scopes.delete('chat:write');
    slack.scenario.scopes.delete('chat:write.public');
    const posted = await messenger.post(FLOOR, message);
    expect(posted).toMatchObject({ ok: false, problem: { code: 'slack.scope' } });
    expect(!posted.ok && posted.problem.facts['needed']).toContain('chat:write');
  });

  it('says when to come back after a 429, and does not ask again by itself', async () => {
    slack.scenario.fail('chat.postMessage', 'rate_limited', { retryAfter: 30 });
    const posted = await messenger.post(FLOOR, message);
    expect(posted).toMatchObject({
      ok: false,
      problem: { code: 'slack.busy', mayPass: true, retryAt: clock.now() + 30_000 },
    });
    expect(calls('chat.postMessage')).toHaveLength(1);
  });

  it('is busy without a time where Slack names none', async () => {
    slack.scenario.fail('chat.postMessage', 'rate_limited_without_retry_after');
    expect(await messenger.post(FLOOR, message)).toMatchObject({ problem: { code: 'slack.busy', retryAt: null } });
  });

  it.each(['reset_after', 'server_error_after', 'reset_before', 'server_error_before'] as const)(
    'is unclear, and tried once only, when the reply is lost (%s)',
    async (fault) => {
      slack.scenario.fail('chat.postMessage', fault);
      expect(await messenger.post(FLOOR, message)).toMatchObject({ ok: false, problem: { code: 'slack.unclear' } });
      expect(calls('chat.postMessage')).toHaveLength(1);
    },
  );

  it.each(['fatal_error', 'internal_error'])('is unclear when Slack says %s', async (error) => {
    slack.scenario.fail('chat.postMessage', 'error', { error });
    expect(await messenger.post(FLOOR, message)).toMatchObject({ problem: { code: 'slack.unclear' } });
  });

  it('can be repeated without harm when an update is lost', async () => {
    const posted = await messenger.post(FLOOR, message);
    if (!posted.ok) throw new Error('not posted');
    slack.scenario.fail('chat.update', 'reset_after');
    expect(await messenger.update(posted.value, message)).toMatchObject({ problem: { code: 'slack.unavailable' } });
  });

  it('has expired when the message to change is gone', async () => {
    const gone = { channel: FLOOR, ts: '1.000001' };
    expect(await messenger.update(gone, message)).toMatchObject({ problem: { code: 'slack.expired' } });
  });

  it('knows a token that was revoked', async () => {
    slack.scenario.tokenRevoked = true;
    expect(await messenger.post(FLOOR, message)).toMatchObject({ problem: { code: 'slack.token', mayPass: false } });
  });

  it('is unavailable, not unclear, where nobody listens', async () => {
    const closed = await listening(() => undefined);
    await closed.close();
    const nowhere = slackMessenger({ token: 'xoxb-0-none', apiUrl: `${closed.url}/api/`, clock, log });
    expect(await nowhere.post(FLOOR, message)).toMatchObject({ problem: { code: 'slack.unavailable' } });
  });
});

describe('who is who', () => {
  it('reads name and language, and asks once in ten minutes', async () => {
    expect(await messenger.person('U01LAURA')).toMatchObject({
      ok: true,
      value: { id: 'U01LAURA', locale: 'es', guest: false },
    });
    clock.move(9 * 60_000);
    await messenger.person('U01LAURA');
    expect(calls('users.info')).toHaveLength(1);
    clock.move(60_000);
    await messenger.person('U01LAURA');
    expect(calls('users.info')).toHaveLength(2);
  });

  it('leaves a language that is not spoken here to the operation', async () => {
    expect(await messenger.person('U02JOHN')).toMatchObject({ value: { locale: 'en' } });
    expect(await messenger.person('U03YUKI')).toMatchObject({ value: { locale: null } });
  });

  it('takes whoever comes from another company through a shared channel for a guest', async () => {
    const home = { team: 'T00CENTRO', enterprise: null };
    const atHome = slackMessenger({ token: slack.botToken, apiUrl: slack.apiUrl, home, clock, log });
    expect(await atHome.person('U01LAURA')).toMatchObject({ value: { guest: false } });
    expect(await atHome.person('U04PAUL')).toMatchObject({ value: { name: 'paul.reyes', guest: true } });
  });

  it('takes whom Slack does not show for a guest', async () => {
    expect(await messenger.person('U09NADIE')).toMatchObject({ ok: true, value: { id: 'U09NADIE', guest: true } });
  });

  it('asks again after a failure, and tries a read twice', async () => {
    slack.scenario.fail('users.info', 'server_error_before', { times: 2 });
    expect(await messenger.person('U01LAURA')).toMatchObject({ problem: { code: 'slack.unavailable' } });
    expect(await messenger.person('U01LAURA')).toMatchObject({ ok: true });
    expect(calls('users.info')).toHaveLength(3);
  });

  it('reads who is in a user group, once in ten minutes', async () => {
    const [group] = slack.workspace.groups.values();
    const members = await messenger.groupMembers(group?.id ?? '');
    await messenger.groupMembers(group?.id ?? '');
    expect(members).toEqual({ ok: true, value: group?.users });
    expect(calls('usergroups.users.list')).toHaveLength(1);
  });
});

describe('a file', () => {
  const file = {
    name: 'agentes.csv',
    title: 'Agentes, ayer',
    bytes: new TextEncoder().encode('a;b\r\n1;2\r\n'),
    comment: 'Para <@U01LAURA> *ya*',
  };

  it('arrives in the direct messages of the one who asked', async () => {
    expect(await messenger.sendFile('U01LAURA', file)).toEqual({ ok: true, value: undefined });
    const [sent] = slack.files('U01LAURA').slice(-1);
    expect(sent).toMatchObject({ name: 'agentes.csv', title: 'Agentes, ayer' });
    expect(new TextDecoder().decode(sent?.bytes)).toBe('a;b\r\n1;2\r\n');
    expect(calls('files.completeUploadExternal')[0]?.args['initial_comment']).toBe('Para &lt;@U01LAURA&gt; ∗ya∗');
  });

  it('is unclear only when the last step was lost', async () => {
    slack.scenario.fail('files.completeUploadExternal', 'reset_after');
    expect(await messenger.sendFile('U01LAURA', file)).toMatchObject({ problem: { code: 'slack.unclear' } });
    slack.scenario.fail('files.getUploadURLExternal', 'reset_before', { times: 2 });
    expect(await messenger.sendFile('U01LAURA', file)).toMatchObject({ problem: { code: 'slack.unavailable' } });
  });
});

describe('views', () => {
  it('publishes App Home', async () => {
    const view = { type: 'home' as const, blocks: message.blocks };
    expect(await messenger.publishHome('U01LAURA', view)).toEqual({ ok: true, value: undefined });
    expect(slack.home('U01LAURA')?.body.blocks).toHaveLength(1);
  });

  it('has expired when the press was too long ago', async () => {
    slack.scenario.fail('views.open', 'error', { error: 'expired_trigger_id' });
    const view = { type: 'modal' as const, title: { type: 'plain_text', text: 'x' }, blocks: [] };
    expect(await messenger.openModal('1.2.abc', view)).toMatchObject({ problem: { code: 'slack.expired' } });
  });
});

describe('a marked post', () => {
  const mark = { key: 'digest/morning/1763125200000/C01PISO2' };

  it.each(['reset_after', 'server_error_after'] as const)('that ended unclear (%s) is found again', async (kind) => {
    const since = clock.now();
    slack.scenario.fail('chat.postMessage', kind);
    expect(await messenger.post(FLOOR, message, { key: kind })).toMatchObject({
      ok: false,
      problem: { code: 'slack.unclear' },
    });
    const [last] = slack.messages(FLOOR).slice(-1);
    expect(await messenger.find(FLOOR, { key: kind }, since)).toEqual({
      ok: true,
      value: { channel: FLOOR, ts: last?.ts },
    });
  });

  it('is not there where nothing was posted, or only something older, or something with another mark', async () => {
    slack.scenario.fail('chat.postMessage', 'reset_before');
    expect(await messenger.post(FLOOR, message, mark)).toMatchObject({ problem: { code: 'slack.unclear' } });
    expect(await messenger.find(FLOOR, mark, clock.now())).toEqual({ ok: true, value: null });
    await messenger.post(FLOOR, message, mark);
    expect(await messenger.find(FLOOR, mark, clock.now() + 3_600_000)).toEqual({ ok: true, value: null });
    expect(await messenger.find(FLOOR, { key: 'other' }, clock.now())).toEqual({ ok: true, value: null });
  });

  it('is looked for over several pages', async () => {
    const first = await messenger.post(FLOOR, message, { key: 'far' });
    for (let index = 0; index < 230; index += 1) await messenger.post(FLOOR, message);
    expect(await messenger.find(FLOOR, { key: 'far' }, clock.now())).toEqual(first);
  });

  it('carries the same client_msg_id each time, and goes out without it where Slack lost that message', async () => {
    await messenger.post(FLOOR, message, mark);
    slack.scenario.fail('chat.postMessage', 'error', { error: 'duplicate_message_not_found' });
    expect(await messenger.post(FLOOR, message, mark)).toMatchObject({ ok: true });
    const ids = calls('chat.postMessage').map(({ args }) => args['client_msg_id']);
    expect(ids).toEqual([ids[0], ids[0], undefined]);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('cannot be looked for without the scope, nor where the bot was not invited', async () => {
    await messenger.post('C04ABIERTO', message, mark);
    expect(await messenger.find('C04ABIERTO', mark, clock.now())).toMatchObject({
      ok: false,
      problem: { code: 'slack.not-invited' },
    });
    for (const scope of ['channels:history', 'groups:history', 'im:history']) slack.scenario.scopes.delete(scope);
    expect(await messenger.find(FLOOR, mark, clock.now())).toMatchObject({ problem: { code: 'slack.scope' } });
  });

  it('reaches a person in their conversation', async () => {
    const channel = await messenger.conversationWith('U01LAURA');
    if (!channel.ok) throw new Error('no conversation');
    const posted = await messenger.post(channel.value, message, mark);
    expect(await messenger.find(channel.value, mark, clock.now())).toEqual(posted);
  });
});
