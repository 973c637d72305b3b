import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from '../scenario.ts';
import { readArguments, sendJson } from '../wire/body.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import { ApiError, type Answer, type Method, type Surroundings } from './method.ts';
import { people } from './people.ts';
import { views } from './views.ts';

const methods: Record<string, Method> = { ...people, ...chat, ...conversations, ...views, ...files };

export interface LoggedCall {
  at: number;
  method: string;
  args: Record<string, unknown>;
  ok: boolean;
  error?: string;
}

export interface Tokens {
  bot: string;
  app: string;
}

function authorise(around: Surroundings, tokens: Tokens, method: Method, token: string): void {
  const { scenario } = around;
  if (token === '') throw new ApiError('not_authed');
  const wanted = method.token === 'app' ? tokens.app : tokens.bot;
  if (token !== wanted)
    throw new ApiError(token === tokens.bot || token === tokens.app ? 'not_allowed_token_type' : 'invalid_auth');
  if (method.token === 'app' ? scenario.appTokenRevoked : scenario.tokenRevoked) {
    throw new ApiError(method.token === 'app' ? 'invalid_auth' : 'token_revoked');
  }
  const allowed = method.scopes.length === 0 || method.scopes.some((scope) => scenario.scopes.has(scope));
  if (!allowed) {
    const provided = [...scenario.scopes].join(',');
    throw new ApiError('missing_scope', { needed: method.scopes.join(','), provided });
  }
}

function answered(run: () => Answer): Answer {
  try {
    return { ok: true, ...run() };
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, error: error.code, ...error.more };
    throw error;
  }
}

/** True when the fault has taken the answer's place. */
export function spoil(fault: Fault | undefined, response: ServerResponse, when: 'before' | 'after'): boolean {
  if (!fault) return false;
  if (when === 'before' && fault.kind.startsWith('rate_limited')) {
    const headers = fault.kind === 'rate_limited' ? { 'retry-after': String(fault.retryAfter) } : {};
    sendJson(response, 429, { ok: false, error: 'ratelimited' }, { ...headers });
    return true;
  }
  if (when === 'before' && fault.kind === 'error') {
    sendJson(response, 200, { ok: false, error: fault.error });
    return true;
  }
  if (!fault.kind.endsWith(`_${when}`)) return false;
  if (fault.kind.startsWith('server_error')) sendJson(response, 500, { ok: false, error: 'internal_error' });
  if (fault.kind.startsWith('reset')) response.destroy();
  return true;
}

export async function callMethod(
  around: Surroundings,
  tokens: Tokens,
  log: LoggedCall[],
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { token: inBody, ...args } = await readArguments(request, new URL(request.url ?? '/', 'http://local'));
  const token =
    (request.headers.authorization ?? '').replace(/^Bearer /, '') || (typeof inBody === 'string' ? inBody : '');
  const at = around.workspace.now();
  const note = (call: Omit<LoggedCall, 'at' | 'method' | 'args'>) => {
    log.push({ at, method: name, args, ...call });
    around.workspace.tell({ kind: 'other' });
  };
  const fault = around.scenario.next(name);
  if (spoil(fault, response, 'before')) return note({ ok: false, error: fault?.kind ?? '' });
  const method = methods[name];
  const answer = answered(() => {
    if (!method) throw new ApiError('unknown_method', { req_method: name });
    authorise(around, tokens, method, token);
    return method.run(around, args);
  });
  const failed = typeof answer['error'] === 'string' ? { error: answer['error'] } : {};
  note({ ok: answer['ok'] === true, ...failed });
  if (spoil(fault, response, 'after')) return;
  sendJson(response, 200, answer, {
    'x-oauth-scopes': [...around.scenario.scopes].join(','),
    'x-accepted-oauth-scopes': method?.scopes.join(',') ?? '',
  });
}
