import type { Line } from '../card/card.ts';

/**
 * What a report says of itself in a digest, which adds where, when and how far the data reaches. `standing`: all as usual, something
 * worth a look, or not to be told (no data, too few, nothing to compare with yet).
 */
export type Brief = {
  readonly standing: 'usual' | 'look' | 'unknown';
  /** One sentence with its evidence and without its full stop; it names neither operation nor period. */
  readonly verdict: string;
  /** Two or three figures for the line of what is usual, `abandono 25 de 612 (4 %; 3–6)`. */
  readonly figures: readonly string[];
  /** What moved against the usual and is not in the verdict, a sentence each. */
  readonly moved: readonly string[];
  /** Who and where, three at most; people only as the audience may see them. */
  readonly who: readonly Line[];
  /** How many more there are of them. */
  readonly whoElse?: number;
  /** What to do next, a sentence; null where nothing is to be done. */
  readonly next: string | null;
  readonly notes: readonly string[];
};

/** A sentence of which nothing is judged. */
export function unjudged(sentence: string, notes: readonly string[] = []): Brief {
  const verdict = sentence.replace(/\.$/u, '');
  return { standing: 'unknown', verdict, figures: [], moved: [], who: [], next: null, notes };
}
