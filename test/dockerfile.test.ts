import { readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const text = read('Dockerfile');
const instructions = text
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line))
  .map((line) => ({ keyword: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));
const all = (keyword: string): string[] =>
  instructions.filter((line) => line.keyword === keyword).map(({ rest }) => rest);
const lastStage = instructions.slice(instructions.findLastIndex(({ keyword }) => keyword === 'FROM'));

describe('the Dockerfile', () => {
  it('has no mistake of syntax', () => {
    expect(validate(text)).toEqual([]);
  });

  it('takes a pinned line of Node that can be replaced', () => {
    expect(all('ARG')).toEqual(['NODE_IMAGE=node:24-bookworm-slim']);
    expect(all('FROM').every((from) => from.startsWith('${NODE_IMAGE}'))).toBe(true);
    expect(text).not.toMatch(/:latest/);
  });

  it('installs what the lock file says, and lets no package run a script', () => {
    expect(all('RUN').join('\n')).toContain('npm ci --omit=dev --omit=optional --ignore-scripts');
    expect(text).not.toMatch(/npm (install|i) |\bADD\b|curl|wget/);
  });

  it('runs Node itself, as a person without rights, and can be stopped and asked how it is', () => {
    const last = (keyword: string): string | undefined => lastStage.findLast((line) => line.keyword === keyword)?.rest;
    expect(last('USER')).toBe('node');
    expect(JSON.parse(last('CMD') ?? 'null')).toEqual(['node', 'bin/start.mjs']);
    expect(last('STOPSIGNAL')).toBe('SIGTERM');
    expect(last('HEALTHCHECK')).toMatch(/CMD \["node", .*\/healthz/);
    expect(last('VOLUME')).toBe('/app/data');
    expect(lastStage.findIndex(({ keyword }) => keyword === 'USER')).toBeLessThan(
      lastStage.findIndex(({ keyword }) => keyword === 'CMD'),
    );
  });

  it('listens outside of itself and keeps its files in the volume, with no secret in any layer', () => {
    expect(all('ENV').join(' ')).toContain('HOST=0.0.0.0');
    expect(all('ENV').join(' ')).toContain('VIGIA_DATA_DIR=/app/data');
    expect(text).not.toMatch(/TOKEN|SECRET|PASSWORD/);
  });

  it('has none of the faults that a linter of images looks for', () => {
    expect(all('MAINTAINER')).toEqual([]);
    expect(all('WORKDIR').filter((path) => !path.startsWith('/'))).toEqual([]);
    expect(all('RUN').join('\n')).not.toMatch(/\bsudo\b|(^|&& )cd |apt-get|\|/);
    expect([...all('CMD'), ...all('ENTRYPOINT')].filter((command) => !command.startsWith('['))).toEqual([]);
    expect(lastStage.filter(({ keyword }) => ['CMD', 'HEALTHCHECK', 'ENTRYPOINT'].includes(keyword))).toHaveLength(2);
    expect(instructions.filter(({ keyword }) => keyword === 'FROM')).toHaveLength(2);
    expect(lastStage.filter(({ keyword, rest }) => keyword === 'RUN' && /npm/.test(rest))).toEqual([]);
  });

  it('copies only what .dockerignore lets in', () => {
    const ignore = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(ignore[0]).toBe('*');
    const allowed = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1).replace(/\/$/, ''));
    const copied = all('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect(copied.filter((path) => !allowed.includes(path))).toEqual([]);
    expect(allowed.filter((path) => !copied.includes(path))).toEqual([]);
    expect(allowed).not.toContain('.env');
  });
});
