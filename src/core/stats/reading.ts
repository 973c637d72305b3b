import type { Rate } from './rate.ts';

/**
 * One figure for comparisons and alerts. `value` null: there is nothing to say (no calls), never zero. `count`/`of`: the evidence of a rate.
 * Units: `rate` is a fraction of 1, `duration` seconds, `money` unconverted, `count` a number of things.
 */
export type Reading = { readonly value: number | null; readonly count: number | null; readonly of: number | null };

/** There is nothing to say. */
export const NO_READING: Reading = { value: null, count: null, of: null };

/** A figure that needs no evidence beside it. */
export function plainReading(value: number | null): Reading {
  return { value, count: null, of: null };
}

/** A rate with what it rests on. */
export function rateReading({ fraction, count, of }: Rate): Reading {
  return { value: fraction, count, of };
}
