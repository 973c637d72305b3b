import { z } from 'zod';
import { done, type Outcome } from '../../core/errors.ts';
import { localeOf } from '../../core/i18n/locale.ts';
import type { Person } from '../../ports.ts';
import { remembered } from './remembered.ts';
import type { SlackAccess, WebCalls } from './web-calls.ts';

const TEN_MINUTES_MS = 600_000;

const usersInfo = z.looseObject({
  user: z.looseObject({
    id: z.string(),
    team_id: z.string().default(''),
    name: z.string().default(''),
    real_name: z.string().optional(),
    locale: z.string().optional(),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    enterprise_user: z.looseObject({ enterprise_id: z.string().optional() }).optional(),
    profile: z.looseObject({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

const groupUsers = z.looseObject({ users: z.array(z.string()) });

/** Slack hides whoever has nothing to do with the bot's workspace, and says so in one of these words. */
const HIDDEN: ReadonlySet<unknown> = new Set(['user_not_found', 'user_not_visible']);

type Described = z.infer<typeof usersInfo>['user'];

/** Somebody of another company who is in a shared channel: `is_stranger` says no of them (docs.slack.dev/reference/objects/user-object). */
function isFromElsewhere({ team_id, enterprise_user }: Described, home: SlackAccess['home']): boolean {
  if (home === undefined || home.team === '' || team_id === '' || team_id === home.team) return false;
  return home.enterprise === null || enterprise_user?.enterprise_id !== home.enterprise;
}

function personOf(user: Described, home: SlackAccess['home']): Person {
  const names = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name, user.id];
  return {
    id: user.id,
    name: names.find((name) => name !== undefined && name.trim() !== '') ?? user.id,
    team: user.team_id,
    locale: localeOf(user.locale),
    guest: user.is_restricted || user.is_ultra_restricted || user.is_stranger || isFromElsewhere(user, home),
  };
}

/** Who people are and who is in a user group, asked once in ten minutes. */
export function directory({ ask }: WebCalls, { clock, home }: Pick<SlackAccess, 'clock' | 'home'>) {
  return {
    person: remembered<Person>({ clock, forMs: TEN_MINUTES_MS, most: 5_000 }, async (user) => {
      const answer = await ask('users.info', { user, include_locale: true }, usersInfo);
      if (answer.ok) return done(personOf(answer.value.user, home));
      return HIDDEN.has(answer.problem.facts['error'])
        ? done({ id: user, name: user, team: '', locale: null, guest: true })
        : answer;
    }),
    groupMembers: remembered<readonly string[]>({ clock, forMs: TEN_MINUTES_MS, most: 500 }, async (usergroup) => {
      const answer = await ask('usergroups.users.list', { usergroup }, groupUsers);
      return answer.ok ? done(answer.value.users) : answer;
    }),
  } satisfies Record<string, (key: string) => Promise<Outcome<unknown>>>;
}
