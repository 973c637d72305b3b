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

/** `owner`: the process that answers what stands in it. */
const pageSchema = z.object({ version: z.literal(2), owner: z.string(), commands: z.array(keptSchema) });
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
  /**
   * Writes a command down as it is now. False: another process took the page over with this command on it, and answers it. Rejects where
   * the store does not say that it was written.
   */
  readonly keep: (command: KeptCommand) => Promise<boolean>;
  /** Takes a command off the page. Rejects as `keep` does. */
  readonly forget: (id: string) => Promise<void>;
  /** Keys of the pages that this journal has begun, the present one last. */
  readonly pages: () => readonly string[];
  /** Takes an empty page away; one with commands on it is left to whoever finds it. */
  readonly end: () => Promise<void>;
};

export type JournalParts = {
  readonly documents: Documents;
  readonly owner: string;
  readonly newId: () => string;
  readonly now: () => number;
};

/** A page that is there already: what another process left, and this one took. */
type Begun = { readonly key: string; readonly revision: number; readonly commands: readonly KeptCommand[] };

type Waiting = { readonly done: () => void; readonly failed: (cause: unknown) => void };

/**
 * The commands that a process answers, all on one page of the store: what changes while a write runs goes with the next one, so that fifty
 * who ask at once cost a few writes. Each write holds only if the page is as this process left it.
 */
export function commandJournal({ documents, owner, newId, now }: JournalParts, begun?: Begun): CommandJournal {
  const keys: [string, ...string[]] = [begun?.key ?? newId()];
  const commands = new Map((begun?.commands ?? []).map((command) => [command.id, command]));
  /** What is on the page for sure, and who takes it over has. */
  let written: ReadonlySet<string> = new Set(commands.keys());
  let revision: number | null = begun?.revision ?? null;
  /** A write was not answered: it may have been done. */
  let unsure = false;
  const lost = new Set<string>();
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  const key = (): string => keys.at(-1) ?? keys[0];

  /** Another process has the page: what was on it is that one's, what came since begins a new one. */
  const turnPage = (): void => {
    for (const id of written) {
      if (commands.delete(id)) lost.add(id);
    }
    keys.push(newId());
    written = new Set();
    revision = null;
  };

  const lookAgain = async (): Promise<void> => {
    const found = await documents.get(JOURNALS, key());
    unsure = false;
    if (found === null && revision === null) return;
    const page = found === null ? null : pageOf(found);
    if (found === null || page?.owner !== owner) return turnPage();
    revision = found.revision;
    written = new Set(page.commands.map(({ id }) => id));
  };

  const write = async (): Promise<void> => {
    if (unsure) await lookAgain();
    while (commands.size > 0 || revision !== null) {
      const page: JournalPage = { version: 2, owner, commands: [...commands.values()] };
      const newest = page.commands.reduce((at, command) => Math.max(at, command.at), now());
      const options = { expected: revision ?? 'absent', expiresAt: newest + ANSWERABLE_MS } as const;
      const next = await documents.put(JOURNALS, key(), page, options);
      if (next !== null) {
        revision = next;
        written = new Set(page.commands.map(({ id }) => id));
        return;
      }
      turnPage();
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

  return {
    async keep(command) {
      if (lost.has(command.id)) return false;
      const isNew = !commands.has(command.id);
      commands.set(command.id, command);
      try {
        await commit();
      } catch (cause) {
        if (isNew) commands.delete(command.id);
        throw cause;
      }
      return !lost.has(command.id);
    },
    async forget(id) {
      commands.delete(id);
      if (lost.delete(id)) return;
      await commit();
    },
    pages: () => keys,
    async end() {
      await writing;
      if (commands.size === 0 && revision !== null && !unsure) await documents.delete(JOURNALS, key());
    },
  };
}
