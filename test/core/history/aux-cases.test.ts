import { describe, expect, it } from 'vitest';
import { type AuxDay, judgeAux } from '../../../src/core/history/aux-cases.ts';
import { DEFAULT_AUX } from '../../../src/core/operation.ts';

const MIN = 60;
const TEAM = [45, 50, 55, 58, 60, 65, 70];
const DATES = ['2026-11-19', '2026-11-18', '2026-11-17', '2026-11-14', '2026-11-13', '2026-11-12'];

/** A day of Break: the team's seven, and JP and MR with the minutes given (null: not there). */
const day = (date: string, jp: number | null, mr: number | null = 56, team: readonly number[] = TEAM): AuxDay => ({
  date,
  states: [
    {
      key: 'break',
      state: 'Break',
      uses: [
        ...team.map((minutes, index) => ({ id: `T${index}`, seconds: minutes * MIN })),
        ...Object.entries({ JP: jp, MR: mr }).flatMap(([id, minutes]) =>
          minutes === null ? [] : [{ id, seconds: minutes * MIN }],
        ),
      ],
    },
  ],
});
const days = (...jp: (number | null)[]) => jp.map((minutes, index) => day(DATES[index] ?? '', minutes));

describe('judgeAux', () => {
  it('makes an alert of three of the last five days, with all that its reason says', () => {
    const { alerts, looks } = judgeAux(days(112, 57, 140, 57, 135), DEFAULT_AUX);
    expect(alerts).toEqual([
      {
        agent: 'JP',
        key: 'break',
        state: 'Break',
        date: '2026-11-19',
        seconds: 112 * MIN,
        against: { kind: 'team', median: 58 * MIN, low: 55 * MIN, high: 65 * MIN, users: 9 },
        persistence: { kind: 'again', overDays: 3, ofDays: 5 },
      },
    ]);
    expect(looks).toEqual([]);
  });

  it('makes of one day, and of two, something worth a look', () => {
    const first = judgeAux(days(112, 57, 57, 57, 57), DEFAULT_AUX);
    expect(first).toMatchObject({ alerts: [], looks: [{ agent: 'JP', persistence: { kind: 'first-day' } }] });
    const second = judgeAux(days(112, 57, 112, 57, 57), DEFAULT_AUX);
    expect(second).toMatchObject({ alerts: [], looks: [{ persistence: { kind: 'again', overDays: 2 } }] });
  });

  it('does not look back at those who are within the usual today and were not out of it for long', () => {
    expect(judgeAux(days(57, 112, 112, 57, 57), DEFAULT_AUX)).toMatchObject({ alerts: [], looks: [] });
  });

  it('tells of a standing alert with the day on which it was last over', () => {
    const { alerts } = judgeAux(days(57, 112, 120, 130, 57), DEFAULT_AUX);
    expect(alerts).toMatchObject([{ date: '2026-11-18', seconds: 112 * MIN, persistence: { kind: 'within' } }]);
  });

  it('steps over days on which the agent was not there', () => {
    const { alerts } = judgeAux(days(112, null, 112, null, 57, 112), DEFAULT_AUX);
    expect(alerts).toMatchObject([{ persistence: { overDays: 3, ofDays: 4 } }]);
  });

  it('counts a day for nobody on which more than a quarter was over, and names nobody for it', () => {
    const all = [12, 11, 10, 12, 13, 90, 95];
    const { alerts, looks, groups } = judgeAux([day('2026-11-19', 99, 12, all), ...days(57, 112, 112)], DEFAULT_AUX);
    expect([alerts, looks]).toEqual([[], []]);
    expect(groups).toEqual([{ key: 'break', state: 'Break', over: 3, users: 9 }]);
  });

  it('leaves a justified day out of how long it lasts', () => {
    const justified = [{ date: '2026-11-17', agent: 'JP', state: 'BREAK' }];
    const found = judgeAux(days(112, 57, 140, 57, 135), DEFAULT_AUX, justified);
    expect(found).toMatchObject({ alerts: [], looks: [{ persistence: { kind: 'again', overDays: 2, ofDays: 4 } }] });
    expect(
      judgeAux(days(112), DEFAULT_AUX, [{ ...justified[0], date: '2026-11-19', agent: 'JP', state: 'Break' }]),
    ).toEqual({ alerts: [], looks: [], groups: [] });
  });

  it("leaves justified time out of the team's figures, so that the next is seen in the right light", () => {
    const both = [day('2026-11-19', 300, 112)];
    const team = (justified: { date: string; agent: string; state: string }[]) =>
      judgeAux(both, DEFAULT_AUX, justified).looks.find(({ agent }) => agent === 'MR')?.against;
    expect(team([])).toMatchObject({ median: 60 * MIN, high: 70 * MIN, users: 9 });
    expect(team([{ date: '2026-11-19', agent: 'JP', state: 'break' }])).toMatchObject({
      median: 59 * MIN,
      high: 66.25 * MIN,
      users: 8,
    });
  });

  it('holds a state with an allowance to it, day by day', () => {
    const policy = { ...DEFAULT_AUX, allowances: { Break: 60 * MIN }, groupShare: 1 };
    const { alerts } = judgeAux([day('2026-11-19', 90), day('2026-11-18', 61), day('2026-11-17', 75)], policy);
    expect(alerts.find(({ agent }) => agent === 'JP')).toMatchObject({
      against: { kind: 'allowance', allowed: 60 * MIN },
      persistence: { overDays: 3, ofDays: 3 },
    });
  });

  it('never judges what the company orders, nor a group too small', () => {
    expect(judgeAux(days(400, 400, 400), { ...DEFAULT_AUX, ordered: ['break'] })).toMatchObject({
      alerts: [],
      looks: [],
    });
    const small = DATES.slice(0, 3).map((date) => day(date, 400, null, TEAM.slice(0, 5)));
    expect(judgeAux(small, DEFAULT_AUX)).toMatchObject({ alerts: [], looks: [] });
  });

  it('has nothing to say of no days', () => {
    expect(judgeAux([], DEFAULT_AUX)).toEqual({ alerts: [], looks: [], groups: [] });
  });
});
