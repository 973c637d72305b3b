import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { callMethod, spoil, type LoggedCall, type Tokens } from '../api/call.ts';
import type { Surroundings } from '../api/method.ts';
import type { Option } from '../blocks/interactive.ts';
import type { Desk } from '../drive/desk.ts';
import { Hooks } from '../drive/hooks.ts';
import { Triggers } from '../drive/triggers.ts';
import type { SlackOptions } from '../options.ts';
import type { Scenario } from '../scenario.ts';
import type { Workspace } from '../workspace.ts';
import { readArguments, readBytes, readUpload, sendJson } from './body.ts';
import { deliver, type HttpTarget } from './delivery.ts';
import { Sockets } from './sockets.ts';

interface Parts {
  options: SlackOptions;
  workspace: Workspace;
  scenario: Scenario;
  log: LoggedCall[];
  tokens: Tokens;
}

export interface SlackServer {
  origin: string;
  desk: Desk;
  sockets: Sockets;
  httpTarget: () => HttpTarget | undefined;
  useHttp: (target: HttpTarget | undefined) => void;
  close: () => Promise<void>;
}

type Page = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

async function receiveFile(parts: Parts, id: string, request: IncomingMessage, response: ServerResponse) {
  const file = parts.workspace.files.get(id);
  const bytes = await readUpload(request);
  if (!file) return sendJson(response, 404, { ok: false, error: 'file_not_found' });
  file.bytes = bytes;
  parts.workspace.tell({ kind: 'other' });
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.end(`OK - ${bytes.length}`);
}

function giveFile(parts: Parts, id: string, response: ServerResponse) {
  const file = parts.workspace.files.get(id);
  if (!file?.bytes) return sendJson(response, 404, { ok: false, error: 'file_not_found' });
  const name = `filename*=UTF-8''${encodeURIComponent(file.name)}`;
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; ${name}` });
  response.end(file.bytes);
}

async function useHook(parts: Parts, hooks: Hooks, id: string, request: IncomingMessage, response: ServerResponse) {
  if (!parts.scenario.readsAnswers) {
    const { status, body } = hooks.keep(id, await readBytes(request));
    return sendJson(response, status, body);
  }
  const body = await readArguments(request, new URL('http://local/'));
  const fault = parts.scenario.next('response_url');
  if (spoil(fault, response, 'before')) return;
  const { status, body: answer } = hooks.use(id, body);
  const error = status === 200 ? {} : { error: String(answer['error']) };
  parts.log.push({ at: parts.workspace.now(), method: 'response_url', args: body, ok: status === 200, ...error });
  parts.workspace.tell({ kind: 'other' });
  if (spoil(fault, response, 'after')) return;
  sendJson(response, status, answer);
}

export async function serve(parts: Parts): Promise<SlackServer> {
  const { options, workspace, scenario } = parts;
  const hooks = new Hooks(workspace, scenario);
  const triggers = new Triggers(workspace);
  const sockets = new Sockets(workspace);
  let origin = '';
  let page: Page | undefined;
  const around: Surroundings = {
    workspace,
    scenario,
    origin: () => origin,
    socketTicket: () => sockets.ticket(origin),
    useTrigger: (trigger) => triggers.use(trigger),
  };
  let target = options.httpTarget;
  const httpTarget = () => target;
  const useHttp = (next: HttpTarget | undefined) => {
    target = next;
  };
  const ways = { now: workspace.now, sockets, httpTarget, ackWithin: options.ackWithin ?? 3_000 };
  const desk: Desk = {
    around,
    hooks,
    triggers,
    command: options.command ?? '/wolkvox',
    offered: new Map<string, Option>(),
    send: (type, payload, retry) =>
      deliver(ways, {
        type,
        payload,
        accepts_response_payload: type !== 'events_api',
        ...(retry ? { retry_attempt: retry.attempt, retry_reason: retry.reason } : {}),
      }),
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://local');
    const [, first = '', second = ''] = url.pathname.split('/');
    if (first === 'api') return callMethod(around, parts.tokens, parts.log, second, request, response);
    if (first === 'response') return useHook(parts, hooks, second, request, response);
    if (first === 'upload') return receiveFile(parts, second, request, response);
    if (first === 'files') return giveFile(parts, second, response);
    if (await page?.(request, response, url)) return;
    sendJson(response, 404, { ok: false, error: 'not_found' });
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { ok: false, error: 'fatal_error', detail: String(error) });
    });
  });
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : options.port}`;
  if (options.page) {
    const [{ makePage }, { openPanel }] = await Promise.all([import('../page/routes.ts'), import('../page/panel.ts')]);
    page = makePage(desk, {
      usage: options.usage ?? {},
      examples: options.examples ?? { es: [], en: [], pt: [] },
      languageChosen: options.languageChosen ?? (() => Promise.resolve()),
      panel: openPanel(options.controls ?? []),
      connected: () => sockets.count > 0 || target !== undefined,
    });
  }
  const close = async () => {
    await sockets.close();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return { origin, desk, sockets, httpTarget, useHttp, close };
}
