import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/adapters/clock.ts';
import { slackMessenger } from '../../../src/adapters/slack/messenger.ts';
import { freePort } from '../../fixtures/listening.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

const ALL = ['chat:write', 'users:read', 'files:write', 'im:write', 'channels:read', 'channels:manage', 'groups:read'];

let emulator: Emulator;
const channels = new Map<string, string>();
let person = '';

async function call(method: string, args: Record<string, unknown>): Promise<Record<string, unknown>> {
  const answer = await fetch(`${emulator.url}/api/${method}`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-everything', 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  const value: unknown = await answer.json();
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function named(list: unknown): { readonly id: string; readonly name: string }[] {
  return Array.isArray(list) ? list : [];
}

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        team: { name: 'Centro', domain: 'centro' },
        users: [
          { name: 'ana', real_name: 'Ana Gómez', email: 'ana@centro.test' },
          { name: 'vigia', real_name: 'Vigía', email: 'vigia@centro.test' },
        ],
        channels: [{ name: 'piso-2' }, { name: 'viejo' }, { name: 'lejos', is_private: true }],
        strict_scopes: true,
        tokens: [
          { token: 'xoxb-everything', scopes: ALL, user: 'vigia' },
          { token: 'xoxb-reader', scopes: ['users:read'], user: 'vigia' },
        ],
      },
    },
  });
  const everything = await call('conversations.list', { types: 'public_channel,private_channel' });
  for (const { id, name } of named(everything['channels'])) channels.set(name, id);
  person = named((await call('users.list', {}))['members']).find(({ name }) => name === 'ana')?.id ?? '';
  await call('conversations.archive', { channel: channels.get('viejo') });
});
afterAll(() => emulator.close());

const messenger = (token = 'xoxb-everything') =>
  slackMessenger({ token, apiUrl: `${emulator.url}/api/`, clock: systemClock, log: notingLog() });
const channel = (name: string) => channels.get(name) ?? 'C0NONE';
const message = { text: 'Abandono 4,1 %', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*4,1 %*' } }] };

describe('a Slack that others wrote', () => {
  it('takes a message and its change', async () => {
    const posted = await messenger().post(channel('piso-2'), message);
    expect(posted).toMatchObject({ ok: true, value: { channel: channel('piso-2') } });
    if (!posted.ok) return;
    expect(await messenger().update(posted.value, { ...message, text: 'Resuelto' })).toEqual(posted);
  });

  it('takes a direct message and a file', async () => {
    expect(await messenger().directMessage(person, message)).toMatchObject({ ok: true });
    const file = { name: 'a.csv', title: 'A', bytes: new TextEncoder().encode('a;b'), comment: 'Aquí' };
    expect(await messenger().sendFile(person, file)).toEqual({ ok: true, value: undefined });
  });

  it('says who somebody is', async () => {
    expect(await messenger().person(person)).toMatchObject({ ok: true, value: { id: person, guest: false } });
  });

  it('refuses in the same words', async () => {
    expect(await messenger().post(channel('viejo'), message)).toMatchObject({ problem: { code: 'slack.archived' } });
    expect(await messenger().post('C0NOWHERE', message)).toMatchObject({ problem: { code: 'slack.no-such-channel' } });
    expect(await messenger('xoxb-reader').post(channel('piso-2'), message)).toMatchObject({
      problem: { code: 'slack.scope', facts: { needed: 'chat:write' } },
    });
    const gone = { channel: channel('piso-2'), ts: '1.000001' };
    expect(await messenger().update(gone, message)).toMatchObject({ problem: { code: 'slack.expired' } });
  });
});
