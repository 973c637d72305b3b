import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpArguments, type RunningHttp, startHttp } from '../../../src/triggers/http/start-http.ts';

const running: RunningHttp[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((http) => http.close(0)));
});

const USUAL: HttpArguments = {
  host: '127.0.0.1',
  port: 0,
  readiness: async () => ({ store: 'ready', slack: 'ready', jobs: 'ready' }),
  metrics: { text: async () => 'vigia_jobs 1\n' },
};

async function start(given: Partial<HttpArguments> = {}): Promise<{ base: string; http: RunningHttp }> {
  const started = await startHttp({ ...USUAL, ...given });
  if (!started.ok) throw new Error(started.problem.code);
  const http = started.value;
  running.push(http);
  return { base: `http://127.0.0.1:${http.port}`, http };
}

/** Sends bytes as they are and gives everything that comes back until the other side ends. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

describe('the HTTP server', () => {
  it('says that it lives', async () => {
    const { base } = await start();
    const answer = await fetch(`${base}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { alive: true }]);
  });

  it('is ready when every part is', async () => {
    const { base } = await start();
    const answer = await fetch(`${base}/readyz`);
    expect([answer.status, await answer.json()]).toMatchObject([200, { ready: true, notReady: [] }]);
  });

  it('names the part that is not ready, and why', async () => {
    const { base } = await start({
      readiness: async () => ({ store: 'ready', slack: 'Slack refuses the token', jobs: 'ready' }),
    });
    const answer = await fetch(`${base}/readyz`);
    expect([answer.status, await answer.json()]).toMatchObject([
      503,
      { ready: false, notReady: ['slack'], parts: { store: 'ready', slack: 'Slack refuses the token' } },
    ]);
  });

  it('is not ready when it cannot find out', async () => {
    const { base } = await start({ readiness: () => Promise.reject(new Error('redis://:secret@h')) });
    const answer = await fetch(`${base}/readyz`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('secret');
  });

  it('gives the metrics', async () => {
    const { base } = await start();
    const answer = await fetch(`${base}/metrics?x=1`);
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(await answer.text()).toBe('vigia_jobs 1\n');
  });

  it('knows no other address, and no other method', async () => {
    const { base } = await start();
    expect((await fetch(`${base}/`)).status).toBe(404);
    expect((await fetch(`${base}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(404);
    expect((await fetch(`${base}/constructor`)).status).toBe(404);
    expect((await fetch(`${base}/metrics`, { method: 'POST', body: '{}' })).status).toBe(405);
  });

  it('hands what Slack posts to whoever takes it', async () => {
    const { base } = await start({
      slackEvents: (request, response) => {
        request.on('data', (chunk) => response.end(`took ${chunk}`));
      },
    });
    const answer = await fetch(`${base}/slack/events`, { method: 'POST', body: 'payload=1' });
    expect(await answer.text()).toBe('took payload=1');
    expect((await fetch(`${base}/slack/events`)).status).toBe(405);
  });

  it('does not read a body that is too large or of unknown length', async () => {
    let taken = 0;
    const { http } = await start({ slackEvents: () => (taken += 1) });
    const post = (header: string) => raw(http.port, `POST /slack/events HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n`);
    expect(await post('Content-Length: 9999999')).toMatch(/^HTTP\/1\.1 413/);
    expect(await post('Transfer-Encoding: chunked')).toMatch(/^HTTP\/1\.1 411/);
    expect(taken).toBe(0);
  });

  it('refuses headers that are too large', async () => {
    const { http } = await start();
    const answer = await raw(http.port, `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431/);
  });

  it('says which address is taken, and gives it back when it is closed', async () => {
    const { http } = await start();
    expect(await startHttp({ ...USUAL, port: http.port })).toMatchObject({
      problem: { code: 'port.unavailable', facts: { address: `127.0.0.1:${http.port}`, because: 'taken' } },
    });
    await http.close();
    await expect(start({ port: http.port })).resolves.toBeDefined();
    running.splice(0, 1);
  });

  it('says that an address is not one of this machine', async () => {
    expect(await startHttp({ ...USUAL, host: '192.0.2.1' })).toMatchObject({
      problem: { code: 'port.unavailable', facts: { address: '192.0.2.1:0', because: 'no-such-address' } },
    });
  });
});
