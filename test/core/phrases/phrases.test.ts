import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../../src/core/i18n/make-format.ts';
import { LOCALES, type Locale } from '../../../src/core/i18n/locale.ts';
import type { Period } from '../../../src/core/period/period.ts';
import { agentLabel } from '../../../src/core/phrases/agent-label.ts';
import { comparedCount, comparedRate, comparedTotal, nowAndBefore } from '../../../src/core/phrases/compare.ts';
import { mayGrow } from '../../../src/core/phrases/may-grow.ts';

const NOW = Date.UTC(2026, 10, 20, 13);
const base = (comparedWith: Period | null = null, locale: Locale = 'es') => ({
  locale,
  format: makeFormat({ locale, zone: 'America/Bogota', currency: null, country: 'CO' }),
  now: NOW,
  comparedWith,
});
const day = (date: string): Period => ({ kind: 'day', date });
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

describe('comparedTotal', () => {
  it.each([
    [106, 100, null, '6 % más que el período anterior'],
    [94, 100, day('2026-11-19'), '6 % menos que ayer'],
    [100.2, 100, day('2026-11-12'), 'casi igual que el jue 12 nov'],
    [100, 100, day('2026-11-12'), 'igual que el jue 12 nov'],
    [0, 100, null, '100 % menos que el período anterior'],
  ])('says of %d against %d', (now, before, period, words) => {
    expect(plain(comparedTotal(now, before, base(period)))).toBe(words);
  });

  it('names a longer period beside the words for it', () => {
    const week: Period = { kind: 'days', first: '2026-11-01', last: '2026-11-07' };
    expect(plain(comparedTotal(2, 1, base(week)))).toMatch(/^100 % más que el período anterior \(.*7 nov.*\)$/u);
  });

  it('has nothing to say against nothing', () => {
    expect(comparedTotal(5, 0, base())).toBeNull();
  });
});

describe('comparedRate', () => {
  it('speaks of points, never of per cent of per cent', () => {
    expect(comparedRate(0.18, 0.15, base(day('2026-11-19')))).toBe('3 puntos más que ayer');
    expect(comparedRate(0.14, 0.15, base(day('2026-11-19')))).toBe('un punto menos que ayer');
    expect(comparedRate(0.151, 0.15, base(day('2026-11-19')))).toBe('casi igual que ayer');
    expect(comparedRate(0.15, 0.15, base(day('2026-11-19')))).toBe('igual que ayer');
  });

  it('needs both', () => {
    expect([comparedRate(null, 0.1, base()), comparedRate(0.1, null, base())]).toEqual([null, null]);
  });
});

describe('comparedCount', () => {
  it('speaks of things', () => {
    expect(comparedCount(37, 25, base(day('2026-11-19')))).toBe('12 más que ayer');
    expect(comparedCount(25, 25, base(day('2026-11-19')))).toBe('igual que ayer');
    for (const locale of LOCALES) expect(nowAndBefore('2', '1', locale)).toMatch(/^2 \(.*1\)$/u);
  });
});

describe('agentLabel', () => {
  it("follows the channel's policy", () => {
    expect((['full', 'initials', 'hidden'] as const).map((names) => agentLabel('RÍOS ANA', 3, names, 'es'))).toEqual([
      'Ríos Ana',
      'R. A.',
      'Agente 3',
    ]);
  });
});

describe('mayGrow', () => {
  it('holds until the last rows have had time to arrive', () => {
    const minutes = (many: number) => ({ window: { from: 0, to: NOW }, now: NOW + many * 60_000 });
    expect([-5, 0, 14, 15, 60].map((many) => mayGrow(minutes(many)))).toEqual([true, true, true, false, false]);
  });
});
