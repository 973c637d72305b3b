import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { failed, type ProblemCode } from '../../core/errors.ts';
import type { Log } from '../../ports.ts';

/** `once`: the call makes something that must not be made twice, so a lost reply is `slack.unclear`; `again`: repeating it is harmless. */
export type Effect = 'once' | 'again';
export type CallContext = {
  readonly method: string;
  readonly effect: Effect;
  readonly channel?: string;
  readonly now: number;
  readonly log: Log;
};

/** Slack's error words: the method pages of docs.slack.dev. What is in no list is `slack.refused`. */
const MEANINGS: Readonly<Record<string, ProblemCode>> = {
  ...named(
    'slack.token',
    'invalid_auth not_authed account_inactive token_revoked token_expired not_allowed_token_type org_login_required user_removed_from_team team_disabled team_access_not_granted',
  ),
  ...named('slack.scope', 'missing_scope no_permission'),
  ...named('slack.not-invited', 'not_in_channel user_not_in_channel'),
  ...named('slack.no-such-channel', 'channel_not_found messages_tab_disabled'),
  ...named('slack.archived', 'is_archived is_inactive'),
  ...named('slack.busy', 'ratelimited rate_limited message_limit_exceeded'),
  ...named(
    'slack.expired',
    'expired_trigger_id exchanged_trigger_id trigger_expired trigger_exchanged expired_url used_url invalid_url message_not_found cant_update_message edit_window_closed',
  ),
  ...named('slack.unclear', 'fatal_error internal_error request_timeout'),
  ...named('slack.unavailable', 'service_unavailable'),
};
const BLOCKS = new Set(
  'invalid_blocks invalid_blocks_format msg_blocks_too_long msg_too_long block_mismatch no_text invalid_arguments invalid_attachments'.split(
    ' ',
  ),
);

function named(code: ProblemCode, errors: string): Record<string, ProblemCode> {
  return Object.fromEntries(errors.split(' ').map((error) => [error, code]));
}

/** What Slack said was wrong, from a Web API answer or a response_url; `details` are its messages about the blocks. */
export function refusal(
  error: string,
  context: CallContext,
  more: { readonly needed?: string; readonly details?: readonly string[]; readonly retryAfterSeconds?: number } = {},
) {
  const { method, effect, channel, now, log } = context;
  const known = /^[a-z0-9_]{1,80}$/.test(error) ? error : 'unreadable';
  const code = known === 'unreadable' ? 'slack.unclear' : (MEANINGS[known] ?? 'slack.refused');
  const facts = { method, error: known, ...(channel === undefined ? {} : { channel }) };
  if (code === 'slack.refused') {
    const part = BLOCKS.has(known) ? 'blocks' : 'other';
    const details = more.details?.slice(0, 10).map((line) => line.slice(0, 200));
    log.warn('slack.refused', { ...facts, part, details });
    return failed(code, { ...facts, part });
  }
  if (code === 'slack.scope') return failed(code, { ...facts, needed: more.needed ?? '' });
  if (code === 'slack.busy') {
    return failed(code, facts, more.retryAfterSeconds === undefined ? null : askAgainAt(more.retryAfterSeconds, now));
  }
  if (code === 'slack.unclear' && effect === 'again') return failed('slack.unavailable', facts);
  return failed(code, facts);
}

/** Slack asks for seconds or a few minutes; what is longer is somebody else's header, and would give up what is still in time. */
const LONGEST_PAUSE_S = 15 * 60;

function askAgainAt(seconds: number, now: number): number {
  return now + Math.min(Math.max(0, seconds), LONGEST_PAUSE_S) * 1000;
}

const NEVER_REACHED = new Set(
  'ECONNREFUSED ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH UND_ERR_CONNECT_TIMEOUT CERT_HAS_EXPIRED DEPTH_ZERO_SELF_SIGNED_CERT UNABLE_TO_VERIFY_LEAF_SIGNATURE ERR_TLS_CERT_ALTNAME_INVALID'.split(
    ' ',
  ),
);

function reached(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 6; cause = cause.cause, depth += 1) {
    if ('code' in cause && typeof cause.code === 'string' && NEVER_REACHED.has(cause.code)) return false;
  }
  return true;
}

/** A call that got no usable answer: nothing arrived, or nobody knows. */
export function lost(error: unknown, { method, effect }: CallContext) {
  return failed(reached(error) && effect === 'once' ? 'slack.unclear' : 'slack.unavailable', { method });
}

/** Whatever `@slack/web-api` throws, as a problem. */
export function failureOf(error: unknown, context: CallContext) {
  const { method, effect, now } = context;
  if (error instanceof WebAPIRateLimitedError) {
    return failed('slack.busy', { method }, askAgainAt(error.retryAfter, now));
  }
  if (error instanceof WebAPIPlatformError) {
    const { needed, errors, response_metadata } = error.data as PlatformData;
    return refusal(error.data.error, context, {
      ...(typeof needed === 'string' ? { needed } : {}),
      details: [...texts(errors), ...(response_metadata?.messages ?? [])],
    });
  }
  if (error instanceof WebAPIHTTPError) {
    const unclear = effect === 'once' && error.statusCode >= 500 && error.statusCode !== 503;
    return failed(unclear ? 'slack.unclear' : 'slack.unavailable', { method, status: error.statusCode });
  }
  if (error instanceof Error && error.message.startsWith('Retry header did not contain')) {
    return failed('slack.busy', { method });
  }
  return lost(error, context);
}

/** Slack's answers carry more than the library's type says; each field is looked at before it is believed. */
type PlatformData = WebAPIPlatformError['data'] & { readonly needed?: unknown; readonly errors?: unknown };

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
