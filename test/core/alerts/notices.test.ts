import { describe, expect, it } from 'vitest';
import { answered } from '../../../src/core/alerts/answers.ts';
import { endBy, evaluate } from '../../../src/core/alerts/evaluate.ts';
import { isStillDue, type Notice, told } from '../../../src/core/alerts/notices.ts';
import { type AlertState, NEW_STATE, openEpisode } from '../../../src/core/alerts/state.ts';
import { aRule } from './any-rule.ts';

const MINUTE = 60_000;
const NOON = Date.parse('2026-11-19T12:00:00-05:00');
const RULE = aRule({ forMs: 0, repeatMs: 30 * MINUTE });
const LAURA = { by: 'U1', name: 'Laura' };

function bad(was: AlertState, at: number) {
  const figure = { value: 0.2, count: 20, of: 100 };
  const seen = { kind: 'figure', unit: 'rate', figure, usual: null } as const;
  return evaluate(RULE, was, { at, seen, active: { from: 0, to: NOON * 2 }, expectsData: true });
}
function only(notices: readonly Notice[], kind: Notice['kind']): Notice {
  const [found] = notices;
  if (found?.kind !== kind) throw new Error(`${String(found?.kind)} is due, not ${kind}`);
  return found;
}
function after(state: AlertState, answer: Parameters<typeof answered>[2]): AlertState {
  const result = answered(state, openEpisode(state)?.firedAt ?? 0, answer, LAURA, NOON + 31 * MINUTE);
  if (result.kind !== 'done') throw new Error(result.kind);
  return result.state;
}

describe('what a check found due, when its turn to be sent comes', () => {
  const fired = bad(NEW_STATE, NOON);
  const fire = only(fired.notices, 'fire');
  const known = told(fired.state, fire, NOON);
  const repeated = bad(known, NOON + 30 * MINUTE);
  const repeat = only(repeated.notices, 'repeat');

  it('is due while nobody has told of it', () => {
    expect(isStillDue(fired.state, fire)).toBe(true);
    expect(isStillDue(repeated.state, repeat)).toBe(true);
  });

  it('is not told a second time where another sender was faster', () => {
    expect(isStillDue(known, fire)).toBe(false);
    expect(isStillDue(told(repeated.state, repeat, NOON + 30 * MINUTE), repeat)).toBe(false);
  });

  it('is not repeated to somebody who took it or put it off meanwhile', () => {
    expect(isStillDue(after(repeated.state, { kind: 'take' }), repeat)).toBe(false);
    expect(isStillDue(after(repeated.state, { kind: 'snooze', until: NOON + 90 * MINUTE }), repeat)).toBe(false);
  });

  it('is told as over, and not repeated, where it ended meanwhile', () => {
    const over = endBy(repeated.state, 'rule', NOON + 31 * MINUTE);
    expect(isStillDue(over, repeat)).toBe(false);
    const [ended] = over.ends;
    if (ended === undefined) throw new Error('nothing ended');
    expect(isStillDue(over, { kind: 'end', ended })).toBe(true);
    expect(isStillDue(told(over, { kind: 'end', ended }, NOON), { kind: 'end', ended })).toBe(false);
  });

  it('comes back from one snooze, not from a later one', () => {
    const snoozed = after(repeated.state, { kind: 'snooze', until: NOON + 40 * MINUTE });
    const returned = bad(snoozed, NOON + 40 * MINUTE);
    const back = only(returned.notices, 'back');
    expect(isStillDue(returned.state, back)).toBe(true);
    expect(isStillDue(after(returned.state, { kind: 'snooze', until: NOON + 80 * MINUTE }), back)).toBe(false);
  });
});
