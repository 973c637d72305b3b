import { z } from 'zod';

/** Share of a whole with its evidence. `fraction` is `count / of`; null where there is nothing to divide by, or `count` is above `of`. */
export const rateSchema = z.object({ count: z.number(), of: z.number(), fraction: z.number().nullable() });
export type Rate = z.infer<typeof rateSchema>;

export type Interval = { readonly low: number; readonly high: number };

/** Observations below which a rate is shown as counts and not judged: at 20, the 95 % interval still spans up to 40 points. */
export const RATE_FLOOR = 20;

const Z95 = 1.959963984540054;

/** A share with its evidence. */
export function rate(count: number, of: number): Rate {
  return { count, of, fraction: of > 0 && count <= of ? count / of : null };
}

/**
 * The 95 % score interval of a proportion, as fractions of 1: Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22 (1927). Good near 0 and 1 and with few observations; nothing observed gives 0 to 1. A `count` beyond `of` is held to it.
 */
export function wilson(count: number, of: number): Interval {
  if (!(of > 0)) return { low: 0, high: 1 };
  const share = Math.min(Math.max(count / of, 0), 1);
  const spread = Z95 ** 2 / of;
  const middle = share + spread / 2;
  const reach = Math.sqrt(spread * (share * (1 - share) + spread / 4));
  return {
    low: share === 0 ? 0 : Math.max(0, (middle - reach) / (1 + spread)),
    high: share === 1 ? 1 : Math.min(1, (middle + reach) / (1 + spread)),
  };
}

/** Whether a rate rests on enough observations to be judged. */
export function enough(of: number, floor: number = RATE_FLOOR): boolean {
  return of >= floor;
}
