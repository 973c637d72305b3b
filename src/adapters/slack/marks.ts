import { createHash } from 'node:crypto';
import { z } from 'zod';
import { done, failed, type Outcome, type Problem } from '../../core/errors.ts';
import type { Posted, PostMark } from '../../ports.ts';
import type { Call } from './web-calls.ts';

const EVENT = 'vigia_post';
/** Slack stamps messages by its own clock. */
const CLOCKS_DIFFER_MS = 300_000;
const PAGE = 200;
const MOST_PAGES = 15;

const messages = z.looseObject({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z
        .looseObject({ event_type: z.string(), event_payload: z.looseObject({ key: z.unknown() }).optional() })
        .optional()
        .catch(undefined),
    }),
  ),
  has_more: z.boolean().default(false),
  response_metadata: z.looseObject({ next_cursor: z.string().default('') }).optional(),
});

/**
 * How a marked message is posted: with metadata, by which it is found again, and with a `client_msg_id`, which Slack is seen to look at
 * (docs.slack.dev/reference/methods/chat.postMessage lists errors about it) but promises nothing about.
 */
export function marking({ key }: PostMark): Readonly<Record<string, unknown>> {
  return { metadata: { event_type: EVENT, event_payload: { key } }, client_msg_id: uuidOf(key) };
}

/** Slack knew the `client_msg_id`, but not its message any more: nothing was posted, and that id will not help. */
export function unmarked({ facts }: Problem): boolean {
  return facts['error'] === 'duplicate_message_not_found' || facts['error'] === 'duplicate_channel_not_found';
}

/** Newest first, a bounded number of pages; a channel too busy to be looked through gives `slack.unclear`. */
export async function findMarked(
  ask: Call,
  channel: string,
  { key }: PostMark,
  since: number,
): Promise<Outcome<Posted | null>> {
  const method = 'conversations.history';
  const oldest = ((since - CLOCKS_DIFFER_MS) / 1000).toFixed(6);
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const args = { channel, oldest, include_all_metadata: true, limit: PAGE, ...(cursor === '' ? {} : { cursor }) };
    const answer = await ask(method, args, messages, channel);
    if (!answer.ok) return answer;
    const ours = answer.value.messages.find(
      ({ metadata }) => metadata?.event_type === EVENT && metadata.event_payload?.key === key,
    );
    if (ours !== undefined) return done({ channel, ts: ours.ts });
    cursor = answer.value.response_metadata?.next_cursor ?? '';
    if (cursor === '') return answer.value.has_more ? failed('slack.unclear', { method, channel }) : done(null);
  }
  return failed('slack.unclear', { method, channel });
}

function uuidOf(key: string): string {
  const hash = createHash('sha256').update(`vigia ${key}`).digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
