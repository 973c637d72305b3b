import { describe, expect, it } from 'vitest';
import { alertDay } from './alert-day.ts';

describe('a day with bad hours planted in it', () => {
  it('brings an alert for each of them, in time, and no card that nobody planted', { timeout: 240_000 }, async () => {
    const { planted, came, precision, recall, open } = await alertDay();
    expect({ precision, recall }).toEqual({ precision: 1, recall: 1 });
    expect(came.length).toBeLessThanOrEqual(planted.reduce((sum, { most }) => sum + most, 0));
    const first = Object.fromEntries(planted.map((one) => [one.rule, came.find(({ of }) => of === one)?.at]));
    expect(first).toEqual({ aux: '08:00', abandonment: '10:50', lines: '14:50', promises: '17:30' });
    // What ends with the day is closed with it: the next shift begins without old cards.
    expect(open).toEqual([]);
  });
});
