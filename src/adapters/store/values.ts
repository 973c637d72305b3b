import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** No text of JSON begins like this. */
const PACKED = 'z';
const WORTH_PACKING = 1_000;

/**
 * A value as the engines keep it: JSON, packed where it is long (a report's summary shrinks to a sixth). `undefined` is kept as
 * null, since JSON has no other word for it.
 */
export function encode(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.length < WORTH_PACKING ? text : PACKED + deflateRawSync(text).toString('base64');
}

export function decode(text: string): unknown {
  if (!text.startsWith(PACKED)) return JSON.parse(text);
  return JSON.parse(inflateRawSync(Buffer.from(text.slice(PACKED.length), 'base64')).toString());
}

/** Counters count: a fraction would add up differently in each engine. */
export function wholeNumber(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`a counter takes whole numbers, not ${amount}`);
  return amount;
}
