import type { Settings } from '../../core/settings.ts';
import { kindOf } from '../../core/errors.ts';
import { keptWords } from '../../core/i18n/kept-words.ts';
import type { Clock, Log, Store, StoredDocument } from '../../ports.ts';
import type { AnswerCommand, CommandAsked } from './answer-command.ts';
import {
  ANSWERABLE_MS,
  type CommandJournal,
  commandJournal,
  JOURNALS,
  type KeptCommand,
  pageOf,
} from './command-journal.ts';
import type { People } from './identify.ts';
import { understand } from './obey.ts';
import type { PlainCards } from './plain-cards.ts';
import type { Reply } from './reply.ts';

const BEAT_MS = 3_000;
/** After so long without a beat a process is dead to the others. */
const SILENT_MS = 10_000;
/** Slack wants to be told within three seconds: a store that does not answer must not use them up. */
const WRITTEN_WITHIN_MS = 2_000;
/** Commands that only read: doing one again is doing it once. */
const ONLY_READS: ReadonlySet<string> = new Set(['report', 'check', 'status', 'help', 'unclear']);

export type KeptParts = {
  readonly store: Pick<Store, 'documents' | 'claims'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly settings: Settings;
  readonly people: Pick<People, 'guess'>;
  readonly cards: PlainCards;
  readonly reply: Reply;
};

export type KeptCommands = {
  /** Answers as the flow that it was made of, and leaves what another process needs if this one dies meanwhile. */
  readonly answer: AnswerCommand;
  /** Answers what dead processes left: as long as this one lives where others share the store, else once. */
  readonly watch: (shared: boolean) => void;
  readonly close: () => Promise<void>;
};

