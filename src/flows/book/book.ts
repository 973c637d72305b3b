import { z } from 'zod';
import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Documents, StoredDocument } from '../../ports.ts';

/** What can be written in the YAML file as well as in Slack. */
type Entry = { readonly id: string; readonly paused: boolean; readonly origin: 'slack' | 'file' };

/** How a kind of entry is kept: `read` gives null for what is none, `write` what `read` reads back. */
export type Kept<E extends Entry> = {
  readonly collection: string;
  /** Where the file's entries are remembered as paused or not, while that differs from the file. */
  readonly flags: string;
  readonly read: (value: unknown) => E | null;
  readonly write: (entry: E) => unknown;
};

/** An entry and the revision to save over; null where the file is its home, which nothing here writes. */
export type Found<E> = { readonly entry: E; readonly revision: number | null };

/** Entries of both homes: those of the YAML file, and those made in Slack, which give way where an id is the same. */
export type Book<E> = {
  /** In the order of their ids; the file's as they are paused now. */
  readonly list: () => Promise<readonly E[]>;
  readonly get: (id: string) => Promise<Found<E> | null>;
  /** Those made in Slack whose id the file has too: they are kept, and not in force. */
  readonly givenWay: () => Promise<readonly E[]>;
  /**
   * Writes an entry made in Slack and gives its new revision. `config.invalid` with `because`: `changed` (somebody was faster, or the
   * id is taken) or `file` (the file's, read-only here).
   */
  readonly save: (entry: E, expected: number | 'absent') => Promise<Outcome<number>>;
  /** Forgets an entry made in Slack; one of the file stays. */
  readonly remove: (id: string) => Promise<void>;
  /** Whether there was such an entry; of either home. */
  readonly pause: (id: string, paused: boolean) => Promise<boolean>;
};

const PAGE = 500;
const flagSchema = z.object({ v: z.literal(1), paused: z.boolean() });

export function openBook<E extends Entry>(documents: Documents, file: readonly E[], kept: Kept<E>): Book<E> {
  const { collection, flags, read, write } = kept;
  const ofFile = new Map(file.map((entry) => [entry.id, entry]));
  const withFlag = (entry: E, flag: unknown): E => {
    const found = flagSchema.safeParse(flag);
    return found.success ? { ...entry, paused: found.data.paused } : entry;
  };
  const opened = (there: StoredDocument | null): readonly E[] => {
    const entry = there === null ? null : read(there.value);
    return entry === null ? [] : [entry];
  };

  return {
    async list() {
      const [stored, flagged] = await Promise.all([
        allOf(documents, collection),
        ofFile.size === 0 ? [] : allOf(documents, flags),
      ]);
      const flagOf = new Map(flagged.map(({ key, value }) => [key, value]));
      const own = [...ofFile.values()].map((entry) => withFlag(entry, flagOf.get(entry.id)));
      const made = stored.flatMap((there) => (ofFile.has(there.key) ? [] : opened(there)));
      return [...own, ...made].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async get(id) {
      const own = ofFile.get(id);
      if (own !== undefined) {
        return { entry: withFlag(own, (await documents.get(flags, id))?.value), revision: null };
      }
      const there = await documents.get(collection, id);
      const [entry] = opened(there);
      return there === null || entry === undefined ? null : { entry, revision: there.revision };
    },
    async givenWay() {
      const found = await Promise.all([...ofFile.keys()].map((id) => documents.get(collection, id)));
      return found.flatMap(opened);
    },
    async save(entry, expected) {
      if (ofFile.has(entry.id) || entry.origin === 'file') return failed('config.invalid', { because: 'file' });
      const revision = await documents.put(collection, entry.id, write(entry), { expected });
      return revision === null ? failed('config.invalid', { because: 'changed' }) : done(revision);
    },
    async remove(id) {
      if (!ofFile.has(id)) await documents.delete(collection, id);
    },
    async pause(id, paused) {
      const own = ofFile.get(id);
      if (own !== undefined) {
        if (own.paused === paused) await documents.delete(flags, id);
        else await documents.put(flags, id, { v: 1, paused });
        return true;
      }
      for (;;) {
        const there = await documents.get(collection, id);
        const [entry] = opened(there);
        if (there === null || entry === undefined) return false;
        if (entry.paused === paused) return true;
        const value = write({ ...entry, paused });
        if ((await documents.put(collection, id, value, { expected: there.revision })) !== null) return true;
      }
    },
  };
}

async function allOf(documents: Documents, collection: string): Promise<readonly StoredDocument[]> {
  const found: StoredDocument[] = [];
  for (let after = ''; ; after = found.at(-1)?.key ?? '') {
    const page = await documents.list(collection, { after, limit: PAGE });
    found.push(...page);
    if (page.length < PAGE) return found;
  }
}
