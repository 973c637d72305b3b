import type { Outcome } from '../../core/errors.ts';
import { idOfName } from '../../core/values/name-id.ts';

const MOST_TRIES = 50;
/** The file takes ids of forty letters: with a copy's number behind it, an id must still be one that can be exported. */
const LONGEST_BASE = 36;

/** Saves what is new under the first free id that its name gives, or its kind where the name gives none: `abandono`, `abandono-2` … */
export async function saveNew<E>(
  { save }: { readonly save: (entry: E, expected: 'absent') => Promise<Outcome<number>> },
  name: string,
  kind: 'digest' | 'alert',
  entryOf: (id: string) => E,
): Promise<E> {
  const base = idOfName(name, kind);
  for (let copy = 1; copy <= MOST_TRIES; copy += 1) {
    const entry = entryOf(copy === 1 ? base : `${base.slice(0, LONGEST_BASE)}-${copy}`);
    if ((await save(entry, 'absent')).ok) return entry;
  }
  throw new Error(`no id was free for a new ${kind}`);
}
