import { z } from 'zod';
import { done, type Outcome } from '../../core/errors.ts';
import type { Messenger, Posted, PostMark, SlackMessage, SlackView } from '../../ports.ts';
import { directory } from './directory.ts';
import { findMarked, marking, unmarked } from './marks.ts';
import { sendFile } from './files.ts';
import { remembered } from './remembered.ts';
import { respondThrough } from './response-url.ts';
import { type Call, type SlackAccess, webCalls } from './web-calls.ts';

const posted = z.looseObject({ channel: z.string(), ts: z.string().min(1) });
const opened = z.looseObject({ channel: z.looseObject({ id: z.string() }) });
const viewed = z.looseObject({ view: z.looseObject({ id: z.string() }) });

const DAY_MS = 86_400_000;

/** No previews of links; nothing in the text is made into a mention or a link (chat.update would do so by default). */
const QUIET = { unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false } as const;

async function sent(
  call: Call,
  method: string,
  args: Readonly<Record<string, unknown>>,
  channel: string,
): Promise<Outcome<Posted>> {
  const answer = await call(method, { ...args, channel, ...QUIET }, posted, channel);
  return answer.ok ? done({ channel: answer.value.channel, ts: answer.value.ts }) : answer;
}

async function nothing(answer: Promise<Outcome<unknown>>): Promise<Outcome<void>> {
  const outcome = await answer;
  return outcome.ok ? done(undefined) : outcome;
}

const content = ({ text, blocks }: SlackMessage) => ({ text, blocks });

/** The `Messenger` port over Slack's Web API. Nothing it does is repeated by itself but reads, once. */
export function slackMessenger(access: SlackAccess): Messenger {
  const calls = webCalls(access);
  const { person, groupMembers } = directory(calls, access);
  const directChannel = remembered<string>({ clock: access.clock, forMs: DAY_MS, most: 5_000 }, async (user) => {
    const answer = await calls.ask('conversations.open', { users: user }, opened);
    return answer.ok ? done(answer.value.channel.id) : answer;
  });
  const post = async (channel: string, message: SlackMessage, mark?: PostMark) => {
    const first = { ...content(message), ...(mark === undefined ? {} : marking(mark)) };
    const answer = await sent(calls.make, 'chat.postMessage', first, channel);
    return !answer.ok && unmarked(answer.problem)
      ? sent(calls.make, 'chat.postMessage', { ...first, client_msg_id: undefined }, channel)
      : answer;
  };

  return {
    post,
    find: (channel, mark, since) => findMarked(calls.ask, channel, mark, since),
    conversationWith: directChannel,
    update: ({ channel, ts }, message) => sent(calls.change, 'chat.update', { ...content(message), ts }, channel),
    respond: (responseUrl, message, replace) => respondThrough(responseUrl, content(message), replace, access),
    async directMessage(user, message) {
      const channel = await directChannel(user);
      return channel.ok ? post(channel.value, message) : channel;
    },
    async sendFile(user, file) {
      const channel = await directChannel(user);
      return channel.ok ? sendFile(calls, channel.value, file, access) : channel;
    },
    async openModal(triggerId, view: SlackView) {
      const answer = await calls.ask('views.open', { trigger_id: triggerId, view }, viewed);
      return answer.ok ? done({ viewId: answer.value.view.id }) : answer;
    },
    updateModal: (viewId, view) => nothing(calls.ask('views.update', { view_id: viewId, view }, viewed)),
    publishHome: (user, view) => nothing(calls.ask('views.publish', { user_id: user, view }, viewed)),
    person,
    groupMembers,
  };
}
