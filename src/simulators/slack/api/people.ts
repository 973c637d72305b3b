import { bot, team } from '../people.ts';
import { describedPerson } from './described.ts';
import { ApiError, flag, method, number, page, text, type Method } from './method.ts';

export const people: Record<string, Method> = {
  'auth.test': method([], {}, (around) => ({
    url: `${around.origin()}/`,
    team: team.name,
    user: bot.handle,
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  })),

  'apps.connections.open': {
    ...method([], {}, (around) => ({ url: around.socketTicket() })),
    token: 'app',
  },

  'users.info': method('users:read', { user: text, include_locale: flag.default(false) }, (around, args) => {
    const person = around.workspace.people.get(args.user);
    if (!person) throw new ApiError('user_not_found');
    const { locale, ...user } = describedPerson(person, around.workspace.now());
    return { user: args.include_locale ? { ...user, locale } : user };
  }),

  'users.list': method('users:read', { cursor: text.default(''), limit: number(100) }, (around, args) => {
    const { items, next } = page([...around.workspace.people.values()], args.cursor, args.limit);
    const members = items.map((person) => describedPerson(person, around.workspace.now()));
    return { members, response_metadata: { next_cursor: next } };
  }),

  'usergroups.list': method('usergroups:read', { include_users: flag.default(false) }, (around, args) => ({
    usergroups: [...around.workspace.groups.values()].map(({ users, ...group }) => ({
      ...group,
      team_id: team.id,
      is_usergroup: true,
      user_count: users.length,
      ...(args.include_users ? { users } : {}),
    })),
  })),

  'usergroups.users.list': method('usergroups:read', { usergroup: text }, (around, args) => {
    const group = around.workspace.groups.get(args.usergroup);
    if (!group) throw new ApiError('no_such_subteam');
    return { users: group.users };
  }),

  'team.info': method('team:read', {}, () => ({ team })),

  'bots.info': method('users:read', { bot: text.optional() }, (_around, args) => {
    if (args.bot && args.bot !== bot.botId) throw new ApiError('bot_not_found');
    return { bot: { id: bot.botId, app_id: bot.appId, user_id: bot.userId, name: bot.name, deleted: false } };
  }),
};
