import { z } from 'zod';
import type { ProblemCode } from '../errors.ts';

const MINUTE = 60_000;
const BUDGET_MINUTES = 10;
const BUDGET_SHARE = 0.2;
const BUDGET_FLOOR = 5;

/** How often and how slowly each passing problem is tried again within one job; what is not here is not tried again. */
const TRIES: Partial<
  Record<ProblemCode, { readonly retries: number; readonly baseMs: number; readonly capMs: number }>
> = {
  'wolkvox.busy': { retries: 4, baseMs: 2_000, capMs: 20_000 },
  'wolkvox.unreachable': { retries: 2, baseMs: 1_000, capMs: 5_000 },
  'wolkvox.failing': { retries: 2, baseMs: 1_000, capMs: 5_000 },
  'wolkvox.bad-answer': { retries: 1, baseMs: 1_000, capMs: 5_000 },
  'wolkvox.timeout': { retries: 1, baseMs: 1_000, capMs: 5_000 },
};

/** Requests and retries of the last minutes, by minute (minutes since the epoch). */
export const recentSchema = z
  .array(z.object({ minute: z.number().int(), requests: z.number().int(), retries: z.number().int() }))
  .readonly();
export type Recent = z.infer<typeof recentSchema>;

/** Notes one request that is about to be made and forgets minutes that no longer count. */
export function noted(recent: Recent, now: number, isRetry: boolean): Recent {
  const minute = Math.floor(now / MINUTE);
  const kept = recent.filter((each) => each.minute > minute - BUDGET_MINUTES);
  const current = kept.find((each) => each.minute === minute) ?? { minute, requests: 0, retries: 0 };
  return [
    ...kept.filter((each) => each !== current),
    { minute, requests: current.requests + 1, retries: current.retries + (isRetry ? 1 : 0) },
  ];
}

export type RetryDecision =
  | { readonly again: true; readonly waitMs: number; readonly because: 'may pass' }
  | { readonly again: false; readonly because: 'will not pass' | 'tried enough' | 'retry budget spent' };

/**
 * Whether a failed request is made again within the same job, and after how long. Exponential with full jitter: `random` in [0, 1)
 * takes a point of the whole span. Retries may be a fifth of the last ten minutes' requests (five at least), so that an ill
 * service is not asked twice as much by everybody.
 */
export function retryAfter(
  code: ProblemCode,
  failures: number,
  recent: Recent,
  now: number,
  random: number,
): RetryDecision {
  const tries = TRIES[code];
  if (tries === undefined) return { again: false, because: 'will not pass' };
  if (failures > tries.retries) return { again: false, because: 'tried enough' };
  if (!budgetLeft(recent, now)) return { again: false, because: 'retry budget spent' };
  const span = Math.min(tries.capMs, tries.baseMs * 2 ** (failures - 1));
  return { again: true, waitMs: Math.round(span * random), because: 'may pass' };
}

function budgetLeft(recent: Recent, now: number): boolean {
  const since = Math.floor(now / MINUTE) - BUDGET_MINUTES;
  const counted = recent.filter((each) => each.minute > since);
  const sum = (of: 'requests' | 'retries'): number => counted.reduce((total, each) => total + each[of], 0);
  return sum('retries') < Math.max(BUDGET_FLOOR, sum('requests') * BUDGET_SHARE);
}
