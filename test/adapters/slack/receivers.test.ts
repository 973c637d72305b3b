import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/adapters/clock.ts';
import { type Intake, openIntake, type Transport } from '../../../src/adapters/slack/receivers.ts';
import type { Clock } from '../../../src/ports.ts';
import { startSlack, type SlackSimulator } from '../../../src/simulators/slack/index.ts';
import { listening } from '../../fixtures/listening.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';
import { handClock } from '../../fixtures/hand-clock.ts';

const now = () => systemClock.now();
const log = notingLog();
let slack: SlackSimulator;
let opened: Intake[] = [];
let closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  log.noted.length = 0;
  slack = await startSlack({ now, page: false, channels: [{ id: 'C01GENERAL', name: 'general' }] });
});
afterEach(async () => {
  for (const intake of opened) await intake.stop();
  for (const close of closing) await close();
  opened = [];
  closing = [];
  await slack.close();
});

const access = (clock: Clock = systemClock) => ({ token: slack.botToken, apiUrl: slack.apiUrl, clock, log });
const socket = (staggerMs = 0): Transport => ({ kind: 'socket', appToken: slack.appToken, staggerMs });

async function open(transport: Transport, clock?: Clock): Promise<Intake> {
  const intake = await openIntake(access(clock), transport);
  if (!intake.ok) throw new Error(intake.problem.code);
  opened.push(intake.value);
  return intake.value;
}

async function started(transport: Transport, clock?: Clock): Promise<Intake> {
  const intake = await open(transport, clock);
  intake.app.command('/wolkvox', async ({ ack, command }) => ack(`recibido: ${command.text}`));
  expect(await intake.start()).toEqual({ ok: true, value: undefined });
  return intake;
}

describe('signing in', () => {
  it('knows who it is and what it was granted, and asks only once', async () => {
    const intake = await open(socket());
    expect(intake.identity).toMatchObject({ botId: slack.botId, botUserId: slack.botUserId, team: 'T00CENTRO' });
    expect(intake.scopes).toContain('chat:write');
    await intake.start();
    expect(slack.log.filter(({ method }) => method === 'auth.test')).toHaveLength(1);
  });

  it('fails clearly with a token that Slack does not accept', async () => {
    slack.scenario.tokenRevoked = true;
    expect(await openIntake(access(), socket())).toMatchObject({ ok: false, problem: { code: 'slack.token' } });
  });

  it('fails clearly with an app token that Slack does not accept', async () => {
    slack.scenario.appTokenRevoked = true;
    const intake = await open(socket());
    expect(await intake.start()).toMatchObject({ ok: false, problem: { code: 'slack.token' } });
    expect(intake.connected()).toBe(false);
  });

  it('fails clearly where Slack is away', async () => {
    slack.scenario.fail('auth.test', 'reset_before', { times: 2 });
    expect(await openIntake(access(), socket())).toMatchObject({ ok: false, problem: { code: 'slack.unavailable' } });
  });
});

