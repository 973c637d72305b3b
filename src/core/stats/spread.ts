import { medianAbsoluteDeviation, medianSorted, quantileSorted } from 'simple-statistics';

/** Where a group lies. `fence` is Tukey's upper one, q3 + 1.5 (q3 − q1). */
export type Spread = {
  readonly users: number;
  readonly median: number;
  readonly q1: number;
  readonly q3: number;
  readonly mad: number;
  readonly fence: number;
};

/**
 * Median, quartiles, MAD and fence of a group; null for none. Quartiles are interpolated between the values around position (n − 1)·p:
 * simple-statistics' quantile, Hyndman & Fan's seventh kind, the one of R and of spreadsheets.
 */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const q1 = quantileSorted(sorted, 0.25);
  const q3 = quantileSorted(sorted, 0.75);
  return {
    users: sorted.length,
    median: medianSorted(sorted),
    q1,
    q3,
    mad: medianAbsoluteDeviation(sorted),
    fence: q3 + 1.5 * (q3 - q1),
  };
}
