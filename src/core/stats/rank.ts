import { enough, RATE_FLOOR, type Rate, wilson } from './rate.ts';

/** Standard competition ranking: ties share the rank and the next one is skipped (1, 2, 2, 4). */
export type Ranked<Item> = { readonly rank: number; readonly item: Item };

/** Highest first; among equals by name (code order after folding case), so that the order of rows does not show. */
export function rank<Item>(
  items: readonly Item[],
  valueOf: (item: Item) => number,
  nameOf: (item: Item) => string,
): Ranked<Item>[] {
  const sorted = items.toSorted((a, b) => valueOf(b) - valueOf(a) || inOrder(nameOf(a), nameOf(b)));
  const ranked: Ranked<Item>[] = [];
  for (const [index, item] of sorted.entries()) {
    const above = ranked.at(-1);
    const tied = above !== undefined && valueOf(above.item) === valueOf(item);
    ranked.push({ rank: tied ? above.rank : index + 1, item });
  }
  return ranked;
}

/**
 * Rates ranked by the lower end of their 95 % interval, so that 3 of 3 does not lead 95 of 100. Those under the floor of observations,
 * or without a fraction, are not ranked: they come apart, by name.
 */
export function rankRates<Item>(
  items: readonly Item[],
  rateOf: (item: Item) => Rate,
  nameOf: (item: Item) => string,
  floor: number = RATE_FLOOR,
): { readonly ranked: readonly Ranked<Item>[]; readonly tooFew: readonly Item[] } {
  const [judged, tooFew]: [Item[], Item[]] = [[], []];
  for (const item of items) {
    const { fraction, of } = rateOf(item);
    (fraction !== null && enough(of, floor) ? judged : tooFew).push(item);
  }
  const lowest = (item: Item): number => wilson(rateOf(item).count, rateOf(item).of).low;
  return {
    ranked: rank(judged, lowest, nameOf),
    tooFew: tooFew.toSorted((a, b) => inOrder(nameOf(a), nameOf(b))),
  };
}

/** The first `top` of a ranking and all who share the last place: "top 10, twelve because of a tie". */
export function cut<Item>(ranked: readonly Ranked<Item>[], top: number): Ranked<Item>[] {
  return ranked.filter(({ rank }) => rank <= top);
}

/** How many, the highest first, make half of the whole together; null where there is no whole. Values below 0 do not count. */
export function halfOf(values: readonly number[]): number | null {
  const sorted = values.filter((value) => value > 0).toSorted((a, b) => b - a);
  const whole = sorted.reduce((sum, value) => sum + value, 0);
  if (whole === 0) return null;
  let sum = 0;
  for (const [index, value] of sorted.entries()) {
    sum += value;
    if (sum * 2 >= whole) return index + 1;
  }
  return sorted.length;
}

/** Code order after folding case and accents; equal keys fall back to the plain order, so that it is total. */
export function inOrder(one: string, other: string): number {
  const [a, b] = [sortKey(one), sortKey(other)];
  if (a !== b) return a < b ? -1 : 1;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function sortKey(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
