import { nextDigestsWords } from '../../core/i18n/digests/next-digests-words.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';
import type { Clock, Holidays } from '../../ports.ts';
import type { DigestBook } from './digest-book.ts';
import { comingSlots, saySlot } from './say-digest.ts';

/** What comes by itself next for an operation, soonest first: a label and a line, as `status` shows them. */
export type SayNext = (
  operation: Operation,
  locale: Locale,
) => Promise<{ readonly label: string; readonly value: string }>;

const MOST = 3;

export function nextSayer({
  book,
  clock,
  holidays,
}: {
  readonly book: Pick<DigestBook, 'list'>;
  readonly clock: Clock;
  readonly holidays: Holidays;
}): SayNext {
  return async (operation, locale) => {
    const now = clock.now();
    const w = nextDigestsWords(locale);
    const coming = (await book.list())
      .filter((digest) => digest.operation === operation.id && !digest.paused)
      .flatMap((digest) => comingSlots(digest, operation, holidays, now, MOST).map((at) => ({ digest, at })))
      .toSorted((a, b) => a.at - b.at)
      .slice(0, MOST);
    const said = coming.map(({ digest: { name, zone }, at }) =>
      w.one({ name, time: saySlot(at, now, zone ?? operation.zone, locale) }),
    );
    return { label: w.label, value: said.length === 0 ? w.none : said.join(' · ') };
  };
}
