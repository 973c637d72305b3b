import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsOf, type Config } from '../../src/config/config.ts';
import { exportConfig } from '../../src/config/export.ts';
import { loadConfig, type LoadArguments } from '../../src/config/load.ts';
import { describeMistakes } from '../../src/config/mistake.ts';
import { REPORTS } from '../../src/reports/catalog.ts';

const ENV = {
  SLACK_BOT_TOKEN: 'xoxb-invented-bot',
  SLACK_APP_TOKEN: 'xapp-invented-app',
  WOLKVOX_SERVER: '3',
  WOLKVOX_TOKEN: 'invented-wolkvox',
};

function files(contents: Readonly<Record<string, string>>) {
  return (path: string): string => {
    const text = Object.hasOwn(contents, path) ? contents[path] : undefined;
    if (text === undefined) throw Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' });
    return text;
  };
}

type Given = Partial<LoadArguments> & { readonly yaml?: string; readonly files?: Readonly<Record<string, string>> };

function load({ yaml, files: extra = {}, ...given }: Given) {
  return loadConfig({
    env: ENV,
    purpose: 'bot',
    reports: REPORTS,
    readFile: files({ ...extra, ...(yaml === undefined ? {} : { 'vigia.yml': yaml }) }),
    ...given,
  });
}

function good(given: Given): Config {
  const loaded = load(given);
  if (!loaded.ok) throw new Error(describeMistakes(loaded.mistakes));
  return loaded.config;
}

function wrongs(given: Given): string[] {
  const loaded = load(given);
  return loaded.ok ? [] : describeMistakes(loaded.mistakes).split('\n');
}