describe('Socket Mode', () => {
  it('is ready with the first connection and opens the second later', async () => {
    const intake = await started(socket(60_000));
    expect(intake.connected()).toBe(true);
    expect(slack.sockets.count).toBe(1);
  });

  it('takes commands on both connections', async () => {
    const intake = await started(socket());
    await slack.waitFor(() => slack.sockets.count === 2);
    const answers = await Promise.all(
      ['uno', 'dos', 'tres', 'cuatro'].map((text) => slack.slash('U01LAURA', 'general', text)),
    );
    expect(answers.every(({ error }) => error === undefined)).toBe(true);
    expect(slack.sockets.deliveries.slice(0, 2)).toEqual([2, 2]);
    expect(intake.inFlight()).toBe(0);
  });

  it('takes commands on one connection while the other is away for its refresh', async () => {
    const clock = handClock(now());
    const intake = await started(socket(20_000), clock);
    slack.sockets.refresh();
    await slack.waitFor(() => slack.sockets.count === 0);
    clock.move(20_000);
    await slack.waitFor(() => slack.sockets.count === 1);
    const answer = await slack.slash('U01LAURA', 'general', 'ahora');
    expect(answer.error).toBeUndefined();
    expect(intake.connected()).toBe(true);
  });

  it('closes both connections and then takes nothing', async () => {
    const intake = await started(socket());
    await slack.waitFor(() => slack.sockets.count === 2);
    await intake.stop();
    await slack.waitFor(() => slack.sockets.count === 0);
    expect(intake.connected()).toBe(false);
  });

  it('waits for what runs after the acknowledgement, up to a deadline', async () => {
    const intake = await open(socket());
    let finish = () => {};
    const work = new Promise<void>((resolve) => (finish = resolve));
    intake.app.command('/wolkvox', async ({ ack }) => {
      await ack();
      await work;
    });
    await intake.start();
    await slack.slash('U01LAURA', 'general', 'aux');
    expect(intake.inFlight()).toBe(1);
    await intake.stop();
    expect(await intake.drain(5)).toBe(false);
    const drained = intake.drain(60_000);
    finish();
    expect(await drained).toBe(true);
  });

  it('keeps the body and the tokens out of the log when a listener fails', async () => {
    const intake = await open(socket());
    intake.app.command('/wolkvox', async ({ ack }) => {
      await ack();
      throw new Error('a defect');
    });
    await intake.start();
    await slack.slash('U01LAURA', 'general', 'cliente 3001234567');
    await slack.waitFor(() => intake.inFlight() === 0);
    await new Promise((resolve) => setImmediate(resolve));
    const failures = log.noted.filter(({ event }) => event === 'slack.listener-failed');
    expect(failures).toHaveLength(1);
    expect(JSON.stringify(log.noted)).not.toMatch(/3001234567|xoxb|xapp/);
  });
});

describe('HTTP mode', () => {
  const secret = 'simulated-signing-secret';
  const seen = new Set<string>();
  const firstTime = async (key: string) => !seen.has(key) && Boolean(seen.add(key));

  async function served(first = firstTime) {
    const intake = await started({ kind: 'http', signingSecret: secret, firstTime: first });
    const server = await listening(intake.requestListener ?? (() => undefined));
    closing.push(server.close);
    return { intake, url: `${server.url}/slack/events` };
  }

  function signed(url: string, at: number, body = 'command=%2Fwolkvox&text=aux&user_id=U01&team_id=T00CENTRO') {
    const timestamp = String(Math.floor(at / 1000));
    const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    return fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${digest}`,
      },
      body,
    });
  }

  it('answers commands and the check of its address', async () => {
    const { url } = await served();
    slack.useHttp({ url, signingSecret: secret });
    expect(await slack.verifyUrl()).toBe(true);
    const answer = await slack.slash('U01LAURA', 'general', 'aux hoy');
    expect(answer.error).toBeUndefined();
  });

  it('takes a signed request once', async () => {
    const { url } = await served();
    const at = now();
    expect((await signed(url, at)).status).toBe(200);
    expect((await signed(url, at)).status).toBe(401);
  });

  it('refuses what comes from the future or the past', async () => {
    const { url } = await served();
    expect((await signed(url, now() + 90_000)).status).toBe(401);
    expect((await signed(url, now() - 6 * 60_000)).status).toBe(401);
    expect((await signed(url, now() + 30_000)).status).toBe(200);
  });

  it('refuses what is not signed, or by another', async () => {
    const { url } = await served();
    expect((await fetch(url, { method: 'POST', body: 'text=aux' })).status).toBe(401);
    slack.useHttp({ url, signingSecret: 'another' });
    const answer = await slack.slash('U01LAURA', 'general', 'aux');
    expect(answer.error).toBe('dispatch_failed');
  });

  it('still answers where the memory of what was seen is away', async () => {
    const { url } = await served(async () => {
      throw new Error('no store');
    });
    expect((await signed(url, now() - 1_000)).status).toBe(200);
    expect(log.noted.map(({ event }) => event)).toContain('slack.replay-unchecked');
  });

  it('takes nothing before it starts nor after it stops, and no other path', async () => {
    const { intake, url } = await served();
    expect((await fetch(url.replace('/slack/events', '/other'), { method: 'POST' })).status).toBe(404);
    await intake.stop();
    expect(intake.connected()).toBe(false);
    expect((await signed(url, now())).status).toBe(503);
  });
});
