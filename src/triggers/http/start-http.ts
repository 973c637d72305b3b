import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { done, failed, kindOf, type Outcome } from '../../core/errors.ts';
import type { Metrics } from '../../ports.ts';
import { answerHealth, answerMetrics, answerReadiness, type Readiness, send } from './answers.ts';

const MAX_SLACK_BODY = 1024 * 1024;
const MAX_HEADERS = 16 * 1024;
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 30_000;
const IDLE_MS = 5_000;

export type HttpArguments = {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly readiness: Readiness;
  readonly metrics: Pick<Metrics, 'text'>;
  /** Slack's requests in HTTP mode: whoever takes them checks their signature and answers. */
  readonly slackEvents?: (request: IncomingMessage, response: ServerResponse) => void;
};

export type RunningHttp = {
  readonly port: number;
  /** Takes no more connections and lets open requests end, for `graceMs` at most. */
  readonly close: (graceMs?: number) => Promise<void>;
};

/** Listens for the few addresses of the bot. Fails with `port.unavailable` where the port, or the host, cannot be had. */
export async function startHttp({ host, port, ...parts }: HttpArguments): Promise<Outcome<RunningHttp>> {
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADERS,
      headersTimeout: HEADERS_WITHIN_MS,
      requestTimeout: REQUEST_WITHIN_MS,
      keepAliveTimeout: IDLE_MS,
      connectionsCheckingInterval: IDLE_MS,
    },
    (request, response) => {
      route(request, response, parts);
    },
  );
  server.maxRequestsPerSocket = 1_000;
  const refused = await new Promise<Error | null>((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.off('error', resolve);
      resolve(null);
    });
  });
  if (refused !== null) return failed('port.unavailable', { address: `${host}:${port}`, because: whyRefused(refused) });
  const address = server.address();
  return done({
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: (graceMs = 5_000) =>
      new Promise((resolve) => {
        const impatience = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(impatience);
          resolve();
        });
        server.closeIdleConnections();
      }),
  });
}

/** Of a refusal that the system gives no other name, `taken` is the likeliest cause and its step helps all the same. */
function whyRefused(error: Error): 'taken' | 'not-allowed' | 'no-such-address' {
  const code = kindOf(error);
  if (code === 'EACCES' || code === 'EPERM') return 'not-allowed';
  return code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'no-such-address' : 'taken';
}

type Parts = Omit<HttpArguments, 'host' | 'port'>;

function route(request: IncomingMessage, response: ServerResponse, { readiness, metrics, slackEvents }: Parts): void {
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/slack/events' && slackEvents !== undefined) {
    takeSlack(request, response, slackEvents);
    return;
  }
  const answer = {
    '/healthz': () => answerHealth(response),
    '/readyz': () => answerReadiness(response, readiness),
    '/metrics': () => answerMetrics(response, metrics),
  }[path ?? ''];
  if (answer === undefined) {
    refuse(request, response, 404, 'not found');
  } else if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    refuse(request, response, 405, 'method not allowed');
  } else {
    request.resume();
    void answer();
  }
}

// Slack always says how long its body is, so whoever does not is not Slack.
function takeSlack(
  request: IncomingMessage,
  response: ServerResponse,
  take: (request: IncomingMessage, response: ServerResponse) => void,
): void {
  const length = request.headers['content-length'];
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    refuse(request, response, 405, 'method not allowed');
  } else if (length === undefined) {
    refuse(request, response, 411, 'length required');
  } else if (Number(length) > MAX_SLACK_BODY) {
    refuse(request, response, 413, 'too large');
  } else {
    take(request, response);
  }
}

// What is refused is not read either: the connection ends with the answer.
function refuse(request: IncomingMessage, response: ServerResponse, status: number, says: string): void {
  response.setHeader('connection', 'close');
  response.once('finish', () => request.destroy());
  send(response, status, 'text/plain; charset=utf-8', `${says}\n`);
}
