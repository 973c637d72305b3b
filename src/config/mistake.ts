import { distance } from 'fastest-levenshtein';
import { redact } from '../core/redact.ts';

export type MistakeKind = 'missing' | 'invalid' | 'unknown' | 'unreadable' | 'conflict' | 'unsupported';

/** One thing to put right. `where`: a variable's name, or the file with the path of the key; `came`: what is there now, null for nothing. */
export type Mistake = {
  readonly kind: MistakeKind;
  readonly where: string;
  readonly line: number | null;
  readonly expected: string;
  readonly came: string | null;
};

export type Note = (mistake: Mistake) => void;

/** One line for each: `config.<kind>: <where>: expected …; came …`. */
export function describeMistakes(mistakes: readonly Mistake[]): string {
  return mistakes.map(describe).join('\n');
}

function describe({ kind, where, line, expected, came }: Mistake): string {
  const place = line === null ? where : `${where} (line ${line})`;
  return `config.${kind}: ${place}: expected ${expected}; came ${came ?? 'nothing'}`;
}

/** A value as a mistake may show it: short, and without anything that has the shape of a secret. */
export function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a section with keys';
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return `a ${typeof value}`;
  const text = redact(String(value)).replaceAll(/\s+/g, ' ');
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return typeof value === 'string' ? `"${short}"` : short;
}

/** The known name with the fewest letters to change, or null where nothing is known. */
export function nearest(name: string, known: readonly string[]): string | null {
  const ranked = known
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)[0];
  return ranked === undefined ? null : ranked.candidate;
}

/** What is expected of an unknown name: its nearest neighbour, or the whole list where that is short. */
export function aKnownName(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near === null) return 'nothing here';
  return known.length <= 8 ? `"${near}" (one of ${known.join(', ')})` : `a name that is known, the nearest is ${near}`;
}
