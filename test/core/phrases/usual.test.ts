import { describe, expect, it } from 'vitest';
import type { Comparable } from '../../../src/core/history/comparable.ts';
import { against, usual, type Usual } from '../../../src/core/history/usual.ts';
import type { Locale } from '../../../src/core/i18n/locale.ts';
import { makeFormat } from '../../../src/core/i18n/make-format.ts';
import type { Period } from '../../../src/core/period/period.ts';
import {
  againstUsual,
  besideUsual,
  noUsual,
  rateAgainstUsual,
  usualBasis,
  type UsualBase,
} from '../../../src/core/phrases/usual.ts';

const zone = 'America/Bogota';
const THURSDAY = { kind: 'day', date: '2026-11-19' } as const;
const formatOf = (locale: Locale) =>
  makeFormat({ locale, zone, currency: null, country: locale === 'pt' ? 'BR' : locale === 'en' ? 'US' : 'CO' });
const base = (locale: Locale, period: Period = THURSDAY, until: string | null = null): UsualBase => ({
  locale,
  format: formatOf(locale),
  period,
  zone,
  until,
});
const of = (...values: number[]): Usual => {
  const found = usual(values, null);
  if (found.kind !== 'usual') throw new Error('too few');
  return found;
};
const CALLS = of(1_655, 1_690, 1_738, 1_790, 1_810);
const spaces = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a figure against the usual', () => {
  const said = (value: number, locale: Locale, period?: Period, until?: string) => {
    const each = base(locale, period, until ?? null);
    return spaces(againstUsual(against(value, CALLS), CALLS, (one) => each.format.number(one), each));
  };

  it('is said with the range that is usual', () => {
    expect(said(1_842, 'es')).toBe('6 % más que un jueves habitual (1.690–1.790)');
    expect(said(1_600, 'en')).toBe('8% less than a usual Thursday (1,690–1,790)');
    expect(said(1_842, 'pt')).toBe('6% a mais que uma quinta-feira habitual (1.690–1.790)');
  });

  it('is like the usual within it', () => {
    expect(said(1_750, 'es')).toBe('como un jueves habitual (1.690–1.790)');
  });

  it('is said up to the mark while the day runs, and by the kind of the period', () => {
    expect(said(1_842, 'es', THURSDAY, '10:00')).toBe('6 % más que un jueves habitual hasta las 10:00 (1.690–1.790)');
    expect(said(1_842, 'es', { kind: 'week', monday: '2026-11-16' })).toContain('que una semana habitual');
    expect(said(1_842, 'es', { kind: 'month', month: '2026-11' })).toContain('que un mes habitual');
    expect(said(1_842, 'es', { kind: 'days', first: '2026-11-17', last: '2026-11-19' })).toContain(
      'un período habitual',
    );
  });

  it('is said in its own unit where the usual is nothing', () => {
    const none = of(0, 0, 0, 0);
    expect(againstUsual(against(12, none), none, String, base('es'))).toBe('12 más que un jueves habitual (0)');
  });
});

describe('a rate against the usual', () => {
  it('is said in points', () => {
    const usually = of(0.06, 0.07, 0.08, 0.09, 0.06);
    expect(spaces(rateAgainstUsual(against(0.18, usually), usually, base('es')))).toBe(
      '11 puntos más que un jueves habitual (6–8 %)',
    );
    expect(rateAgainstUsual(against(0.07, usually), usually, base('en'))).toBe('like a usual Thursday (6–8%)');
  });
});

describe('no usual', () => {
  it('says how much is missing and from when it is compared', () => {
    expect(noUsual({ kind: 'too-few', have: 2, need: 4, since: '2026-12-03' }, base('es'))).toBe(
      'Aún no hay con qué comparar: van 2 de 4 jueves; se compara desde el jue 3 dic.',
    );
    expect(noUsual({ kind: 'too-few', have: 2, need: 4, since: null }, base('en'))).toBe(
      'Nothing to compare with yet: so far 2 of 4 Thursdays.',
    );
  });

  it('says that it is a holiday', () => {
    expect(noUsual('holiday', base('es'))).toBe('Es festivo: no hay un día habitual con qué comparar.');
  });
});

describe('what a comparison rests on', () => {
  const comparable = (...because: Comparable['leftOut'][number]['because'][]): Comparable => ({
    periods: Array.from({ length: 6 }, () => THURSDAY),
    leftOut: because.map((each) => ({ period: THURSDAY, because: each })),
    rest: null,
  });

  it('is so many days, and what was left out of them', () => {
    expect(usualBasis(comparable(), base('es'))).toBe('habitual de 6 jueves');
    expect(usualBasis(comparable('holiday', 'no-history', 'holiday'), base('es'))).toBe(
      'habitual de 6 jueves, sin contar 2 con festivo y 1 sin datos',
    );
    expect(usualBasis(comparable('closure'), base('pt'))).toBe(
      'habitual de 6 quintas-feiras, sem contar 1 com fechamento',
    );
  });
});

describe('a figure beside its usual', () => {
  it('says the middle, the range, how many days and up to when', () => {
    const [es, en] = [base('es'), base('en', THURSDAY, '10:00')];
    expect(besideUsual('1.842', CALLS, (value) => es.format.number(value), es)).toBe(
      '1.842; habitual 1.738 (1.690–1.790), 5 jueves',
    );
    expect(besideUsual('1,842', CALLS, (value) => en.format.number(value), en)).toBe(
      '1,842 until 10:00; usual 1,738 (1,690–1,790), 5 Thursdays',
    );
    const rates = of(0.615, 0.618, 0.619, 0.62);
    expect(spaces(besideUsual('—', rates, (value) => es.format.percent(value, 0), es))).toContain('62 % (62 %)');
  });

  it('of ten minutes is said with their time', () => {
    const said = againstUsual(against(1_750, CALLS), CALLS, String, { ...base('es'), at: '10:40' });
    expect(said).toBe('como un jueves habitual a las 10:40 (1690–1790)');
  });
});

describe('a stretch other than a day', () => {
  const than = (period: Period, locale: Locale, untilDay: string | null = null) => {
    const each = { ...base(locale, period), untilDay };
    return spaces(againstUsual(against(1_842, CALLS), CALLS, (one) => each.format.number(one), each));
  };
  const week = { kind: 'week', monday: '2026-11-16' } as const;
  const hours = { kind: 'hours', date: '2026-11-19', from: '08:00', to: '12:00' } as const;

  it('says up to which day it is compared, or which hours', () => {
    expect(than(week, 'es', '2026-11-18')).toBe('6 % más que una semana habitual hasta el mié 18 nov (1.690–1.790)');
    expect(than(hours, 'es')).toBe('6 % más que un jueves habitual de 08:00 a 12:00 (1.690–1.790)');
    expect(than(hours, 'en')).toBe('6% more than a usual Thursday from 08:00 to 12:00 (1,690–1,790)');
    expect(than({ kind: 'month', month: '2026-11' }, 'pt', '2026-11-18')).toMatch(
      /^6% a mais que um mês habitual até /,
    );
  });
});