describe('loadConfig with the environment alone', () => {
  it('gives one operation with every default of the contract', () => {
    const config = good({});
    expect(config.slack).toMatchObject({ mode: 'socket', command: '/wolkvox', apiUrl: null });
    expect(config.operations).toHaveLength(1);
    expect(config.operations[0].operation).toMatchObject({
      id: 'main',
      name: 'wv0003',
      zone: 'America/Bogota',
      locale: 'es',
      currency: null,
      licences: null,
    });
    expect(config.operations[0].wolkvox.baseUrl).toBe('https://wv0003.wolkvox.com');
    expect(config.operations[0].wolkvox.token.reveal()).toBe('invented-wolkvox');
    expect(config).toMatchObject({
      channels: {},
      roles: null,
      store: { redisUrl: null, dataDir: './data' },
      http: { host: '127.0.0.1', port: 3000 },
      role: 'all',
      logLevel: 'info',
    });
    expect(settingsOf(config).operations).toEqual([config.operations[0].operation]);
  });

  it('is frozen through and through', () => {
    const config = good({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.operations[0].operation.pacing)).toBe(true);
    expect(Object.isFrozen(config.slack)).toBe(true);
  });

  it.each([
    ['0003', 'https://wv0003.wolkvox.com'],
    ['wv0068', 'https://wv0068.wolkvox.com'],
    ['https://wv0003.wolkvox.com/api/v2/', 'https://wv0003.wolkvox.com'],
    ['http://127.0.0.1:4010/', 'http://127.0.0.1:4010'],
  ])('reads the server %s as %s', (server, baseUrl) => {
    expect(good({ env: { ...ENV, WOLKVOX_SERVER: server } }).operations[0].wolkvox.baseUrl).toBe(baseUrl);
  });

  it('asks WOLKVOX_URL instead of the address that the number gives', () => {
    const config = good({ env: { ...ENV, WOLKVOX_URL: 'http://127.0.0.1:4010' } });
    expect(config.operations[0].wolkvox.baseUrl).toBe('http://127.0.0.1:4010');
  });

  it('chooses Socket Mode where both are given, HTTP mode where only the signing secret is', () => {
    const { SLACK_APP_TOKEN, ...rest } = ENV;
    expect(good({ env: { ...ENV, SLACK_SIGNING_SECRET: 'abc' } }).slack.mode).toBe('socket');
    expect(good({ env: { ...rest, SLACK_SIGNING_SECRET: 'abc' } }).slack.mode).toBe('http');
    expect(SLACK_APP_TOKEN).toMatch(/^xapp-/);
  });

  it('needs no Slack for the command line', () => {
    const env = { WOLKVOX_SERVER: '3', WOLKVOX_TOKEN: 'invented' };
    expect(good({ env, purpose: 'cli' }).slack).toMatchObject({ mode: null, botToken: null });
    expect(wrongs({ env })).toEqual([
      expect.stringMatching(/^config\.missing: SLACK_BOT_TOKEN: expected a bot token/),
      expect.stringMatching(/^config\.missing: SLACK_APP_TOKEN: .*SLACK_SIGNING_SECRET/),
    ]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(good({ env: { ...ENV, VIGIA_ZONE: '', PORT: ' ' } }).http.port).toBe(3000);
  });

  it('refuses a process of its own kind without the Redis that it would share', () => {
    expect(wrongs({ env: { ...ENV, VIGIA_ROLE: 'web' } })).toEqual([
      expect.stringContaining('config.missing: REDIS_URL'),
    ]);
    const both = { ...ENV, VIGIA_ROLE: 'web', REDIS_URL: 'rediss://:pass@redis.example:6380/1' };
    expect(good({ env: both }).store.redisUrl?.reveal()).toContain('redis.example');
  });

  it('names the nearest known name for an unknown one of its own', () => {
    expect(wrongs({ env: { ...ENV, VIGIA_ZON: 'America/Lima', VIGIA_LICENSES: '3', OTHER: 'x' } })).toEqual([
      expect.stringMatching(/^config\.unknown: VIGIA_LICENSES: .*VIGIA_LICENCES/),
      expect.stringMatching(/^config\.unknown: VIGIA_ZON: .*VIGIA_ZONE/),
    ]);
  });

  it('points at a variable that looks like a slip of the missing one', () => {
    const { WOLKVOX_TOKEN, ...rest } = ENV;
    expect(wrongs({ env: { ...rest, WOLKVOX_TOKEM: WOLKVOX_TOKEN } })).toEqual([
      expect.stringContaining('WOLKVOX_TOKEM is set'),
    ]);
  });
});

describe('a secret', () => {
  it('may be in a file, whose last line break is dropped', () => {
    const { WOLKVOX_TOKEN: _, ...rest } = ENV;
    const env = { ...rest, WOLKVOX_TOKEN_FILE: '/run/secrets/wolkvox' };
    const config = good({ env, files: { '/run/secrets/wolkvox': 'from-a-file\n' } });
    expect(config.operations[0].wolkvox.token.reveal()).toBe('from-a-file');
  });

  it('given twice, or in a file that cannot be read, is a mistake', () => {
    const env = { ...ENV, WOLKVOX_TOKEN_FILE: '/x', REDIS_URL_FILE: '/nowhere' };
    expect(wrongs({ env })).toEqual([
      expect.stringMatching(/^config\.unreadable: REDIS_URL_FILE: .*"\/nowhere" \(no such file\)/),
      expect.stringMatching(/^config\.conflict: WOLKVOX_TOKEN: .*not both/),
    ]);
  });

  it('does not print, however it is printed', () => {
    const config = good({ env: { ...ENV, REDIS_URL: 'redis://:hunter2@localhost' } });
    const printed = `${JSON.stringify(config)} ${inspect(config, { depth: 9 })} ${String(config.operations[0].wolkvox.token)}`;
    for (const secret of ['invented-bot', 'invented-app', 'invented-wolkvox', 'hunter2']) {
      expect(printed).not.toContain(secret);
    }
    expect(printed).toContain('[secret]');
  });

  it('that is wrong is described by its kind alone', () => {
    const env = { ...ENV, SLACK_BOT_TOKEN: 'xapp-SeCrEt', REDIS_URL: 'http://u:SeCrEt@h', WOLKVOX_TOKEN: 'SeCrEt two' };
    const text = wrongs({ env }).join('\n');
    expect(text).not.toContain('SeCrEt');
    expect(text).toContain('a value that starts with xapp-');
    expect(text).toContain('a value that starts with http://');
  });
});

describe('loadConfig, whatever is broken', () => {
  const BROKEN = {
    SLACK_BOT_TOKEN: 'nonsense',
    SLACK_APP_TOKEN: 'nonsense',
    SLACK_API_URL: 'slack',
    SLACK_COMMAND: 'wolkvox',
    WOLKVOX_SERVER: 'three',
    WOLKVOX_URL: 'ftp://x',
    WOLKVOX_TOKEN: 'two words',
    VIGIA_ZONE: 'Bogota',
    VIGIA_LOCALE: 'fr',
    VIGIA_CURRENCY: 'pesos',
    VIGIA_LICENCES: '-1',
    VIGIA_ROLE: 'boss',
    VIGIA_COLOUR: 'red',
    REDIS_URL: 'localhost',
    HOST: 'a host',
    PORT: '70000',
    LOG_LEVEL: 'loud',
  };

  it('reports every mistake of any subset at once, each by its name', () => {
    fc.assert(
      fc.property(fc.subarray(Object.entries(BROKEN)), (subset) => {
        const broken = Object.fromEntries(subset);
        const loaded = load({ env: { ...ENV, ...broken } });
        const reported = loaded.ok ? [] : loaded.mistakes.map(({ where }) => where);
        expect(reported.sort()).toEqual(Object.keys(broken).sort());
      }),
    );
  });

  it('never throws, neither for any file nor for any environment', () => {
    const env = fc.dictionary(fc.constantFrom(...Object.keys(BROKEN), 'VIGIA_CONFIG', 'VIGIA_X', 'PATH'), fc.string());
    const yaml = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((text) => `{"operations": [${text}], "channels": ${text}, "roles": ${text}, "alerts": [${text}]}`),
    );
    fc.assert(
      fc.property(env, yaml, (names, text) => {
        expect(typeof load({ env: names, yaml: text }).ok).toBe('boolean');
      }),
    );
  });
});

