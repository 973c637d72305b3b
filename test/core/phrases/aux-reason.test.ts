import { describe, expect, it } from 'vitest';
import type { AuxCase } from '../../../src/core/history/aux-cases.ts';
import type { Locale } from '../../../src/core/i18n/locale.ts';
import { makeFormat } from '../../../src/core/i18n/make-format.ts';
import { auxReason } from '../../../src/core/phrases/aux-reason.ts';

const formatOf = (locale: Locale) => makeFormat({ locale, zone: 'America/Bogota', currency: null, country: 'CO' });

describe('the reason of an aux case', () => {
  const found: AuxCase = {
    agent: '101',
    key: 'break',
    state: 'Break',
    date: '2026-11-19',
    seconds: 112 * 60,
    against: { kind: 'team', median: 58 * 60, low: 45 * 60, high: 70 * 60, users: 12 },
    persistence: { kind: 'again', overDays: 3, ofDays: 5 },
  };
  const said = (each: AuxCase, locale: Locale) =>
    auxReason(each, { format: formatOf(locale), locale, today: '2026-11-19' });

  it('holds the time, the team and how many days', () => {
    expect(said(found, 'es')).toBe('112 min de Break; equipo 58 (45–70); 3 de 5 días');
    expect(said(found, 'en')).toBe('112 min of Break; team 58 (45–70); 3 of 5 days');
    expect(said(found, 'pt')).toBe('112 min de Break; equipe 58 (45–70); 3 de 5 dias');
  });

  it('says that a first day is one, what is allowed, and which day it was', () => {
    const first = { ...found, persistence: { kind: 'first-day', overDays: 1, ofDays: 5 } as const };
    expect(said(first, 'es')).toBe('112 min de Break; equipo 58 (45–70); primer día, conviene mirar');
    const allowed = { ...found, against: { kind: 'allowance', allowed: 3_600 } as const, date: '2026-11-18' };
    expect(said(allowed, 'es')).toBe('112 min de Break el mié 18 nov; permitido 60 min; 3 de 5 días');
  });
});
