import { describe, expect, it } from 'vitest';
import type { Why } from '../../../src/core/alerts/evaluate.ts';
import type { Verdict } from '../../../src/core/alerts/judge.ts';
import { LOCALES, type Locale } from '../../../src/core/i18n/locale.ts';
import { makeFormat } from '../../../src/core/i18n/make-format.ts';
import { whySaid } from '../../../src/core/phrases/alert-reason.ts';
import { aRule } from '../alerts/any-rule.ts';
import { play } from '../alerts/board.ts';

const formatOf = (locale: Locale) => makeFormat({ locale, zone: 'America/Bogota', currency: null, country: null });
const said = (why: Why, locale: Locale = 'es'): string =>
  whySaid(why, { locale, unit: 'rate', format: formatOf(locale) }).replaceAll('\u00a0', ' ');

describe('why a check did what it did', () => {
  it('is said of every step of a story', () => {
    const { decisions } = play(aRule(), '4 12 8 18 18 6 12 6 6 2/3 . ! _');
    expect(decisions.map(({ why }) => said(why))).toEqual([
      'Sin novedad: 4 de 100 (4 %; 2–10); se da por bueno desde 7 %.',
      'Empieza a contar el tiempo: 12 de 100 (12 %; 7–20); el límite es 10 %, que cae dentro del margen.',
      'Sigue contando el tiempo: 8 de 100 (8 %; 4–15), entre 7 %, que se da por bueno, y el límite, 10 %.',
      'Se avisa: 18 de 100 (18 %; 12–27); el límite es 10 %, y todo el margen está más allá.',
      'Sigue: 18 de 100 (18 %; 12–27); el límite es 10 %, y todo el margen está más allá.',
      'Mejora; se espera a que siga así: 6 de 100 (6 %; 3–12); se da por bueno desde 7 %.',
      'Vuelve a pasar el límite: 12 de 100 (12 %; 7–20); el límite es 10 %, que cae dentro del margen.',
      'Mejora; se espera a que siga así: 6 de 100 (6 %; 3–12); se da por bueno desde 7 %.',
      'Resuelto: 6 de 100 (6 %; 3–12); se da por bueno desde 7 %.',
      'Queda como estaba: 2 de 3: muy pocas para juzgar; con 20 o más se compara.',
      'Queda como estaba: wolkvox no tiene datos.',
      'Queda como estaba: no se pudo leer wolkvox.',
      'Fuera del horario de la regla.',
    ]);
  });

  const VERDICTS: readonly Verdict[] = [
    { kind: 'gone', justified: false },
    { kind: 'gone', justified: true },
    { kind: 'too-few', count: null, of: 0, floor: 0 },
    { kind: 'too-few', count: null, of: 3, floor: 20 },
    { kind: 'no-usual', have: 2, need: 4 },
    { kind: 'bad', found: { value: 6_720, count: 3, of: 5 }, limit: null, back: null, sure: null },
  ];
  it.each(LOCALES)('has its sentence in %s, whatever was found', (locale) => {
    const sentences = VERDICTS.map((verdict) => said({ step: 'kept', verdict }, locale));
    expect(new Set(sentences).size).toBe(VERDICTS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/\S\.$/);
  });
});
