import { z } from 'zod';
import { done, type Outcome } from '../../core/errors.ts';
import { LOCALES } from '../../core/i18n/locale.ts';
import type { Clock, Person } from '../../ports.ts';
import { remembered } from './remembered.ts';
import type { WebCalls } from './web-calls.ts';

const HOUR_MS = 3_600_000;

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
    profile: z.looseObject({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

const groupUsers = z.looseObject({ users: z.array(z.string()) });

function personOf({ user }: z.infer<typeof usersInfo>): Person {
  const language = user.locale?.toLowerCase().split(/[-_]/)[0];
  const names = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name, user.id];
  return {
    id: user.id,
    name: names.find((name) => name !== undefined && name.trim() !== '') ?? user.id,
    team: user.team_id,
    locale: LOCALES.find((locale) => locale === language) ?? null,
    guest: user.is_restricted || user.is_ultra_restricted || user.is_stranger,
  };
}

/** Who people are, asked once an hour, and who is in a user group, every ten minutes. */
export function directory({ ask }: WebCalls, clock: Clock) {
  return {
    person: remembered<Person>({ clock, forMs: HOUR_MS / 6, most: 5_000 }, async (user) => {
      const answer = await ask('users.info', { user, include_locale: true }, usersInfo);
      return answer.ok ? done(personOf(answer.value)) : answer;
    }),
    groupMembers: remembered<readonly string[]>({ clock, forMs: HOUR_MS / 6, most: 500 }, async (usergroup) => {
      const answer = await ask('usergroups.users.list', { usergroup }, groupUsers);
      return answer.ok ? done(answer.value.users) : answer;
    }),
  } satisfies Record<string, (key: string) => Promise<Outcome<unknown>>>;
}
