import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { done, type Outcome } from '../../core/errors.ts';
import { failureOf, lost } from './failures.ts';
import { interactiveOptions, type SlackAccess } from './web-calls.ts';

/** Who the bot is. `scopes`: what was granted at installation, empty where Slack did not say. */
export type Identity = {
  readonly botId: string;
  readonly botUserId: string;
  readonly team: string;
  /** The organisation that the workspace belongs to, where it belongs to one. */
  readonly enterprise: string | null;
  readonly teamName: string;
  readonly url: string;
  readonly scopes: readonly string[];
};

const authTest = z.looseObject({
  bot_id: z.string().min(1),
  user_id: z.string().min(1),
  team_id: z.string().default(''),
  team: z.string().default(''),
  enterprise_id: z.string().nullish(),
  url: z.string().default(''),
  response_metadata: z.looseObject({ scopes: z.array(z.string()).default([]) }).optional(),
});

/** Asks Slack who the token belongs to: soon clear, where the library's own check would leave every event hanging. */
export async function signIn(access: SlackAccess): Promise<Outcome<Identity>> {
  const client = new WebClient(access.token, interactiveOptions(access));
  const context = () => ({ method: 'auth.test', effect: 'again', now: access.clock.now(), log: access.log }) as const;
  try {
    const answer = authTest.safeParse(await client.apiCall('auth.test'));
    if (!answer.success) return lost(answer.error, context());
    const { bot_id, user_id, team_id, team, enterprise_id = null, url, response_metadata } = answer.data;
    const scopes = response_metadata?.scopes.filter((scope) => scope !== '') ?? [];
    return done({
      botId: bot_id,
      botUserId: user_id,
      team: team_id,
      enterprise: enterprise_id,
      teamName: team,
      url,
      scopes,
    });
  } catch (error) {
    return failureOf(error, context());
  }
}
