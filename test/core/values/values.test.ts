import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { readDuration } from '../../../src/core/values/duration.ts';
import { readHour, readInstant } from '../../../src/core/values/instant.ts';
import { readCount, readNumber, readPercent } from '../../../src/core/values/number.ts';
import { commonest, countSpelling } from '../../../src/core/values/spellings.ts';
import { readId, readKey, readName, readNameBesideId } from '../../../src/core/values/text.ts';
import { readWord, sameWords } from '../../../src/core/values/words.ts';

describe('readNumber', () => {
  it.each([
    ['48', 48],
    ['1,204.50', 1204.5],
    ['1,234,567', 1_234_567],
    ['0.0372', 0.0372],
    ['$ 12.00', 12],
    ['-3', -3],
    [' 7 ', 7],
    [12, 12],
  ])('reads %j as %d', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each([
    '',
    ' ',
    '-',
    '1,5',
    '12,34,567',
    '1.204,50',
    'NaN',
    '1e3',
    '0x10',
    '..',
    null,
    undefined,
    {},
    true,
    Number.NaN,
    '9'.repeat(400),
    '9007199254740993',
    '1e309',
    '−5',
    '٣',
    '１２',
  ])('cannot read %j and says so, never 0', (value) => {
    expect(readNumber(value)).toBeNull();
  });

  it('reads back what wolkvox would write', () => {
    const written = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        expect(readNumber(written.format(cents / 100))).toBe(cents / 100);
      }),
    );
  });
});

describe('readCount', () => {
  it('takes whole numbers of things only', () => {
    expect(['57', '1,000', '0', '-1', '1.5', ''].map(readCount)).toEqual([57, 1000, 0, null, null, null]);
  });

  it('takes no number that nothing is counted to, so that sums stay exact', () => {
    expect(['1000000000', '1000000001', '9007199254740991'].map(readCount)).toEqual([1_000_000_000, null, null]);
  });
});

describe('readPercent', () => {
  it.each([
    ['12.50 %', 0.125],
    ['0 %', 0],
    ['0.00 %', 0],
    ['9,336.00 %', 93.36],
    ['-4.20 %', -0.042],
    ['37.5', 0.375],
  ])('reads %j as %d', (text, fraction) => {
    expect(readPercent(text)).toBe(fraction);
  });

  it('cannot read blanks', () => {
    expect(['', '-', ' %'].map(readPercent)).toEqual([null, null, null]);
  });
});

describe('readDuration', () => {
  it.each([
    ['00:00:00', 0],
    ['00:58:12', 3492],
    ['4:38:08', 16_688],
    ['41:06:30', 147_990],
    ['1041:06:30', 3_747_990],
    [' 00:03:05', 185],
  ])('reads %j as %d seconds', (text, seconds) => {
    expect(readDuration(text)).toBe(seconds);
  });

  it.each([
    '',
    '-',
    '12:30',
    '00:60:00',
    '00:00:60',
    '12345:00:00',
    '-1:00:00',
    '00-58-12',
    '1 day, 02:00:00',
    null,
    90,
  ])('cannot read %j', (value) => {
    expect(readDuration(value)).toBeNull();
  });
});

describe('readInstant', () => {
  const zones = [
    'America/Bogota',
    'America/Santiago',
    'America/Mexico_City',
    'Europe/Madrid',
    'Australia/Lord_Howe',
    'UTC',
  ];

  it('reads the three formats', () => {
    const instant = Date.UTC(2026, 6, 14, 14, 31, 2);
    expect(readInstant('2026-07-14 09:31:02', 'America/Bogota')).toBe(instant);
    expect(readInstant('20260714093102', 'America/Bogota')).toBe(instant);
    expect(readInstant('20260714', 'America/Bogota')).toBe(Date.UTC(2026, 6, 14, 5));
  });

  it.each([
    '',
    '-',
    '0000-00-00 00:00:00',
    '2026-02-29 10:00:00',
    '2026-13-01 10:00:00',
    '2026-07-14',
    '20260714246000',
    null,
  ])('cannot read %j', (value) => {
    expect(readInstant(value, 'America/Bogota')).toBeNull();
  });

  it('reads any instant back in any zone, twice-shown hours aside', () => {
    const first = Date.UTC(2024, 0, 1) / 1000;
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: first + 3 * 31_536_000 }),
        fc.constantFrom(...zones),
        (second, zone) => {
          const there = DateTime.fromSeconds(second, { zone });
          const read = readInstant(there.toFormat('yyyy-MM-dd HH:mm:ss'), zone);
          expect(there.getPossibleOffsets().map((each) => each.toMillis())).toContain(read);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('takes the first of an hour that the clocks show twice', () => {
    expect(readInstant('2026-10-25 02:30:00', 'Europe/Madrid')).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  it('moves a time that the clocks skip on by the gap', () => {
    expect(readInstant('2026-03-29 02:30:00', 'Europe/Madrid')).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  it('gives the local hour without a zone', () => {
    expect(['2026-07-14 09:31:02', '20260714093102', '20260714', ''].map(readHour)).toEqual([9, 9, null, null]);
  });
});

describe('names and ids', () => {
  it('brings names to one spelling: composed letters, single spaces', () => {
    expect(readName(' RESTREPO MUN\u0303OZ  ANA LUCI\u0301A ')).toBe('RESTREPO MUÑOZ ANA LUCÍA');
    expect([readName(''), readName(' - '), readName(null)]).toEqual([null, null, null]);
  });

  it('takes the id out of composites', () => {
    expect(['22109', '22109 - COBRANZA JULIO', '12345-MARÍA R', 12_345].map(readId)).toEqual([
      '22109',
      '22109',
      '12345',
      '12345',
    ]);
    expect(['', '-', '0', ' ', null].map(readId)).toEqual([null, null, null, null, null]);
    expect(['ventas', '4you'].map(readId)).toEqual(['ventas', '4you']);
  });

  it('takes the name beside an id', () => {
    expect(['22109 - COBRANZA  JULIO', '12345-MARÍA R', '22109', '22109 - '].map(readNameBesideId)).toEqual([
      'COBRANZA JULIO',
      'MARÍA R',
      null,
      null,
    ]);
  });

  it('knows the ways of saying none', () => {
    expect(['', '-', '0', '12345.0277.1784038364.44005'].map(readKey)).toEqual([
      null,
      null,
      null,
      '12345.0277.1784038364.44005',
    ]);
  });
});

describe('words', () => {
  it('folds case and separators of results', () => {
    expect(['ANSWER-MACHINE', 'answer machine', 'Answer_Machine', ' NO-ANSWER', '-', ''].map(readWord)).toEqual([
      'answer machine',
      'answer machine',
      'answer machine',
      'no answer',
      '',
      '',
    ]);
  });

  it('knows the same words in another spelling', () => {
    expect(sameWords(' Capacitación', 'CAPACITACION')).toBe(true);
    expect(sameWords('Respuesta Whats', 'respuesta_whats')).toBe(true);
    expect(sameWords('Baño', 'Break')).toBe(false);
  });

  it('shows the commonest spelling, whatever the order', () => {
    const spell = (...words: string[]) => {
      const spellings = new Map<string, number>();
      for (const word of words) countSpelling(spellings, word);
      return commonest(spellings);
    };
    expect(spell('BREAK', 'Break', 'Break')).toBe('Break');
    expect([spell('Break', 'BREAK'), spell('BREAK', 'Break')]).toEqual(['BREAK', 'BREAK']);
    expect(spell()).toBeNull();
  });
});
