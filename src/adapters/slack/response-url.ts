import type * as Undici from 'undici';
import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Clock, Log, SlackMessage } from '../../ports.ts';
import { type CallContext, lost, refusal } from './failures.ts';

const TIMEOUT_MS = 5_000;
const LONGEST_ANSWER = 4_000;

function errorIn(body: string): { readonly error: string | null; readonly details: readonly string[] } {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null || !('error' in value)) return { error: null, details: [] };
    const details = 'errors' in value && Array.isArray(value.errors) ? value.errors.map(String) : [];
    return { error: String(value.error), details };
  } catch {
    return { error: /^[a-z_]{5,60}$/.test(body.trim()) ? body.trim() : null, details: [] };
  }
}

/** The answer's body says more than its status: Slack has refused blocks with 200, 400 and 500 alike. */
function judged(status: number, retryAfter: string | null, body: string, context: CallContext): Outcome<void> {
  const { error, details } = errorIn(body);
  const seconds = Number(retryAfter);
  const wait = retryAfter !== null && Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {};
  if (status === 429) return refusal('rate_limited', context, wait);
  if (error !== null) return refusal(error, context, { details, ...wait });
  if (status >= 200 && status < 300) return done(undefined);
  if (status === 404 || status === 410) return refusal('expired_url', context);
  if (status >= 500) return failed('slack.unclear', { method: context.method, status });
  return failed('slack.unavailable', { method: context.method, status });
}

/** Loaded with the first answer. `fetch` does more than this POST needs, which counts where fifty are answered at once. */
let undici: Promise<typeof Undici> | null = null;

type Written = { readonly text: string; readonly replace: boolean; readonly body: Uint8Array };
const written = new WeakMap<SlackMessage['blocks'], Written>();
const utf8 = new TextEncoder();

/** What many are answered alike is written out once. */
function bodyOf({ text, blocks }: SlackMessage, replace: boolean): Uint8Array {
  const before = written.get(blocks);
  if (before !== undefined && before.text === text && before.replace === replace) return before.body;
  const body = utf8.encode(JSON.stringify({ text, blocks, response_type: 'ephemeral', replace_original: replace }));
  written.set(blocks, { text, replace, body });
  return body;
}

/**
 * Answers through a response_url: five uses within thirty minutes, to that person alone
 * (docs.slack.dev/interactivity/handling-user-interaction).
 */
export async function respondThrough(
  responseUrl: string,
  message: SlackMessage,
  replace: boolean,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<Outcome<void>> {
  const context = (): CallContext => ({ method: 'response_url', effect: 'once', now: clock.now(), log });
  try {
    undici ??= import('undici');
    const { request } = await undici;
    const { statusCode, headers, body } = await request(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: bodyOf(message, replace),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const retryAfter = headers['retry-after'];
    const said = (await body.text()).slice(0, LONGEST_ANSWER);
    return judged(statusCode, typeof retryAfter === 'string' ? retryAfter : null, said, context());
  } catch (error) {
    return lost(error, context());
  }
}
