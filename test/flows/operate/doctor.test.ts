import { describe, expect, it } from 'vitest';
import { done, failed, type Outcome } from '../../../src/core/errors.ts';
import { LOCALES, type Locale } from '../../../src/core/i18n/locale.ts';
import { DEFAULT_AUX, DEFAULT_PACING, type Operation } from '../../../src/core/operation.ts';
import type { Settings } from '../../../src/core/settings.ts';
import { type Check, type DoctorArguments, makeDoctor, type Patient } from '../../../src/flows/operate/doctor.ts';
import type { StoreFound } from '../../../src/flows/operate/doctor-store.ts';
import { formats } from '../../../src/flows/read/format-for.ts';
import type { WolkvoxAnswer, WolkvoxQuestion } from '../../../src/ports.ts';

const NOON = Date.UTC(2026, 10, 20, 17);

const bogota: Operation = {
  id: 'bogota',
  name: 'Operación Bogotá',
  zone: 'America/Bogota',
  locale: 'es',
  currency: 'COP',
  licences: null,
  country: 'CO',
  closures: [],
  hours: null,
  pacing: DEFAULT_PACING,
  ignoreAgents: [],
  aux: DEFAULT_AUX,
};
const settings: Settings = {
  operations: [bogota],
  channels: { C01: { operation: 'bogota', names: 'full', audience: 'everyone', locale: null } },
  roles: { admin: ['U01'], supervisor: ['S02', 'U03'], viewer: 'everyone' },
  command: '/wolkvox',
  digests: [],
  rules: [],
};

const answer: WolkvoxAnswer = { rows: 1, bytes: 100, serverTime: NOON, zoneOffsetMinutes: -300 };
type Answers = {
  readonly quota?: Outcome<WolkvoxAnswer>;
  readonly row?: unknown;
  readonly live?: Outcome<WolkvoxAnswer>;
};

function wolkvox({
  quota = done(answer),
  live = done(answer),
  row = { token_limit: '10000', all_token_today: 688 },
}: Answers) {
  return {
    async ask(_: Operation, question: WolkvoxQuestion, onRow: (row: unknown) => void) {
      if (question.kind !== 'quota') return live;
      if (row !== null) onRow(row);
      return quota;
    },
  };
}

const slack = {
  authTest: async () => done({ teamName: 'Acme', scopes: ['chat:write', 'commands'] }),
  channel: async () => done({ name: 'piso-2', member: true }),
  socket: async () => done(null),
};
const store = (found: Outcome<StoreFound>, kind: StoreFound['kind'] = 'redis') => ({ kind, open: async () => found });
const HEALTHY: Patient = {
  settings,
  slack,
  scopes: ['commands', 'chat:write'],
  store: store(done({ kind: 'redis', where: 'redis.example:6379', policy: 'noeviction' })),
  wolkvox: wolkvox({}),
};

async function examine(
  changed: Partial<Patient> = {},
  { locale = 'es', ...given }: Partial<DoctorArguments> & { locale?: Locale } = {},
): Promise<Readonly<Record<string, Check>>> {
  const doctor = makeDoctor({
    nodeVersion: 'v24.21.0',
    clock: { now: () => NOON, wait: async () => {} },
    formatFor: formats(),
    patient: { ok: true, value: { ...HEALTHY, ...changed } },
    ...given,
  });
  return Object.fromEntries((await doctor(locale)).map((check) => [check.id, check]));
}