/** A command that Slack was told to be taken is answered, once, also where the process that took it dies before. */
export function keptCommands(parts: KeptParts, answer: AnswerCommand): KeptCommands {
  const { store, clock, log, newId } = parts;
  const owner = newId();
  const closing = new AbortController();
  const journalParts = { documents: store.documents, owner, newId, now: () => clock.now() };
  const own = commandJournal(journalParts);
  /** The journals that this process writes, its own and those of pages that it took over, with what each look settles of them. */
  const journals = new Map<string, () => Promise<void>>([[own.id, own.settle]]);
  let watching: Promise<void> | null = null;
  /** When this process last showed that it lives, and from when on it judges others: not while what kept it silent may have kept them. */
  let beaten: number | null = null;
  let judgesFrom = 0;

  const judgeLater = (): void => {
    judgesFrom = clock.now() + SILENT_MS;
  };
  const alive = async (): Promise<void> => {
    const now = clock.now();
    await store.claims.take(`process/${owner}`, owner, now, now + SILENT_MS);
    if (beaten !== null && now - beaten > 2 * BEAT_MS) judgeLater();
    beaten = now;
  };
  /** Taking the claim of a process shows that it has let go of it; it is given back at once. */
  const isDead = async (other: string): Promise<boolean> => {
    if (clock.now() < judgesFrom) return false;
    const taken = await store.claims.take(`process/${other}`, owner, clock.now(), clock.now() + 1);
    if (taken) await store.claims.release(`process/${other}`, owner);
    return taken;
  };

  const forget = (journal: CommandJournal, id: string): Promise<void> =>
    journal.forget(id).catch((cause: unknown) => {
      log.warn('command.unforgotten', { cause: kindOf(cause) });
    });

  /**
   * Answers one command that stands in a journal. Who was silent for too long finds that another took it over: then that one answers it,
   * and forgets it.
   */
  const answerKept = async (journal: CommandJournal, command: KeptCommand, asked: CommandAsked): Promise<void> => {
    let mine: boolean | null = null;
    const mayAnswer = async (): Promise<boolean> => {
      try {
        mine ??= await journal.keep({ ...command, state: 'answering' });
      } catch (cause) {
        log.warn('command.unmarked', { cause: kindOf(cause) });
        mine = true;
      }
      return mine;
    };
    try {
      await answer({ ...asked, mayAnswer });
    } finally {
      // Also after a defect of ours, which would only be met again.
      await forget(journal, command.id);
    }
  };

  const takeOver = async (journal: CommandJournal, command: KeptCommand): Promise<void> => {
    const { id, at, responseUrl, text, user, team, channel, state } = command;
    if (clock.now() - at > ANSWERABLE_MS) return forget(journal, id);
    const sender = { user, team, channel };
    const speaker = parts.people.guess(sender);
    const again = state === 'taken' && onlyReads(text, speaker, parts);
    log.info('command.taken-over', { again, ms: clock.now() - at });
    if (again) return answerKept(journal, command, { sender, text, responseUrl, begin: async () => {} });
    await forget(journal, id);
    const said = `${parts.settings.command} ${text}`.trim();
    const note = keptWords(speaker.locale).interrupted({ said });
    await parts.reply({ sender, responseUrl, turns: false }, parts.cards.done(note), speaker.locale);
  };

  const takePage = async (found: StoredDocument): Promise<void> => {
    const { key, revision: expected } = found;
    const page = pageOf(found);
    // An empty page stays until the store forgets it: whoever comes back to it sees by its name whether it was taken over.
    if (page === null || page.commands.length === 0 || journals.has(page.journal)) return;
    if (page.owner !== owner && !(await isDead(page.owner))) return;
    const id = newId();
    const { commands } = page;
    const options = { expected, expiresAt: clock.now() + ANSWERABLE_MS };
    journals.set(id, async () => {});
    let revision: number | null = null;
    try {
      revision = await store.documents.put(JOURNALS, key, { ...page, owner, journal: id }, options);
    } finally {
      if (revision === null) journals.delete(id);
    }
    if (revision === null) return;
    const journal = commandJournal(journalParts, { id, key, revision, commands });
    const over = await Promise.allSettled(commands.map((command) => takeOver(journal, command)));
    for (const one of over) if (one.status === 'rejected') notLooked(one.reason);
    const settle = async (): Promise<void> => {
      await journal.settle();
      journals.delete(id);
    };
    journals.set(id, settle);
    await settle();
  };

  const notLooked = (cause: unknown): void => log.debug('command.not-looked', { cause: kindOf(cause) });
  const look = async (shared: boolean): Promise<void> => {
    try {
      if (shared) await alive();
      // Not waited for: a long answer must not keep this process from showing that it lives.
      for (const settle of journals.values()) settle().catch(notLooked);
      for (const found of await store.documents.list(JOURNALS)) takePage(found).catch(notLooked);
    } catch (cause) {
      judgeLater();
      notLooked(cause);
    }
  };

  return {
    async answer(asked) {
      const { sender, text, responseUrl } = asked;
      const command: KeptCommand = { id: newId(), at: clock.now(), ...sender, text, responseUrl, state: 'taken' };
      const written = new AbortController();
      own
        .keep(command)
        .catch((cause: unknown) => {
          log.warn('command.not-kept', { cause: kindOf(cause) });
        })
        .finally(() => written.abort('written'));
      await clock.wait(WRITTEN_WITHIN_MS, written.signal);
      await answerKept(own, command, asked);
    },
    watch(shared) {
      const always = async (): Promise<void> => {
        while (!closing.signal.aborted) {
          await look(true);
          await clock.wait(BEAT_MS, closing.signal);
        }
      };
      watching ??= shared ? always() : look(false);
    },
    async close() {
      closing.abort();
      await watching;
      await own.end().catch(() => {});
      await store.claims.release(`process/${owner}`, owner).catch(() => {});
    },
  };
}

function onlyReads(text: string, speaker: Parameters<typeof understand>[1], { settings, clock }: KeptParts): boolean {
  const command = understand(text, speaker, settings, clock.now());
  if (!ONLY_READS.has(command.kind)) return false;
  return !('output' in command) || (!command.output.here && command.output.file === null);
}
