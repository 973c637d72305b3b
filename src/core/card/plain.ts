import type { Cell, Text } from './card.ts';

/** What stands where there is nothing: Slack refuses empty cells and texts. */
export const NOTHING = '—';

/** Latin letters and marks, with none of what `clean` looks for: nearly every text there is. */
const CLEAN = /^[\x20-\x7E\xA1-\xAC\xAE-\u02FF\u2010-\u2027]*$/;

/** Drops what no name needs and a terminal or a reader can be fooled with: control characters, direction marks, broken surrogates. */
export function clean(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/(?!\n)[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** `clean`, on one line and trimmed; never empty. */
export function oneLine(text: string): string {
  return (
    clean(text)
      .replaceAll(/\s{2,}|[^\S ]/g, ' ')
      .trim() || NOTHING
  );
}

/** At most `max` UTF-16 units, an ellipsis in place of what went; never half a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > max - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A text without its spans' formatting. A mention reads `@U123`, a channel `#C123`. */
export function plain(text: Text): string {
  if (typeof text === 'string') return clean(text);
  return text
    .map((span) => {
      if (typeof span === 'string') return clean(span);
      if ('bold' in span) return clean(span.bold);
      if ('code' in span) return clean(span.code);
      return 'channel' in span ? `#${clean(span.channel)}` : `@${clean(span.mention)}`;
    })
    .join('');
}

/** A cell as text of one line. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return NOTHING;
  return oneLine(typeof cell === 'string' ? cell : cell.text);
}

/** In characters as a terminal counts them (code points; good enough for names). */
export function widthOf(text: string): number {
  return Array.from(text).length;
}
