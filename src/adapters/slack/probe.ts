import { z } from 'zod';
import { done, type Outcome } from '../../core/errors.ts';
import { type Identity, signIn } from './sign-in.ts';
import { type SlackAccess, webCalls } from './web-calls.ts';

const info = z.looseObject({
  channel: z.looseObject({ name: z.string().default(''), is_member: z.boolean().default(false) }),
});
const connection = z.looseObject({ url: z.string() });

/** Looks at Slack without changing anything there: who the bot is, whether it is in a channel, whether a socket would open. */
export function slackProbe(access: SlackAccess, appToken: string | null) {
  const calls = webCalls(access);
  const sockets = appToken === null ? null : webCalls({ ...access, token: appToken });
  return {
    authTest: (): Promise<Outcome<Identity>> => signIn(access),
    async channel(id: string): Promise<Outcome<{ readonly name: string; readonly member: boolean }>> {
      const answer = await calls.ask('conversations.info', { channel: id }, info, id);
      if (!answer.ok) return answer;
      const { name, is_member } = answer.value.channel;
      return done({ name, member: is_member });
    },
    socket: sockets === null ? null : () => sockets.ask('apps.connections.open', {}, connection),
  };
}
