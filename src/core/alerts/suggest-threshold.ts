import { quantileSorted } from 'simple-statistics';
import type { Operation } from '../operation.ts';
import type { IsHoliday } from './active-hours.ts';
import { backtest, type Moment, withThreshold } from './backtest.ts';
import { judge } from './judge.ts';
import type { Rule } from './rule.ts';
import type { Unit } from './seen.ts';

/** A threshold and how often it would have told somebody in the days of the history. */
export type Tried = { readonly threshold: number; readonly times: number; readonly days: number };
/** `best`: the strictest that is told at most every other day. `tried`: from strict to loose, `best` among them. */
export type Suggestion = { readonly best: number; readonly tried: readonly Tried[] };

/** More than one alert every other day is not read for long. */
const MOST_A_DAY = 0.5;
const FEWEST_DAYS = 5;
const FEWEST_READINGS = 30;
const SHARES = [0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 1];
const USUAL_SHARES = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1];

/**
 * A threshold for a rule out of its own history, by replaying it with thresholds that its worse readings give, in round numbers; null
 * where there is too little history, and for the rule over days, which has no threshold.
 */
export function suggestThreshold(
  rule: Rule,
  unit: Unit,
  history: readonly Moment[],
  operation: Pick<Operation, 'zone' | 'hours'> & Partial<Pick<Operation, 'country'>>,
  isHoliday?: IsHoliday,
): Suggestion | null {
  const candidates = candidatesOf(rule, unit, history);
  const tried = candidates.map((threshold): Tried => {
    const { times, days } = backtest(withThreshold(rule, threshold), history, operation, isHoliday);
    return { threshold, times, days };
  });
  const [first] = tried;
  if (first === undefined || first.days < FEWEST_DAYS) return null;
  const best = tried.find(({ times, days }) => times <= days * MOST_A_DAY) ?? tried.at(-1) ?? first;
  return { best: best.threshold, tried };
}

function candidatesOf({ condition, floor }: Rule, unit: Unit, history: readonly Moment[]): readonly number[] {
  if (condition.kind === 'aux') return [];
  if (condition.kind === 'above-usual' || condition.kind === 'below-usual') return USUAL_SHARES;
  const values = history
    .flatMap(({ seen }) => {
      const verdict = judge({ condition, floor }, seen);
      return 'found' in verdict ? [verdict.found.value] : [];
    })
    .toSorted((a, b) => a - b);
  if (values.length < FEWEST_READINGS) return [];
  const high = condition.kind === 'above';
  const round = SHARES.map((share) => rounded(quantileSorted(values, high ? share : 1 - share), unit, high));
  return [...new Set(round)].toSorted((a, b) => (high ? a - b : b - a));
}

/** To the next round number on the loose side: whole per cent, five minutes, two leading digits. */
function rounded(value: number, unit: Unit, up: boolean): number {
  const step =
    unit === 'rate'
      ? 0.01
      : unit === 'duration'
        ? 300
        : Math.max(1, 10 ** (Math.floor(Math.log10(Math.max(Math.abs(value), 1))) - 1));
  const steps = value / step;
  const whole = up ? Math.ceil(steps - 1e-9) : Math.floor(steps + 1e-9);
  return unit === 'rate' ? whole / 100 : whole * step;
}
