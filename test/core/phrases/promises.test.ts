import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../src/core/history/ledger.ts';
import type { Locale } from '../../../src/core/i18n/locale.ts';
import { makeFormat } from '../../../src/core/i18n/make-format.ts';
import { promisesWaiting } from '../../../src/core/phrases/promises.ts';

const formatOf = (locale: Locale) => makeFormat({ locale, zone: 'America/Bogota', currency: null, country: 'CO' });

describe('promises that wait', () => {
  const ledger = ledgerOf([
    { time: '18:00', at: 0, skills: { '203': { yes: 38, ok: 15, fail: 2 }, '201': { yes: 30, ok: 12, fail: 2 } } },
  ]);
  const said = (minutesLeft: number | null, locale: Locale = 'es') =>
    promisesWaiting(
      ledger ?? { waiting: 0, skills: [] },
      minutesLeft === null ? null : { closes: '19:00', at: 1, minutesLeft },
      { format: formatOf(locale), locale, skillName: (skill) => (skill === '203' ? 'Soporte' : 'Ventas') },
    );

  it('are said with their skills and the closing time', () => {
    expect(said(50)).toBe(
      '37 clientes esperan su devolución: 21 de Soporte, 16 de Ventas; se cierra a las 19:00, en 50 min',
    );
    expect(said(null, 'en')).toBe('37 customers wait for their call-back: 21 of Soporte, 16 of Ventas');
  });

  it('were left waiting once it is closed', () => {
    expect(said(0)).toBe('37 clientes quedaron esperando su devolución: 21 de Soporte, 16 de Ventas');
  });

  it('are not spoken of where nobody waits', () => {
    expect(
      promisesWaiting({ waiting: 0, skills: [] }, null, { format: formatOf('es'), locale: 'es', skillName: String }),
    ).toBeNull();
  });
});
