import { afterEach, describe, expect, it } from 'vitest';
import { respondThrough } from '../../../src/adapters/slack/response-url.ts';
import { listening } from '../../fixtures/listening.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';
import { handClock } from '../../fixtures/hand-clock.ts';

const NOW = Date.UTC(2026, 10, 20, 15);
const message = { text: 'Hola', blocks: [] };
const parts = { clock: handClock(NOW), log: notingLog() };

let close = async () => {};
afterEach(() => close());

type Answer = { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> };
async function answering(answer: Answer | 'reset') {
  const bodies: unknown[] = [];
  const server = await listening((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString('utf8')));
    request.on('end', () => {
      bodies.push(JSON.parse(text));
      if (answer === 'reset') request.socket.destroy();
      else response.writeHead(answer.status, answer.headers ?? {}).end(answer.body ?? '');
    });
  });
  close = server.close;
  return { url: `${server.url}/commands/T0/1/x`, bodies };
}

describe('an answer through a response_url', () => {
  it('goes to that person alone, and replaces the line before it when asked', async () => {
    const { url, bodies } = await answering({ status: 200, body: 'ok' });
    expect(await respondThrough(url, message, true, parts)).toEqual({ ok: true, value: undefined });
    expect(bodies).toEqual([{ text: 'Hola', blocks: [], response_type: 'ephemeral', replace_original: true }]);
  });

  it.each([
    ['refused blocks, said with 200', { status: 200, body: '{"ok":false,"error":"invalid_blocks"}' }, 'slack.refused'],
    ['refused blocks, said with 500', { status: 500, body: '{"ok":false,"error":"invalid_blocks"}' }, 'slack.refused'],
    ['refused blocks, said in plain text', { status: 400, body: 'invalid_blocks' }, 'slack.refused'],
    ['a used-up address', { status: 404, body: '{"ok":false,"error":"used_url"}' }, 'slack.expired'],
    ['an address that is gone', { status: 404, body: '<html>' }, 'slack.expired'],
    ['a server error', { status: 502, body: '<html>' }, 'slack.unclear'],
    ['another address in its place', { status: 302, headers: { location: '/elsewhere' } }, 'slack.unavailable'],
    ['a page of a proxy', { status: 403, body: '<html>' }, 'slack.unavailable'],
    ['a connection that breaks', 'reset', 'slack.unclear'],
  ] as const)('knows %s', async (_name, answer, code) => {
    const { url } = await answering(answer);
    expect(await respondThrough(url, message, false, parts)).toMatchObject({ ok: false, problem: { code } });
  });

  it('says when to come back', async () => {
    const { url } = await answering({ status: 429, headers: { 'retry-after': '7' } });
    const outcome = await respondThrough(url, message, false, parts);
    expect(outcome).toMatchObject({ problem: { code: 'slack.busy', retryAt: NOW + 7_000 } });
  });

  it('is unavailable where nobody listens', async () => {
    const { url } = await answering('reset');
    await close();
    expect(await respondThrough(url, message, false, parts)).toMatchObject({ problem: { code: 'slack.unavailable' } });
  });
});
