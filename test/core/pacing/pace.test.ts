import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PACING } from '../../../src/core/operation.ts';
import { endTurn, NEW_PACE, takeTurn } from '../../../src/core/pacing/pace.ts';
import { nextStart } from '../../../src/core/pacing/spacing.ts';
import { NOW, operationOf } from '../../adapters/wolkvox/wolkvox-fixture.ts';

const operation = operationOf();
const SPACING = DEFAULT_PACING.spacingMs;

describe('the spacing of a lane', () => {
  it('holds from start to start and from end to start', () => {
    expect(nextStart({ lastStart: null, lastEnd: null }, DEFAULT_PACING, NOW)).toBe(NOW);
    expect(nextStart({ lastStart: NOW, lastEnd: null }, DEFAULT_PACING, NOW)).toBe(NOW + SPACING);
    expect(nextStart({ lastStart: NOW, lastEnd: NOW + 900 }, DEFAULT_PACING, NOW + 1_000)).toBe(NOW + 900 + SPACING);
    expect(nextStart({ lastStart: NOW, lastEnd: NOW + 900 }, DEFAULT_PACING, NOW + 9_000)).toBe(NOW + 9_000);
  });

  it('looks at starts only where two requests may be in flight', () => {
    const two = { ...DEFAULT_PACING, inFlight: 2 } as const;
    expect(nextStart({ lastStart: NOW, lastEnd: NOW + 900 }, two, NOW + 1_000)).toBe(NOW + SPACING);
  });

  it('does not wait for hours when the clock was set back', () => {
    const ahead = { lastStart: NOW + 3_600_000, lastEnd: NOW + 3_600_000 };
    expect(nextStart(ahead, DEFAULT_PACING, NOW)).toBe(NOW + 3 * SPACING);
  });

  it('never lets two turns start closer than that, whenever they are asked', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ pause: fc.nat(3_000), lasts: fc.nat(3_000) }), { minLength: 2 }), (turns) => {
        let pace = NEW_PACE;
        let now = NOW;
        let freeFrom = 0;
        for (const { pause, lasts } of turns) {
          now += pause;
          const turn = takeTurn(pace, operation, now, false);
          if (turn.kind === 'refuse') throw new Error('refused');
          expect(turn.startAt).toBeGreaterThanOrEqual(freeFrom);
          now = turn.startAt + lasts;
          pace = endTurn(turn.next, operation, now, null);
          freeFrom = now + SPACING;
        }
      }),
    );
  });
});

describe('the pace of a lane', () => {
  it('refuses until the local midnight once wolkvox said that the quota is used up', () => {
    const pace = endTurn(NEW_PACE, operation, NOW, 'wolkvox.quota');
    const midnight = Date.parse('2026-11-21T00:00:00-05:00');
    expect(takeTurn(pace, operation, NOW, false)).toEqual({ kind: 'refuse', because: 'used up', until: midnight });
    expect(takeTurn(pace, operation, midnight, false)).toMatchObject({ kind: 'go' });
  });

  it('says why it refuses while the service rests', () => {
    const pace = endTurn(NEW_PACE, operation, NOW, 'wolkvox.maintenance');
    expect(takeTurn(pace, operation, NOW, false)).toMatchObject({ because: 'resting', cause: 'wolkvox.maintenance' });
  });
});
