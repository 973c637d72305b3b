import { assertNever, type ProblemCode } from '../errors.ts';
import { isPersistent } from '../history/persistence.ts';
import type { Figure } from '../history/stored.ts';
import type { Usual } from '../history/usual.ts';
import { enough, wilson } from '../stats/rate.ts';
import type { Rule } from './rule.ts';
import type { Seen, Unit } from './seen.ts';

/** A figure that has a value. */
export type Measured = Omit<Figure, 'value'> & { readonly value: number };

/**
 * What that means under a rule. `limit`: beyond it, it is bad; `back`: from there on it is good again; both in the metric's unit, null
 * where days or people are counted. `sure`: whether the 95 % interval of a rate lies beyond the limit as a whole; null for what is no rate.
 */
export type Verdict =
  | {
      readonly kind: 'bad' | 'between' | 'good';
      readonly found: Measured;
      readonly limit: number | null;
      readonly back: number | null;
      readonly sure: boolean | null;
    }
  | { readonly kind: 'gone'; readonly justified: boolean }
  | { readonly kind: 'too-few'; readonly count: number | null; readonly of: number; readonly floor: number }
  | { readonly kind: 'no-usual'; readonly have: number; readonly need: number }
  | { readonly kind: 'no-data' }
  | { readonly kind: 'error'; readonly code: ProblemCode };

type Limits = { readonly limit: number; readonly back: number; readonly high: boolean };

/** Judges what was seen by a rule's condition, floor and recovery threshold, apart from time and from what was before. */
export function judge(rule: Pick<Rule, 'condition' | 'floor'>, seen: Seen): Verdict {
  switch (seen.kind) {
    case 'no-data':
    case 'error':
      return seen;
    case 'case': {
      const { found } = seen;
      if (found === null || !isPersistent(found.persistence)) return { kind: 'gone', justified: seen.justified };
      const { overDays, ofDays } = found.persistence;
      return counted('bad', { value: found.seconds, count: overDays, of: ofDays });
    }
    case 'group':
      if (seen.found === null) return { kind: 'gone', justified: false };
      return counted('bad', { value: seen.found.over, count: seen.found.over, of: seen.found.users });
    case 'figure':
      return judgeFigure(rule, seen);
    default:
      return assertNever(seen);
  }
}

function counted(kind: 'bad', found: Measured): Verdict {
  return { kind, found, limit: null, back: null, sure: null };
}

function judgeFigure(
  { condition, floor }: Pick<Rule, 'condition' | 'floor'>,
  { unit, figure, usual }: Extract<Seen, { kind: 'figure' }>,
): Verdict {
  const { value, count, of } = figure;
  const rests = unit === 'rate' || unit === 'money' ? of : null;
  if (rests !== null && !enough(rests, Math.max(floor, 1))) return { kind: 'too-few', count, of: rests, floor };
  if (value === null) return of === null ? { kind: 'no-data' } : { kind: 'too-few', count, of, floor };
  if (condition.kind === 'aux') return { kind: 'no-data' };
  if ('threshold' in condition) {
    const { threshold, recover, kind } = condition;
    return place({ value, count, of }, { limit: threshold, back: recover, high: kind === 'above' }, unit);
  }
  if (usual === null || usual.kind === 'too-few') {
    return { kind: 'no-usual', have: usual?.have ?? 0, need: usual?.need ?? 0 };
  }
  const limits = usualLimits(usual, condition, unit);
  const verdict = place({ value, count, of }, limits, unit);
  return verdict.kind === 'bad' && !isProven(figure, usual.median, unit) ? { ...verdict, kind: 'between' } : verdict;
}

function place(
  found: Measured,
  { limit, back, high }: Limits,
  unit: Unit,
): Verdict & { readonly kind: 'bad' | 'between' | 'good' } {
  const beyond = (from: number): boolean => (high ? found.value > from : found.value < from);
  const kind = beyond(limit) ? 'bad' : beyond(back) ? 'between' : 'good';
  return { kind, found, limit, back, sure: unit === 'rate' ? isSure(found, limit, high) : null };
}

function isSure({ count, of }: Figure, limit: number, high: boolean): boolean | null {
  if (count === null || of === null) return null;
  const { low, high: top } = wilson(count, of);
  return high ? low > limit : top < limit;
}

/** Beyond the share, outside the middle half and, for numbers of things, further than chance takes them (twice Poisson's root). */
function usualLimits(
  { median, low, high }: Usual,
  { kind, share, recover }: Extract<Rule['condition'], { kind: 'above-usual' | 'below-usual' }>,
  unit: Unit,
): Limits {
  const chance = unit === 'count' ? 2 * Math.sqrt(Math.max(median, 1)) : 0;
  const away = Math.max(Math.abs(median) * share, chance);
  const back = Math.abs(median) * recover;
  if (kind === 'above-usual') {
    const limit = Math.max(median + away, high);
    return { limit, back: Math.min(limit, median + back), high: true };
  }
  const limit = Math.min(median - away, low);
  return { limit, back: Math.max(limit, median - back), high: false };
}

/** Whether a rate is more than chance away from its usual: its 95 % interval leaves out the median. */
function isProven({ count, of }: Figure, median: number, unit: Unit): boolean {
  if (unit !== 'rate' || count === null || of === null) return true;
  const { low, high } = wilson(count, of);
  return median < low || median > high;
}
