import { isObject } from './body.ts';

const DATA_KEY = Buffer.from('"data"');
const OPENING_LIST = 0x5b;
const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);
const COLON = 0x3a;

/** `at`: the index of the `[` that opens the rows. `unknown`: more bytes may show it. `none`: this is no body with a list of rows. */
export type ListPlace = { readonly at: number } | 'unknown' | 'none';

/** Finds where the rows begin. A place is only given when the bytes before it prove that this is the envelope's own `data`. */
export function findList(bytes: Buffer): ListPlace {
  const first = firstSolid(bytes, 0);
  if (first < 0) return 'unknown';
  if (bytes[first] === OPENING_LIST) return { at: first };
  let key = bytes.indexOf(DATA_KEY, first);
  while (key >= 0) {
    const colon = firstSolid(bytes, key + DATA_KEY.length);
    const value = bytes[colon] === COLON ? firstSolid(bytes, colon + 1) : -1;
    if (colon < 0 || (bytes[colon] === COLON && value < 0)) return 'unknown';
    if (value >= 0) {
      if (bytes[value] !== OPENING_LIST) return 'none';
      if (opensData(bytes.toString('utf8', first, value))) return { at: value };
    }
    key = bytes.indexOf(DATA_KEY, key + 1);
  }
  return 'unknown';
}

/** If the text before the list and an empty list make an object whose `data` is that list, then the list was the envelope's own. */
function opensData(head: string): boolean {
  try {
    const body: unknown = JSON.parse(`${head}[]}`);
    return isObject(body) && Array.isArray(body['data']);
  } catch {
    return false;
  }
}

function firstSolid(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at += 1) if (!SPACE.has(bytes[at] ?? 0)) return at;
  return -1;
}
