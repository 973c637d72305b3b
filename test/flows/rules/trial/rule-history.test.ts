import { describe, expect, it } from 'vitest';
import { backtest } from '../../../../src/core/alerts/backtest.ts';
import type { Rule } from '../../../../src/core/alerts/rule.ts';
import { addDays } from '../../../../src/core/period/dates.ts';
import { dateAt, instantAt } from '../../../../src/core/period/local-time.ts';
import { ruleTester } from '../../../../src/flows/rules/trial/rule-backtest.ts';
import { type ReadRuleHistory, ruleHistoryReader } from '../../../../src/flows/rules/trial/rule-history.ts';
import type { HistoryReader } from '../../../../src/flows/history/history-reader.ts';
import { aRule } from '../../../core/alerts/any-rule.ts';
import { handClock } from '../../../fixtures/hand-clock.ts';
import { folded, OPERATION, rowsOf } from '../../../reports/fixture.ts';

const NOW = Date.parse('2026-11-19T17:30:00-05:00');
const TODAY = dateAt(NOW, OPERATION.zone);
const MINUTE = 60_000;
const backOf = (date: string) =>
  Math.round((instantAt(TODAY, '00:00', OPERATION.zone) - instantAt(date, '00:00', OPERATION.zone)) / 86_400_000);

/** A history of which only one kind is kept. */
function kept(own: Partial<HistoryReader>): HistoryReader {
  return {
    day: async () => ({ kind: 'none' }),
    days: async () => [],
    marks: async () => [],
    slices: async () => [],
    ...own,
  };
}
const reader = (history: HistoryReader): ReadRuleHistory =>
  ruleHistoryReader({
    history,
    readAuxPast: async () => ({ days: [], justified: [] }),
    readLevel: async () => null,
    now: () => NOW,
  });
const casesOf = async (rule: Rule, history: HistoryReader) => {
  const found = await reader(history)(rule, OPERATION);
  if (found.kind !== 'kept') throw new Error(found.kind);
  return found;
};
const figureAt = (moment: { readonly seen: unknown } | undefined) => moment?.seen;

/** Thirty calls in each ten minutes from 08:00 to 18:00; on even days half of those from 11:00 to 12:00 are lost. */
const slices: HistoryReader['slices'] = async (_operation, date) =>
  Array.from({ length: 60 }, (_, index) => {
    const asOf = instantAt(date, '08:00', OPERATION.zone) + index * 10 * MINUTE;
    const bad = index >= 18 && index < 24 && backOf(date) % 2 === 0;
    return {
      slot: asOf,
      kind: 'kept',
      asOf,
      figures: { abandonment: { value: null, count: bad ? 15 : 1, of: 30 } },
    } as const;
  })
    .map((one) => ({
      ...one,
      figures: { abandonment: { ...one.figures.abandonment, value: one.figures.abandonment.count / 30 } },
    }))
    .filter(({ asOf }) => asOf <= NOW);

/** Counts of the day up to each full hour. */
const marks =
  (each: (hour: number) => number): HistoryReader['marks'] =>
  async (_operation, _report, date) =>
    Array.from({ length: 11 }, (_, index) => {
      const hour = 8 + index;
      const value = Array.from({ length: index + 1 }, (_each, at) => each(8 + at)).reduce((all, one) => all + one, 0);
      const figure = { value, count: null, of: null };
      const at = instantAt(date, `${String(hour).padStart(2, '0')}:00`, OPERATION.zone);
      return { hour, at, kind: 'kept', figures: { offered: figure, debt: figure }, skills: null } as const;
    });

