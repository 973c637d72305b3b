import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { sign } from '../../src/simulators/slack/wire/delivery.ts';
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts';
import { FRIDAY_1040 } from './floor/floor-clock.ts';
import { type Floor, openFloor } from './floor/floor.ts';

const answerOf = z.object({
  ready: z.boolean(),
  notReady: z.array(z.string()),
  parts: z.record(z.string(), z.string()),
});
const at = (floor: Floor, path: string): Promise<Response> => fetch(`http://127.0.0.1:${floor.bot.port}${path}`);
const readiness = async (floor: Floor) => {
  const answer = await at(floor, '/readyz');
  return { status: answer.status, ...answerOf.parse(await answer.json()) };
};
/** Asks until it is so: what the library learns of a lost connection comes when it comes. */
async function untilNotReady(floor: Floor, parts: readonly string[]): Promise<void> {
  for (;;) {
    const { notReady } = await readiness(floor);
    if (JSON.stringify(notReady.toSorted()) === JSON.stringify(parts)) return;
  }
}

describe('a bot in HTTP mode', () => {
  let floor: Floor;
  const secret = 'a-signing-secret-of-this-test';
  const url = () => `http://127.0.0.1:${floor.bot.port}/slack/events`;
  beforeAll(async () => {
    // Bolt holds the time of a request against the machine's clock, not ours.
    vi.useFakeTimers({ toFake: ['Date'], now: FRIDAY_1040 });
    floor = await openFloor({ env: { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: secret } });
    floor.slack.useHttp({ url: url(), signingSecret: secret });
  });
  afterAll(async () => {
    await floor.stop();
    vi.useRealTimers();
  });

  it('is alive and ready', async () => {
    expect((await at(floor, '/healthz')).status).toBe(200);
    expect(await readiness(floor)).toMatchObject({ status: 200, ready: true, notReady: [] });
  });

  it('proves its address to Slack', async () => {
    expect(await floor.slack.verifyUrl()).toBe(true);
  });

  it('answers commands, presses and App Home by signed requests', async () => {
    const asked = await floor.ask('laura', 'agentes ayer');
    expect(asked.text).toMatch(/llamadas ayer/);
    expect((await floor.press('laura', asked, '◀')).text).toMatch(/llamadas/);
    await floor.slack.openHome('laura');
    expect(JSON.stringify(await floor.slack.waitFor(() => floor.slack.home('laura')))).toContain('Operación Bogotá');
  });

  const body = new URLSearchParams({
    user_id: 'U01LAURA',
    team_id: 'T00CENTRO',
    channel_id: 'C01OPERACIONES',
    command: '/wolkvox',
    text: 'estado',
    response_url: 'http://127.0.0.1:9/nobody',
  }).toString();
  const send = (seconds: number, key = secret, text = body): Promise<number> => {
    const timestamp = String(Math.floor(floor.clock.now() / 1_000) + seconds);
    return fetch(url(), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': sign(key, timestamp, body),
      },
      body: text,
    }).then(({ status }) => status);
  };

  it('takes a request once: the same one again is refused', async () => {
    expect(await send(0)).toBe(200);
    expect(await send(0)).toBe(401);
  });

  it('refuses what is signed by another, changed after it was signed, too old, or from the future', async () => {
    expect(await send(-1, 'another-secret')).toBe(401);
    expect(await send(-2, secret, `${body}&text=agents`)).toBe(401);
    expect(await send(-301)).toBe(401);
    expect(await send(120)).toBe(401);
  });

  it('says in its metrics what it asked wolkvox, and of nobody', async () => {
    const text = await (await at(floor, '/metrics')).text();
    expect(text).toMatch(/vigia_wolkvox_requests_total\{[^}]*meaning="rows"[^}]*\} \d/);
    expect(text).toMatch(/vigia_quota_left\{operation="bogota"\} 99\d\d/);
    expect(text).not.toMatch(/U01LAURA|Henao|HENAO/);
    expect(text).not.toContain(floor.wolkvox.token);
  });
});

const redis: RedisServer | null = await startRedis();
describe.skipIf(redis === null)('a bot whose Redis goes away', () => {
  let floor: Floor;
  beforeAll(async () => {
    floor = await openFloor({ redisUrl: redis?.url ?? '' });
  });
  afterAll(async () => {
    await floor.stop();
    await redis?.close();
  });

  it('names the store as what is not ready, tells whoever asks, and is well again once it is back', async () => {
    expect((await floor.ask('laura', 'agentes ayer')).text).toMatch(/llamadas ayer/);
    await redis?.away();
    const { status, parts, notReady } = await readiness(floor);
    expect([status, parts['slack']]).toEqual([503, 'ready']);
    expect(notReady).toContain('store');
    expect((await at(floor, '/healthz')).status).toBe(200);
    const told = await floor.clock.passing(floor.ask('laura', 'agentes 2025-11-11'));
    expect(told.text).toContain('El bot no puede leer lo que guarda.');
    await redis?.back();
    await untilNotReady(floor, []);
    expect((await floor.ask('laura', 'agentes 2025-11-11')).text).toMatch(/llamadas/);
  }, 60_000);
});

describe('a bot whose Slack goes away', () => {
  it('names Slack as what is not ready', async () => {
    const floor = await openFloor();
    expect(await readiness(floor)).toMatchObject({ status: 200 });
    await floor.slack.close();
    await untilNotReady(floor, ['slack']);
    expect((await readiness(floor)).status).toBe(503);
    expect((await at(floor, '/healthz')).status).toBe(200);
    await floor.stop();
  });
});
