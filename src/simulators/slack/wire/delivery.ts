import { createHmac } from 'node:crypto';
import { parseJson } from './body.ts';
import type { Sockets } from './sockets.ts';

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

export interface Envelope {
  type: EnvelopeType;
  payload: Record<string, unknown>;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: string;
}

export type Delivery = { ok: true; body: unknown } | { ok: false; error: 'dispatch_failed' | 'operation_timeout' };

export interface HttpTarget {
  url: string;
  signingSecret: string;
}

interface Ways {
  now: () => number;
  sockets: Sockets;
  httpTarget: () => HttpTarget | undefined;
  ackWithin: number;
}

export function sign(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

function httpBody(envelope: Envelope): { type: string; body: string } {
  const { payload } = envelope;
  if (envelope.type === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const fields =
    envelope.type === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([field, value]) => [field, String(value)]));
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
}

async function post(target: HttpTarget, envelope: Envelope, now: number): Promise<Delivery> {
  const { type, body } = httpBody(envelope);
  const timestamp = String(Math.floor(now / 1000));
  const headers: Record<string, string> = {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': sign(target.signingSecret, timestamp, body),
  };
  if (envelope.retry_attempt) headers['x-slack-retry-num'] = String(envelope.retry_attempt);
  if (envelope.retry_reason) headers['x-slack-retry-reason'] = envelope.retry_reason;
  try {
    const answer = await fetch(target.url, { method: 'POST', headers, body });
    const text = await answer.text();
    if (!answer.ok) return { ok: false, error: 'dispatch_failed' };
    return { ok: true, body: parseJson(text) ?? (text === '' ? undefined : text) };
  } catch {
    return { ok: false, error: 'dispatch_failed' };
  }
}

/** Slack waits three seconds for an answer and tells the person when there is none. */
export async function deliver(ways: Ways, envelope: Envelope): Promise<Delivery> {
  const target = ways.httpTarget();
  const sent = target ? post(target, envelope, ways.now()) : ways.sockets.deliver(envelope);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Delivery>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, error: 'operation_timeout' }), ways.ackWithin);
  });
  const first = await Promise.race([sent, late]);
  clearTimeout(timer);
  return first;
}

export async function verifyUrl(target: HttpTarget, challenge: string, now: number): Promise<boolean> {
  const payload = { type: 'url_verification', token: 'simulated', challenge };
  const answer = await post(target, { type: 'events_api', payload, accepts_response_payload: false }, now);
  const body = answer.ok ? answer.body : undefined;
  return typeof body === 'object' && body !== null && 'challenge' in body && body.challenge === challenge;
}
