import type { Because } from '../../core/access.ts';
import type { Digest } from '../../core/digests/digest.ts';
import type { Reader } from '../answer/identify.ts';
import type { Which } from '../answer/manage.ts';
import { findEntry, type FoundEntry, mayChangeEntry } from '../book/find-entry.ts';
import type { Booked, DigestBook } from './digest-book.ts';

/** The digest that a button or a person means: by its id, else by its name. */
export function findDigest(book: Pick<DigestBook, 'get' | 'list'>, which: Which): Promise<FoundEntry<Digest, Booked>> {
  return findEntry(book, which);
}

/** Why somebody may not change digests at all, or this one: one of somebody else's takes more. */
export function mayChange(reader: Reader, digest: Pick<Digest, 'owner'> | null): Because | null {
  return mayChangeEntry(reader, 'manage-digests', digest);
}
