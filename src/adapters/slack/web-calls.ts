import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { z } from 'zod';
import { done, type Outcome } from '../../core/errors.ts';
import type { Clock, Log } from '../../ports.ts';
import { boltLogger } from './bolt-logger.ts';
import { type Effect, failureOf, lost } from './failures.ts';

export type SlackAccess = {
  readonly token: string;
  /** Base of the Web API where it is not Slack's own. */
  readonly apiUrl?: string | undefined;
  /** Where the bot is at home: whoever comes from elsewhere is a guest. Not known before it signed in. */
  readonly home?: { readonly team: string; readonly enterprise: string | null } | undefined;
  readonly clock: Clock;
  readonly log: Log;
};

const INTERACTIVE_TIMEOUT_MS = 4_000;
const POSTER_TIMEOUT_MS = 10_000;

/** Without the slash at its end the library would replace the last part of the path. */
export function apiOptions(apiUrl: string | undefined): { slackApiUrl?: string } {
  return apiUrl === undefined ? {} : { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` };
}

/** For what a person waits for: short, and tried once more. A 429 is told at once: waiting would hold up everybody's calls. */
export function interactiveOptions({ apiUrl, log }: Pick<SlackAccess, 'apiUrl' | 'log'>): WebClientOptions {
  return {
    ...apiOptions(apiUrl),
    logger: boltLogger(log),
    timeout: INTERACTIVE_TIMEOUT_MS,
    retryConfig: { retries: 1, minTimeout: 200, maxTimeout: 500 },
    rejectRateLimitedCalls: true,
  };
}

/** For what must not be made twice: never repeated here, the caller decides. */
function posterOptions({ apiUrl, log }: SlackAccess): WebClientOptions {
  return {
    ...apiOptions(apiUrl),
    logger: boltLogger(log),
    timeout: POSTER_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
}

/** Calls a method and believes the answer only as far as `shape` says. Never throws. */
export type Call = <T>(
  method: string,
  args: Readonly<Record<string, unknown>>,
  shape: z.ZodType<T>,
  channel?: string,
) => Promise<Outcome<T>>;

export type WebCalls = { readonly ask: Call; readonly make: Call; readonly change: Call };

/** `ask` reads (and opens views), `make` posts what must not be posted twice, `change` overwrites what is there. */
export function webCalls(access: SlackAccess): WebCalls {
  const interactive = new WebClient(access.token, interactiveOptions(access));
  const poster = new WebClient(access.token, posterOptions(access));
  const caller =
    (client: WebClient, effect: Effect): Call =>
    async (method, args, shape, channel) => {
      const context = () => ({
        method,
        effect,
        now: access.clock.now(),
        log: access.log,
        ...(channel === undefined ? {} : { channel }),
      });
      try {
        const answer = shape.safeParse(await client.apiCall(method, { ...args }));
        return answer.success ? done(answer.data) : lost(answer.error, context());
      } catch (error) {
        return failureOf(error, context());
      }
    };
  return { ask: caller(interactive, 'again'), make: caller(poster, 'once'), change: caller(poster, 'again') };
}
