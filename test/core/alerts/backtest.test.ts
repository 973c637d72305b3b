import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtest, type Moment, withThreshold } from '../../../src/core/alerts/backtest.ts';
import { evaluate } from '../../../src/core/alerts/evaluate.ts';
import { told } from '../../../src/core/alerts/notices.ts';
import { type AlertState, NEW_STATE } from '../../../src/core/alerts/state.ts';
import { suggestThreshold } from '../../../src/core/alerts/suggest-threshold.ts';
import { PLAIN_OPERATION } from '../../../src/core/operation.ts';
import { activeStretch } from '../../../src/core/alerts/active-hours.ts';
import { aRule } from './any-rule.ts';
import { MINUTE, seenAs, TEN } from './board.ts';

const STEP = 10 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const rule = aRule({ forMs: 20 * MINUTE, keepFiringForMs: 10 * MINUTE });

function history(words: string, from = TEN, step = STEP): readonly Moment[] {
  return words
    .trim()
    .split(/\s+/)
    .map((word, index) => ({ at: from + index * step, seen: seenAs(word) }));
}

describe('a rule replayed over its history', () => {
  it('counts the problems it would have told of', () => {
    const found = backtest(rule, history('12 13 14 4 4 4 2/3 . 15 15 15 15'), PLAIN_OPERATION);
    expect(found).toMatchObject({ times: 2, messages: 2, days: 1, checks: 12, judged: 10 });
    expect(found.episodes.map(({ peak }) => peak.value)).toEqual([0.14, 0.15]);
  });

  it('takes an hourly history as checked by the hour', () => {
    expect(backtest(rule, history('12 13 4 12 4', TEN, 60 * MINUTE), PLAIN_OPERATION).times).toBe(1);
  });

  it('keeps to the hours of the rule', () => {
    const night = aRule({ ...rule, active: 'mon-fri 07:00-10:00' });
    expect(backtest(night, history('12 '.repeat(9)), PLAIN_OPERATION)).toMatchObject({ times: 0, judged: 0 });
  });

  it('is the state machine itself', () => {
    const word = fc.oneof(fc.integer({ min: 0, max: 20 }).map(String), fc.constantFrom('.', '!', '3/3'));
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 80 }),
        fc.constantFrom(null, 30 * MINUTE),
        (words, repeatMs) => {
          const own = aRule({ ...rule, repeatMs, everyMs: STEP });
          const moments = history(words.join(' '));
          let state: AlertState = NEW_STATE;
          let louds = 0;
          const fired = new Set<number>();
          for (const { at, seen } of moments) {
            const active = activeStretch(own.active, PLAIN_OPERATION, at);
            const decision = evaluate(own, state, { at, seen, active, expectsData: true });
            state = decision.state;
            for (const notice of decision.notices) {
              if (notice.kind === 'fire') fired.add(notice.episode.firedAt);
              if (notice.kind === 'fire' || notice.kind === 'repeat') louds += 1;
              state = told(state, notice, at);
            }
          }
          expect(backtest(own, moments, PLAIN_OPERATION)).toMatchObject({ times: fired.size, messages: louds });
        },
      ),
    );
  });

  it('fires no more often with a looser threshold on one hump', () => {
    const hump = history('4 8 11 14 18 14 11 8 4');
    const times = [0.05, 0.1, 0.15, 0.2].map(
      (threshold) => backtest(withThreshold(rule, threshold), hump, PLAIN_OPERATION).times,
    );
    expect(times).toEqual([1, 1, 0, 0]);
  });
});

describe('another threshold', () => {
  it('keeps the share at which it is good again', () => {
    expect(withThreshold(rule, 0.2).condition).toEqual({ kind: 'above', threshold: 0.2, recover: 0.14 });
    const low = aRule({ condition: { kind: 'below', threshold: 0.5, recover: 0.6 } });
    expect(withThreshold(low, 0.4).condition).toEqual({ kind: 'below', threshold: 0.4, recover: 0.48 });
    const usual = aRule({ condition: { kind: 'above-usual', share: 0.3, recover: 0.1 } });
    expect(withThreshold(usual, 0.6).condition).toEqual({ kind: 'above-usual', share: 0.6, recover: 0.2 });
  });
});

describe('a suggested threshold', () => {
  const days = Array.from({ length: 10 }, (_, day) => {
    const hump = day % 2 === 0 ? '12 13 12 13' : '9 9 9 9';
    const peak = day === 5 ? '22 24 23 22' : '5 6 5 6';
    return history(`5 6 4 5 ${hump} 5 6 4 5 ${peak} 5 4 5 4`, TEN + day * DAY);
  }).flat();

  it('is the strictest that tells at most every other day, in round numbers', () => {
    const found = suggestThreshold(rule, 'rate', days, PLAIN_OPERATION);
    const best = found?.tried.find(({ threshold }) => threshold === found.best);
    expect(best?.times).toBeLessThanOrEqual(5);
    const stricter = found?.tried.filter(({ threshold }) => threshold < found.best) ?? [];
    expect(stricter.every(({ times }) => times > 5)).toBe(true);
    expect(found?.tried.every(({ threshold }) => Number.isInteger(Math.round(threshold * 1e6) / 1e4))).toBe(true);
  });

  it('needs some days, and there is none for the rule over days', () => {
    expect(suggestThreshold(rule, 'rate', days.slice(0, 60), PLAIN_OPERATION)).toBeNull();
    expect(suggestThreshold(rule, 'rate', [], PLAIN_OPERATION)).toBeNull();
    expect(suggestThreshold(aRule({ condition: { kind: 'aux' } }), 'count', days, PLAIN_OPERATION)).toBeNull();
  });
});
