import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/core/alerts/evaluate.ts';
import type { Rule } from '../../../src/core/alerts/rule.ts';
import { type AlertState, NEW_STATE } from '../../../src/core/alerts/state.ts';
import { aRule } from './any-rule.ts';
import { MINUTE, play, TEN, tickOf } from './board.ts';

const word = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 20 }).map(String) },
  fc.constantFrom('.', '!', '2/3', '3/3', '_'),
);
const story = fc.array(word, { minLength: 1, maxLength: 60 });
const withSlackAway = fc.array(fc.oneof({ weight: 8, arbitrary: word }, fc.constant('|')), {
  minLength: 1,
  maxLength: 60,
});
const minutes = fc.constantFrom(0, 5, 10, 30, 60).map((each) => each * MINUTE);
const anyTimes: fc.Arbitrary<Partial<Rule>> = fc.record({
  forMs: minutes,
  keepFiringForMs: minutes,
  repeatMs: fc.option(
    minutes.filter((each) => each > 0),
    { nil: null },
  ),
});
const LOUD = ['fire', 'repeat', 'back'];

describe('whatever happens', () => {
  it('there are never two messages within the repeat interval, with Slack away or not', () => {
    fc.assert(
      fc.property(withSlackAway, anyTimes, (words, times) => {
        const rule = aRule(times);
        const { louds } = play(rule, words.join(' '));
        for (const [index, at] of louds.entries()) {
          const before = louds[index - 1];
          if (before !== undefined && rule.repeatMs !== null) expect(at - before).toBeGreaterThanOrEqual(rule.repeatMs);
        }
      }),
    );
  });

  it('nothing resolves without a good reading', () => {
    fc.assert(
      fc.property(story, anyTimes, (words, times) => {
        for (const { why, notices, state } of play(aRule(times), words.join(' ')).decisions) {
          const resolved = notices.some(
            (one) => one.kind === 'end' && one.ended.how === 'resolved' && one.ended.at === state.at,
          );
          if (resolved || why.step === 'resolves' || why.step === 'recovers') expect(why.verdict?.kind).toBe('good');
        }
      }),
    );
  });

  it('a check that judges nothing tells the floor nothing', () => {
    fc.assert(
      fc.property(story, anyTimes, (words, times) => {
        for (const { why, notices } of play(aRule(times), words.join(' ')).decisions) {
          const judged = why.verdict?.kind === 'bad' || why.verdict?.kind === 'between';
          if (!judged) expect(notices.filter(({ kind }) => LOUD.includes(kind))).toEqual([]);
        }
      }),
    );
  });

  it('what fires was beyond the limit for as long as the rule says', () => {
    fc.assert(
      fc.property(story, anyTimes, (words, times) => {
        const rule = aRule(times);
        for (const { why, state } of play(rule, words.join(' ')).decisions) {
          if (why.step !== 'fires' || state.phase.kind !== 'firing') continue;
          expect(why.verdict?.kind).toBe('bad');
          const { firedAt, since, returns } = state.phase.episode;
          if (returns === 0) expect(firedAt - since).toBeGreaterThanOrEqual(rule.forMs);
        }
      }),
    );
  });

  it('a tick that comes again, or late, changes nothing', () => {
    const late = fc.array(fc.tuple(fc.nat(59), word, fc.nat(60)), { maxLength: 20 });
    fc.assert(
      fc.property(story, anyTimes, late, (words, times, others) => {
        const rule = aRule(times);
        const run = (extra: typeof others): AlertState =>
          words.reduce((state, each, index) => {
            const at = TEN + index * 5 * MINUTE;
            const next = evaluate(rule, state, tickOf(each, at)).state;
            const after = extra.filter(([place]) => place === index);
            return after.reduce(
              (there, [, again, back]) => evaluate(rule, there, tickOf(again, at - back * MINUTE)).state,
              next,
            );
          }, NEW_STATE);
        expect(run(others)).toEqual(run([]));
      }),
    );
  });

  it('the state that is kept as JSON goes on as the same', () => {
    fc.assert(
      fc.property(story, anyTimes, (words, times) => {
        const rule = aRule(times);
        const next = (state: AlertState, each: string, index: number): AlertState =>
          evaluate(rule, state, tickOf(each, TEN + index * 5 * MINUTE)).state;
        const kept = words.reduce<AlertState>(
          (state, each, index) => next(structuredClone(state), each, index),
          NEW_STATE,
        );
        expect(JSON.parse(JSON.stringify(kept))).toEqual(words.reduce(next, NEW_STATE));
      }),
    );
  });
});
