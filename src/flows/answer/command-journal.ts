import { z } from 'zod';
import type { Documents, StoredDocument } from '../../ports.ts';

/** What Slack was told to be taken, until it is answered. `answering`: the answer may be on its way, so it is not sent again. */
const keptSchema = z.object({
  id: z.string(),
  at: z.number(),
  user: z.string(),
  team: z.string(),
  channel: z.string().nullable(),
  text: z.string(),
  responseUrl: z.string(),
  state: z.enum(['taken', 'answering']),
});
export type KeptCommand = z.infer<typeof keptSchema>;

/** `owner`: the process that answers what stands in it; `journal`: who of that process writes it. */
const pageSchema = z.object({
  version: z.literal(2),
  owner: z.string(),
  journal: z.string(),
  commands: z.array(keptSchema),
});
export type JournalPage = z.infer<typeof pageSchema>;

export const JOURNALS = 'command';
/** Slack takes answers for thirty minutes. */
export const ANSWERABLE_MS = 29 * 60_000;

/** The page that a document holds; null for what is none of today's. */
export function pageOf({ value }: StoredDocument): JournalPage | null {
  const page = pageSchema.safeParse(value);
  return page.success ? page.data : null;
}

export type CommandJournal = {
  /** Stands on its pages: one with another name was taken over. */
  readonly id: string;
  /**
   * Writes a command down as it is now. False: another process took the page over with this command on it, and answers it. Rejects where
   * the store does not say that it was written; it goes with the next write then.
   */
  readonly keep: (command: KeptCommand) => Promise<boolean>;
  /** Takes a command off the page. Rejects as `keep` does. */
  readonly forget: (id: string) => Promise<void>;
  /** Writes once more where the last write was not answered. */
  readonly settle: () => Promise<void>;
  /** Takes an empty page away; one with commands on it is left to whoever finds it. */
  readonly end: () => Promise<void>;
};

export type JournalParts = {
  readonly documents: Documents;
  readonly owner: string;
  readonly newId: () => string;
  readonly now: () => number;
};

/** A page that is there already: what another process left, and this one took, with the name that it gave it. */
type Begun = {
  readonly id: string;
  readonly key: string;
  readonly revision: number;
  readonly commands: readonly KeptCommand[];
};

type Waiting = { readonly done: () => void; readonly failed: (cause: unknown) => void };

/**
 * The commands that a process answers, all on one page of the store: what changes while a write runs goes with the next one, so that fifty
 * who ask at once cost a few writes. Each write holds only if the page is as this process left it.
 */
export function commandJournal({ documents, owner, newId, now }: JournalParts, begun?: Begun): CommandJournal {
  const id = begun?.id ?? newId();
  let key = begun?.key ?? id;
  const commands = new Map((begun?.commands ?? []).map((command) => [command.id, command]));
  /** What is on the page for sure, and who takes it over has. */
  let written: ReadonlySet<string> = new Set(commands.keys());
  let revision: number | null = begun?.revision ?? null;
  /** A write was not answered: it may have been done. */
  let unsure = false;
  const lost = new Set<string>();
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  const lose = (those: Iterable<string>): void => {
    for (const one of those) if (commands.delete(one)) lost.add(one);
  };

  /** Finds whose the page is. What was on another's is that one's, what came since begins a new page. */
  const lookAgain = async (): Promise<void> => {
    const found = await documents.get(JOURNALS, key);
    const page = found === null ? null : pageOf(found);
    const there = new Set((page?.commands ?? []).map((command) => command.id));
    unsure = false;
    if (found !== null && page?.journal !== id) {
      lose([...written, ...there]);
      key = newId();
      revision = null;
      written = new Set();
      return;
    }
    // Who takes a page over leaves it there. One that is gone was forgotten: of age, and then another may have had what was on it,
    // or by a store that lost it, and then nobody has.
    if (found === null) lose([...written].filter((one) => now() - (commands.get(one)?.at ?? 0) > ANSWERABLE_MS));
    revision = found?.revision ?? null;
    written = there;
  };

  const write = async (): Promise<void> => {
    if (unsure) await lookAgain();
    while (commands.size > 0 || revision !== null) {
      const page: JournalPage = { version: 2, owner, journal: id, commands: [...commands.values()] };
      const options = { expected: revision ?? 'absent', expiresAt: now() + ANSWERABLE_MS } as const;
      const next = await documents.put(JOURNALS, key, page, options);
      if (next !== null) {
        revision = next;
        written = new Set(page.commands.map((command) => command.id));
        return;
      }
      await lookAgain();
    }
  };

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Whoever asks in the same turn comes along.
      await new Promise((resolve) => setImmediate(resolve));
      const those = waiting;
      waiting = [];
      try {
        await write();
        for (const { done } of those) done();
      } catch (cause) {
        unsure = true;
        for (const { failed } of those) failed(cause);
      }
    }
    writing = null;
  };
  const commit = (): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ done, failed });
      writing ??= writeAll();
    });
  const settle = async (): Promise<void> => {
    if (unsure) await commit();
  };

  return {
    id,
    async keep(command) {
      if (lost.has(command.id)) return false;
      commands.set(command.id, command);
      await commit();
      return !lost.has(command.id);
    },
    async forget(one) {
      commands.delete(one);
      if (!lost.delete(one)) await commit();
    },
    settle,
    async end() {
      await writing;
      await settle();
      if (commands.size === 0 && revision !== null) await documents.delete(JOURNALS, key);
    },
  };
}
