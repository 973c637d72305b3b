import type { Locale } from '../i18n/locale.ts';

/** How a reader is told what is not shown: `more`, `hidden` of `total` things; `rest`, the part of a pie that holds the others. */
export type CardWords = {
  readonly more: (hidden: number, total: number) => string;
  readonly rest: (hidden: number) => string;
};

export const PLAIN_WORDS: CardWords = { more: (hidden) => `+${hidden}`, rest: (hidden) => `+${hidden}` };

const WORDS: Readonly<Record<Locale, CardWords>> = {
  es: { more: (hidden, total) => `y ${hidden} más, de ${total}`, rest: (hidden) => `Otros (${hidden})` },
  en: { more: (hidden, total) => `and ${hidden} more, of ${total}`, rest: (hidden) => `Others (${hidden})` },
  pt: { more: (hidden, total) => `e mais ${hidden}, de ${total}`, rest: (hidden) => `Outros (${hidden})` },
};

/** How a reader of a language is told what is not shown. */
export function cardWords(locale: Locale): CardWords {
  return WORDS[locale];
}
