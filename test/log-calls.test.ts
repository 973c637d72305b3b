import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLog } from '../src/adapters/log.ts';

const src = new URL('../src/', import.meta.url);
type Call = { readonly where: string; readonly event: string; readonly given: string };

/** Every place where something is logged: the event, and what is handed over with it, as it is written. */
const CALLS: readonly Call[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('simulators'))
  .flatMap((path) => {
    const text = readFileSync(new URL(path, src), 'utf8');
    return [...text.matchAll(/\blog\.(?:debug|info|warn|error)\(/g)].map(({ index, 0: start }) => {
      const whole = argumentsAt(text, index + start.length);
      const comma = whole.indexOf(',');
      const [event = '', given = ''] = comma < 0 ? [whole] : [whole.slice(0, comma), whole.slice(comma + 1)];
      return {
        where: `src/${path}:${text.slice(0, index).split('\n').length}`,
        event: event.trim(),
        given: given.trim(),
      };
    });
  });

function argumentsAt(text: string, from: number): string {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if ('([{'.includes(text[at] ?? '')) depth += 1;
    if (')]}'.includes(text[at] ?? '')) depth -= 1;
    if (depth === 0) return text.slice(from, at);
  }
  return text.slice(from);
}

/** The names under which a call hands values over; what it spreads it hands over too, by whatever name. */
const namesIn = (given: string): readonly string[] =>
  [...given.matchAll(/(?<=[{,]\s*)([a-zA-Z_]\w*)(?=\s*[:,}])/g)].map(([, name = '']) => name);

const SECRETS = {
  'a bot token': 'xoxb-1234567890-abcdefABCDEF',
  'an app token': 'xapp-1-A00-123-abcdef0123456789',
  "a token of wolkvox's one shape": 'a3'.repeat(32),
  "a token of wolkvox's other shape": 'QWxhZGRpbjpvcGVuIHNlc2FtZSBhbmQgc29tZSBtb3JlIGJ5dGVzIDEyMzQ1Njc4OTA=',
  'a password of Redis': 'redis://vigia:not-for-eyes@10.0.0.1:6379',
  "Slack's address for an answer": 'https://hooks.slack.com/commands/T00/123/abcdef',
  'a telephone': '+57 300 111 22 33',
  'an e-mail': 'cliente@example.com',
};
const lines: string[] = [];
const log = createLog({ level: 'debug', to: { write: (line) => void lines.push(line) } });

describe('what is logged', () => {
  it('is found in the source', () => {
    expect(CALLS.length).toBeGreaterThan(80);
  });

  it('has an event with a fixed name, into which no value is written', () => {
    const fixed = /^'[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?'$/;
    expect(CALLS.filter(({ event }) => !fixed.test(event)).map(({ where, event }) => `${where}: ${event}`)).toEqual([]);
  });

  it('hands over fields, never a text made of values', () => {
    const made = CALLS.filter(({ given }) => /`[^`]*\$\{/.test(given));
    expect(made.map(({ where, given }) => `${where}: ${given}`)).toEqual([]);
  });

  it('never names what somebody typed, an address for answers, a trigger, or a header', () => {
    const NEVER = [
      'text',
      'body',
      'payload',
      'responseUrl',
      'triggerId',
      'headers',
      'token',
      'secret',
      'row',
      'rows_',
      'why',
    ];
    const found = CALLS.filter(({ given }) => namesIn(given).some((name) => NEVER.includes(name)));
    expect(found.map(({ where, given }) => `${where}: ${given}`)).toEqual([]);
  });

  it.each(Object.entries(SECRETS))(
    'comes out without %s, under each name that a call uses and inside of a cause',
    (_what, secret) => {
      const names = new Set([...CALLS.flatMap(({ given }) => namesIn(given)), 'cause']);
      const cause = new Error(`it failed with ${secret}`, { cause: { config: { url: secret } } });
      lines.length = 0;
      for (const name of names) {
        log.error('planted', { [name]: secret });
        log.error('planted', { [name]: { deep: [`so: ${secret}.`] } });
        log.error('planted', { [name]: cause });
      }
      expect(names.size).toBeGreaterThan(40);
      expect(lines).toHaveLength(3 * names.size);
      expect(lines.filter((line) => line.includes(secret) || line.includes('not-for-eyes'))).toEqual([]);
    },
  );
});
