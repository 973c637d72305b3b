import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/core/command/read-command.ts';
import { sayJustified } from '../../../src/core/command/read-justified.ts';
import { LOCALES } from '../../../src/core/i18n/locale.ts';
import { CONTEXT } from './context.ts';

const [named] = CONTEXT.operations;

describe('the list of what was accepted', () => {
  it.each(['aux justified', 'aux justificados', 'justificados', 'ver pausas justificadas', 'Auxiliares: Justificados'])(
    'is asked for by: %s',
    (text) => {
      expect(readCommand(text, CONTEXT)).toEqual({ kind: 'justified', operation: null });
    },
  );

  it('is of the operation that is named', () => {
    for (const locale of LOCALES) {
      const text = sayJustified(locale, named?.id ?? '');
      expect(readCommand(text, CONTEXT)).toEqual({ kind: 'justified', operation: named?.id });
    }
  });

  it('takes no other word: it is said which one is not known', () => {
    expect(readCommand('aux justificados zzz', CONTEXT)).toMatchObject({ kind: 'unclear' });
  });
});
