import { describe, expect, it } from 'vitest';
import { audienceFor, may, roleOf } from '../../src/core/access.ts';
import type { Roles } from '../../src/core/settings.ts';

const ROLES: Roles = { admin: ['U01'], supervisor: ['U02', 'S03'], viewer: 'everyone' };

describe('roleOf', () => {
  it('takes the highest role that a person has, alone or by a group', () => {
    expect(roleOf('U01', ['S03'], ROLES)).toBe('admin');
    expect(roleOf('U02', [], ROLES)).toBe('supervisor');
    expect(roleOf('U09', ['S03'], ROLES)).toBe('supervisor');
    expect(roleOf('U09', ['S09'], ROLES)).toBe('viewer');
  });

  it('gives nobody a role where viewers are listed and one is not among them', () => {
    expect(roleOf('U09', [], { ...ROLES, viewer: ['U08'] })).toBeNull();
    expect(roleOf('U08', [], { ...ROLES, viewer: ['U08'] })).toBe('viewer');
  });

  it('takes everybody for a supervisor, and nobody for an administrator, where no roles are configured', () => {
    expect(roleOf('U09', [], null)).toBe('supervisor');
  });
});

describe('may', () => {
  it('says which role it takes', () => {
    expect(may('viewer', 'ask')).toEqual({ ok: true });
    expect(may('viewer', 'reveal')).toEqual({ ok: false, because: { kind: 'needs', role: 'supervisor' } });
    expect(may('supervisor', 'reveal')).toEqual({ ok: true });
    expect(may('supervisor', 'read-audit')).toEqual({ ok: false, because: { kind: 'needs', role: 'admin' } });
    expect(may(null, 'ask')).toEqual({ ok: false, because: { kind: 'noRole' } });
  });
});

describe('audienceFor', () => {
  const supervisors = { names: 'full', audience: 'supervisors' } as const;
  const everyone = { names: 'full', audience: 'everyone' } as const;

  it('hides costs of single agents and outliers by name from viewers, also in private', () => {
    expect(audienceFor({ role: 'viewer', place: 'private', channelPolicy: null })).toMatchObject({
      agentCosts: false,
      outliersByName: false,
    });
    expect(audienceFor({ role: 'supervisor', place: 'private', channelPolicy: everyone })).toMatchObject({
      names: 'full',
      agentCosts: true,
      outliersByName: true,
    });
  });

  it('names outliers in a channel only where it is marked for supervisors', () => {
    expect(audienceFor({ role: 'admin', place: 'channel', channelPolicy: everyone })).toEqual({
      role: 'viewer',
      place: 'channel',
      names: 'full',
      outliersByName: false,
      agentCosts: false,
    });
    expect(audienceFor({ role: 'admin', place: 'channel', channelPolicy: supervisors })).toMatchObject({
      role: 'admin',
      outliersByName: true,
      agentCosts: true,
    });
    expect(
      audienceFor({ role: 'admin', place: 'channel', channelPolicy: { ...supervisors, names: 'hidden' } }),
    ).toMatchObject({ names: 'hidden', outliersByName: false });
  });

  it('gives a viewer no more in a supervisors’ channel than in private', () => {
    expect(audienceFor({ role: 'viewer', place: 'channel', channelPolicy: supervisors })).toMatchObject({
      role: 'viewer',
      outliersByName: false,
      agentCosts: false,
    });
  });

  it('shows initials in a channel that nobody configured', () => {
    expect(audienceFor({ role: 'supervisor', place: 'channel', channelPolicy: null })).toMatchObject({
      names: 'initials',
      outliersByName: false,
    });
  });
});
