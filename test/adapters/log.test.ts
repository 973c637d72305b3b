import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/adapters/log.ts';

function logTo(level: string) {
  const lines: string[] = [];
  const log = createLog({ level, to: { write: (line: string) => void lines.push(line) } });
  const entries = (): Record<string, unknown>[] => lines.map((line) => JSON.parse(line));
  return { log, lines, entries };
}

describe('the log', () => {
  it('writes one JSON line with time, level, event and fields', () => {
    const { log, entries } = logTo('info');
    log.info('report.done', { report: 'agents', rows: 38 });
    expect(entries()).toEqual([
      { time: expect.stringMatching(/^\d{4}-.*Z$/), level: 'info', event: 'report.done', report: 'agents', rows: 38 },
    ]);
  });

  it('writes nothing under its level, and nothing at all when it is silent', () => {
    const quiet = logTo('warn');
    quiet.log.info('a');
    quiet.log.debug('b');
    quiet.log.warn('c');
    expect(quiet.entries().map(({ event }) => event)).toEqual(['c']);
    const silent = logTo('silent');
    silent.log.error('d');
    expect(silent.lines).toEqual([]);
  });

  it.each([
    ['a bot token', { says: 'xoxb-1-2-NEVERseen' }],
    ['an app token', { says: 'got xapp-1-A-NEVERseen here' }],
    ['a person token', { says: 'xoxp-NEVERseen' }],
    ['long hex', { says: 'deadbeef'.repeat(5) }],
    ['long base64', { says: `${'Ab3xNEVERseen'.repeat(6)}Zz12345==` }],
    ['a Redis password', { url: 'redis://default:NEVERseen@localhost' }],
    ['a telephone', { says: 'llamó +57 300 123 4567' }],
    ['an address', { says: 'NEVERseen@example.co' }],
    ['a field named as a secret', { token: 'NEVERseen' }],
    ['a field named as personal data', { customer_name: 'NEVERseen' }],
    ['a nested one', { request: { headers: [{ authorization: 'NEVERseen' }] } }],
  ])('masks %s', (_, fields) => {
    const { log, lines } = logTo('debug');
    log.debug('x', fields);
    expect(lines[0]).toMatch(/\[(secret|personal)\]/);
    expect(lines[0]).not.toMatch(/NEVERseen|deadbeef|300 123/);
  });

  it('writes an error with its code, its message masked', () => {
    const { log, entries } = logTo('error');
    const cause = Object.assign(new Error('refused redis://:NEVERseen@h'), { code: 'ECONNREFUSED' });
    log.error('store.down', { cause });
    expect(entries()[0]).toMatchObject({
      cause: { code: 'ECONNREFUSED', message: 'refused redis://[secret]@h', stack: expect.any(String) },
    });
    expect(JSON.stringify(entries())).not.toContain('NEVERseen');
  });

  it('keeps its own names, and survives what cannot be read', () => {
    const { log, entries } = logTo('info');
    log.info('x', { time: 'mine', event: 'mine' });
    log.info('y', {
      get broken(): string {
        throw new Error('no');
      },
    });
    expect(entries()).toMatchObject([
      { event: 'x', time_: 'mine', event_: 'mine' },
      { event: 'y', fields: '[unreadable]' },
    ]);
  });

  it.each([
    ['ends by itself', ''],
    ['is ended', 'process.exit(3)'],
    ['falls', 'throw new Error("invented")'],
    ['logs on its way out', 'process.on("exit", () => log.info("last")); process.exit(3)'],
  ])('has every line where the process %s', async (_, end) => {
    const file = JSON.stringify(new URL('../../src/adapters/log.ts', import.meta.url).href);
    const code = `const { createLog } = await import(${file}); const log = createLog({ level: 'info', to: 'stdout' });
      log.info('one'); log.info('two'); ${end}`;
    const said = await new Promise<string>((resolve) => {
      execFile(process.execPath, ['--input-type=module', '-e', code], (_failure, stdout) => resolve(stdout));
    });
    const events = said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).event);
    expect(events).toEqual(end.includes('last') ? ['one', 'two', 'last'] : ['one', 'two']);
  });
});
