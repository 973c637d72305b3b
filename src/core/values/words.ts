import { textOf } from './text.ts';

/** Distinct raw words that are remembered; wolkvox has some dozens, a hostile answer may have any number. */
const REMEMBERED = 2_000;
const folded = new Map<string, string>();

/** A result or kind as wolkvox may write it (`ANSWER-MACHINE`, `answer_machine`): lower case, one space between words; blank and `-` give ''. */
export function readWord(value: unknown): string {
  if (typeof value !== 'string') return textOf(value);
  const known = folded.get(value);
  if (known !== undefined) return known;
  const word = value
    .toLowerCase()
    .replace(/[-_\s]+/gu, ' ')
    .trim();
  if (folded.size >= REMEMBERED) folded.clear();
  folded.set(value, word);
  return word;
}

/** What two spellings of the same words have in common: case, accents, separators and runs of spaces are gone. */
export function wordsKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[-_\s]+/gu, ' ')
    .trim();
}

/** Whether two texts are the same words to a person: `Capacitación` and `CAPACITACION`. */
export function sameWords(one: string, other: string): boolean {
  return wordsKey(one) === wordsKey(other);
}
