import { describe, expect, it } from 'vitest';
import { contentWith, correctionDue, mayAsk } from '../../../src/core/pacing/budget.ts';

const HOUR = 60 * 60_000;
const limit = 1_000;

describe('the daily budget', () => {
  it('stops the history at 80 %, and nobody else', () => {
    expect(mayAsk('history', { used: 799, limit })).toMatchObject({ go: true });
    expect(mayAsk('history', { used: 800, limit })).toEqual({ go: false, because: 'history waits' });
    for (const asker of ['person', 'alert', 'digest'] as const) {
      expect(mayAsk(asker, { used: 800, limit })).toMatchObject({ go: true, because: 'enough left' });
    }
  });

  it('thins out the alerts from 90 %: they are content with an answer four times as old', () => {
    expect(contentWith('alert', { used: 899, limit }, 5)).toBe(5);
    expect(contentWith('alert', { used: 900, limit }, 5)).toBe(20);
    expect(contentWith('person', { used: 900, limit }, 5)).toBe(5);
  });

  it('refuses everybody once all is used', () => {
    for (const asker of ['person', 'alert', 'digest', 'history'] as const) {
      expect(mayAsk(asker, { used: 1_000, limit })).toEqual({ go: false, because: 'used up' });
    }
  });

  it('refuses nobody where the limit is unknown', () => {
    expect(mayAsk('history', { used: 1_000_000, limit: null })).toMatchObject({ go: true, because: 'limit unknown' });
  });

  it('is held against the count of wolkvox at most hourly, and only where enough was asked since', () => {
    expect(correctionDue(0, null, 19)).toBe(false);
    expect(correctionDue(0, null, 20)).toBe(true);
    expect(correctionDue(HOUR - 1, 0, 500)).toBe(false);
    expect(correctionDue(HOUR, 0, 20)).toBe(true);
  });
});
