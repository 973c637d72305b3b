import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../../src/core/i18n/make-format.ts';
import { windowOf } from '../../../src/core/period/calendar.ts';
import type { Period } from '../../../src/core/period/period.ts';
import { anyInstant, anyPeriod } from '../period/any-period.ts';

const ZONE = 'America/Bogota';
const NOW = Date.parse('2026-11-20T15:20:00Z');
const es = makeFormat({ locale: 'es', zone: ZONE, currency: 'COP', country: 'CO' });
const en = makeFormat({ locale: 'en', zone: ZONE, currency: 'USD', country: null });
const pt = makeFormat({ locale: 'pt', zone: 'America/Sao_Paulo', currency: 'BRL', country: 'BR' });
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  it('are written as the country writes them', () => {
    expect([es.number(1842), en.number(1842), pt.number(1842)]).toEqual(['1.842', '1,842', '1.842']);
    const mexico = makeFormat({ locale: 'es', zone: 'America/Mexico_City', currency: 'MXN', country: 'MX' });
    expect(mexico.number(1842.5)).toBe('1,842.5');
    expect(es.number(-0.01)).toBe('0');
  });

  it('keep the percent sign with its number', () => {
    expect([es.percent(0.052), en.percent(0.052), pt.percent(0.052)]).toEqual(['5,2\u00a0%', '5.2%', '5,2%']);
    expect(es.percent(0.62)).toBe('62\u00a0%');
  });

  it('give a rate with its counts and its interval', () => {
    expect(plain(es.evidence(98, 158))).toBe('98 de 158 (62 %; 54–69)');
    expect(plain(es.evidence(52, 61))).toBe('52 de 61 (85 %; 74–92)');
    expect(en.evidence(98, 158)).toBe('98 of 158 (62%; 54–69)');
    expect(es.evidence(0, 0)).toBe('0 de 0');
    expect(plain(es.evidence(3, 1000))).toBe('3 de 1.000 (0,3 %; 0–1)');
  });

  it('say a change, none, and nothing over nothing', () => {
    expect([es.change(106, 100), es.change(97, 100), es.change(1001, 1000), es.change(4, 0)]).toEqual([
      '+6\u00a0%',
      '−3\u00a0%',
      '=',
      null,
    ]);
  });
});

describe('durations', () => {
  it('read as people say them', () => {
    expect([0, 35, 59.6, 60, 899, 3599, 3600, 147_999].map((seconds) => es.duration(seconds))).toEqual([
      '0 s',
      '35 s',
      '1 min',
      '1 min',
      '14 min',
      '59 min',
      '1h 00m',
      '41h 06m',
    ]);
    expect(es.minutes(112 * 60)).toBe('112 min');
    expect(es.minutes(-120)).toBe('−2 min');
  });
});

describe('money', () => {
  it('has no cents in pesos, and two in dollars', () => {
    expect([412_300.4, 224.3, 0].map((amount) => plain(es.money(amount)))).toEqual(['$ 412.300', '$ 224', '$ 0']);
    expect([412_300.4, 5, 1.239].map((amount) => en.money(amount))).toEqual(['$412,300.40', '$5.00', '$1.24']);
    expect(plain(pt.money(1234.5))).toBe('R$ 1.234,50');
  });

  it('keeps what a small amount per call has to say', () => {
    expect(plain(es.money(3.4567))).toBe('$ 3,46');
    expect(en.money(0.012_345)).toBe('$0.01235');
  });

  it('is bare without a currency, or with one that is no code', () => {
    const bare = makeFormat({ locale: 'es', zone: ZONE, currency: null, country: 'CO' });
    expect([bare.money(412_300.4), bare.money(224.35), bare.money(0.05)]).toEqual(['412.300', '224,35', '0,05']);
    expect(makeFormat({ locale: 'es', zone: ZONE, currency: 'pesos', country: 'CO' }).money(1_000)).toBe('1.000');
  });
});

