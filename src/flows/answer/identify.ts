import { z } from 'zod';
import { audienceFor, roleOf } from '../../core/access.ts';
import type { Audience, PersonActor, Role } from '../../core/actor.ts';
import { LOCALES, type Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';
import { operationNamed, type Settings } from '../../core/settings.ts';
import type { Clock, Log, Messenger, Store } from '../../ports.ts';

/** Where an action in Slack came from. `team` is the workspace. */
export type Sender = { readonly user: string; readonly team: string; readonly channel: string | null };

/** Who asks and what that person may see, alone and in the channel. */
export type Reader = {
  readonly actor: PersonActor;
  readonly name: string;
  readonly locale: Locale;
  readonly audience: Audience;
  readonly team: string;
  readonly channel: string | null;
  readonly operation: Operation;
};

export type People = {
  /** A reader, or null for somebody who has no role at all. */
  readonly identify: (sender: Sender) => Promise<Reader | null>;
  /** What is known without asking anybody, for the line that Slack wants within three seconds. */
  readonly guess: (sender: Sender) => { readonly locale: Locale; readonly operation: Operation };
  /** `null`: back to the language that Slack says. */
  readonly chooseLocale: (user: string, locale: Locale | null) => Promise<void>;
};

const preferences = z.object({ version: z.literal(1), locale: z.enum(LOCALES).nullable() });
const COLLECTION = 'preferences';
const MOST_KNOWN = 5_000;
/** Another process may have been told another language meanwhile. */
const CHOICE_LASTS_MS = 5_000;

export function identifier(
  {
    store,
    messenger,
    clock,
    log,
  }: {
    readonly store: Pick<Store, 'documents'>;
    readonly messenger: Pick<Messenger, 'person' | 'groupMembers'>;
    readonly clock: Clock;
    readonly log: Log;
  },
  settings: Settings,
): People {
  const chosen = new Map<string, { readonly locale: Locale | null; readonly at: number }>();
  const spoken = new Map<string, Locale>();

  const storedLocale = async (user: string): Promise<Locale | null> => {
    const stored = preferences.safeParse((await store.documents.get(COLLECTION, user))?.value);
    return stored.success ? stored.data.locale : null;
  };
  const chosenLocale = async (user: string): Promise<Locale | null> => {
    const known = chosen.get(user);
    const age = known === undefined ? null : clock.now() - known.at;
    if (known !== undefined && age !== null && age >= 0 && age < CHOICE_LASTS_MS) return known.locale;
    const locale = await storedLocale(user).catch((cause: unknown) => {
      if (known === undefined) throw cause;
      return known.locale;
    });
    if (chosen.size >= MOST_KNOWN) chosen.clear();
    chosen.set(user, { locale, at: clock.now() });
    return locale;
  };

  const groupsOf = async (user: string): Promise<readonly string[]> => {
    const { admin = [], supervisor = [], viewer = [] } = settings.roles ?? {};
    const groups = [...admin, ...supervisor, ...(viewer === 'everyone' ? [] : viewer)].filter((id) =>
      id.startsWith('S'),
    );
    const memberships = await Promise.all(
      groups.map(async (group) => {
        const members = await messenger.groupMembers(group);
        if (!members.ok) log.warn('slack.group-unread', { group, code: members.problem.code });
        return members.ok && members.value.includes(user) ? [group] : [];
      }),
    );
    return memberships.flat();
  };

  const operationIn = (channel: string | null): Operation => {
    const policy = channel === null ? undefined : settings.channels[channel];
    return (policy && operationNamed(settings, policy.operation)) ?? settings.operations[0];
  };

  return {
    guess({ user, channel }) {
      const operation = operationIn(channel);
      return { operation, locale: spoken.get(user) ?? operation.locale };
    },
    async identify({ user, team, channel }) {
      const [person, wanted, groups] = await Promise.all([messenger.person(user), chosenLocale(user), groupsOf(user)]);
      const role: Role | null = roleOf(user, groups, settings.roles, person.ok && person.value.guest);
      if (role === null) return null;
      const operation = operationIn(channel);
      const locale = wanted ?? (person.ok ? person.value.locale : null) ?? operation.locale;
      if (spoken.size >= MOST_KNOWN) spoken.clear();
      spoken.set(user, locale);
      return {
        actor: { kind: 'person', user, role },
        name: person.ok ? person.value.name : user,
        locale,
        audience: audienceFor({ role, place: 'private', channelPolicy: null }),
        team,
        channel,
        operation,
      };
    },
    async chooseLocale(user, locale) {
      await store.documents.put(COLLECTION, user, { version: 1, locale });
      chosen.set(user, { locale, at: clock.now() });
    },
  };
}
