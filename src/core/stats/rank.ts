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
