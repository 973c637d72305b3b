import type { Card, Line } from '../../core/card/card.ts';
import { digestListWords } from '../../core/i18n/digests/digest-list-words.ts';
import type { Reader } from '../answer/identify.ts';
import type { DigestBook } from './digest-book.ts';
import { DIGEST_OPEN } from './digest-actions.ts';
import type { DigestCards } from './digest-list.ts';
import { mayChange } from './find-digest.ts';

/** App Home has a hundred blocks for everything. */
const MOST = 8;

/** "My digests" in App Home: those that somebody made or gets, with their next times; null for somebody who may make none. */
export function homeDigests(book: DigestBook, shown: DigestCards): (reader: Reader) => Promise<Card | null> {
  return async (reader) => {
    const { actor, locale } = reader;
    const w = digestListWords(locale);
    const all = await book.list();
    const mine = all.filter(
      ({ owner, targets }) =>
        owner === actor.user || targets.some(({ kind, id }) => kind === 'person' && id === actor.user),
    );
    if (mine.length === 0 && mayChange(reader, null) !== null) return null;
    const lines = mine.slice(0, MOST).map((digest): Line => {
      const { text } = shown.line(digest, reader);
      return {
        text,
        action: { kind: 'button', id: `${DIGEST_OPEN}:show`, label: w.buttons.open, value: digest.id },
      };
    });
    return {
      headline: w.home,
      sections: [lines.length === 0 ? { kind: 'text', text: w.homeNone } : { kind: 'lines', lines }],
      trust: [],
      actions: [...shown.addButton(reader), ...(all.length > 0 ? [shown.allButton(reader)] : [])],
    };
  };
}
