import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/core/command/explain.ts';
import { LEXICON } from '../../../src/core/command/lexicon.ts';
import { MANAGE_VERBS, SUBJECTS } from '../../../src/core/command/meaning.ts';
import { readCommand } from '../../../src/core/command/read-command.ts';
import { nearlySameName, sameName } from '../../../src/core/command/read-manage.ts';
import { LOCALES } from '../../../src/core/i18n/locale.ts';
import { CONTEXT } from './context.ts';

const read = (text: string) => readCommand(text, CONTEXT);
const digests = (verb: string, name: string | null = null, operation: string | null = null) => ({
  kind: 'digests',
  verb,
  name,
  operation,
});

describe('a command about digests or alerts', () => {
  it('is the list where nothing else is said', () => {
    for (const text of [
      'digests',
      'Resúmenes',
      'RESUMENES',
      'resumos',
      'ver resúmenes',
      'mis resúmenes',
      'show my digests',
    ]) {
      expect(read(text)).toEqual(digests('list'));
    }
    expect(read('alertas')).toEqual({ kind: 'alerts', verb: 'list', name: null, operation: null });
  });

  it('takes every verb of every language, before or after', () => {
    for (const locale of LOCALES) {
      for (const subject of SUBJECTS) {
        for (const verb of MANAGE_VERBS) {
          for (const say of LEXICON[locale].verbs[verb]) {
            const [noun] = LEXICON[locale].subjects[subject];
            const expected = { kind: subject, verb, name: null, operation: null };
            expect(read(`${noun} ${say}`), `${noun} ${say}`).toEqual(expected);
            expect(read(`${say} ${noun}`), `${say} ${noun}`).toEqual(expected);
          }
        }
      }
    }
  });

  it('means one thing by each verb, whatever the language', () => {
    const all = LOCALES.flatMap((locale) =>
      MANAGE_VERBS.flatMap((verb) => LEXICON[locale].verbs[verb].map((say) => `${say} ${verb}`)),
    );
    const verbsOf = Map.groupBy(new Set(all), (one) => one.split(' ')[0]);
    expect([...verbsOf.values()].filter((verbs) => verbs.length > 1)).toEqual([]);
  });

  it('takes the words after the verb as a name, whatever else they mean', () => {
    expect(read('resúmenes pausar Resumen de la mañana')).toEqual(digests('pause', 'Resumen de la mañana'));
    expect(read('digests pause the “morning” digest')).toEqual(digests('pause', 'morning digest'));
    expect(read('pausar resumen corte 08:10')).toEqual(digests('pause', 'corte 08:10'));
    expect(read('resumos editar agentes ontem')).toEqual(digests('edit', 'agentes ontem'));
  });

  it('takes an operation where one is named', () => {
    expect(read('resúmenes cali')).toEqual(digests('list', null, 'cali'));
    expect(read('digests add Centro de Ventas Cali')).toEqual(digests('add', null, 'cali'));
    expect(read('digests op:hoy')).toEqual(digests('list', null, 'hoy'));
  });

  it('quotes a verb that is not known and offers the nearest', () => {
    const command = read('resúmenes pasuar mañana');
    if (command.kind !== 'unclear') throw new Error('it was clear');
    expect(command.words).toEqual([{ word: 'pasuar', nearest: ['pausar'] }]);
    expect(explain(command, 'es').examples).toEqual(['resúmenes pausar mañana', 'resúmenes', 'resúmenes agregar']);
    expect(read('digests remve x')).toMatchObject({ words: [{ word: 'remve', nearest: ['remove'] }] });
  });

  it('offers itself for a word that is nearly it', () => {
    expect(read('resumnes')).toMatchObject({ words: [{ nearest: ['resúmenes'] }] });
  });

  it('leaves help and reports what they are', () => {
    expect(read('resúmenes ayuda')).toEqual({ kind: 'help', report: null });
    expect(read('agentes ayer')).toMatchObject({ kind: 'report' });
  });

  it('has examples that run in every language', () => {
    for (const locale of LOCALES) {
      for (const subject of SUBJECTS) {
        const unclear = {
          kind: 'unclear',
          report: null,
          subject,
          words: [{ word: 'x', nearest: [] }],
          reasons: [],
        } as const;
        for (const said of explain(unclear, locale).examples) expect(read(said).kind).not.toBe('unclear');
      }
    }
  });
});

describe('nearlySameName', () => {
  it('leaves out the words that only say what it is', () => {
    expect(nearlySameName('Resumen de la mañana', 'manana')).toBe(true);
    expect(nearlySameName('Resumen', 'resumen')).toBe(true);
    expect(nearlySameName('Resumen de la mañana', 'tarde')).toBe(false);
  });
});

describe('sameName', () => {
  it('sees through accents, case and quotes', () => {
    expect(sameName('Mañana', '"manana"')).toBe(true);
    expect(sameName('Mañana', 'mañanas')).toBe(false);
  });
});
