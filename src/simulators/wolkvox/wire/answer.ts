import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { DateTime } from 'luxon';
import type { Query } from '../rows/planted.ts';
import { type Fault, takeFault } from '../scenario.ts';
import { bodyOf } from './body.ts';
import type { Desk } from './desk.ts';
import { findRows } from './find-rows.ts';
import * as refusal from './refusal.ts';
import type { Reply } from './refusal.ts';

export interface Asked {
  readonly file: string;
  readonly api: string;
  readonly query: Query;
}

function replyFor(desk: Desk, asked: Asked, fault: Fault | undefined): Reply {
  switch (fault?.kind) {
    case 'token missing':
      return refusal.tokenMissing;
    case 'token wrong':
      return refusal.tokenWrong;
    case 'quota':
      return refusal.quotaUsedUp;
    case 'simultaneous':
      return refusal.tooManyAtOnce(desk.source.scenario.simultaneous);
    case 'maintenance':
      return refusal.maintenance;
    case 'empty':
    case 'disabled':
      return refusal.nothingFound;
    case 'server error':
      return refusal.serverError;
    case 'bad gateway':
      return refusal.badGateway;
    case 'gateway timeout':
      return refusal.gatewayTimeout;
    case 'not json':
      return refusal.notJson;
    case 'hang':
    case 'slow':
    case 'reset':
    case 'reset in body':
    case 'truncated body':
    case undefined:
      return findRows(desk.source, asked.file, asked.api, asked.query);
  }
}

function refuseFirst(desk: Desk, request: IncomingMessage, inFlight: number): Reply | undefined {
  const given = request.headers['wolkvox-token'];
  if (given === undefined || given === '') return refusal.tokenMissing;
  if (given !== desk.token) return refusal.tokenWrong;
  if (inFlight >= desk.source.scenario.simultaneous) return refusal.tooManyAtOnce(desk.source.scenario.simultaneous);
  if (request.method !== 'GET') return refusal.wrongMethod;
  return desk.spendToken() ? undefined : refusal.quotaUsedUp;
}

function writeHead(desk: Desk, response: ServerResponse, reply: Reply): void {
  const status = reply.kind === 'rows' ? 200 : reply.status;
  const html = reply.kind === 'page' && status !== 200;
  response.sendDate = false;
  response.writeHead(status, {
    Date: DateTime.fromMillis(desk.source.now()).toHTTP() ?? '',
    Server: 'Apache',
    'Cache-Control': 'no-store, no-cache, must-revalidate',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, POST',
    'Keep-Alive': 'timeout=5, max=100',
    Connection: 'Keep-Alive',
    'Transfer-Encoding': 'chunked',
    ...(desk.source.scenario.gzip ? { 'Content-Encoding': 'gzip' } : {}),
    'Content-Type': html ? 'text/html; charset=iso-8859-1' : 'application/json; charset=utf-8',
  });
}

/** The place in flight is given back with the last byte, so that whoever read it may ask again at once. */
function* thenFree(body: Iterable<Buffer>, free: () => void): Generator<Buffer> {
  yield* body;
  free();
}

async function send(desk: Desk, response: ServerResponse, reply: Reply, fault: Fault | undefined, free: () => void) {
  const { scenario } = desk.source;
  const broken = fault?.kind === 'reset in body';
  writeHead(desk, response, reply);
  const body = bodyOf(reply, scenario, broken || fault?.kind === 'truncated body');
  const source = Readable.from(thenFree(body, free), { objectMode: false });
  if (scenario.gzip) await pipeline(source, createGzip(), response, { end: !broken });
  else await pipeline(source, response, { end: !broken });
  if (broken) response.write('', () => response.socket?.destroy());
}

export async function answer(
  desk: Desk,
  asked: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const entry = desk.enter(asked);
  response.once('close', entry.free);
  const refused = refuseFirst(desk, request, entry.inFlightAtStart);
  const fault = refused === undefined ? takeFault(desk.source.scenario, asked.api) : undefined;
  if (fault?.kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  if (fault?.kind === 'hang') await desk.untilReleased();
  if (fault?.kind === 'slow') await pause(fault.milliseconds ?? 1000);
  if (response.destroyed) return;
  const reply = refused ?? replyFor(desk, asked, fault);
  entry.answered(reply.kind === 'rows' ? 200 : reply.status);
  await send(desk, response, reply, fault, entry.free);
}
