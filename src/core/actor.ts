export const ROLES = ['viewer', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody in Slack, by user id. */
export type PersonActor = { readonly kind: 'person'; readonly user: string; readonly role: Role };

/** Who causes an effect. Every audit line names one. */
export type Actor = PersonActor | { readonly kind: 'terminal' } | { readonly kind: 'schedule'; readonly id: string };

/** How much a reader may see: section 10 of the product's rules. `full` names only where the audience is known to be supervisors. */
export type Audience = {
  readonly role: Role;
  readonly place: 'private' | 'channel';
  readonly names: 'full' | 'initials' | 'hidden';
  readonly outliersByName: boolean;
  readonly agentCosts: boolean;
};
