import { z } from 'zod';
import type { Card } from '../../core/card/card.ts';
import { cardWords, toMessage } from '../../core/card/to-blocks.ts';
import type { ProblemCode } from '../../core/errors.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Clock, Log, Messenger, Store } from '../../ports.ts';

const COLLECTION = 'alert-notes';
/** A handover of hours ago is no handover. */
const LASTS_MS = 4 * 3_600_000;
const CLAIM_MS = 60_000;
const KEPT_MS = 7 * 24 * 3_600_000;

/** Where the bot may not look, twice is better than never; what else keeps it from looking, it waits for. */
const BLIND: ReadonlySet<ProblemCode> = new Set(['slack.scope', 'slack.unclear']);

const noteSchema = z.object({
  v: z.literal(1),
  channel: z.string(),
  message: z.object({ text: z.string(), blocks: z.array(z.looseObject({ type: z.string() })) }),
  at: z.number(),
  trying: z.boolean(),
  done: z.boolean(),
});

/**
 * Messages of their own that are posted once, in their time: handed over, they are sent now or with a minute to come, and looked for
 * where Slack's answer was lost. A key that was used is not posted again.
 */
export function noteSender(parts: {
  readonly store: Pick<Store, 'documents' | 'claims'>;
  readonly messenger: Pick<Messenger, 'post' | 'find'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
}) {
  const { store, messenger, clock, log } = parts;
  const { documents, claims } = store;

  const send = async (key: string): Promise<void> => {
    const owner = parts.newId();
    const now = clock.now();
    if (!(await claims.take(`alert-note/${key}`, owner, now, now + CLAIM_MS))) return;
    try {
      const found = await documents.get(COLLECTION, key);
      const read = noteSchema.safeParse(found?.value);
      if (found === null || !read.success || read.data.done) return;
      const note = read.data;
      let revision: number | null = found.revision;
      /** False where another sender took it over meanwhile. */
      const put = async (change: Partial<typeof note>): Promise<boolean> => {
        if (revision === null) return false;
        const options = { expected: revision, expiresAt: note.at + KEPT_MS };
        revision = await documents.put(COLLECTION, key, { ...note, ...change }, options);
        return revision !== null;
      };
      if (now > note.at + LASTS_MS) {
        log.warn('alerts.note-late', { key });
        await put({ done: true });
        return;
      }
      const mark = { key: `alert-note/${key}` };
      const there = note.trying ? await messenger.find(note.channel, mark, note.at) : null;
      if (there?.ok === true && there.value !== null) return void (await put({ done: true }));
      if (there?.ok === false && !BLIND.has(there.problem.code)) return;
      if (!(await put({ trying: true }))) return;
      const sent = await messenger.post(note.channel, note.message, mark);
      if (!sent.ok) log.warn('alerts.note-not-sent', { key, code: sent.problem.code });
      const isOver = sent.ok || !sent.problem.mayPass;
      await put({ done: isOver, trying: !sent.ok && sent.problem.code === 'slack.unclear' });
    } finally {
      await claims.release(`alert-note/${key}`, owner);
    }
  };

  return {
    async post(key: string, channel: string, card: Card, locale: Locale, at: number): Promise<void> {
      const message = toMessage(card, { rung: 'text', words: cardWords(locale) });
      const note = { v: 1, channel, message, at, trying: false, done: false };
      await documents.put(COLLECTION, key, note, { expected: 'absent', expiresAt: at + KEPT_MS });
      await send(key);
    },
    /** Those of an operation that Slack has not taken yet; keys begin with the operation. */
    async sendDue(operation: string): Promise<void> {
      for (const { key, value } of await documents.list(COLLECTION, { prefix: `${operation}/` })) {
        const read = noteSchema.safeParse(value);
        if (read.success && !read.data.done) await send(key);
      }
    },
  };
}
export type NoteSender = ReturnType<typeof noteSender>;
