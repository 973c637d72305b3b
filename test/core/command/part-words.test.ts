import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fittingChoice,
  OPTION_CHOICES,
  partChoice,
  PERIOD_CHOICES,
  sayPart,
} from '../../../src/core/command/part-words.ts';
import { readCommand } from '../../../src/core/command/read-command.ts';
import { sayRelative } from '../../../src/core/command/say-relative.ts';
import { LOCALES } from '../../../src/core/i18n/locale.ts';
import { PLAIN_VIEW, type Request } from '../../../src/core/request.ts';
import { CONTEXT, NOW } from './context.ts';

describe('a report chosen for a digest', () => {
  it('is said in words of the command that amount to the same choice, in every language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CONTEXT.reports),
        fc.constantFrom(...PERIOD_CHOICES),
        fc.subarray([...OPTION_CHOICES]),
        fc.constantFrom(...LOCALES),
        (report, period, options, locale) => {
          const one = options.filter(
            (option, at) => options.findIndex((other) => other.slice(0, 3) === option.slice(0, 3)) === at,
          );
          const choice = fittingChoice(report, period, one);
          expect(partChoice(sayPart(choice, locale), CONTEXT)).toEqual(choice);
        },
      ),
    );
  });

  it('is no choice where the words say more than can be chosen', () => {
    for (const words of [
      'agentes ayer top 7',
      'agentes jueves',
      'preview 22109 ayer',
      'agentes ayer csv',
      'agentes cali',
      'xyz',
      'ahora ayer',
    ]) {
      expect(partChoice(words, CONTEXT), words).toBeNull();
    }
    expect(partChoice('agents', CONTEXT)).toEqual({ report: 'agents', period: 'today', options: [] });
  });
});

describe('a request said for other days', () => {
  const request = (text: string): Request => {
    const command = readCommand(text, CONTEXT);
    if (command.kind !== 'report') throw new Error(text);
    return command.request;
  };
  it.each([
    ['agentes hoy', 'agentes hoy'],
    ['agentes ayer top 5 por costo', 'agentes ayer top 5 por costo'],
    ['agentes 2026-11-10', 'agentes ayer'],
    ['agentes semana pasada vs anterior', 'agentes semana pasada vs anterior'],
    ['agentes esta semana', 'agentes esta semana'],
    ['agentes 2026-03', 'agentes mes pasado'],
    ['agentes últimos 7 días', 'agentes últimos 7 días'],
    ['agentes ayer 08:00-12:00', 'agentes ayer 08:00-12:00'],
    ['agentes últimas 3 horas', 'agentes últimas 3 horas'],
    ['espera últimos 30 minutos', 'espera últimos 30 minutos'],
    ['preview 22109 ayer', 'campaña 22109 ayer'],
  ])('"%s" becomes "%s"', (text, said) => {
    expect(sayRelative(request(text), 'es', NOW, 'America/Bogota')).toBe(said);
  });

  it('names no operation: a digest has its own', () => {
    const asked: Request = {
      report: 'hold',
      operation: 'cali',
      period: { kind: 'day', date: '2026-11-19' },
      campaign: null,
      view: PLAIN_VIEW,
    };
    expect(sayRelative(asked, 'pt', NOW, 'America/Bogota')).toBe('espera hoje');
  });
});
