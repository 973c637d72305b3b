/** A value as the engines keep it. `undefined` is kept as null, since JSON has no other word for it. */
export function encode(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

export function decode(text: string): unknown {
  return JSON.parse(text);
}

/** Counters count: a fraction would add up differently in each engine. */
export function wholeNumber(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`a counter takes whole numbers, not ${amount}`);
  return amount;
}
