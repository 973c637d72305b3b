import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/core/card/plain.ts';
import { PROBLEM_CODES } from '../../../src/core/errors.ts';
import { LOCALES, type Locale } from '../../../src/core/i18n/locale.ts';
import { makeFormat } from '../../../src/core/i18n/make-format.ts';
import { words } from '../../../src/core/i18n/words.ts';

const NOW = Date.parse('2026-11-19T17:12:00Z');
const format = (locale: Locale) => makeFormat({ locale, zone: 'America/Bogota', currency: 'COP', country: 'CO' });
const problem = (locale: Locale, code: (typeof PROBLEM_CODES)[number], facts = {}, retryAt: number | null = null) => {
  const args = { facts, retryAt, operation: 'Operación Bogotá', format: format(locale), now: NOW };
  const { what, next } = words(locale).problems[code](args);
  return { what, next: plain(next) };
};

describe('problems', () => {
  it.each(LOCALES)('say what happened and the next step in %s, with facts or without', (locale) => {
    for (const code of PROBLEM_CODES) {
      for (const facts of [{}, { limit: 10_000, status: 503, channel: '#piso-2', message: 'x', server: 'wv0003' }]) {
        const { what, next } = problem(locale, code, facts);
        expect(`${what} ${next}`).not.toMatch(/undefined|null|NaN|!|\(\)|\s\s/);
        expect(what).toMatch(/\.$/);
        expect(next).toMatch(/[.)]$/);
      }
    }
  });

  it('say when there is quota again', () => {
    expect(problem('es', 'wolkvox.quota', { limit: 10_000 }, Date.parse('2026-11-20T05:00:00Z'))).toEqual({
      what: 'Hoy ya se usaron las 10.000 consultas de la cuota de Operación Bogotá.',
      next: 'Vuelve a haber a las 00:00 (Bogotá).',
    });
  });

  it('say from when it is worth trying again', () => {
    const { next } = problem('es', 'wolkvox.maintenance', {}, NOW + 240_000);
    expect(next).toBe('Vuelve a intentar a las 12:16 (Bogotá). Lo que falta no es cero.');
  });

  it('name the channel and how to invite the bot', () => {
    expect(problem('es', 'slack.not-invited', { channel: '#piso-2' })).toEqual({
      what: 'No estoy en #piso-2.',
      next: 'Invítame con /invite @Vigía y vuelve a intentar.',
    });
    expect(problem('es', 'slack.archived', { channel: 'C0123456' }).what).toBe('Ese canal está archivado.');
  });
});

describe('the trust line', () => {
  const rows = (locale: Locale, skipped: object, used = 38): string =>
    words(locale).trust.rows({ used, skipped, format: format(locale) });

  it('counts what was used, and what was not with the reason', () => {
    expect(rows('es', {})).toBe('38 filas');
    expect(rows('es', {}, 1)).toBe('1 fila');
    expect(rows('es', { total: 1 })).toBe('38 filas, 1 no contada (TOTAL)');
    expect(rows('es', { total: 1, pseudo: 3 })).toBe('38 filas, 4 no contadas (1 TOTAL, 3 no son agentes)');
    expect(rows('en', { unreadable: 2 }, 1_842)).toBe('1,842 rows, 2 not counted (unreadable)');
    expect(rows('pt', { duplicate: 2 })).toBe('38 linhas, 2 não contadas (repetidas)');
  });
});

describe('every language', () => {
  it.each(LOCALES)('has no exclamation marks and no empty sentence: %s', (locale) => {
    const texts: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value);
      else if (Array.isArray(value)) value.forEach(collect);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    };
    collect(words(locale));
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => text.trim() === '' || /[!¡]/.test(text))).toEqual([]);
  });

  it('labels no button with more than Slack draws', () => {
    for (const locale of LOCALES) {
      expect(Object.values(words(locale).buttons).filter((label) => label.length > 75)).toEqual([]);
    }
  });
});
