import { z } from 'zod';
import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Store } from '../../ports.ts';
import { RULE_PAUSED, RULES } from '../rules/rule-book.ts';
import { DIGEST_PAUSED, DIGESTS } from '../digests/digest-book.ts';
import { HISTORY_COLLECTIONS } from '../history/history-records.ts';
import { JUSTIFIED } from '../history/justify-store.ts';

/**
 * What is worth carrying to another machine or engine; everything else (answers, names, pace) is read anew, and what is under way there
 * (slots, cards) begins anew, so that nothing is posted for the past.
 */
const COLLECTIONS = [
  'preferences',
  JUSTIFIED,
  DIGESTS,
  DIGEST_PAUSED,
  RULES,
  RULE_PAUSED,
  ...HISTORY_COLLECTIONS,
] as const;
const STREAMS = ['audit'] as const;
const PAGE = 100;

const lineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('vigia-backup'), version: z.literal(1) }),
  z.object({ kind: z.literal('document'), collection: z.enum(COLLECTIONS), key: z.string(), value: z.unknown() }),
  z.object({ kind: z.literal('entry'), stream: z.enum(STREAMS), at: z.number().int(), value: z.unknown() }),
]);
type Line = z.infer<typeof lineSchema>;

/** One line of JSON after the other; the first says what the file is. */
export type BackUp = () => AsyncIterable<string>;
/** Reads a backup into the store: documents replace those of the same key, log entries that are there already are left. Gives how many lines. */
export type Restore = (lines: AsyncIterable<string>) => Promise<Outcome<number>>;

export function backUpFrom(store: Store): BackUp {
  return async function* () {
    const write = (line: Line) => JSON.stringify(line);
    yield write({ kind: 'vigia-backup', version: 1 });
    for (const collection of COLLECTIONS) {
      let after = '';
      for (;;) {
        const page = await store.documents.list(collection, { limit: PAGE, ...(after === '' ? {} : { after }) });
        for (const { key, value } of page) yield write({ kind: 'document', collection, key, value });
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) break;
        after = last.key;
      }
    }
    for (const stream of STREAMS) {
      for (const { at, value } of await store.logs.read(stream)) yield write({ kind: 'entry', stream, at, value });
    }
  };
}

export function restoreInto(store: Store): Restore {
  return async (lines) => {
    let count = 0;
    const there = new Map<string, ReadonlySet<string>>();
    for await (const text of lines) {
      if (text.trim() === '') continue;
      const line = parse(text);
      if (line === null || (count === 0) !== (line.kind === 'vigia-backup'))
        return failed('data.invalid', { what: `line ${count + 1}` });
      count += 1;
      if (line.kind === 'document') await store.documents.put(line.collection, line.key, line.value);
      if (line.kind === 'entry') {
        const known =
          there.get(line.stream) ??
          new Set((await store.logs.read(line.stream)).map((entry) => mark(entry.at, entry.value)));
        there.set(line.stream, known);
        if (!known.has(mark(line.at, line.value))) await store.logs.append(line.stream, line.at, line.value);
      }
    }
    return count === 0 ? failed('data.invalid', { what: 'empty' }) : done(count);
  };
}

function parse(text: string): Line | null {
  try {
    const line = lineSchema.safeParse(JSON.parse(text));
    return line.success ? line.data : null;
  } catch {
    return null;
  }
}

function mark(at: number, value: unknown): string {
  return `${at} ${JSON.stringify(value)}`;
}
