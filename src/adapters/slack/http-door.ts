import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';
import { kindOf } from '../../core/errors.ts';
import type { Clock, Log } from '../../ports.ts';

const SLACK_PATH = '/slack/events';
/** Clocks differ a little; a request from further ahead would stay valid longer than it should. */
const AHEAD_MS = 60_000;
/** Slack's own rule: five minutes (docs.slack.dev/authentication/verifying-requests-from-slack). */
const VALID_MS = 5 * 60_000;
const LARGEST_BODY = 4 * 1024 * 1024;

/** True for the first who shows `key` before `until` (epoch ms), in all processes. */
export type FirstTime = (key: string, until: number) => Promise<boolean>;

export type DoorOptions = {
  readonly signingSecret: string;
  readonly firstTime: FirstTime;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly log: Log;
};

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > LARGEST_BODY) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function signedBy(secret: string, timestamp: string, body: Buffer, signature: string): boolean {
  const wanted = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
  );
  const given = Buffer.from(signature);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}

/**
 * Slack's requests over HTTP, to be mounted on the house's own server. Adds to Bolt's signature check what it lacks: a request from the
 * future and one that was seen before are refused. Whatever is not signed goes to Bolt as it is, which refuses it.
 */
export function httpDoor(options: DoorOptions) {
  const { signingSecret, firstTime, logger, clock, log } = options;
  const receiver = new HTTPReceiver({ signingSecret, endpoints: SLACK_PATH, logger, bodyLimit: LARGEST_BODY });
  let open = false;

  const mayPass = async (timestamp: string, body: Buffer, signature: string): Promise<boolean> => {
    const at = Number(timestamp) * 1000;
    if (!Number.isFinite(at) || Math.abs(clock.now() - at) > VALID_MS || at - clock.now() > AHEAD_MS) return false;
    if (!signedBy(signingSecret, timestamp, body, signature)) return false;
    try {
      return await firstTime(signature, at + VALID_MS + AHEAD_MS);
    } catch {
      log.warn('slack.replay-unchecked');
      return true;
    }
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method !== 'POST' || pathname !== SLACK_PATH) return refuse(response, 404);
    if (!open) return refuse(response, 503);
    const body = await bodyOf(request);
    if (body === null) return refuse(response, 413);
    const timestamp = request.headers['x-slack-request-timestamp'];
    const signature = request.headers['x-slack-signature'];
    if (
      typeof timestamp === 'string' &&
      typeof signature === 'string' &&
      !(await mayPass(timestamp, body, signature))
    ) {
      log.warn('slack.request-refused');
      return refuse(response, 401);
    }
    receiver.requestListener(Object.assign(request, { rawBody: body }), response);
  };

  const requestListener: RequestListener = (request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.warn('slack.request-broken', { reason: kindOf(error) });
      if (!response.headersSent) refuse(response, 400);
    });
  };
  return {
    receiver,
    requestListener,
    open: () => {
      open = true;
    },
    shut: () => {
      open = false;
    },
    isOpen: () => open,
  };
}
