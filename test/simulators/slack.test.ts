import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSlack, type SlackSimulator } from '../../src/simulators/slack/index.ts';
import { httpBot, socketBot, socketReceiver, type Bot } from './slack-bot.ts';

let time = Date.UTC(2026, 10, 20, 15, 0, 0);
let slack: SlackSimulator;
let app: Bot;

beforeEach(async () => {
  time = Date.UTC(2026, 10, 20, 15, 0, 0);
  slack = await startSlack({ now: () => time });
  app = socketBot(slack);
});

afterEach(async () => {
  await app.stop();
  await slack.close();
});

const button = {
  type: 'button',
  text: { type: 'plain_text', text: 'Compartir' },
  action_id: 'share',
  value: 'agents',
} as const;
const answerBlocks = [
  { type: 'section', text: { type: 'mrkdwn', text: '*1.842 llamadas ayer*' } } as const,
  { type: 'actions', elements: [button] } as const,
];

describe('a slash command', () => {
  test('is acknowledged, and its answer is seen by the asker alone', async () => {
    app.command('/wolkvox', async ({ ack, respond, command }) => {
      await ack();
      await respond({ text: `oído: ${command.text}` });
    });
    await app.start();
    const asked = await slack.slash('laura', '#operaciones', 'agents ayer');
    expect(asked).toMatchObject({ ok: true });
    expect(await asked.answer()).toMatchObject({ text: 'oído: agents ayer', onlyFor: 'U01LAURA' });
    expect(slack.messages('#operaciones')).toEqual([]);
  });

  test('fails as Slack says when nobody is connected', async () => {
    const asked = await slack.slash('laura', '#operaciones', 'agents');
    expect(asked.error).toBe('dispatch_failed');
    expect(slack.ephemerals('laura').at(-1)?.text).toBe('/wolkvox falló con el error "dispatch_failed"');
  });

  test('shows what was typed once its answer is for the channel', async () => {
    app.command('/wolkvox', async ({ ack, respond }) => {
      await ack();
      await respond({ response_type: 'in_channel', text: 'para todos' });
    });
    await app.start();
    await (await slack.slash('laura', '#operaciones', 'agents here')).answer();
    expect(slack.messages('#operaciones').map((message) => message.text)).toEqual([
      '/wolkvox agents here',
      'para todos',
    ]);
  });

  test('cannot replace through its response_url what it answered before', async () => {
    app.command('/wolkvox', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'un momento' });
      await respond({ text: 'listo', replace_original: true });
    });
    await app.start();
    const asked = await slack.slash('laura', '#operaciones', 'agents');
    await asked.answer((message) => message.text === 'listo');
    expect(slack.ephemerals('laura').map((message) => message.text)).toEqual(['un momento', 'listo']);
  });

  test('has five answers within thirty minutes', async () => {
    await app.start();
    app.command('/wolkvox', async ({ ack }) => ack());
    const { responseUrl = '' } = await slack.slash('laura', '#operaciones', 'agents');
    const use = async () => {
      const answer = await fetch(responseUrl, {
        method: 'POST',
        body: JSON.stringify({ text: 'x' }),
        headers: { 'content-type': 'application/json' },
      });
      return { status: answer.status, body: await answer.json() };
    };
    for (let times = 0; times < 5; times += 1) expect((await use()).status).toBe(200);
    expect(await use()).toEqual({ status: 404, body: { ok: false, error: 'used_url' } });
    const later = await slack.slash('laura', '#operaciones', 'agents');
    time += 31 * 60_000;
    const late = await fetch(later.responseUrl ?? '', { method: 'POST', body: '{}' });
    expect(await late.json()).toEqual({ ok: false, error: 'expired_url' });
  });
});

