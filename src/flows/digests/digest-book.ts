import { type Digest, storedDigestSchema } from '../../core/digests/digest.ts';
import type { Settings } from '../../core/settings.ts';
import type { Store } from '../../ports.ts';
import { type Book, openBook } from '../book/book.ts';

export const DIGESTS = 'digests';
export const DIGEST_PAUSED = 'digest-paused';

/** A digest and the revision to save over; null where the file is its home, which nothing here writes. */
export type Booked = { readonly digest: Digest; readonly revision: number | null };
export type DigestBook = Omit<Book<Digest>, 'get'> & { readonly get: (id: string) => Promise<Booked | null> };

/** All digests of both homes. */
export function digestBook({
  store: { documents },
  settings,
}: {
  readonly store: Pick<Store, 'documents'>;
  readonly settings: Pick<Settings, 'digests'>;
}): DigestBook {
  const book = openBook<Digest>(documents, settings.digests, {
    collection: DIGESTS,
    flags: DIGEST_PAUSED,
    read: (value) => {
      const read = storedDigestSchema.safeParse(value);
      if (!read.success) return null;
      const { v: _version, ...fields } = read.data;
      return { ...fields, origin: 'slack' };
    },
    write: ({ origin: _origin, ...fields }) => storedDigestSchema.parse({ v: 1, ...fields }),
  });
  return {
    ...book,
    async get(id) {
      const found = await book.get(id);
      return found && { digest: found.entry, revision: found.revision };
    },
  };
}
