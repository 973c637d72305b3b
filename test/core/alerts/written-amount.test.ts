import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWritten, writeAmount } from '../../../src/core/alerts/written-amount.ts';
import { LOCALES } from '../../../src/core/i18n/locale.ts';
import { makeFormat } from '../../../src/core/i18n/make-format.ts';

const formats = LOCALES.map((locale) => makeFormat({ locale, zone: 'America/Bogota', currency: null, country: null }));

describe('readWritten', () => {
  it.each([
    ['12', 'rate', 0.12],
    ['12 %', 'rate', 0.12],
    ['12,5%', 'rate', 0.125],
    ['0.5 %', 'rate', 0.005],
    ['45', 'duration', 2_700],
    ['45 min', 'duration', 2_700],
    ['1 h 30', 'duration', 5_400],
    ['1h 06m', 'duration', 3_960],
    ['2 horas', 'duration', 7_200],
    ['90 s', 'duration', 90],
    ['20', 'count', 20],
    ['1.200', 'count', 1_200],
    ['1,200', 'count', 1_200],
    ['1.200,5', 'count', 1_200.5],
    ['1,5', 'count', 1.5],
    ['1.842.300', 'money', 1_842_300],
    ['$ 250.000', 'money', 250_000],
  ] as const)('reads %s as a %s', (text, unit, value) => {
    expect(readWritten(text, unit)).toBeCloseTo(value, 9);
  });

  it.each([
    ['', 'rate'],
    ['mucho', 'count'],
    ['', 'duration'],
    ['12 % o más', 'rate'],
    ['un rato', 'duration'],
  ] as const)('knows no amount in "%s"', (text, unit) => {
    expect(readWritten(text, unit)).toBeNull();
  });

  it('reads what a field was filled with, in every language', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom(...formats), (hundredths, format) => {
        expect(readWritten(writeAmount(hundredths / 10_000, 'rate', format), 'rate')).toBeCloseTo(
          hundredths / 10_000,
          6,
        );
        expect(readWritten(writeAmount(hundredths, 'count', format), 'count')).toBe(hundredths);
        expect(readWritten(writeAmount(hundredths * 60, 'duration', format), 'duration')).toBe(hundredths * 60);
        expect(readWritten(writeAmount(hundredths * 25, 'money', format), 'money')).toBe(hundredths * 25);
      }),
    );
  });
});
