import type { Locale } from './locale.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { pt } from './words/pt.ts';
import type { Words } from './words/wording.ts';

export type { Words } from './words/wording.ts';

const WORDS = { es, en, pt } satisfies Record<Locale, Words>;

/** The sentences of the house in one language. */
export function words(locale: Locale): Words {
  return WORDS[locale];
}
