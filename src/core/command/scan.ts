import type { Heard } from './heard.ts';
import { patternAt, wordsOf } from './patterns.ts';
import { FILLERS, longest, type Phrases, UNTIL } from './phrases.ts';
import { fold, type Token } from './tokens.ts';

const NAMED_OPERATION = /^op:(.+)$/;

/** Takes the tokens one stretch after another for what they are: dates and hours first, then the longest phrase; fillers are left out. */
export function scan(
  tokens: readonly Token[],
  phrases: Phrases,
  operations: readonly { readonly id: string; readonly name: string }[],
): readonly Heard[] {
  const heard: Heard[] = [];
  let at = 0;
  while (at < tokens.length) {
    const { found, length } = next(tokens, at, phrases, operations);
    const stretch = found === null ? null : stretchAt(found, at + length, tokens, phrases, operations);
    if (stretch !== null) heard.push(stretch.found);
    else if (found !== null) heard.push(found);
    at = stretch?.end ?? at + length;
  }
  return heard;
}

/** `lunes a viernes`, `15 oct al 20 oct`: two days with a word for "until" between them; null where the second is none. */
function stretchAt(
  first: Heard,
  end: number,
  tokens: readonly Token[],
  phrases: Phrases,
  operations: readonly { readonly id: string; readonly name: string }[],
): { readonly found: Heard; readonly end: number } | null {
  if (!isOneDay(first) || !UNTIL.has(tokens[end]?.folded ?? '')) return null;
  let at = end + 1;
  while (FILLERS.has(tokens[at]?.folded ?? '')) at += 1;
  let last: Heard | null = null;
  while (at < tokens.length) {
    const { found, length } = next(tokens, at, phrases, operations);
    // `viernes 20 nov` is one day in two ways: the date is the one to go by.
    if (found === null || !isOneDay(found) || (last !== null && !isWeekday(last))) break;
    last = found;
    at += length;
  }
  if (last === null) return null;
  return {
    found: { kind: 'stretch', first, last, word: wordsOf(tokens, first.at, at - first.at), at: first.at },
    end: at,
  };
}

function isOneDay(heard: Heard): boolean {
  if (heard.kind === 'date' || heard.kind === 'dayOfMonth') return true;
  return heard.kind === 'said' && ['weekday', 'day', 'ago'].includes(heard.means.is);
}

function isWeekday(heard: Heard): boolean {
  return heard.kind === 'said' && heard.means.is === 'weekday';
}

function next(
  tokens: readonly Token[],
  at: number,
  phrases: Phrases,
  operations: readonly { readonly id: string }[],
): { readonly found: Heard | null; readonly length: number } {
  const { word = '', folded = '' } = tokens[at] ?? {};
  const named = NAMED_OPERATION.exec(folded)?.[1];
  if (named !== undefined) {
    const ids = operations.map(({ id }) => id).filter((id) => fold(id) === named);
    if (ids.length > 0) return { found: { kind: 'operation', ids, word, at }, length: 1 };
  }
  const pattern = patternAt(tokens, at);
  if (pattern !== null) return { found: pattern.heard, length: pattern.length };

  const match = longest(phrases, tokens, at);
  if (match !== null) {
    const [target] = match.targets;
    const said = wordsOf(tokens, at, match.length);
    if ('operation' in target) {
      const ids = [...new Set(match.targets.flatMap((one) => ('operation' in one ? [one.operation] : [])))];
      return { found: { kind: 'operation', ids, word: said, at }, length: match.length };
    }
    if ('offer' in target) {
      return { found: { kind: 'unknown', offer: target.offer, word: said, at }, length: match.length };
    }
    const { means } = target;
    if (means.is === 'weekOf') {
      const date = patternAt(tokens, at + match.length);
      return date?.heard.kind === 'date'
        ? {
            found: { kind: 'week', date: date.heard.date, word: `${said} ${date.heard.word}`, at },
            length: match.length + date.length,
          }
        : { found: { kind: 'unknown', word: said, at }, length: match.length };
    }
    return { found: { kind: 'said', means, count: match.count, word: said, at }, length: match.length };
  }
  if (/^\d+$/.test(folded)) return { found: { kind: 'number', word, at }, length: 1 };
  if (FILLERS.has(folded) || UNTIL.has(folded)) return { found: null, length: 1 };
  return { found: { kind: 'unknown', word, at }, length: 1 };
}
