import { describe, expect, it } from 'vitest';
import { type AuxPolicy, DEFAULT_AUX } from '../../../src/core/operation.ts';
import { judgeState } from '../../../src/core/stats/outliers.ts';
import { spreadOf } from '../../../src/core/stats/spread.ts';

const MIN = 60;
const team = (...minutes: number[]) => minutes.map((each, index) => ({ id: `1${index}`, seconds: each * MIN }));
const judge = (minutes: number[], policy: Partial<AuxPolicy> = {}, state = 'Break', days = 1) =>
  judgeState(state, team(...minutes), { ...DEFAULT_AUX, ...policy }, days);
const USUAL = [45, 50, 55, 58, 60, 65, 70];

describe('judgeState', () => {
  it('finds the one who is out of the usual, with score, ratio and minutes over', () => {
    const verdict = judge([...USUAL, 150]);
    expect(verdict).toMatchObject({ kind: 'judged', out: [{ id: '17', seconds: 150 * MIN, over: 91 * MIN }] });
    expect(verdict.kind === 'judged' && verdict.out[0]?.score).toBeCloseTo((0.6745 * 91) / 7.5, 10);
  });

  it('finds nobody in a team that is alike', () => {
    expect(judge([...USUAL, 80])).toEqual({ kind: 'judged', out: [] });
  });

  it('looks at the high side only', () => {
    expect(judge([0.5, ...USUAL])).toEqual({ kind: 'judged', out: [] });
  });

  it('wants thirty minutes over the median, however extreme the score', () => {
    expect(judge([50, 50, 51, 51, 52, 52, 53, 80])).toEqual({ kind: 'judged', out: [] });
  });

  it('wants three quarters of the median where the state is short', () => {
    const team = [18, 19, 20, 20, 20, 21, 22];
    expect(judge([...team, 34])).toEqual({ kind: 'judged', out: [] });
    expect(judge([...team, 35])).toMatchObject({ out: [{ over: 15 * MIN }] });
    expect(judge([...team, 35], { minOverShare: 1 })).toEqual({ kind: 'judged', out: [] });
  });

  it('wants five minutes over the median in the shortest of states', () => {
    const team = [1.8, 1.9, 2, 2, 2, 2.1, 2.2];
    expect(judge([...team, 6.9])).toEqual({ kind: 'judged', out: [] });
    expect(judge([...team, 7])).toMatchObject({ out: [{ seconds: 7 * MIN }] });
  });

  it('wants one and a half times the median, however many the minutes', () => {
    expect(judge([200, 202, 204, 206, 208, 210, 212, 260])).toEqual({ kind: 'judged', out: [] });
  });

  it("wants Tukey's fence passed as well", () => {
    const minutes = [20, 20, 20, 20, 21, 80, 85, 90];
    const fence = spreadOf(minutes)?.fence ?? 0;
    expect(fence).toBeGreaterThan(90);
    expect(judge(minutes, { groupShare: 1 })).toEqual({ kind: 'judged', out: [] });
  });

  it('does not call a group of seven; it shows the three highest', () => {
    const verdict = judge([...USUAL.slice(1), 150]);
    expect(verdict).toMatchObject({ kind: 'too-small', because: 'few-users' });
    expect(verdict.kind === 'too-small' && verdict.highest.map(({ seconds }) => seconds / MIN)).toEqual([150, 70, 65]);
  });

  it('counts only those who used the state', () => {
    expect(judge([...USUAL.slice(1), 150, 0, 0, 0])).toMatchObject({ kind: 'too-small', because: 'few-users' });
  });

  it('does not judge where more than half spend exactly the same', () => {
    expect(judge([15, 15, 15, 15, 15, 15, 15, 200])).toMatchObject({ kind: 'too-small', because: 'no-spread' });
  });

  it('never judges what the company orders, whatever the spelling', () => {
    expect(judge([...USUAL, 400], { ordered: ['capacitacion'] }, 'CAPACITACIÓN')).toEqual({ kind: 'ordered' });
  });

  it('holds a state with an allowance to it, without statistics and for any group', () => {
    expect(judge([20, 31, 45], { allowances: { break: 30 * MIN } })).toEqual({
      kind: 'allowance',
      allowed: 30 * MIN,
      over: [
        { id: '12', seconds: 45 * MIN, over: 15 * MIN },
        { id: '11', seconds: 31 * MIN, over: MIN },
      ],
    });
  });

  it('allows as many times as there are days', () => {
    expect(judge([100, 160], { allowances: { Break: 30 * MIN } }, 'Break', 5)).toMatchObject({
      allowed: 150 * MIN,
      over: [{ id: '11', over: 10 * MIN }],
    });
  });

  it('counts the justified as if they had not been there: not as a case, and not in the median of the others', () => {
    const times = team(...USUAL, 62, 150, 300);
    const verdict = judgeState('Break', times, DEFAULT_AUX, 1, new Set(['19']));
    expect(verdict).toEqual(judgeState('Break', times.slice(0, -1), DEFAULT_AUX));
    expect(verdict).toMatchObject({ kind: 'judged', out: [{ id: '18' }] });
  });

  it('does not judge a group that the justified leave too small', () => {
    const times = team(...USUAL, 150);
    expect(judgeState('Break', times, DEFAULT_AUX, 1, new Set(['10']))).toMatchObject({ because: 'few-users' });
  });

  it('does not hold the justified to an allowance', () => {
    const policy = { ...DEFAULT_AUX, allowances: { Break: 30 * MIN } };
    expect(judgeState('Break', team(20, 45), policy, 1, new Set(['11']))).toMatchObject({ over: [] });
  });

  it('speaks of the group when more than a quarter of it is over, and names nobody', () => {
    const minutes = [10, 11, 12, 12, 13, 13, 14, 90, 95, 99];
    expect(judge(minutes)).toEqual({ kind: 'group', by: 'statistics', over: 3, users: 10 });
    expect(judge(minutes, { allowances: { Break: 12 * MIN } })).toEqual({
      kind: 'group',
      by: 'allowance',
      over: 6,
      users: 10,
    });
  });

  it('speaks of nobody for an exact quarter over', () => {
    expect(judge([10, 11, 12, 12, 13, 13, 90, 95])).toMatchObject({ kind: 'judged' });
  });
});

describe('spreadOf', () => {
  it('has nothing to say of nobody', () => {
    expect(spreadOf([])).toBeNull();
  });

  it('interpolates quartiles as spreadsheets do', () => {
    expect(spreadOf([4, 1, 3, 2])).toMatchObject({ users: 4, median: 2.5, q1: 1.75, q3: 3.25, mad: 1, fence: 5.5 });
  });
});
