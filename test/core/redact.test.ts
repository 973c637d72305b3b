import { describe, expect, it } from 'vitest';
import { redact, redacted } from '../../src/core/redact.ts';

const HEX = '0123456789abcdef'.repeat(4);
const BASE64 = `${'Ab3+/xYz'.repeat(10)}Qw5678==`;

describe('redact', () => {
  it.each([
    ['a bot token', 'Bearer xoxb-12345-67890-AbCdEf'],
    ['a person token', 'xoxp-1-2-3-abc'],
    ['a rotating token', 'xoxe.xoxb-1-abc'],
    ['an app token', 'xapp-1-A01-222-abc'],
    ['long hex', `wolkvox-token: ${HEX}`],
    ['long hex in capitals', HEX.toUpperCase()],
    ['32 hex', `secret=${HEX.slice(0, 32)}`],
    ['long base64', `token ${BASE64}.`],
    ['a password in a URL', 'rediss://default:hunter2hunter@redis.example:6379/0'],
    ['a response hook', 'https://hooks.slack.com/commands/T0/1/abcDEF'],
  ])('masks %s', (_, text) => {
    const safe = redact(text);
    expect(safe).toContain('[secret]');
    for (const part of ['AbCdEf', '-abc', HEX, HEX.slice(0, 32), BASE64, 'hunter2', 'abcDEF']) {
      expect(safe).not.toContain(part);
    }
  });

  it.each([
    '3001234567',
    '+57 300 123 4567',
    '(601) 234-5678',
    '573001234567.',
    'tel:300-123-4567',
    'ana.ruiz+x@example.co',
  ])('masks what looks like a telephone or an address: %s', (text) => {
    const safe = redact(`llamó ${text} hoy`);
    expect(safe).toContain('[personal]');
    expect(safe).not.toMatch(/\d{3}|ana/);
  });

  it.each([
    '2026-11-21T10:20:00.000Z',
    '2026-11-21',
    'ts 1763720400.123456',
    '12345.0277.1782402643.44005',
    '550e8400-e29b-41d4-a716-446655440000',
    'http://127.0.0.1:3000/readyz',
    'C0123456 U01 S03',
    '/usr/local/lib/node_modules/somewhere/deep/inside/the/house/of/a/package/index.ts:12:4',
    '59000 rows',
  ])('leaves alone what only looks a little like it: %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('redacted', () => {
  it('masks by the name of the field, and keeps counts', () => {
    const fields = {
      token: 'short',
      headers: { Authorization: 'x', 'wolkvox-token': 'y', accept: 'json' },
      customer_name: 'Ana',
      phone: 3001234567,
      comments: ['llamar luego'],
      customers: 12,
      token_limit: 10_000,
      rows: 38,
      nothing: null,
    };
    expect(redacted(fields)).toEqual({
      token: '[secret]',
      headers: { Authorization: '[secret]', 'wolkvox-token': '[secret]', accept: 'json' },
      customer_name: '[personal]',
      phone: '[personal]',
      comments: '[personal]',
      customers: 12,
      token_limit: 10_000,
      rows: 38,
      nothing: null,
    });
  });

  it('gives an error its name, code, message and cause, all masked', () => {
    const cause = new Error('auth xoxb-1-abc');
    const error = Object.assign(new TypeError(`no connection to redis://:pw@h`, { cause }), { code: 'ECONNREFUSED' });
    expect(redacted({ error })).toMatchObject({
      error: {
        name: 'TypeError',
        code: 'ECONNREFUSED',
        message: 'no connection to redis://[secret]@h',
        cause: { message: 'auth [secret]' },
      },
    });
    expect(JSON.stringify(redacted(error))).not.toMatch(/:pw@|xoxb-1/);
  });

  it('ends, however deep or circular', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(JSON.stringify(redacted(circle))).toContain('[deep]');
  });
});
