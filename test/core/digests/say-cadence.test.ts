import { describe, expect, it } from 'vitest';
import { cadenceOfCron, PRESETS, times } from '../../../src/core/digests/cadence.ts';
import { sayCadence } from '../../../src/core/digests/say-cadence.ts';

describe('a cadence in words', () => {
  it.each([
    [
      'es',
      [
        'de lunes a viernes a las 08:00',
        'todos los días a las 08:10, 12:10 y 18:10',
        'todos los días cada hora, de 09:00 a 19:00',
        'los lunes a las 08:00',
        'el 1 de cada mes a las 08:00',
      ],
    ],
    [
      'en',
      [
        'Monday to Friday at 08:00',
        'every day at 08:10, 12:10 and 18:10',
        'every day every hour from 09:00 to 19:00',
        'Mondays at 08:00',
        'day 1 of each month at 08:00',
      ],
    ],
    [
      'pt',
      [
        'de segunda a sexta às 08:00',
        'todos os dias às 08:10, 12:10 e 18:10',
        'todos os dias de hora em hora, das 09:00 às 19:00',
        'segundas às 08:00',
        'dia 1 de cada mês às 08:00',
      ],
    ],
  ] as const)('says what is offered in %s', (locale, said) => {
    expect(Object.values(PRESETS).map((cadence) => sayCadence(cadence, locale))).toEqual(said);
  });

  it('says single days and ranges of days', () => {
    expect(sayCadence(times(['01:05'], [6, 7]), 'es')).toBe('los sábados y domingos a la 01:05');
    expect(sayCadence(times(['01:05'], [1, 3, 5]), 'en')).toBe('Mondays, Wednesdays and Fridays at 01:05');
    expect(sayCadence(times(['07:00'], [1, 2, 3, 4, 5, 6]), 'pt')).toBe('de segunda a sábado às 07:00');
  });

  it('says cron in the same words where they can, and as it is written elsewhere', () => {
    const said = (text: string) => sayCadence(cadenceOfCron(text) ?? PRESETS.weekdays, 'es');
    expect(said('10 8 * * 1-5')).toBe('de lunes a viernes a las 08:10');
    expect(said('0 9-19 * * 7')).toBe('los domingos cada hora, de 09:00 a 19:00');
    expect(said('0 8 1 * *')).toBe('el 1 de cada mes a las 08:00');
    expect(said('*/15 9-18 * * *')).toBe('cron */15 9-18 * * *');
    expect(said('0 8 1,15 * *')).toBe('cron 0 8 1,15 * *');
  });
});
