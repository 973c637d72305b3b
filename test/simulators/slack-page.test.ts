import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSlack, type SlackSimulator } from '../../src/simulators/slack/index.ts';
import { socketBot, type Bot } from './slack-bot.ts';

let slack: SlackSimulator;
let app: Bot;

beforeEach(async () => {
  slack = await startSlack({ now: () => Date.UTC(2026, 10, 20, 15, 0, 0), page: true });
  app = socketBot(slack);
  app.command('/wolkvox', async ({ ack, respond, command }) => {
    await ack();
    await respond({ text: `*${command.text}* _jue 19 nov, 00:00–24:00 (Routing_point)_` });
  });
  await app.start();
});

afterEach(async () => {
  await app.stop();
  await slack.close();
});

async function read(path: string): Promise<string> {
  return (await fetch(`${slack.url}${path}`)).text();
}

async function deed(body: Record<string, unknown>): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const sent = await fetch(`${slack.url}/page/do`, { method: 'POST', headers, body: JSON.stringify(body) });
  return sent.json();
}

const typed = { do: 'write', as: 'U01LAURA', in: 'C01OPERACIONES', text: '/wolkvox agents ayer #supervisores' };

test('what one types reaches the bot, and the answer is drawn for that person alone', async () => {
  expect(await deed(typed)).toEqual({ ok: true });
  await slack.waitFor(() => slack.ephemerals('laura').length > 0);
  const hers = await read('/?as=U01LAURA&in=C01OPERACIONES');
  expect(hers).toContain('Solo visible para ti');
  expect(hers).toContain('<strong>agents ayer <span class="mention">#supervisores</span></strong>');
  expect(hers).toContain('<em>jue 19 nov, 00:00–24:00 (Routing_point)</em>');
  expect(await read('/?as=U02CARLOS&in=C01OPERACIONES')).not.toContain('agents ayer');
});

test('an open page is told what changed', async () => {
  const stop = new AbortController();
  const stream = await fetch(`${slack.url}/page/stream?as=U01LAURA&in=C01OPERACIONES`, { signal: stop.signal });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  await deed(typed);
  const { value = '' } = (await reader?.read()) ?? {};
  expect(JSON.parse(value.replace('data: ', ''))).toMatchObject({
    kind: 'message',
    html: expect.stringContaining('agents ayer'),
  });
  stop.abort();
});

test('the page speaks the language a person chose, and the bot is told of it', async () => {
  await deed({ do: 'language', as: 'U01LAURA', locale: 'pt-BR' });
  expect(await read('/?as=U01LAURA')).toContain('Enviar mensagem para #operaciones');
  const { user } = await app.client.users.info({ user: 'U01LAURA', include_locale: true });
  expect(user).toMatchObject({ locale: 'pt-BR', tz: 'America/Bogota' });
});

test('nothing of the page comes from outside', async () => {
  const parts = await Promise.all(['/', '/page/style.css', '/page/script/main.ts', '/page/script/acts.ts'].map(read));
  for (const part of parts) expect(part).not.toMatch(/(src|href)="https?:|url\(|import .* from 'http/);
  expect(parts[2]).not.toContain('type Update');
});

test('what the page lets one change is run once for each choice, and the page says which one holds', async () => {
  const run: string[] = [];
  const control = (id: string, es: string) => ({ id, labels: { es, en: id, pt: id }, run: () => void run.push(id) });
  const other = await startSlack({
    now: () => Date.UTC(2026, 10, 20, 15, 0, 0),
    page: true,
    controls: [control('usual', 'todo normal'), control('ill', 'está enfermo')],
  });
  const choose = async (id: string): Promise<unknown> => {
    const body = JSON.stringify({ do: 'control', as: 'U01LAURA', id });
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${other.url}/page/do`, { method: 'POST', headers, body })).json();
  };
  const now = '<b data-test="simulation-now">';
  expect(await (await fetch(other.url)).text()).toContain(`${now}</b>`);
  expect(await choose('ill')).toEqual({ ok: true });
  expect(await (await fetch(other.url)).text()).toContain(`${now}está enfermo</b>`);
  expect(await choose('unknown')).toEqual({ ok: false });
  expect(run).toEqual(['ill']);
  await other.close();
});
