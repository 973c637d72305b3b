import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { describeMistakes } from '../../src/config/mistake.ts';
import { REPORTS } from '../../src/reports/catalog.ts';
import { variableKeys } from '../../src/config/variable-keys.ts';
import { filled } from './fill.ts';
import { SECTIONS } from './key-parts.ts';
import { pages } from './pages.ts';

const PARTS: Readonly<Record<string, readonly string[]>> = {
  'docs/configure.md': ['environment', ...Object.keys(SECTIONS), 'metrics'],
  'docs/command-line.md': ['help'],
};

describe.each(pages().map((page) => [page.path, page] as const))('%s', (path, { written, meant, parts }) => {
  it('says what the code says', () => {
    expect(written === meant, `${path} is not what the code says: run  npm run docs`).toBe(true);
  });

  it('has its parts', () => {
    expect(parts).toEqual(PARTS[path] ?? ['words', 'metrics', 'columns']);
  });
});

describe('a page', () => {
  it('keeps its prose, and gets its parts anew', () => {
    const page = 'Before.\n\n<!-- docs: a (written by npm run docs) -->\nold\n<!-- docs end -->\n\nAfter.\n';
    const once = filled(page, { a: 'new' });
    expect(once).toBe('Before.\n\n<!-- docs: a (written by npm run docs) -->\n\nnew\n\n<!-- docs end -->\n\nAfter.\n');
    expect(filled(once, { a: 'new' })).toBe(once);
    expect(() => filled(page, { b: '' })).toThrow('no part is called a');
  });
});

const BASE = {
  operations: { id: 'bogota', server: '3', token: 'abc' },
  channels: {},
  roles: {},
  digests: { id: 'd', reports: ['agents'], channels: ['C01'], at: '"08:10"' },
  alerts: { id: 'a', metric: 'live.abandonment', above: '10%', channel: 'C01' },
} satisfies Record<string, Record<string, unknown>>;

/** A file whose every section is the least that it can be, with one key more. */
function fileWith(section: string, more: string): string {
  const entry = (name: string, fields: object) =>
    Object.entries(fields)
      .map(([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`)
      .concat(section === name && more !== '' ? [more] : [])
      .join(', ');
  return [
    `operations: [{ ${entry('operations', BASE.operations)} }]`,
    `channels: { C01: { ${entry('channels', BASE.channels)} } }`,
    `roles: { ${entry('roles', BASE.roles)} }`,
    `digests: [{ ${entry('digests', BASE.digests)} }]`,
    `alerts: [{ ${entry('alerts', BASE.alerts)} }]`,
  ].join('\n');
}

const ENV = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', REDIS_URL: 'redis://localhost' };
function loaded(file: string, env: Readonly<Record<string, string>> = {}): string {
  const all = { VIGIA_CONFIG: 'v.yml', ...ENV, ...env };
  const read = loadConfig({ env: all, readFile: () => file, purpose: 'bot', reports: REPORTS });
  return read.ok ? JSON.stringify(read.config) : describeMistakes(read.mistakes);
}

/** What is left out means a value where the page says nothing but that value. */
const valueIn = (otherwise: string): string | null => /^`([^`]+)`$/.exec(otherwise)?.[1] ?? null;
const defaults = Object.entries(SECTIONS).flatMap(([section, keys]) =>
  Object.entries(keys).flatMap(([key, { otherwise }]) => {
    const value = valueIn(otherwise);
    return value === null || value.startsWith('VIGIA_') ? [] : [[section, key, value] as const];
  }),
);

describe('what docs/configure.md says of a key that is left out', () => {
  it.each(defaults)('%s, %s: holds, as %s written out changes nothing', (section, key, value) => {
    const [first = '', ...inner] = key.split('.');
    const nested = inner.reduceRight((text, name) => `{ ${name}: ${text} }`, value);
    const without = loaded(fileWith(section, ''));
    expect(without).toMatch(/^\{/);
    expect(loaded(fileWith(section, `${first}: ${nested}`))).toBe(without);
  });

  it.each(
    Object.entries(variableKeys).flatMap(([name, { otherwise }]) => {
      const value = valueIn(otherwise.split(';')[0] ?? '');
      return value === null || name === 'VIGIA_CONFIG' ? [] : [[name, value] as const];
    }),
  )('%s: holds, as %s set changes nothing', (name, value) => {
    expect(loaded(fileWith('', ''), { [name]: value })).toBe(loaded(fileWith('', '')));
  });
});
