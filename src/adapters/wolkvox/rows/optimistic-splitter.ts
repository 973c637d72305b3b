import { BadBody, type OnRow } from './body.ts';

const CUT = Buffer.from('},{');
const OPEN = 0x5b;
const CLOSE = 0x5d;
const TRIES_PER_CHUNK = 8;
const TRIES_AT_END = 64;

/**
 * Cuts the inside of a JSON list into pieces that `JSON.parse` takes whole. A cut is a guess: the last `},{` in what came so far.
 * `[` + text + `]` parses only if the text ends between two elements of this very list, so a guess inside a string or a nested
 * list never passes; then an earlier one is tried, and what remains waits for more bytes.
 *
 * The bytes live in one buffer that starts with `[`, and a cut is made by writing `]` over its comma: nothing is copied but
 * the part of a row that remains.
 */
export class OptimisticSplitter {
  rows = 0;
  #bytes = Buffer.allocUnsafe(160 * 1024);
  #end = 1;
  readonly #onRow: OnRow;

  constructor(onRow: OnRow) {
    this.#onRow = onRow;
    this.#bytes[0] = OPEN;
  }

  /** How many bytes wait for a cut. */
  get waiting(): number {
    return this.#end - 1;
  }

  /** The bytes that wait: they begin with an element of the list. */
  get rest(): Buffer {
    return this.#bytes.subarray(1, this.#end);
  }

  write(chunk: Uint8Array): void {
    this.#append(chunk);
    let cut = this.#end;
    for (let tries = 0; tries < TRIES_PER_CHUNK; tries += 1) {
      cut = cut < 1 ? -1 : this.#bytes.lastIndexOf(CUT, cut - 1);
      if (cut < 1) return;
      const comma = cut + 1;
      if (comma + 1 >= this.#end || !this.#handOver(comma)) continue;
      this.#bytes.copyWithin(1, comma + 1, this.#end);
      this.#end -= comma;
      return;
    }
  }

  /**
   * The list's own `]` is among the last ones. Hands over what comes before it and gives what comes after, which `fits` must
   * have judged: a `]` counts only if both sides are right.
   */
  end(fits: (after: string) => boolean): string {
    let close = this.#end;
    for (let tries = 0; tries < TRIES_AT_END && close > 0; tries += 1) {
      close = this.#bytes.lastIndexOf(CLOSE, close - 1);
      if (close < 1) break;
      const after = this.#bytes.toString('utf8', close + 1, this.#end);
      if (fits(after) && this.#handOver(close)) return after;
    }
    throw new BadBody('truncated');
  }

  #handOver(end: number): boolean {
    const covered = this.#bytes[end];
    this.#bytes[end] = CLOSE;
    const rows = parseList(this.#bytes.toString('utf8', 0, end + 1));
    this.#bytes[end] = covered ?? CLOSE;
    if (rows === null) return false;
    for (const row of rows) this.#onRow(row);
    this.rows += rows.length;
    return true;
  }

  #append(chunk: Uint8Array): void {
    const needed = this.#end + chunk.length;
    if (needed + 1 > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed + 1, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#end);
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#end);
    this.#end = needed;
  }
}

/** `JSON.parse` of a text in brackets gives a list or throws. */
function parseList(text: string): readonly unknown[] | null {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}
