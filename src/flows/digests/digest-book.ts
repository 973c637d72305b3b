import { z } from 'zod';
import { type Digest, storedDigestSchema } from '../../core/digests/digest.ts';
import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Settings } from '../../core/settings.ts';
import type { Store, StoredDocument } from '../../ports.ts';

export const DIGESTS = 'digests';
export const DIGEST_PAUSED = 'digest-paused';
const PAGE = 500;

/** A digest and the revision to save over; null where the file is its home, which nothing here writes. */
export type Booked = { readonly digest: Digest; readonly revision: number | null };
const pausedSchema = z.object({ v: z.literal(1), paused: z.boolean() });

/** All digests of both homes: those of the YAML file, and those made in Slack, which give way where an id is the same. */
export function digestBook({
  store: { documents },
  settings,
}: {
  readonly store: Pick<Store, 'documents'>;
  readonly settings: Pick<Settings, 'digests'>;
}) {
  const ofFile = new Map(settings.digests.map((digest) => [digest.id, digest]));

  const all = async (collection: string): Promise<readonly StoredDocument[]> => {
    const found: StoredDocument[] = [];
    for (let after = ''; ; after = found.at(-1)?.key ?? '') {
      const page = await documents.list(collection, { after, limit: PAGE });
      found.push(...page);
      if (page.length < PAGE) return found;
    }
  };
  const withPause = (digest: Digest, flag: unknown): Digest => {
    const read = pausedSchema.safeParse(flag);
    return read.success ? { ...digest, paused: read.data.paused } : digest;
  };

  return {
    /** In the order of their ids; the file's digests as they are paused now. */
    async list(): Promise<readonly Digest[]> {
      const [stored, flags] = await Promise.all([all(DIGESTS), ofFile.size === 0 ? [] : all(DIGEST_PAUSED)]);
      const flagOf = new Map(flags.map(({ key, value }) => [key, value]));
      const own = [...ofFile.values()].map((digest) => withPause(digest, flagOf.get(digest.id)));
      const made = stored.flatMap(({ key, value }) => (ofFile.has(key) ? [] : opened(value)));
      return [...own, ...made].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async get(id: string): Promise<Booked | null> {
      const own = ofFile.get(id);
      if (own !== undefined) {
        return { digest: withPause(own, (await documents.get(DIGEST_PAUSED, id))?.value), revision: null };
      }
      const there = await documents.get(DIGESTS, id);
      const [digest] = opened(there?.value);
      return there === null || digest === undefined ? null : { digest, revision: there.revision };
    },
    /** The digests made in Slack whose id the file has too: they are kept, and not in force. */
    async givenWay(): Promise<readonly Digest[]> {
      const found = await Promise.all([...ofFile.keys()].map((id) => documents.get(DIGESTS, id)));
      return found.flatMap((there) => opened(there?.value));
    },
    /**
     * Writes a digest made in Slack and gives its new revision. `config.invalid` with `because`: `changed` (somebody was faster, or the
     * id is taken) or `file` (the file's, read-only here).
     */
    async save(digest: Digest, expected: number | 'absent'): Promise<Outcome<number>> {
      if (ofFile.has(digest.id) || digest.origin === 'file') return failed('config.invalid', { because: 'file' });
      const { origin: _origin, ...fields } = digest;
      const value = storedDigestSchema.parse({ v: 1, ...fields });
      const revision = await documents.put(DIGESTS, digest.id, value, { expected });
      return revision === null ? failed('config.invalid', { because: 'changed' }) : done(revision);
    },
    /** Forgets a digest made in Slack; one of the file stays. */
    async remove(id: string): Promise<void> {
      if (!ofFile.has(id)) await documents.delete(DIGESTS, id);
    },
    /** Whether there was such a digest; of either home. */
    async pause(id: string, paused: boolean): Promise<boolean> {
      const own = ofFile.get(id);
      if (own !== undefined) {
        if (own.paused === paused) await documents.delete(DIGEST_PAUSED, id);
        else await documents.put(DIGEST_PAUSED, id, { v: 1, paused });
        return true;
      }
      for (;;) {
        const there = await documents.get(DIGESTS, id);
        const [digest] = opened(there?.value);
        if (there === null || digest === undefined) return false;
        if (digest.paused === paused) return true;
        const { origin: _origin, ...fields } = digest;
        const value = { v: 1, ...fields, paused };
        if ((await documents.put(DIGESTS, id, value, { expected: there.revision })) !== null) return true;
      }
    },
  };
}
export type DigestBook = ReturnType<typeof digestBook>;

function opened(value: unknown): readonly Digest[] {
  const read = storedDigestSchema.safeParse(value);
  if (!read.success) return [];
  const { v: _version, ...fields } = read.data;
  return [{ ...fields, origin: 'slack' }];
}