describe('what a rule would have seen', () => {
  it('of the last minutes, is ten-minute pieces put together as checks do', async () => {
    const { grain, cases } = await casesOf(aRule({ forMs: 0 }), kept({ slices }));
    expect(grain).toBe('pieces');
    const [moments = []] = cases;
    const noon = moments.find(({ at }) => at === instantAt(addDays(TODAY, -2), '11:10', OPERATION.zone));
    expect(figureAt(noon)).toMatchObject({ figure: { count: 31, of: 90 } });
    const run = backtest(aRule({ forMs: 0 }), moments, OPERATION);
    expect(run).toMatchObject({ times: 7, days: 14 });
  });

  it('of the running day, is what each hour said', async () => {
    const rule = aRule({ report: 'hold', metric: 'debt', windowMs: null, floor: 0 });
    const { grain, cases } = await casesOf(rule, kept({ marks: marks(() => 4) }));
    expect(grain).toBe('hours');
    expect(cases[0]?.slice(0, 2).map(figureAt)).toMatchObject([{ figure: { value: 4 } }, { figure: { value: 8 } }]);
  });

  it('of full hours of it, is what was added in them; not for what does not sum, nor for parts of an hour', async () => {
    const history = kept({ marks: marks((hour) => hour) });
    const rule = aRule({ report: 'hold', metric: 'offered', windowMs: 120 * MINUTE, floor: 0 });
    const { cases } = await casesOf(rule, history);
    expect(cases[0]?.[0]).toMatchObject({ seen: { figure: { value: 9 + 10 } } });
    expect(await reader(history)({ ...rule, metric: 'debt' }, OPERATION)).toEqual({ kind: 'not-kept' });
    expect(await reader(history)({ ...rule, windowMs: 90 * MINUTE }, OPERATION)).toEqual({ kind: 'not-kept' });
  });

  it('of each skill apart, is the total of each day, one row of moments for every skill', async () => {
    const { sealed, rows } = folded('hold', [rowsOf('hold', 'typical')]);
    const days: HistoryReader['days'] = async (_operation, _report, from) =>
      Array.from(
        { length: 14 },
        (_, index) => ({ date: addDays(from, index), day: { kind: 'kept', sealed, rows, asOf: NOW } }) as const,
      );
    const rule = aRule({
      report: 'hold',
      metric: 'offered',
      scope: { kind: 'skill', id: '*' },
      windowMs: null,
      floor: 0,
      condition: { kind: 'above', threshold: 0, recover: 0 },
    });
    const { grain, cases, rule: replayed } = await casesOf(rule, kept({ days }));
    expect(grain).toBe('days');
    expect(cases.length).toBeGreaterThan(1);
    expect(cases.every((moments) => moments.length === 14)).toBe(true);
    // A problem of one day is not that of the day before.
    expect(backtest(replayed, cases[0] ?? [], OPERATION).times).toBe(14);
  });

  it('is not kept for the quota', async () => {
    expect(await reader(kept({}))(aRule({ report: 'quota', metric: 'used' }), OPERATION)).toEqual({ kind: 'not-kept' });
  });
});

describe('trying a rule', () => {
  const tryRule = (history: HistoryReader) =>
    ruleTester({ read: reader(history), clock: handClock(NOW), holidays: { isHoliday: () => false } });

  it('counts what the state machine gives when the same history is replayed through it', async () => {
    const rule = aRule({ forMs: 0 });
    const { cases } = await casesOf(rule, kept({ slices }));
    const trial = await tryRule(kept({ slices }))(rule, OPERATION);
    expect(trial).toMatchObject({ kind: 'tried', times: backtest(rule, cases[0] ?? [], OPERATION).times, days: 14 });
    if (trial.kind !== 'tried') throw new Error(trial.kind);
    for (const { limit, times } of trial.tried) {
      const other = { ...rule, condition: { kind: 'above', threshold: limit, recover: limit * 0.7 } } as const;
      expect(times).toBe(backtest(other, cases[0] ?? [], OPERATION).times);
    }
  });

  it('says from when on there is enough', async () => {
    const few: HistoryReader['slices'] = async (operation, date) => (backOf(date) < 2 ? slices(operation, date) : []);
    expect(await tryRule(kept({ slices: few }))(aRule(), OPERATION)).toEqual({
      kind: 'short',
      days: 2,
      from: '2026-11-22',
    });
    expect(await tryRule(kept({}))(aRule(), OPERATION)).toEqual({ kind: 'short', days: 0, from: '2026-11-24' });
  });

  it('reads the history once while limits are tried one after the other', async () => {
    let reads = 0;
    const counted: HistoryReader['slices'] = (...asked) => {
      reads += 1;
      return slices(...asked);
    };
    const trying = tryRule(kept({ slices: counted }));
    for (const threshold of [0.1, 0.2, 0.3])
      await trying(aRule({ condition: { kind: 'above', threshold, recover: threshold * 0.7 } }), OPERATION);
    expect(reads).toBe(14);
  });
});
