import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/core/alerts/judge.ts';
import type { Condition } from '../../../src/core/alerts/rule.ts';
import type { Seen, Unit } from '../../../src/core/alerts/seen.ts';
import type { AuxCase } from '../../../src/core/history/aux-cases.ts';
import { type TooFew, usual, type Usual } from '../../../src/core/history/usual.ts';
import { rate } from '../../../src/core/stats/rate.ts';

const ABOVE: Condition = { kind: 'above', threshold: 0.1, recover: 0.07 };
const MORE: Condition = { kind: 'above-usual', share: 0.3, recover: 0.1 };
const LESS: Condition = { kind: 'below-usual', share: 0.3, recover: 0.1 };

function share(count: number, of: number, level: Usual | TooFew | null = null): Seen {
  return { kind: 'figure', unit: 'rate', figure: { value: rate(count, of).fraction, count, of }, usual: level };
}
function plain(value: number | null, unit: Unit, level: Usual | TooFew | null = null): Seen {
  return { kind: 'figure', unit, figure: { value, count: null, of: null }, usual: level };
}
const kindOf = (condition: Condition, seen: Seen, floor = 20): string => judge({ condition, floor }, seen).kind;

describe('a figure against its own limits', () => {
  it('is bad only beyond the limit and good from the recovery threshold on', () => {
    expect([11, 10, 8, 7, 0].map((count) => kindOf(ABOVE, share(count, 100)))).toEqual([
      'bad',
      'between',
      'between',
      'good',
      'good',
    ]);
    const below: Condition = { kind: 'below', threshold: 20, recover: 25 };
    expect([19, 20, 24, 25].map((value) => kindOf(below, plain(value, 'count')))).toEqual([
      'bad',
      'between',
      'between',
      'good',
    ]);
  });

  it('says whether the whole of its 95 % interval is beyond', () => {
    expect(judge({ condition: ABOVE, floor: 20 }, share(14, 78))).toMatchObject({ kind: 'bad', sure: true });
    expect(judge({ condition: ABOVE, floor: 20 }, share(12, 100))).toMatchObject({ kind: 'bad', sure: false });
    expect(judge({ condition: ABOVE, floor: 0 }, plain(3, 'count'))).toMatchObject({ kind: 'bad', sure: null });
  });

  it('is not judged under the floor, nor without anything to divide by', () => {
    expect(kindOf(ABOVE, share(3, 19))).toBe('too-few');
    expect(kindOf(ABOVE, share(3, 20))).toBe('bad');
    expect(kindOf(ABOVE, share(0, 0), 0)).toBe('too-few');
  });

  it('has a floor only where it is a mean or a rate', () => {
    const time: Seen = { kind: 'figure', unit: 'duration', figure: { value: 9, count: null, of: 3 }, usual: null };
    expect(kindOf(ABOVE, time)).toBe('bad');
    expect(kindOf(ABOVE, { ...time, unit: 'money' })).toBe('too-few');
  });

  it('that is nothing at all is a lack of data', () => {
    expect(kindOf(ABOVE, plain(null, 'count'))).toBe('no-data');
    expect(kindOf(ABOVE, { kind: 'no-data' })).toBe('no-data');
    expect(kindOf(ABOVE, { kind: 'error', code: 'wolkvox.timeout' })).toBe('error');
  });
});

describe('a figure against the usual', () => {
  const hundred = usual([90, 95, 100, 105, 110], null);

  it('is bad beyond the share, good within the smaller one', () => {
    const kinds = (condition: Condition, values: readonly number[]) =>
      values.map((value) => kindOf(condition, plain(value, 'money', hundred)));
    expect(kinds(MORE, [131, 130, 111, 110, 60])).toEqual(['bad', 'between', 'between', 'good', 'good']);
    expect(kinds(LESS, [69, 70, 89, 90, 140])).toEqual(['bad', 'between', 'between', 'good', 'good']);
  });

  it('is never bad within the middle half', () => {
    const wide = usual([10, 40, 100, 200, 300], null);
    expect(kindOf(MORE, plain(190, 'money', wide))).toBe('between');
    expect(kindOf(MORE, plain(201, 'money', wide))).toBe('bad');
  });

  it('of a few things is not bad by chance alone', () => {
    const two = usual([2, 2, 2, 2], null);
    expect(kindOf(MORE, plain(4, 'count', two))).not.toBe('bad');
    expect(kindOf(MORE, plain(5, 'count', two))).toBe('bad');
    const none = usual([0, 0, 0, 0], null);
    expect([2, 3].map((value) => kindOf(MORE, plain(value, 'count', none)))).toEqual(['between', 'bad']);
  });

  it('is proven where it is a rate: its interval leaves out what is usual', () => {
    const tenth = usual([0.1, 0.1, 0.1, 0.1], null);
    expect(kindOf(MORE, share(4, 25, tenth))).toBe('between');
    expect(kindOf(MORE, share(40, 250, tenth))).toBe('bad');
  });

  it('says nothing where nothing is known to be usual', () => {
    expect(judge({ condition: MORE, floor: 0 }, plain(9, 'count', usual([1, 2], null)))).toEqual({
      kind: 'no-usual',
      have: 2,
      need: 4,
    });
    expect(kindOf(MORE, plain(9, 'count', null))).toBe('no-usual');
  });
});

describe('the rule over days', () => {
  const found = (overDays: number): AuxCase => ({
    agent: '1',
    key: 'break',
    state: 'Break',
    date: '2026-11-19',
    seconds: 6_720,
    against: { kind: 'allowance', allowed: 1_800 },
    persistence: { kind: 'again', overDays, ofDays: 5 },
  });
  const over = (one: AuxCase | null, justified = false) =>
    judge({ condition: { kind: 'aux' }, floor: 0 }, { kind: 'case', found: one, justified });

  it('is three of the last five', () => {
    expect(over(found(3))).toMatchObject({ kind: 'bad', found: { value: 6_720, count: 3, of: 5 }, limit: null });
    expect(over(found(2))).toEqual({ kind: 'gone', justified: false });
    expect(over(null, true)).toEqual({ kind: 'gone', justified: true });
  });

  it('names nobody where the group is over', () => {
    const condition = { kind: 'aux' } as const;
    expect(judge({ condition, floor: 0 }, { kind: 'group', found: { over: 5, users: 14 } })).toMatchObject({
      kind: 'bad',
      found: { value: 5, of: 14 },
    });
    expect(judge({ condition, floor: 0 }, { kind: 'group', found: null }).kind).toBe('gone');
  });
});
