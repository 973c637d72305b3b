import type { Figure } from './stored.ts';

/** A metric as far as its figures are added: those that do not sum are of their own window alone. */
export type Summing = {
  readonly id: string;
  readonly unit: 'count' | 'rate' | 'duration' | 'money';
  readonly sums: boolean;
};
type Figures = Readonly<Record<string, Figure>>;

/**
 * The figures of several days together, of the metrics that sum: totals added, rates as all counts over all observations. A day with no
 * figure at all had nothing; a single figure that is missing on a day with others is not known, and so not known of all of them.
 */
export function addFigures(days: readonly Figures[], metrics: readonly Summing[]): Figures {
  const some = days.filter((figures) => Object.values(figures).some(({ value }) => value !== null));
  return Object.fromEntries(
    metrics.flatMap(({ id, unit, sums }) => {
      if (!sums || some.length === 0) return [];
      const all = some.map((figures) => figures[id]);
      const added = unit === 'rate' ? addRates(all) : addTotals(all);
      return added === null ? [] : [[id, added] as const];
    }),
  );
}

/**
 * What came between two counts of one day, the later first; null for what cannot be told. `before` null: the later one counts from
 * midnight. A count that shrank was corrected in between: nothing can be said then.
 */
export function subtractFigures(later: Figures, before: Figures | null, metrics: readonly Summing[]): Figures {
  return Object.fromEntries(
    metrics.flatMap(({ id, unit, sums }) => {
      const own = later[id];
      if (!sums || own === undefined) return [];
      if (before === null) return [[id, own] as const];
      const was = before[id];
      const left = was === undefined ? null : unit === 'rate' ? lessRate(own, was) : lessTotal(own, was);
      return left === null ? [] : [[id, left] as const];
    }),
  );
}

function addTotals(all: readonly (Figure | undefined)[]): Figure | null {
  let sum = 0;
  for (const one of all) {
    if (one === undefined || one.value === null) return null;
    sum += one.value;
  }
  return { value: sum, count: null, of: null };
}

function addRates(all: readonly (Figure | undefined)[]): Figure | null {
  let [count, of] = [0, 0];
  for (const one of all) {
    if (one === undefined || one.count === null || one.of === null || one.count > one.of) return null;
    count += one.count;
    of += one.of;
  }
  return { value: of > 0 ? count / of : null, count, of };
}

function lessTotal({ value }: Figure, was: Figure): Figure | null {
  if (value === null) return null;
  const left = value - (was.value ?? 0);
  return left < 0 ? null : { value: left, count: null, of: null };
}

function lessRate({ count, of }: Figure, was: Figure): Figure | null {
  if (count === null || of === null) return null;
  const [counted, observed] = [count - (was.count ?? 0), of - (was.of ?? 0)];
  if (counted < 0 || counted > observed) return null;
  return { value: observed > 0 ? counted / observed : null, count: counted, of: observed };
}