describe('the YAML file', () => {
  const example = readFileSync(new URL('../../vigia.example.yml', import.meta.url), 'utf8');

  it('of the example says everything that the contract lists', () => {
    const config = good({ yaml: example });
    expect(config.operations.map(({ operation }) => operation)).toEqual([
      {
        id: 'bogota',
        name: 'Operación Bogotá',
        zone: 'America/Bogota',
        locale: 'es',
        currency: 'COP',
        licences: 10,
        country: 'CO',
        closures: ['2026-12-24'],
        hours: 'mon-fri 07:00-19:00, sat 08:00-14:00',
        pacing: { inFlight: 1, spacingMs: 1_500, freshnessMs: 300_000 },
        ignoreAgents: ['PRUEBA TI'],
        aux: expect.objectContaining({
          allowances: { Break: 1_800, Almuerzo: 3_600 },
          ordered: ['Capacitación', 'Reunión'],
          minAgents: 8,
        }),
      },
    ]);
    expect(config.operations[0].wolkvox.token.reveal()).toBe('invented-wolkvox');
    expect(config.channels).toEqual({
      C0123456: { operation: 'bogota', names: 'full', audience: 'supervisors', locale: 'es' },
    });
    expect(config.roles).toEqual({ admin: ['U01'], supervisor: ['U02', 'S03'], viewer: 'everyone' });
    expect(config.rules.map(({ id, condition }) => ({ id, condition }))).toEqual([
      { id: 'abandonment', condition: { kind: 'above', threshold: 0.1, recover: 0.07 } },
    ]);
  });

  it('comes back from its export, without a secret in it', () => {
    const config = good({ yaml: example });
    const exported = exportConfig(config);
    expect(exported).toContain('${WOLKVOX_TOKEN}');
    expect(exported).not.toContain('invented');
    expect(good({ yaml: exported })).toEqual(config);
    const plain = good({});
    expect(good({ yaml: exportConfig(plain) })).toEqual(plain);
  });

  it('may set the thresholds of the aux rule, which come back from its export', () => {
    const usual = '      ordered: [Capacitación, Reunión]';
    const rule = 'rule: { score: 4, over: 45m, over_share: 0.5, ratio: 2, fence: 3 }';
    const config = good({ yaml: example.replace(usual, `      ${rule}\n${usual}`) });
    expect(config.operations[0].operation.aux).toMatchObject({
      minScore: 4,
      minOverSeconds: 2_700,
      minOverShare: 0.5,
      minRatio: 2,
      minFence: 3,
      minAgents: 8,
    });
    expect(good({ yaml: exportConfig(config) })).toEqual(config);
    expect(exportConfig(good({ yaml: example }))).not.toContain('rule:');
    const wrong = wrongs({ yaml: example.replace(usual, `      rule: { score: high, ratio: 0.5, z: 1 }\n${usual}`) });
    expect(wrong).toHaveLength(3);
  });

  it('is the one VIGIA_CONFIG names, and must then be there', () => {
    const env = { ...ENV, VIGIA_CONFIG: '/etc/other.yml' };
    expect(good({ env, files: { '/etc/other.yml': example } }).operations[0].operation.id).toBe('bogota');
    expect(wrongs({ env })).toEqual([
      expect.stringMatching(/^config\.unreadable: \/etc\/other\.yml: .*came no such file$/),
    ]);
    expect(good({ yaml: example, file: null }).operations[0].operation.id).toBe('main');
  });

  it('reports every mistake at once, with its line, its path and the nearest known key', () => {
    const yaml = [
      'operations:',
      '  - id: bogota',
      '    server: three',
      '    tokne: abc',
      '    zone: Bogota',
      '    hours: mon-fri 19:00-07:00',
      '    pacing: { spacing: 2 minutes, in_flight: 3 }',
      '    closures: [2026-02-30]',
      '    country: ZZ',
      '  - id: Bogotá',
      '    server: 4',
      '    url: https://example.test',
      '    token: ${NOT_SET}',
      'channels:',
      '  general: { operation: bogota }',
      '  C01: { operation: bogta, names: nobody }',
      'roles: { admin: [laura], boss: [U01] }',
      'chanels: {}',
      'alerts: [{ id: abandonment }]',
    ].join('\n');
    const lines = wrongs({ yaml });
    for (const part of [
      /invalid: vigia\.yml: operations\[0\]\.server \(line 3\): .*"three"/,
      /unknown: vigia\.yml: operations\[0\]\.tokne \(line 4\): .*nearest is token/,
      /missing: vigia\.yml: operations\[0\]\.token /,
      /invalid: vigia\.yml: operations\[0\]\.zone \(line 5\): expected an IANA zone/,
      /operations\[0\]\.hours \(line 6\): .*22:00-24:00/,
      /operations\[0\]\.pacing\.spacing \(line 7\)/,
      /operations\[0\]\.pacing\.in_flight \(line 7\)/,
      /operations\[0\]\.closures\[0\] \(line 8\): .*2026-12-24/,
      /operations\[0\]\.country \(line 9\)/,
      /conflict: vigia\.yml: operations\[1\]\.id \(line 10\)/,
      /conflict: vigia\.yml: operations\[1\]\.url \(line 12\)/,
      /missing: vigia\.yml \(line 13\): expected the variable NOT_SET/,
      /channels\.general \(line 15\)/,
      /channels\.C01\.operation \(line 16\): .*"bogota"/,
      /channels\.C01\.names \(line 16\)/,
      /roles\.admin\[0\] \(line 17\): .*"laura"/,
      /unknown: vigia\.yml: roles\.boss \(line 17\)/,
      /unknown: vigia\.yml: chanels \(line 18\): .*"channels"/,
      /missing: vigia\.yml: alerts\[0\]\.metric \(line 19\)/,
      /missing: vigia\.yml: alerts\[0\]\.channel \(line 19\)/,
    ]) {
      expect(lines, String(part)).toContainEqual(expect.stringMatching(part));
    }
    expect(lines).toHaveLength(20);
    expect(lines.join('\n')).not.toContain('abc');
  });

  it('that is not YAML says where, and nothing of what stands there', () => {
    const lines = wrongs({ yaml: 'operations:\n  - token: "SeCrEt\n    id: [' });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).toMatch(/config\.invalid: vigia\.yml \(line \d\): expected YAML/);
    expect(lines.join('\n')).not.toContain('SeCrEt');
  });

  it('takes a token from a file, and ${NAME} from NAME_FILE', () => {
    const yaml = 'operations:\n  - { id: a, server: 3, token_file: /t }\n  - { id: b, server: 4, token: "${B}" }\n';
    const config = good({ yaml, env: { ...ENV, B_FILE: '/b' }, files: { '/t': 'first\n', '/b': 'second\n' } });
    expect(config.operations.map(({ wolkvox }) => wolkvox.token.reveal())).toEqual(['first', 'second']);
    expect(exportConfig(config)).toContain('token_file: /t');
  });

  it('never shows a literal token, not even a wrong one', () => {
    const lines = wrongs({ yaml: 'operations:\n  - { id: a, server: 3, token: "SeCrEt words" }\n' });
    expect(lines).toEqual([expect.stringContaining('operations[0].token (line 2)')]);
    expect(lines.join('')).not.toContain('SeCrEt');
  });

  it('gives what an operation does not say from the environment', () => {
    const yaml = 'operations:\n  - { id: lima, server: 3, token: t }\nchannels:\n  C01: {}\n';
    const config = good({ yaml, env: { ...ENV, VIGIA_ZONE: 'America/Lima', VIGIA_CURRENCY: 'PEN' } });
    expect(config.operations[0].operation).toMatchObject({ name: 'lima', zone: 'America/Lima', currency: 'PEN' });
    expect(config.channels['C01']).toEqual({
      operation: 'lima',
      names: 'initials',
      audience: 'everyone',
      locale: null,
    });
  });

  it('takes empty digests and alerts', () => {
    expect(good({ yaml: 'digests: []\nalerts:\n' }).operations[0].operation.id).toBe('main');
  });
});