describe('periods', () => {
  const said = (period: Period): readonly string[] => [es, en].map((format) => format.period(period, NOW));

  it.each<[Period, string, string]>([
    [{ kind: 'day', date: '2026-11-20' }, 'hoy', 'today'],
    [{ kind: 'day', date: '2026-11-19' }, 'ayer', 'yesterday'],
    [{ kind: 'day', date: '2026-11-12' }, 'jue 12 nov', 'Thu 12 Nov'],
    [{ kind: 'day', date: '2025-11-19' }, 'mié 19 nov 2025', 'Wed 19 Nov 2025'],
    [{ kind: 'week', monday: '2026-11-16' }, 'esta semana', 'this week'],
    [{ kind: 'week', monday: '2026-11-09' }, 'la semana pasada', 'last week'],
    [{ kind: 'week', monday: '2026-10-26' }, 'semana del 26 oct al 1 nov', 'week of 26 Oct – 1 Nov'],
    [{ kind: 'month', month: '2026-11' }, 'este mes', 'this month'],
    [{ kind: 'month', month: '2026-10' }, 'el mes pasado', 'last month'],
    [{ kind: 'month', month: '2026-02' }, 'febrero', 'February'],
    [{ kind: 'month', month: '2025-02' }, 'febrero de 2025', 'February 2025'],
    [{ kind: 'days', first: '2026-11-01', last: '2026-11-07' }, 'del 1 al 7 nov', '1–7 Nov'],
    [{ kind: 'days', first: '2025-12-30', last: '2026-01-02' }, 'del 30 dic 2025 al 2 ene', '30 Dec 2025 – 2 Jan'],
    [{ kind: 'hours', date: '2026-11-20', from: '08:00', to: '12:00' }, 'hoy 08:00–12:00', 'today 08:00–12:00'],
    [{ kind: 'span', from: NOW - 3 * 3_600_000, to: NOW }, 'las últimas 3 horas', 'the last 3 hours'],
    [{ kind: 'span', from: NOW - 1_800_000, to: NOW }, 'los últimos 30 minutos', 'the last 30 minutes'],
    [{ kind: 'span', from: NOW - 7_200_000, to: NOW - 3_600_000 }, 'hoy 08:20–09:20', 'today 08:20–09:20'],
  ])('%o is "%s"', (period, spanish, english) => {
    expect(said(period)).toEqual([spanish, english]);
  });

  it.each<[Period, string, string, string]>([
    [{ kind: 'day', date: '2026-11-19' }, 'ayer', 'yesterday', 'ontem'],
    [{ kind: 'day', date: '2026-11-12' }, 'el jue 12 nov', 'on Thu 12 Nov', 'na qui 12 nov'],
    [{ kind: 'day', date: '2026-11-14' }, 'el sáb 14 nov', 'on Sat 14 Nov', 'no sáb 14 nov'],
    [{ kind: 'week', monday: '2026-11-09' }, 'la semana pasada', 'last week', 'na semana passada'],
    [
      { kind: 'week', monday: '2026-10-26' },
      'en la semana del 26 oct al 1 nov',
      'in the week of 26 Oct – 1 Nov',
      'na semana de 26 out a 1 nov',
    ],
    [{ kind: 'month', month: '2026-10' }, 'el mes pasado', 'last month', 'no mês passado'],
    [{ kind: 'month', month: '2026-02' }, 'en febrero', 'in February', 'em fevereiro'],
    [{ kind: 'days', first: '2026-11-01', last: '2026-11-07' }, 'del 1 al 7 nov', 'over 1–7 Nov', 'de 1 a 7 nov'],
    [
      { kind: 'hours', date: '2026-11-12', from: '08:00', to: '12:00' },
      'el jue 12 nov 08:00–12:00',
      'on Thu 12 Nov 08:00–12:00',
      'na qui 12 nov 08:00–12:00',
    ],
    [
      { kind: 'span', from: NOW - 3 * 3_600_000, to: NOW },
      'en las últimas 3 horas',
      'in the last 3 hours',
      'nas últimas 3 horas',
    ],
    [
      { kind: 'span', from: NOW - 1_800_000, to: NOW },
      'en los últimos 30 minutos',
      'in the last 30 minutes',
      'nos últimos 30 minutos',
    ],
  ])('%o is in a sentence "%s"', (period, ...wanted) => {
    expect([es, en, pt].map((format) => format.when(period, NOW))).toEqual(wanted);
  });

  it('are said in Portuguese too', () => {
    expect(pt.period({ kind: 'days', first: '2026-11-01', last: '2026-11-07' }, NOW)).toBe('de 1 a 7 nov');
    expect(pt.day('2026-11-20')).toBe('sex 20 nov');
  });

  it('always have words', () => {
    fc.assert(
      fc.property(anyPeriod, anyInstant, (period, now) => {
        for (const format of [es, en, pt]) expect(format.period(period, now)).toMatch(/\S/);
      }),
    );
  });
});

describe('windows and moments', () => {
  it('are exact and name the city', () => {
    expect(es.window(windowOf({ kind: 'day', date: '2026-11-19' }, ZONE))).toBe('jue 19 nov, 00:00–24:00 Bogotá');
    expect(es.window(windowOf({ kind: 'days', first: '2026-11-01', last: '2026-11-07' }, ZONE))).toBe(
      'dom 1 nov 00:00 – sáb 7 nov 24:00 Bogotá',
    );
  });

  it('carry the day only where it is another one', () => {
    expect(es.moment(NOW, NOW)).toBe('10:20');
    expect(es.moment(NOW - 86_400_000, NOW)).toBe('jue 19 nov, 10:20');
  });

  it('name cities as people write them', () => {
    const city = (zone: string): string => makeFormat({ locale: 'es', zone, currency: null, country: null }).city;
    expect(['America/Mexico_City', 'America/Santiago', 'America/Costa_Rica'].map(city)).toEqual([
      'Ciudad de México',
      'Santiago',
      'Costa Rica',
    ]);
  });

  it('join a list as a sentence does', () => {
    expect([es.list(['a', 'b', 'c']), pt.list(['a', 'b']), en.list([])]).toEqual(['a, b y c', 'a e b', '']);
  });
});

describe('makeFormat', () => {
  it('makes each format once', () => {
    expect(makeFormat({ locale: 'es', zone: ZONE, currency: 'COP', country: 'CO' })).toBe(es);
  });

  it('stands a country that is not a code', () => {
    expect(makeFormat({ locale: 'es', zone: ZONE, currency: null, country: 'Colombia' }).number(1842)).toBe('1.842');
  });
});