describe('the doctor', () => {
  it('finds everything well where it is, with nothing left to do', async () => {
    const checks = Object.values(await examine());
    expect(checks.map(({ id, ok }) => `${id} ${ok}`)).toEqual([
      'node yes',
      'config yes',
      'roles yes',
      'store yes',
      'store.policy yes',
      'slack.token yes',
      'slack.socket yes',
      'slack.scopes yes',
      'slack.channel.C01 yes',
      'wolkvox.bogota yes',
      'wolkvox.bogota.clock yes',
      'wolkvox.bogota.zone yes',
    ]);
    expect(checks.filter(({ next }) => next !== null)).toEqual([]);
    expect(checks.find(({ id }) => id === 'wolkvox.bogota')?.says).toBe(
      'wolkvox responde por Operación Bogotá: quedan 9.312 de 10.000 consultas hoy.',
    );
  });

  const ILL: readonly [string, Partial<Patient>, string, RegExp][] = [
    [
      'a wrong Slack token',
      { slack: { ...slack, authTest: async () => failed('slack.token') } },
      'slack.token',
      /SLACK_BOT_TOKEN/,
    ],
    [
      'a wrong app token',
      { slack: { ...slack, socket: async () => failed('slack.token') } },
      'slack.socket',
      /SLACK_APP_TOKEN/,
    ],
    ['a missing scope', { scopes: ['commands', 'files:write'] }, 'slack.scopes', /files:write/],
    [
      'a channel without the bot',
      { slack: { ...slack, channel: async () => done({ name: 'piso-2', member: false }) } },
      'slack.channel.C01',
      /#piso-2.*\/invite/s,
    ],
    [
      'a channel that is not there',
      { slack: { ...slack, channel: async () => failed('slack.no-such-channel') } },
      'slack.channel.C01',
      /no encuentra C01/,
    ],
    [
      'an archived channel',
      { slack: { ...slack, channel: async () => failed('slack.archived') } },
      'slack.channel.C01',
      /archivado/,
    ],
    [
      'a wrong wolkvox token',
      { wolkvox: wolkvox({ quota: failed('wolkvox.token') }) },
      'wolkvox.bogota',
      /no acepta el token.*Tokens/s,
    ],
    [
      'a server that does not exist',
      { wolkvox: wolkvox({ quota: failed('wolkvox.server-not-found') }) },
      'wolkvox.bogota',
      /no existe.*WOLKVOX_SERVER/s,
    ],
    [
      'an IP that is not allowed',
      { wolkvox: wolkvox({ quota: failed('wolkvox.unreachable', { cause: 'ECONNREFUSED' }) }) },
      'wolkvox.bogota',
      /ECONNREFUSED.*IP/s,
    ],
    [
      'a firewall that swallows everything',
      { wolkvox: wolkvox({ quota: failed('wolkvox.timeout') }) },
      'wolkvox.bogota',
      /lista de IP/,
    ],
    [
      'a quota that is gone',
      { wolkvox: wolkvox({ quota: failed('wolkvox.quota') }) },
      'wolkvox.bogota',
      /Ya se usaron.*00:00/s,
    ],
    [
      'a quota that is just gone',
      { wolkvox: wolkvox({ row: { token_limit: '10,000', all_token_today: '10,000' } }) },
      'wolkvox.bogota',
      /Ya se usaron/,
    ],
    ['maintenance', { wolkvox: wolkvox({ quota: failed('wolkvox.maintenance') }) }, 'wolkvox.bogota', /mantenimiento/],
    [
      'a server in another zone',
      { wolkvox: wolkvox({ live: done({ ...answer, zoneOffsetMinutes: -360 }) }) },
      'wolkvox.bogota.zone',
      /UTC−5.*UTC−6/,
    ],
    [
      'a clock that is wrong',
      { wolkvox: wolkvox({ quota: done({ ...answer, serverTime: NOON - 600_000 }) }) },
      'wolkvox.bogota.clock',
      /10 min/,
    ],
    [
      'a store that does not answer',
      { store: store(failed('store.unavailable', { where: 'redis.example:6379', reason: 'ECONNREFUSED' })) },
      'store',
      /redis\.example:6379 \(ECONNREFUSED\).*REDIS_URL/s,
    ],
    [
      'a Redis that evicts',
      { store: store(done({ kind: 'redis', where: 'h:1', policy: 'allkeys-lru' })) },
      'store.policy',
      /allkeys-lru.*noeviction/s,
    ],
    [
      'roles without an administrator',
      { settings: { ...settings, roles: { admin: [], supervisor: ['U1'], viewer: 'everyone' } } },
      'roles',
      /admin/,
    ],
  ];

  it.each(ILL)('tells %s apart, with the next step', async (_, changed, id, says) => {
    const check = (await examine(changed))[id];
    expect(check?.ok).toBe('no');
    expect(check?.next).toMatch(/\.$/);
    expect(`${check?.says}\n${check?.next}`).toMatch(says);
  });

  it('says each of these differently, in every language', async () => {
    for (const locale of LOCALES) {
      const said = await Promise.all(
        ILL.map(async ([, changed, id]) => `${(await examine(changed, { locale }))[id]?.says}`),
      );
      // A quota is gone in two ways, and said in one.
      expect(new Set(said).size).toBe(ILL.length - 1);
      expect(said.filter((text) => text.includes('!'))).toEqual([]);
    }
  });

  it('advises roles where there are none, and takes a store in use for a bot that runs', async () => {
    const checks = await examine({
      settings: { ...settings, roles: null },
      store: store(failed('store.locked', { dir: './data' }), 'embedded'),
    });
    expect(checks['roles']).toMatchObject({ ok: 'yes', next: expect.stringContaining('vigia.yml') });
    expect(checks['store']).toMatchObject({ ok: 'skipped', says: expect.stringContaining('./data') });
  });

  it('skips what cannot be known', async () => {
    const checks = await examine({
      slack: null,
      store: store(done({ kind: 'redis', where: 'h:1', policy: null })),
      wolkvox: wolkvox({ row: 'nonsense', live: done({ ...answer, zoneOffsetMinutes: null }) }),
    });
    const of = (id: string): string | undefined => checks[id]?.ok;
    expect([of('slack.token'), of('store.policy'), of('wolkvox.bogota.zone')]).toEqual([
      'skipped',
      'skipped',
      'skipped',
    ]);
    expect(checks['wolkvox.bogota']?.says).toBe('wolkvox responde por Operación Bogotá.');
  });

  it('does not take whoever finds nothing for wolkvox', async () => {
    const check = (await examine({ wolkvox: wolkvox({ row: null }) }))['wolkvox.bogota'];
    expect(check).toMatchObject({ ok: 'skipped', says: expect.stringContaining('no es seguro que sea wolkvox') });
    expect(check?.next).toContain('WOLKVOX_SERVER');
  });

  it('shows every mistake of a configuration that is wrong, and looks at nothing else', async () => {
    const mistakes = ['config.missing: WOLKVOX_TOKEN: …', 'config.invalid: PORT: …'];
    const checks = await examine({}, { patient: { ok: false, mistakes } });
    expect(checks['config']).toMatchObject({ ok: 'no', says: expect.stringContaining(mistakes.join('\n')) });
    expect(['store', 'slack', 'wolkvox'].map((id) => checks[id]?.ok)).toEqual(['skipped', 'skipped', 'skipped']);
  });

  it('asks for a Node that can run the bot', async () => {
    expect((await examine({}, { nodeVersion: 'v22.18.0' }))['node']).toMatchObject({ ok: 'no' });
    expect((await examine({}, { nodeVersion: 'v22.19.0' }))['node']).toMatchObject({ ok: 'yes' });
  });
});
