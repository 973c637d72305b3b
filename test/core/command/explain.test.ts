import { describe, expect, it } from 'vitest';
import type { Text } from '../../../src/core/card/card.ts';
import type { UnclearCommand, UnclearReason } from '../../../src/core/command/command.ts';
import { explain } from '../../../src/core/command/explain.ts';
import { readCommand } from '../../../src/core/command/read-command.ts';
import { LOCALES, type Locale } from '../../../src/core/i18n/locale.ts';
import { CONTEXT } from './context.ts';

const plain = (text: Text): string =>
  typeof text === 'string'
    ? text
    : text
        .map((span) =>
          typeof span === 'string' ? span : 'code' in span ? `\`${span.code}\`` : Object.values(span).join(''),
        )
        .join('');
const explained = (text: string, locale: Locale = 'es') => {
  const command = readCommand(text, { ...CONTEXT, locale });
  if (command.kind !== 'unclear') throw new Error(`"${text}" was clear`);
  const { sentences, examples } = explain(command, locale);
  return { sentences: sentences.map(plain), examples };
};

describe('explain', () => {
  it('quotes the word, offers the nearest and commands that run', () => {
    expect(explained('agnetes ayer')).toEqual({
      sentences: ['No conozco "agnetes". ¿Quisiste decir `agentes`?'],
      examples: ['agentes ayer', 'auxiliares hoy', 'ayuda'],
    });
    expect(explained('agnets yesterday', 'en').sentences).toEqual(['I do not know "agnets". Did you mean `agents`?']);
  });

  it('says how a name is asked for where one may be meant', () => {
    expect(explained('espera soporte hoy').sentences).toEqual([
      'No conozco "soporte".',
      'Si es el nombre de un skill: no se pide por nombre; la tabla los trae a todos.',
    ]);
    expect(explained('soporte').sentences).toEqual(['No conozco "soporte".']);
  });

  it.each([
    ['es', 'campaña 1 2', 'Hay dos campañas: "1" y "2". Deja una sola.'],
    ['es', 'agentes hoy ayer', 'Hay dos períodos: "hoy" y "ayer". Deja uno solo.'],
    ['pt', 'campanha 1 2', 'Há duas campanhas: "1" e "2". Deixe só uma.'],
  ] as const)('agrees with what there are two of, in %s: "%s"', (locale, text, said) => {
    expect(explained(text, locale).sentences[0]).toBe(said);
  });

  it('offers first what was typed with the word that may be meant, where that is a command', () => {
    expect(explained('agentes ayer en la tarde').examples[0]).toBe('agentes ayer 12:00-18:00');
    expect(explained('pausas semana').examples).toEqual([
      'pausas esta semana',
      'pausas semana pasada',
      'pausas última semana',
    ]);
    expect(explained('AUX aller top 5').examples[0]).toBe('AUX ayer top 5');
    expect(explained('alertas pasuar').examples[0]).toBe('alertas pausar');
    expect(explained('agnetes pastasinfin').examples).toEqual(['agentes ayer', 'auxiliares hoy', 'ayuda']);
  });

  it('keeps to three words and counts the others', () => {
    expect(explained('agentes uuuu1 oooo2 iiii3 eeee4 aaaa5').sentences.at(-1)).toBe(
      'Y 2 palabras más que no conozco.',
    );
  });

  it('gives examples of the report that was asked', () => {
    expect(explained('espera hoy ayer').examples[0]).toBe('espera hoy');
  });

  it.each(LOCALES)('has a sentence for every reason in %s', (locale) => {
    const reasons: readonly UnclearReason[] = [
      { because: 'noReport' },
      { because: 'two', what: 'period', first: 'hoy', second: 'ayer' },
      { because: 'noSuchDate', word: 'w' },
      { because: 'noSuchTime', word: 'w' },
      { because: 'backwards', first: 'a', second: 'b' },
      { because: 'future', word: 'w' },
      { because: 'tooLong', days: 366 },
      { because: 'hoursNeedOneDay', word: 'w' },
      { because: 'badTop', word: 'w', max: 100 },
      { because: 'badAmount', word: 'w' },
      { because: 'notFor', word: 'w', command: 'c' },
      { because: 'whichOperation', word: 'w', ids: ['a', 'b'] },
      { because: 'tooManyWords', max: 40 },
    ];
    const unclear: UnclearCommand = { kind: 'unclear', report: null, words: [], reasons };
    const { sentences } = explain(unclear, locale);
    expect(new Set(sentences.map(plain)).size).toBe(reasons.length);
  });
});
