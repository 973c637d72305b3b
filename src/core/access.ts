import type { Audience, Role } from './actor.ts';
import { ROLES } from './actor.ts';
import type { ChannelPolicy, Roles } from './settings.ts';

/** The least role for each deed. What changes what others see or are sent takes a supervisor; what changes the bot, its administrator. */
const LEAST = {
  ask: 'viewer',
  check: 'viewer',
  status: 'viewer',
  language: 'viewer',
  share: 'viewer',
  export: 'supervisor',
  reveal: 'supervisor',
  justify: 'supervisor',
  'take-alert': 'supervisor',
  'manage-digests': 'supervisor',
  'manage-alerts': 'supervisor',
  'manage-others': 'admin',
  'read-audit': 'admin',
  backup: 'admin',
  restore: 'admin',
} as const satisfies Record<string, Role>;
export type Deed = keyof typeof LEAST;

/** Why somebody may not. `needs`: the least role that may. */
export type Because = { readonly kind: 'needs'; readonly role: Role } | { readonly kind: 'noRole' };
export type Permission = { readonly ok: true } | { readonly ok: false; readonly because: Because };

const YES: Permission = { ok: true };

/** Whether a role (null: none at all) may do a deed, and if not, why. */
export function may(role: Role | null, deed: Deed): Permission {
  if (role === null) return { ok: false, because: { kind: 'noRole' } };
  const least = LEAST[deed];
  return atLeast(role, least) ? YES : { ok: false, because: { kind: 'needs', role: least } };
}

/** Whether a role holds all that `least` may. */
export function atLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/**
 * The highest role of a person, by user id or by one of `groups` (user-group ids); null for nobody. With no roles configured
 * everybody is a supervisor (the bot is made for them, and there is nobody else to tell apart), and nobody an administrator. A guest of
 * the workspace is nobody unless named: "everyone" means the company.
 */
export function roleOf(user: string, groups: readonly string[], roles: Roles | null, guest = false): Role | null {
  if (roles === null) return guest ? null : 'supervisor';
  const among = (list: readonly string[]): boolean =>
    list.includes(user) || groups.some((group) => list.includes(group));
  if (among(roles.admin)) return 'admin';
  if (among(roles.supervisor)) return 'supervisor';
  if (roles.viewer === 'everyone') return guest ? null : 'viewer';
  return among(roles.viewer) ? 'viewer' : null;
}

/** A channel that nobody configured: read by everybody, so people appear by their initials. */
const UNKNOWN_CHANNEL = { names: 'initials', audience: 'everyone' } as const;

/**
 * How much a reader may see. In private, as the role has it; in a channel, as the least of its readers: costs of single agents and
 * outliers by name only where it is marked for supervisors and the one who posts is one.
 */
export function audienceFor({
  role,
  place,
  channelPolicy,
}: {
  readonly role: Role;
  readonly place: 'private' | 'channel';
  readonly channelPolicy: Pick<ChannelPolicy, 'names' | 'audience'> | null;
}): Audience {
  const supervises = atLeast(role, 'supervisor');
  if (place === 'private') {
    return { role, place, names: 'full', outliersByName: supervises, agentCosts: supervises };
  }
  const { names, audience } = channelPolicy ?? UNKNOWN_CHANNEL;
  const among = supervises && audience === 'supervisors';
  return {
    role: among ? role : 'viewer',
    place,
    names,
    outliersByName: among && names !== 'hidden',
    agentCosts: among,
  };
}
