import type { ServerResponse } from 'node:http';
import type { Metrics } from '../../ports.ts';

/** Each part of the bot with `ready`, or a sentence that says why it is not. */
export type Readiness = () => Promise<Readonly<Record<string, string>>>;

const JSON_TYPE = 'application/json; charset=utf-8';
const PATIENCE_MS = 5_000;

export function answerHealth(response: ServerResponse): void {
  send(response, 200, JSON_TYPE, `${JSON.stringify({ alive: true })}\n`);
}

/** 200 only when every part says `ready`; what fails or does not answer in time is not ready either. */
export async function answerReadiness(response: ServerResponse, readiness: Readiness): Promise<void> {
  const parts = await inTime(readiness);
  const notReady = Object.keys(parts).filter((part) => parts[part] !== 'ready');
  const ready = notReady.length === 0;
  send(response, ready ? 200 : 503, JSON_TYPE, `${JSON.stringify({ ready, notReady, parts })}\n`);
}

export async function answerMetrics(response: ServerResponse, metrics: Pick<Metrics, 'text'>): Promise<void> {
  try {
    send(response, 200, 'text/plain; version=0.0.4; charset=utf-8', await metrics.text());
  } catch {
    send(response, 500, 'text/plain; charset=utf-8', 'the metrics could not be read\n');
  }
}

export function send(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

async function inTime(readiness: Readiness): Promise<Readonly<Record<string, string>>> {
  const impatience = Promise.withResolvers<Readonly<Record<string, string>>>();
  const timer = setTimeout(() => {
    impatience.resolve({ readiness: `no answer within ${PATIENCE_MS / 1_000} s` });
  }, PATIENCE_MS);
  try {
    return await Promise.race([readiness(), impatience.promise]);
  } catch {
    return { readiness: 'could not be found out' };
  } finally {
    clearTimeout(timer);
  }
}