describe('buttons, modals and the home', () => {
  test('a button on an answer brings its value, and the answer can be replaced', async () => {
    app.command('/wolkvox', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'respuesta', blocks: answerBlocks });
    });
    app.action('share', async ({ ack, respond, payload }) => {
      await ack();
      await respond({ replace_original: true, text: 'value' in payload ? payload.value : '' });
    });
    await app.start();
    const first = await (await slack.slash('laura', '#operaciones', 'agents')).answer();
    const pressed = await slack.press('laura', first.ts, 'share');
    expect((await pressed.answer()).text).toBe('agents');
    expect(slack.ephemerals('laura')).toHaveLength(1);
  });

  test('a modal opens once per trigger, shows errors and closes when it is accepted', async () => {
    const view: ModalView = {
      type: 'modal',
      callback_id: 'rule',
      title: { type: 'plain_text', text: 'Regla' },
      submit: { type: 'plain_text', text: 'Guardar' },
      blocks: [
        {
          type: 'input',
          block_id: 'limit',
          label: { type: 'plain_text', text: 'Límite' },
          element: { type: 'number_input', action_id: 'limit', is_decimal_allowed: false },
        },
      ],
    };
    const opened: unknown[] = [];
    app.command('/wolkvox', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view });
      opened.push(
        await client.views.open({ trigger_id: command.trigger_id, view }).catch((error: unknown) => String(error)),
      );
    });
    app.view('rule', async ({ ack, view: sent }) => {
      const value = Number(sent.state.values['limit']?.['limit']?.value);
      await (value > 100 ? ack({ response_action: 'errors', errors: { limit: 'Hasta 100' } }) : ack());
    });
    await app.start();
    await slack.slash('laura', '#operaciones', 'alerta');
    await slack.waitFor(() => opened.length > 0 || slack.log.some((call) => call.error === 'exchanged_trigger_id'));
    expect((await slack.submitView('laura')).missing).toEqual(['limit']);
    await slack.submitView('laura', { limit: '150' });
    expect(slack.views('laura').at(-1)?.errors).toEqual({ limit: 'Hasta 100' });
    await slack.submitView('laura', { limit: '15' });
    expect(slack.views('laura')).toEqual([]);
  });

  test('the home is published when it is opened', async () => {
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: answerBlocks } });
    });
    await app.start();
    await slack.openHome('carlos');
    const home = await slack.waitFor(() => slack.home('carlos'));
    expect(home.body.blocks).toHaveLength(2);
  });

  test('a file uploaded to a direct message can be downloaded', async () => {
    const opened = await app.client.conversations.open({ users: 'U01LAURA' });
    const channel_id = opened.channel?.id ?? '';
    await app.client.filesUploadV2({
      channel_id,
      filename: 'agentes.csv',
      content: 'agente,llamadas\nAna,96\n',
      initial_comment: 'Tu tabla',
    });
    const [file] = slack.files('laura');
    expect(file?.name).toBe('agentes.csv');
    const answer = await fetch(`${slack.url}/files/${file?.id}/agentes.csv`);
    expect(await answer.text()).toBe('agente,llamadas\nAna,96\n');
    expect(slack.messages('U01LAURA').at(-1)?.text).toBe('Tu tabla');
  });
});

describe('how payloads arrive', () => {
  test('each goes to one of the open connections', async () => {
    const second = socketReceiver(slack);
    second.init(app);
    let heard = 0;
    app.command('/wolkvox', async ({ ack }) => {
      heard += 1;
      await ack();
    });
    await Promise.all([app.start(), second.start()]);
    for (let times = 0; times < 4; times += 1) await slack.slash('laura', 'operaciones', 'agents');
    expect(heard).toBe(4);
    expect(slack.sockets.deliveries).toEqual([2, 2]);
    await second.stop();
  });

  test('by HTTP they are signed', async () => {
    const live = await startSlack({ now: Date.now });
    const { app: bot, receiver } = httpBot(live);
    bot.command('/wolkvox', async ({ ack }) => ack({ text: 'por HTTP' }));
    const server = await bot.start({ port: 0, host: '127.0.0.1' });
    const address = 'address' in server ? server.address() : null;
    const port = typeof address === 'object' && address ? address.port : 0;
    const url = `http://127.0.0.1:${port}/slack/events`;
    live.useHttp({ url, signingSecret: live.signingSecret });
    expect(await live.verifyUrl()).toBe(true);
    const asked = await live.slash('laura', 'operaciones', 'agents');
    expect((await asked.answer()).text).toBe('por HTTP');
    live.useHttp({ url, signingSecret: 'another' });
    expect((await live.slash('laura', 'operaciones', 'agents')).error).toBe('dispatch_failed');
    await receiver.stop();
    await live.close();
  });
});
