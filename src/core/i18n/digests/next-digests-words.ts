import type { Locale } from '../locale.ts';

/** The next digests, as `status` shows them. `time` is formatted already. */
type NextDigestsWords = {
  readonly label: string;
  readonly one: (args: { readonly name: string; readonly time: string }) => string;
  readonly none: string;
};

const WORDS = {
  es: { label: 'Próximos resúmenes', one: ({ name, time }) => `${name}, ${time}`, none: 'ninguno' },
  en: { label: 'Next digests', one: ({ name, time }) => `${name}, ${time}`, none: 'none' },
  pt: { label: 'Próximos resumos', one: ({ name, time }) => `${name}, ${time}`, none: 'nenhum' },
} satisfies Record<Locale, NextDigestsWords>;

/** `NextDigestsWords` in a language. */
export function nextDigestsWords(locale: Locale): NextDigestsWords {
  return WORDS[locale];
}
