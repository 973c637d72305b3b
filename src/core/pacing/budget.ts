/** Who asks, by how much they may wait: the same words as the lane's urgencies. */
export type Asker = 'person' | 'alert' | 'digest' | 'history';

/** wolkvox gives an operation this many requests a local day for each licence, all its tokens together. */
export const REQUESTS_PER_LICENCE = 1_000;

const HISTORY_STOPS = 0.8;
const ALERTS_THIN_OUT = 0.9;
const THINNED = 4;
const CORRECT_EVERY = 60 * 60_000;
const CORRECT_AFTER_REQUESTS = 20;

/** `limit` null: nobody knows it, and then nothing is refused here. */
export type QuotaUse = { readonly used: number; readonly limit: number | null };

export type BudgetDecision =
  | { readonly go: true; readonly because: 'limit unknown' | 'enough left' | 'alerts thin out' }
  | { readonly go: false; readonly because: 'history waits' | 'used up' };

/** Whether one more request may be made for this asker: at 80 % the history stops, at 100 % everybody. */
export function mayAsk(asker: Asker, { used, limit }: QuotaUse): BudgetDecision {
  if (limit === null) return { go: true, because: 'limit unknown' };
  if (used >= limit) return { go: false, because: 'used up' };
  if (asker === 'history' && used >= limit * HISTORY_STOPS) return { go: false, because: 'history waits' };
  if (asker === 'alert' && used >= limit * ALERTS_THIN_OUT) return { go: true, because: 'alerts thin out' };
  return { go: true, because: 'enough left' };
}

/** How old (ms) an answer may be for this asker: from 90 % of the quota an alert is content with one four times as old. */
export function contentWith(asker: Asker, use: QuotaUse, freshnessMs: number): number {
  return mayAsk(asker, use).because === 'alerts thin out' ? freshnessMs * THINNED : freshnessMs;
}

/**
 * Whether our count should be held against wolkvox's own (which costs one request): at most hourly, and only once
 * twenty requests were counted since. `correctedAt` null: never yet.
 */
export function correctionDue(now: number, correctedAt: number | null, requestsSince: number): boolean {
  return requestsSince >= CORRECT_AFTER_REQUESTS && (correctedAt === null || now - correctedAt >= CORRECT_EVERY);
}
