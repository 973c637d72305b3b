import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASKS_PER_MINUTE, askOf } from '../../../src/core/pacing/person-rate.ts';

const NOON = Date.parse('2025-11-14T12:00:00Z');

describe('what one person may ask', () => {
  it('is sixty times within any minute, and again once the oldest is a minute old', () => {
    const full = Array.from({ length: ASKS_PER_MINUTE }, (_, at) => NOON + at * 100);
    expect(askOf(full, NOON + 10_000)).toEqual({ go: false, waitMs: 50_000 });
    expect(askOf(full, NOON + 60_000)).toMatchObject({ go: true });
    expect(askOf([], NOON)).toEqual({ go: true, asked: [NOON] });
  });

  it('is never more than that in a minute, and never refused without a wait', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 300 }), (gaps) => {
        let asked: readonly number[] = [];
        const gone: number[] = [];
        let now = NOON;
        for (const gap of gaps) {
          now += gap;
          const rate = askOf(asked, now);
          if (rate.go) {
            ({ asked } = rate);
            gone.push(now);
          } else expect(rate.waitMs).toBeGreaterThan(0);
          const minute = gone.filter((at) => at > now - 60_000);
          expect(minute.length).toBeLessThanOrEqual(ASKS_PER_MINUTE);
        }
        expect(asked.length).toBeLessThanOrEqual(ASKS_PER_MINUTE);
      }),
    );
  });
});
