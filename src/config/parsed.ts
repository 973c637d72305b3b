/** A written value, understood or not. `expected` completes "expected …". */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly expected: string };
export type Parser<T> = (text: string) => Parsed<T>;

export function understood<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function expected(what: string): { readonly ok: false; readonly expected: string } {
  return { ok: false, expected: what };
}

/** A parser that takes one of some words as they are. */
export function oneOf<const T extends string>(words: readonly T[]): Parser<T> {
  return (text) => {
    const found = words.find((word) => word === text);
    return found === undefined ? expected(`one of ${words.join(', ')}`) : understood(found);
  };
}

/** A parser that takes a whole number within bounds, both included. */
export function wholeNumber(from: number, to: number): Parser<number> {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to ? understood(value) : expected(`a whole number from ${from} to ${to}`);
  };
}

/** A parser that takes a number with a point or without, within bounds, both included. */
export function decimal(from: number, to: number): Parser<number> {
  return (text) => {
    const value = /^\d{1,6}(\.\d{1,4})?$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to ? understood(value) : expected(`a number from ${from} to ${to}`);
  };
}

/** A parser that takes any text that a check accepts. */
export function textThat(accepts: (text: string) => boolean, what: string): Parser<string> {
  return (text) => (accepts(text) ? understood(text) : expected(what));
}
