/**
 * What is measured in a process of its own: `node --expose-gc <file> <arguments>`, which prints one JSON object of numbers, or one of
 * such objects by name where several things must be measured together.
 */
export type Case = { readonly name: string; readonly file: string; readonly arguments: readonly string[] };

/** A figure of the table, made from the medians of the cases by their names. `reached` is judged against `target`. */
export type Line = {
  readonly what: string;
  /** Null: printed beside the others, to be reached by nobody. */
  readonly target: string | null;
  readonly value: (medians: Readonly<Record<string, Measured>>) => number;
  readonly reached: (value: number) => boolean;
  readonly shown: (value: number) => string;
};

export type Measured = Readonly<Record<string, number>>;

export type Entry = {
  readonly title: string;
  readonly runs: number;
  /** Makes what the cases need; gives how to take it away again. */
  readonly prepare: () => Promise<() => Promise<void>>;
  readonly cases: readonly Case[];
  readonly lines: readonly Line[];
};

/** A line that is a ratio of two medians, with the most that it may be. */
export function ratio(what: string, figure: string, ours: string, theirs: string, most: number): Line {
  return {
    what,
    target: `≤ ${most.toFixed(2)}`,
    value: (medians) => (medians[ours]?.[figure] ?? Number.NaN) / (medians[theirs]?.[figure] ?? Number.NaN),
    reached: (value) => value <= most,
    shown: (value) => value.toFixed(2),
  };
}

/** A line that is one median, in `unit`, and must be under a limit. */
export function under(what: string, figure: string, ours: string, limit: number, unit: string): Line {
  return {
    what,
    target: `< ${limit} ${unit}`,
    value: (medians) => medians[ours]?.[figure] ?? Number.NaN,
    reached: (value) => value < limit,
    shown: (value) => `${value.toFixed(1)} ${unit}`,
  };
}

/** A line that is one median and must be `wanted`, no more and no less. */
export function exactly(what: string, figure: string, ours: string, wanted: number): Line {
  return {
    what,
    target: `= ${wanted}`,
    value: (medians) => medians[ours]?.[figure] ?? Number.NaN,
    reached: (value) => value === wanted,
    shown: (value) => value.toFixed(0),
  };
}

/** A figure without a target: a ratio, or with `theirs` null one median in `unit`. */
export function beside(what: string, figure: string, ours: string, theirs: string | null, unit = ''): Line {
  const of = (medians: Readonly<Record<string, Measured>>, name: string) => medians[name]?.[figure] ?? Number.NaN;
  return {
    what,
    target: null,
    value: (medians) => (theirs === null ? of(medians, ours) : of(medians, ours) / of(medians, theirs)),
    reached: () => true,
    shown: (value) => (theirs === null ? `${value.toFixed(0)} ${unit}` : value.toFixed(2)),
  };
}
