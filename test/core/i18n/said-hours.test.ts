import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/core/i18n/locale.ts';
import { readSaidHours, sayHours } from '../../../src/core/i18n/said-hours.ts';

const HOURS = 'mon-fri 07:00-19:00, sat 08:00-14:00';

describe('hours in words', () => {
  it('have the days of the language', () => {
    expect(sayHours(HOURS, 'es')).toBe('lun-vie 07:00-19:00, sáb 08:00-14:00');
    expect(sayHours(HOURS, 'en')).toBe('Mon-Fri 07:00-19:00, Sat 08:00-14:00');
    expect(sayHours('weekdays 07:00-19:00', 'pt')).toBe('seg-sex 07:00-19:00');
  });

  it('are read back in every language, accents and dashes as people type them', () => {
    for (const locale of LOCALES) expect(readSaidHours(sayHours(HOURS, locale))).toBe(HOURS);
    expect(readSaidHours('Lun – Vie 07:00 - 19:00,  sab 08:00-14:00')).toBe(HOURS);
    expect(readSaidHours('cuando sea')).toBe('cuando sea');
  });
});
