import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { Readable } from 'node:stream';
import { brotliCompressSync, createGzip, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { breakageOf } from '../../../src/adapters/wolkvox/breakage.ts';
import type { Outcome } from '../../../src/core/errors.ts';
import type { Wolkvox, WolkvoxAnswer, WolkvoxQuestion } from '../../../src/ports.ts';
import { startWolkvox, type WolkvoxSimulator } from '../../../src/simulators/wolkvox/index.ts';
import { freePort } from '../../fixtures/redis-server.ts';
import { clientOf, HOUR, NOW, movedClock, operationOf } from './wolkvox-fixture.ts';

const operation = operationOf();
const clock = movedClock();
const yesterday = { from: Date.parse('2026-11-19T00:00:00-05:00'), to: Date.parse('2026-11-20T00:00:00-05:00') };
const agents: WolkvoxQuestion = { kind: 'report', report: 'agents', window: yesterday, campaign: null };
const preview: WolkvoxQuestion = { kind: 'report', report: 'preview', window: yesterday, campaign: '22109' };
const live: WolkvoxQuestion = { kind: 'report', report: 'live', window: yesterday, campaign: null };

const closing: (() => Promise<void>)[] = [];
let simulator: WolkvoxSimulator;
let wolkvox: Wolkvox;

beforeEach(async () => {
  simulator = await startWolkvox({ now: () => NOW });
  wolkvox = clientOf(simulator.url, simulator.token, clock, { connectMs: 1_000, totalMs: 20_000 });
  closing.push(closeClient(wolkvox), simulator.close);
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const closeClient = (client: Wolkvox) => (): Promise<void> => client.close();

async function ask(question: WolkvoxQuestion): Promise<{ outcome: Outcome<WolkvoxAnswer>; rows: unknown[] }> {
  const rows: unknown[] = [];
  const outcome = await wolkvox.ask(operation, question, (row) => rows.push(row));
  return { outcome, rows };
}

async function problemOf(question: WolkvoxQuestion = agents): Promise<{ code: string; facts: unknown }> {
  const { outcome } = await ask(question);
  return outcome.ok ? { code: 'ok', facts: {} } : outcome.problem;
}

/** A server of one answer, for what the simulator does not do. */
async function serving(listener: RequestListener): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  wolkvox = clientOf(`http://127.0.0.1:${port}`, 'abc', clock, { connectMs: 1_000, totalMs: 20_000 });
  closing.push(closeClient(wolkvox), async () => {
    server.close();
    server.closeAllConnections();
  });
}

describe('the client of wolkvox, asking', () => {
  it('names the report, the window with both ends included in local digits, and the campaign', async () => {
    await ask(preview);
    await ask(live);
    await ask({ kind: 'catalogue', catalogue: 'skills' });
    await ask({ kind: 'quota' });
    await ask({ kind: 'services' });
    expect(simulator.log.map(({ file, api, query }) => ({ file, api, query }))).toEqual([
      {
        file: 'reports_manager.php',
        api: 'campaign_5',
        query: { campaign_id: '22109', date_ini: '20261119000000', date_end: '20261119235959' },
      },
      { file: 'real_time.php', api: 'calls_last_10', query: {} },
      { file: 'information.php', api: 'skills', query: {} },
      { file: 'information.php', api: 'token_info', query: {} },
      { file: 'information.php', api: 'services', query: {} },
    ]);
  });

  it('gives the rows one by one, with how many came and what zone they prove', async () => {
    const { outcome, rows } = await ask(preview);
    expect(rows.length).toBeGreaterThan(20);
    expect(outcome).toMatchObject({ ok: true, value: { rows: rows.length, zoneOffsetMinutes: -300, serverTime: NOW } });
  });

  it.each([
    { code: 'number' },
    { code: 'zero' },
    { letters: 'escaped' },
    { pretty: true },
    { envelope: 'bare list' },
    { envelope: 'data object' },
    { gzip: true },
  ] as const)('reads the same rows however they are written: %o', async (habit) => {
    const plain = await ask(agents);
    Object.assign(simulator.scenario, habit);
    const other = await ask(agents);
    expect(other.outcome.ok).toBe(true);
    expect(other.rows).toEqual(plain.rows);
  });

  it('reads brotli, and keeps a path in front of the api', async () => {
    const paths: (string | undefined)[] = [];
    await serving((request, response) => {
      paths.push(request.url);
      response.setHeader('content-encoding', 'br');
      response.end(brotliCompressSync('{"code":"200","data":[{"a":"1"}]}'));
    });
    expect((await ask(agents)).rows).toEqual([{ a: '1' }]);
    expect(paths[0]).toMatch(/^\/api\/v2\/reports_manager\.php\?api=cdr_2&date_ini=/);
  });
});

describe('the client of wolkvox, told no', () => {
  it('takes nothing found for no rows, in both ways in which wolkvox says it', async () => {
    simulator.fail({ kind: 'empty', times: 1 });
    expect((await ask(agents)).outcome).toMatchObject({ ok: true, value: { rows: 0 } });
    simulator.plant('cdr_2', []);
    simulator.scenario.emptyAs = 'list';
    expect((await ask(agents)).outcome).toMatchObject({ ok: true, value: { rows: 0 } });
  });

  it.each([
    ['token missing', 'wolkvox.token'],
    ['token wrong', 'wolkvox.token'],
    ['quota', 'wolkvox.quota'],
    ['simultaneous', 'wolkvox.busy'],
    ['maintenance', 'wolkvox.maintenance'],
    ['server error', 'wolkvox.failing'],
    ['bad gateway', 'wolkvox.failing'],
    ['gateway timeout', 'wolkvox.failing'],
    ['not json', 'wolkvox.bad-answer'],
    ['reset', 'wolkvox.unreachable'],
    ['reset in body', 'wolkvox.bad-answer'],
    ['truncated body', 'wolkvox.bad-answer'],
  ] as const)('tells apart: %s is %s', async (fault, code) => {
    simulator.fail(fault);
    expect((await problemOf()).code).toBe(code);
  });

  it('says when there is quota again: the next local midnight', async () => {
    simulator.fail('quota');
    const { outcome } = await ask(agents);
    expect(outcome).toMatchObject({ problem: { retryAt: Date.parse('2026-11-21T00:00:00-05:00'), mayPass: true } });
  });

  it('calls a window that wolkvox does not take a refusal, with the status', async () => {
    const long = { from: yesterday.from - 40 * 24 * HOUR, to: yesterday.to };
    expect(await problemOf({ ...agents, window: long })).toMatchObject({
      code: 'wolkvox.refused',
      facts: { status: 416 },
    });
  });

  it('reads the code in the body where the HTTP status says that all is well', async () => {
    await serving((_, response) => response.end('{"code":"403","error":"FORBIDDEN","msg":"Token limit exceeded"}'));
    expect((await problemOf()).code).toBe('wolkvox.quota');
    await serving((_, response) => response.end('{"code":"404","error":"NOT FOUND","msg":"Validate dates entered"}'));
    expect((await problemOf()).code).toBe('ok');
  });

  it.each([
    ['<html><h1>Not Found</h1></html>', 'wolkvox.bad-answer'],
    ['', 'wolkvox.bad-answer'],
    ['not found', 'wolkvox.bad-answer'],
    ['{"code":"404","error":"NOT FOU', 'wolkvox.bad-answer'],
    ['{"message":"no Route matched"}', 'wolkvox.refused'],
  ])('does not take a 404 that wolkvox did not write, or not whole, for an empty answer: "%s"', async (body, code) => {
    await serving((_, response) => response.writeHead(404).end(body));
    expect((await problemOf()).code).toBe(code);
  });

  it('does not take a success without rows for an empty answer', async () => {
    await serving((_, response) => response.end('{"code":"200","error":null,"msg":"ok"}'));
    expect((await problemOf()).code).toBe('wolkvox.bad-answer');
  });
});

describe('the client of wolkvox, not answered', () => {
  it('cannot tell a firewall from a closed door: unreachable', async () => {
    simulator.scenario.firewall = true;
    expect((await problemOf()).code).toBe('wolkvox.unreachable');
    wolkvox = clientOf(`http://127.0.0.1:${await freePort()}`, 'abc', clock);
    closing.push(closeClient(wolkvox));
    expect(await problemOf()).toMatchObject({ code: 'wolkvox.unreachable', facts: { cause: 'ECONNREFUSED' } });
  });

  it.each([
    [{ code: 'ENOTFOUND' }, false, 'wolkvox.server-not-found'],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, false, 'wolkvox.unreachable'],
    [{ code: 'EHOSTUNREACH' }, false, 'wolkvox.unreachable'],
    [{ code: 'CERT_HAS_EXPIRED' }, false, 'wolkvox.unreachable'],
    [{ code: 'UND_ERR_SOCKET' }, true, 'wolkvox.bad-answer'],
    [{ code: 'HPE_INVALID_CONSTANT' }, false, 'wolkvox.bad-answer'],
    [{ code: 'UND_ERR_HEADERS_TIMEOUT' }, false, 'wolkvox.timeout'],
  ] as const)('knows what %o means, where an answer had begun (%s) or not: %s', (error, answered, code) => {
    const broken = breakageOf(Object.assign(new Error('not to be shown'), error), answered);
    expect(broken).toEqual({ code, cause: error.code });
    expect(
      breakageOf(new TypeError('not to be shown', { cause: Object.assign(new Error(), error) }), answered),
    ).toEqual(broken);
  });

  it('stops waiting after its patience', async () => {
    wolkvox = clientOf(simulator.url, simulator.token, clock, { connectMs: 1_000, totalMs: 50 });
    closing.push(closeClient(wolkvox));
    simulator.fail('hang');
    expect((await problemOf()).code).toBe('wolkvox.timeout');
  });

  it('stops when it is told to', async () => {
    simulator.fail('hang');
    const stop = new AbortController();
    const asked = wolkvox.ask(operation, agents, () => {}, stop.signal);
    await simulator.whenLogged(1);
    stop.abort();
    expect(await asked).toMatchObject({ ok: false, problem: { code: 'bot.stopping' } });
  });

  it('reads an answer of 256 MB to its end and gives up on a larger one, counting decoded bytes', async () => {
    const row = JSON.stringify({ text: 'x'.repeat(4_000) });
    const piece = Buffer.from(`${row},`.repeat(256));
    const bodyOf = (pieces: number) =>
      function* () {
        yield Buffer.from('{"code":"200","data":[');
        for (let at = 0; at < pieces; at += 1) yield piece;
        yield Buffer.from(`${row}]}`);
      };
    const sizes = [Math.floor((256 * 1024 * 1024) / piece.length), Math.ceil((257 * 1024 * 1024) / piece.length)];
    let asked = 0;
    await serving((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      Readable.from(bodyOf(sizes[asked] ?? 0)())
        .pipe(createGzip({ level: 1 }))
        .pipe(response);
      asked += 1;
    });
    let rows = 0;
    const whole = await wolkvox.ask(operation, agents, () => (rows += 1));
    expect(whole).toMatchObject({ ok: true, value: { rows: (sizes[0] ?? 0) * 256 + 1 } });
    expect(rows).toBe((sizes[0] ?? 0) * 256 + 1);
    expect(await wolkvox.ask(operation, agents, () => {})).toMatchObject({ problem: { code: 'wolkvox.too-large' } });
  });

  it('does not take a compressed answer that breaks off for a whole one', async () => {
    const whole = gzipSync(JSON.stringify({ code: '200', data: Array.from({ length: 50 }, (_, at) => ({ at })) }));
    await serving((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(whole.subarray(0, whole.length - 12));
    });
    expect((await problemOf()).code).toBe('wolkvox.bad-answer');
  });

  it('asks once: what fails is not asked again by itself', async () => {
    simulator.fail('server error');
    await ask(agents);
    expect(simulator.log).toHaveLength(1);
  });

  it('lets a defect of whoever takes the rows through, and can be asked again', async () => {
    const asked = wolkvox.ask(operation, agents, () => {
      throw new Error('a defect');
    });
    await expect(asked).rejects.toThrow('a defect');
    expect((await ask(agents)).outcome.ok).toBe(true);
  });

  it('never says the token', async () => {
    for (const fault of ['token wrong', 'reset', 'truncated body'] as const) {
      simulator.fail({ kind: fault, times: 1 });
      expect(JSON.stringify(await ask(agents))).not.toContain(simulator.token);
    }
  });
});
