import { enough, type Interval, type Rate, RATE_FLOOR, rate, wilson } from '../stats/rate.ts';
import { spreadOf } from '../stats/spread.ts';
import { ENOUGH_COMPARABLE } from './comparable.ts';
import type { Figure } from './stored.ts';

/** `low` to `high` is the middle half of the comparable values, `fences` what Tukey calls far outside (1.5 times that half beyond it). */
export type Usual = {
  readonly kind: 'usual';
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly fences: Interval;
  /** How many values it rests on. */
  readonly days: number;
};
/** `since`: the date from which there will be a comparison, where it is known. */
export type TooFew = {
  readonly kind: 'too-few';
  readonly have: number;
  readonly need: typeof ENOUGH_COMPARABLE;
  readonly since: string | null;
};

/** Where a value lies: in the middle half or not, `far` beyond Tukey's fence. By itself half of all days lie outside the middle half. */
export type Place = 'far-below' | 'below' | 'within' | 'above' | 'far-above';

/** `change`: against the median, a fraction of it; null where that is 0. `difference` in the unit of the values. */
export type Against = { readonly place: Place; readonly difference: number; readonly change: number | null };

/** `too-few`: the rate of the day, or of the days, rests on too few observations to be judged. `pooled`: of all comparable days. */
export type RateAgainst =
  | { readonly kind: 'too-few'; readonly own: Rate; readonly pooled: Rate; readonly floor: number }
  | ({ readonly kind: 'judged'; readonly own: Rate; readonly pooled: Rate; readonly interval: Interval } & Against);

/** A figure beside its usual. `against` null: there is no usual yet, or the figure rests on too few observations to be judged. */
export type UsualFigure = {
  readonly unit: 'count' | 'rate' | 'duration' | 'money';
  readonly own: Figure;
  readonly found: Usual | TooFew;
  readonly against: Against | null;
};

/** The usual of the values of comparable days: median and quartiles (Hyndman & Fan's seventh kind). `since`: see `comparableFrom`. */
export function usual(values: readonly number[], since: string | null): Usual | TooFew {
  const spread = spreadOf(values);
  if (spread === null || values.length < ENOUGH_COMPARABLE) {
    return { kind: 'too-few', have: values.length, need: ENOUGH_COMPARABLE, since };
  }
  const { median, q1, q3, fence } = spread;
  return {
    kind: 'usual',
    median,
    low: q1,
    high: q3,
    fences: { low: q1 - 1.5 * (q3 - q1), high: fence },
    days: values.length,
  };
}

/** The usual of a rate: of the days alone that have the observations to carry one. */
export function usualRate(days: readonly Rate[], since: string | null, floor: number = RATE_FLOOR): Usual | TooFew {
  return usual(
    days.flatMap(({ fraction, of }) => (fraction !== null && enough(of, floor) ? [fraction] : [])),
    since,
  );
}

/** A total or a duration against its usual. */
export function against(value: number, { median, low, high, fences }: Usual): Against {
  return {
    place: placeOf(value, low, high, fences),
    difference: value - median,
    change: median === 0 ? null : (value - median) / Math.abs(median),
  };
}

/**
 * A number of things against its usual. Such numbers differ by chance, by about the root of what is expected (Poisson): what is within
 * two of these of the median is not called far, so that 3 after 1, 1, 1, 1 is no alarm.
 */
export function countAgainst(count: number, usually: Usual): Against {
  const found = against(count, usually);
  return Math.abs(found.difference) > 2 * Math.sqrt(Math.max(usually.median, 1))
    ? found
    : { ...found, place: nearer(found.place) };
}

/**
 * A rate against its usual, with evidence: it is outside only if it lies outside the middle half and the 95 % interval of its own
 * observations leaves out the pooled rate of the comparable days (all their counts over all their observations, not a mean of rates).
 */
export function rateAgainst(own: Rate, days: readonly Rate[], usually: Usual, floor: number = RATE_FLOOR): RateAgainst {
  const pooled = pool(days);
  if (own.fraction === null || pooled.fraction === null || !enough(own.of, floor) || !enough(pooled.of, floor)) {
    return { kind: 'too-few', own, pooled, floor };
  }
  const interval = wilson(own.count, own.of);
  const found = against(own.fraction, usually);
  const proven = pooled.fraction < interval.low || pooled.fraction > interval.high;
  const sameSide = Math.sign(own.fraction - pooled.fraction) === Math.sign(found.difference);
  return {
    kind: 'judged',
    own,
    pooled,
    interval,
    ...found,
    place: proven && sameSide ? found.place : 'within',
  };
}

/** All counts over all observations; days whose count exceeds its whole are left out. */
export function pool(rates: readonly Rate[]): Rate {
  const known = rates.filter(({ fraction }) => fraction !== null);
  return rate(
    known.reduce((sum, { count }) => sum + count, 0),
    known.reduce((sum, { of }) => sum + of, 0),
  );
}

function placeOf(value: number, low: number, high: number, fences: Interval): Place {
  if (value > high) return value > fences.high ? 'far-above' : 'above';
  if (value < low) return value < fences.low ? 'far-below' : 'below';
  return 'within';
}

function nearer(place: Place): Place {
  if (place === 'far-above') return 'above';
  return place === 'far-below' ? 'below' : place;
}
