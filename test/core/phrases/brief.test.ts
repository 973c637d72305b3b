import { describe, expect, it } from 'vitest';
import { countAgainst, usual, type UsualFigure } from '../../../src/core/history/usual.ts';
import { makeFormat } from '../../../src/core/i18n/make-format.ts';
import { type BriefMetric, figureSaid, movesOf, standingOf } from '../../../src/core/phrases/brief.ts';

const format = makeFormat({ locale: 'es', zone: 'America/Bogota', currency: 'COP', country: 'CO' });
const calls: BriefMetric = { id: 'calls', better: 'neither', said: (text) => `${text} llamadas` };
const debt: BriefMetric = { id: 'debt', better: 'low', said: (text) => `${text} pendientes` };
const PAST = [970, 990, 1_000, 1_010, 1_030];

function held(value: number, past: readonly number[] = PAST): UsualFigure {
  const found = usual(past, null);
  const own = { value, count: null, of: null };
  return { unit: 'count', own, found, against: found.kind === 'usual' ? countAgainst(value, found) : null };
}
function told(figures: Readonly<Record<string, UsualFigure>>) {
  const phrases = Object.keys(figures).map((id) => [id, 'distinto de un jueves habitual']);
  return { format, locale: 'es', usual: Object.fromEntries(phrases), usualFigures: figures } as const;
}

describe('what moved against the usual', () => {
  it('is what lies beyond the fences, with its sentence', () => {
    expect(movesOf([calls], told({ calls: held(600) }))).toEqual({
      known: true,
      moves: [{ id: 'calls', side: 'below', worse: true, sentence: '600 llamadas, distinto de un jueves habitual' }],
    });
  });

  it('is nothing on the half of all days that lie outside the middle half', () => {
    expect(movesOf([calls], told({ calls: held(1_020) }))).toEqual({ known: true, moves: [] });
  });

  it('is worth a look on one side only where one side is better', () => {
    const sides = [50, 2_000].map((value) => movesOf([debt], told({ debt: held(value) })).moves[0]?.worse);
    expect(sides).toEqual([false, true]);
  });

  it('puts first what is worth a look', () => {
    const { moves } = movesOf([debt, calls], told({ debt: held(50), calls: held(2_000) }));
    expect(moves.map(({ id }) => id)).toEqual(['calls', 'debt']);
  });

  it('is not known where the first metric has no usual', () => {
    expect(movesOf([calls, debt], told({ calls: held(600, [1, 2]), debt: held(1_000) }))).toEqual({
      known: false,
      moves: [],
    });
    expect(movesOf([calls], { format, locale: 'es' })).toEqual({ known: false, moves: [] });
  });
});

describe('a figure of a digest', () => {
  it('carries its evidence, and is nothing where there is nothing to say', () => {
    const rate = { unit: 'rate', own: { value: 0.25, count: 25, of: 100 } } as const;
    expect(figureSaid(rate, { format, locale: 'es' })?.replaceAll('\u00a0', ' ')).toBe('25 de 100 (25 %; 18–34)');
    const none = { unit: 'count', own: { value: null, count: null, of: null } } as const;
    expect(figureSaid(none, { format, locale: 'es' })).toBeNull();
  });
});

describe('how a part stands', () => {
  it('is not called usual where nothing is known to compare with', () => {
    expect([standingOf(false, true), standingOf(false, false), standingOf(true, false)]).toEqual([
      'usual',
      'unknown',
      'look',
    ]);
  });
});
