import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../../src/core/i18n/make-format.ts';
import { rateCell, rateSaid } from '../../../src/core/phrases/rate-said.ts';
import { rate } from '../../../src/core/stats/rate.ts';

const format = makeFormat({ locale: 'es', zone: 'America/Bogota', currency: null, country: 'CO' });
const say = (count: number, of: number, floor?: number) => {
  return rateSaid(rate(count, of), { format, locale: 'es' }, floor).replaceAll('\u00a0', ' ');
};

describe('a rate among figures', () => {
  it('carries its counts and its interval', () => {
    expect(say(98, 158)).toBe('98 de 158 (62 %; 54–69)');
  });

  it('is its counts alone where they are too few to judge, or do not fit together', () => {
    expect([say(2, 3), say(2, 3, 3), say(30, 25)]).toEqual(['2 de 3', '2 de 3 (67 %; 21–94)', '30 de 25']);
  });

  it('is nothing where there is nothing to divide by', () => {
    expect(say(0, 0)).toBe('—');
  });
});

describe('a rate in a table', () => {
  const cell = (count: number, of: number) => rateCell(rate(count, of), { format, locale: 'es' });

  it('is a number that sorts, where it rests on enough', () => {
    expect(cell(10, 20)).toEqual({ number: 0.5, text: expect.stringMatching(/^50[,.]0/) });
  });

  it('is its counts as text where they are too few, or do not fit together', () => {
    expect([cell(3, 3), cell(19, 19), cell(30, 25), cell(0, 0)]).toEqual(['3 de 3', '19 de 19', '30 de 25', '—']);
  });
});
