import { describe, expect, it } from 'vitest';
import { type AlertAnswer } from '../../../src/core/alerts/answers.ts';
import { handoverOf, type Past } from '../../../src/core/alerts/handover.ts';
import { hygieneOf } from '../../../src/core/alerts/hygiene.ts';
import type { Ended, Ending, Episode } from '../../../src/core/alerts/state.ts';
import { aRule } from './any-rule.ts';
import { MINUTE, play, TEN } from './board.ts';

const SHIFT = { from: TEN - 3 * 60 * MINUTE, to: TEN + 9 * 60 * MINUTE };
const BAD = aRule({ forMs: 0, keepFiringForMs: 0 });
const state = (story: string, answer?: AlertAnswer) =>
  play(BAD, story, answer === undefined ? {} : { 0: answer }).state;

const HAND = { by: 'U02', name: 'Carlos', at: TEN };
const EPISODE: Episode = {
  since: TEN,
  firedAt: TEN,
  peak: { at: TEN, value: 0.2, count: 20, of: 100 },
  returns: 0,
  louds: 1,
  loudAt: TEN,
  taken: null,
  assigned: null,
  snooze: null,
  snoozes: 0,
};
const ended = (minutes: number, change: Partial<Episode> = {}, how: Ending = 'resolved'): Ended => ({
  episode: { ...EPISODE, firedAt: TEN + minutes * MINUTE, ...change },
  at: TEN + (minutes + 10) * MINUTE,
  how,
  last: null,
});

describe('what a shift leaves to the next', () => {
  it('is what nobody has, what somebody has, what is put off and what is over', () => {
    const late = { kind: 'snooze', until: SHIFT.to + MINUTE } as const;
    const found = handoverOf(
      [
        { about: 'nobody', state: state('4 12 12') },
        { about: 'carlos', state: state('12 12', { kind: 'take' }) },
        { about: 'later', state: state('12 12', late) },
        { about: 'well', state: state('4 4') },
      ],
      [
        { about: 'seen', ended: ended(0, { taken: HAND }) },
        { about: 'unseen', ended: ended(60) },
        { about: 'yesterday', ended: ended(-24 * 60) },
        { about: 'left', ended: { ...ended(60, {}, 'hours'), at: SHIFT.to } },
        { about: 'left the day before', ended: { ...ended(-24 * 60, {}, 'hours'), at: SHIFT.from } },
      ],
      SHIFT,
    );
    expect(found?.untaken.map(({ about }) => about)).toEqual(['nobody']);
    expect(found?.taken.map(({ about }) => about)).toEqual(['carlos']);
    expect(found?.snoozed.map(({ about }) => about)).toEqual(['later']);
    expect(found?.ended.map(({ about }) => about)).toEqual(['unseen', 'seen']);
    expect(found?.left.map(({ about }) => about)).toEqual(['left']);
    expect(found?.answered).toBe(1);
  });

  it('is nothing where nothing was', () => {
    expect(handoverOf([{ about: 'well', state: state('4') }], [], SHIFT)).toBeNull();
  });

  it('counts what was put off only until before its end as open', () => {
    const soon = { kind: 'snooze', until: TEN + 60 * MINUTE } as const;
    expect(handoverOf([{ about: 'soon', state: state('12', soon) }], [], SHIFT)?.untaken).toHaveLength(1);
  });
});

describe('the hygiene of a week', () => {
  const week = (rule: string, ends: readonly Ended[]): readonly Past<{ readonly rule: string }>[] =>
    ends.map((one) => ({ about: { rule }, ended: one }));
  const DAY = 24 * 60;
  const daily = (change: Partial<Episode> = {}, how: Ending = 'resolved') =>
    [0, 1, 2].map((day) => ended(day * DAY, change, how));

  it('finds rules that nobody answers, that flap, that are always put off or left', () => {
    const found = hygieneOf(
      [
        ...week('unheard', daily()),
        ...week('flaps', [ended(0, { returns: 3 }), ended(60, { taken: HAND })]),
        ...week(
          'returns',
          [0, 1, 2].map((returns) => ({ ...ended(0, { returns, taken: HAND }), at: TEN + returns })),
        ),
        ...week('later', daily({ snoozes: 1 })),
        ...week('left', daily({ taken: HAND }, 'hours')),
        ...week('fine', daily({ taken: HAND })),
        ...week('rare', [ended(0)]),
      ],
      'America/Bogota',
    );
    expect(Object.fromEntries(found.map(({ rule, oddity }) => [rule, oddity]))).toEqual({
      unheard: 'never-answered',
      flaps: 'flapping',
      later: 'always-snoozed',
      left: 'always-left',
    });
    expect(found.find(({ rule }) => rule === 'flaps')).toMatchObject({ times: 2, most: 5 });
  });

  it('has nothing to say of a quiet week', () => {
    expect(hygieneOf([], 'America/Bogota')).toEqual([]);
  });
});
