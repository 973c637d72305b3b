import { LOCALES, type Locale } from '../i18n/locale.ts';
import type { JustifiedCommand } from './command.ts';
import { LEXICON, reportWord } from './lexicon.ts';
import { FILLERS } from './phrases.ts';
import { fold, type Token } from './tokens.ts';

const SAY = {
  es: ['justificados', 'justificado', 'justificadas'],
  en: ['justified'],
  pt: ['justificados', 'justificado', 'justificadas'],
} as const satisfies Record<Locale, readonly [string, ...string[]]>;

const WORDS: ReadonlySet<string> = new Set(LOCALES.flatMap((locale) => SAY[locale].map(fold)));
const AUX: ReadonlySet<string> = new Set(
  LOCALES.flatMap((locale) =>
    LEXICON[locale].entries.flatMap(({ means, say }) =>
      means.is === 'report' && means.report === 'aux' ? say.map(fold) : [],
    ),
  ),
);

/** `aux justified`, with an operation or without: the list of what was accepted; null where it is about something else. */
export function readJustified(
  tokens: readonly Token[],
  operations: readonly { readonly id: string; readonly name: string }[],
): JustifiedCommand | null {
  if (!tokens.some(({ folded }) => WORDS.has(folded))) return null;
  const rest = tokens.filter(({ folded }) => !WORDS.has(folded) && !AUX.has(folded) && !FILLERS.has(folded));
  if (rest.length === 0) return { kind: 'justified', operation: null };
  const said = rest.map(({ folded }) => folded).join(' ');
  const named = operations.find(({ id, name }) => [fold(id), `op:${fold(id)}`, fold(name)].includes(said));
  return named === undefined ? null : { kind: 'justified', operation: named.id };
}

/** The words after the slash command that ask for the list. */
export function sayJustified(locale: Locale, operation: string): string {
  return `${reportWord('aux', locale)} ${SAY[locale][0]} op:${operation}`;
}
