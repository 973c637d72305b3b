import { z } from 'zod';
import type { Settings } from '../../core/settings.ts';
import { kindOf } from '../../core/errors.ts';
import { keptWords } from '../../core/i18n/kept-words.ts';
import type { Clock, Log, Store, StoredDocument } from '../../ports.ts';
import type { AnswerCommand, CommandAsked } from './answer-command.ts';
import type { People } from './identify.ts';
import { understand } from './obey.ts';
import type { PlainCards } from './plain-cards.ts';
import type { Reply } from './reply.ts';

/** What Slack was told to be taken, until it is answered. `answering`: the answer may be on its way, so it is not sent again. */
const keptSchema = z.object({
  version: z.literal(1),
  owner: z.string(),
  at: z.number(),
  user: z.string(),
  team: z.string(),
  channel: z.string().nullable(),
  text: z.string(),
  responseUrl: z.string(),
  state: z.enum(['taken', 'answering']),
});
type Kept = z.infer<typeof keptSchema>;

const COLLECTION = 'command';
/** Slack takes answers for thirty minutes. */
const ANSWERABLE_MS = 29 * 60_000;
const BEAT_MS = 3_000;
/** After so long without a beat a process is dead to the others. */
const SILENT_MS = 10_000;
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
  /** What this process answers now. One that is its own but not among these it was given by a write whose reply was lost. */
  const working = new Set<string>();
  let watching: Promise<void> | null = null;

  const put = (key: string, kept: Kept, expected: number | 'absent') =>
    store.documents.put(COLLECTION, key, kept, { expected, expiresAt: kept.at + ANSWERABLE_MS });

  const alive = () => store.claims.take(`process/${owner}`, owner, clock.now(), clock.now() + SILENT_MS);
  /** Taking the claim of a process shows that it has let go of it; it is given back at once. */
  const isDead = async (other: string): Promise<boolean> => {
    const taken = await store.claims.take(`process/${other}`, owner, clock.now(), clock.now() + 1);
    if (taken) await store.claims.release(`process/${other}`, owner);
    return taken;
  };

  const forget = (key: string): Promise<void> =>
    store.documents.delete(COLLECTION, key).catch((cause: unknown) => {
      log.warn('command.unforgotten', { cause: kindOf(cause) });
    });

  /**
   * Answers one command that is kept at `revision`; null: nobody knows whether it is kept. Who was silent for too long finds that another
   * took it over: then that one answers it, and forgets it.
   */
  const answerKept = async (key: string, kept: Kept, revision: number | null, asked: CommandAsked): Promise<void> => {
    let mine: boolean | null = revision === null ? true : null;
    const mayAnswer = async (): Promise<boolean> => {
      if (mine !== null || revision === null) return mine ?? true;
      try {
        mine = (await put(key, { ...kept, state: 'answering' }, revision)) !== null;
      } catch (cause) {
        log.warn('command.unmarked', { cause: kindOf(cause) });
        mine = true;
      }
      return mine;
    };
    working.add(key);
    try {
      await answer({ ...asked, mayAnswer });
    } finally {
      // Also after a defect of ours, which would only be met again.
      if (await mayAnswer()) await forget(key);
      working.delete(key);
    }
  };

  const takeOver = async ({ key, value, revision }: StoredDocument): Promise<void> => {
    const parsed = keptSchema.safeParse(value);
    if (!parsed.success || clock.now() - parsed.data.at > ANSWERABLE_MS) {
      return store.documents.delete(COLLECTION, key);
    }
    const left = parsed.data;
    if (left.owner === owner ? working.has(key) : !(await isDead(left.owner))) return;
    const mine: Kept = { ...left, owner };
    const taken = await put(key, mine, revision);
    if (taken === null || working.has(key)) return;
    const { responseUrl, text, user, team, channel } = left;
    const sender = { user, team, channel };
    const speaker = parts.people.guess(sender);
    const again = left.state === 'taken' && onlyReads(text, speaker, parts);
    log.info('command.taken-over', { again, ms: clock.now() - left.at });
    if (again) {
      return answerKept(key, mine, taken, { sender, text, responseUrl, begin: async () => {} });
    }
    await store.documents.delete(COLLECTION, key);
    const said = `${parts.settings.command} ${text}`.trim();
    const note = keptWords(speaker.locale).interrupted({ said });
    await parts.reply({ sender, responseUrl, turns: false }, parts.cards.done(note), speaker.locale);
  };

  const notLooked = (cause: unknown): void => log.debug('command.not-looked', { cause: kindOf(cause) });
  const look = async (shared: boolean): Promise<void> => {
    try {
      if (shared) await alive();
      // Not waited for: a long answer must not keep this process from showing that it lives.
      for (const found of await store.documents.list(COLLECTION)) takeOver(found).catch(notLooked);
    } catch (cause) {
      notLooked(cause);
    }
  };

  return {
    async answer(asked) {
      const { sender, text, responseUrl } = asked;
      const key = newId();
      const kept: Kept = { version: 1, owner, at: clock.now(), ...sender, text, responseUrl, state: 'taken' };
      working.add(key);
      const revision = await put(key, kept, 'absent').catch((cause: unknown) => {
        log.warn('command.not-kept', { cause: kindOf(cause) });
        return null;
      });
      await answerKept(key, kept, revision, asked);
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
      await store.claims.release(`process/${owner}`, owner).catch(() => {});
    },
  };
}

function onlyReads(text: string, speaker: Parameters<typeof understand>[1], { settings, clock }: KeptParts): boolean {
  const command = understand(text, speaker, settings, clock.now());
  if (!ONLY_READS.has(command.kind)) return false;
  return !('output' in command) || (!command.output.here && command.output.file === null);
}
