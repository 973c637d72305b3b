import { describe, expect, it } from 'vitest';
import { baseUrl, slackApiUrl, wolkvoxServer } from '../../src/config/address.ts';
import { durationBetween } from '../../src/config/amounts.ts';
import { date, days, hours, timeOfDay } from '../../src/config/calendar.ts';
import { nearest } from '../../src/config/mistake.ts';
import { country, currency, zone } from '../../src/config/places.ts';

const duration = durationBetween('1s', '24h');

describe('what is written in a configuration', () => {
  it.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['4h', 14_400_000],
    ['1.5s', 1_500],
  ])('reads the duration %s', (text, value) => {
    expect(duration(text)).toEqual({ ok: true, value });
  });

  it.each(['', '10', 'm', '10 minutes', '-1m', '0s', '25h'])('refuses the duration "%s"', (text) => {
    expect(duration(text)).toMatchObject({ ok: false, expected: expect.stringContaining('a duration') });
  });

  it('reads times of the day, midnight at the end included', () => {
    expect(timeOfDay('08:10')).toEqual({ ok: true, value: 490 });
    expect(timeOfDay('24:00').ok).toBe(true);
    for (const text of ['8:10', '24:01', '10:60', 'noon']) expect(timeOfDay(text).ok).toBe(false);
  });

  it('reads days and hours', () => {
    for (const text of ['mon', 'mon-fri', 'weekdays', 'every day']) expect(days(text).ok).toBe(true);
    for (const text of ['lunes', 'mon-tue-wed', '']) expect(days(text).ok).toBe(false);
    expect(hours('Mon-Fri  07:00-19:00 ,sat 08:00-14:00')).toEqual({
      ok: true,
      value: 'mon-fri 07:00-19:00, sat 08:00-14:00',
    });
    expect(hours('every day 00:00-24:00').ok).toBe(true);
    for (const text of ['07:00-19:00', 'mon 19:00-07:00', 'mon 07:00', '']) expect(hours(text).ok).toBe(false);
  });

  it('takes only days that exist', () => {
    expect(date('2028-02-29').ok).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '24-12-2026']) expect(date(text).ok).toBe(false);
  });

  it('takes zones by name, currencies and countries by code', () => {
    for (const text of ['America/Bogota', 'America/Argentina/Buenos_Aires', 'UTC']) expect(zone(text).ok).toBe(true);
    for (const text of ['Bogota', '-05:00', 'America', '']) expect(zone(text).ok).toBe(false);
    expect(currency('COP').ok).toBe(true);
    for (const text of ['cop', 'pesos', 'XQQ']) expect(currency(text).ok).toBe(false);
    expect(country('BR').ok).toBe(true);
    for (const text of ['br', 'ZZ', 'QQ']) expect(country(text).ok).toBe(false);
  });

  it('takes addresses without a password in them', () => {
    expect(wolkvoxServer('WV0003')).toEqual({ ok: true, value: 'https://wv0003.wolkvox.com' });
    for (const text of ['0', '12345', 'wolkvox', 'https://u:p@h']) expect(wolkvoxServer(text).ok).toBe(false);
    expect(baseUrl('https://proxy.example/wolkvox/')).toEqual({ ok: true, value: 'https://proxy.example/wolkvox' });
    expect(slackApiUrl('http://127.0.0.1:4020/api')).toEqual({ ok: true, value: 'http://127.0.0.1:4020/api/' });
  });

  it('finds the nearest name', () => {
    expect(nearest('tokne', ['id', 'token', 'zone'])).toBe('token');
    expect(nearest('x', [])).toBeNull();
  });
});
