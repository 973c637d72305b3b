import { describe, expect, it } from 'vitest';
import { historyWords } from '../../../src/core/i18n/history-words.ts';
import { makeFormat } from '../../../src/core/i18n/make-format.ts';

const progress = (locale: 'es' | 'en' | 'pt', holes: number) =>
  historyWords(locale).progress({
    done: 60,
    wanted: 112,
    holes,
    format: makeFormat({ locale, zone: 'America/Bogota', currency: null, country: null }),
  });

describe('progress of the history', () => {
  it('says what is counted', () => {
    expect(progress('es', 0)).toBe('60 de 112 días leídos, contando aparte cada reporte');
  });

  it('agrees with one hole and with many', () => {
    expect(progress('es', 1)).toContain('; uno no se pudo leer y se vuelve a pedir');
    expect(progress('es', 2)).toContain('; 2 no se pudieron leer y se vuelven a pedir');
    expect(progress('pt', 1)).toContain('; um não pôde ser lido e é pedido de novo');
    expect(progress('en', 1)).toContain('; one could not be read and is asked again');
  });
});
