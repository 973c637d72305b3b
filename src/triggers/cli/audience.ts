import type { Audience } from '../../core/actor.ts';

/** Whoever can read the token from this machine may read what it opens. */
export const ownerAudience: Audience = {
  role: 'admin',
  place: 'private',
  names: 'full',
  outliersByName: true,
  agentCosts: true,
};
