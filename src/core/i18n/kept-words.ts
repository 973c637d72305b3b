import type { Locale } from './locale.ts';

/** What is said where a process ended at the very moment of an answer, so that nobody can know whether it arrived. */
export type KeptWords = { readonly interrupted: (args: { readonly said: string }) => string };

const KEPT = {
  es: {
    interrupted: ({ said }) => `Me interrumpieron al responder "${said}". Si la respuesta no llegó, pídela otra vez.`,
  },
  en: { interrupted: ({ said }) => `I was interrupted while answering "${said}". If no answer arrived, ask again.` },
  pt: { interrupted: ({ said }) => `Fui interrompido ao responder "${said}". Se a resposta não chegou, peça de novo.` },
} as const satisfies Readonly<Record<Locale, KeptWords>>;

/** `KeptWords` in a language. */
export function keptWords(locale: Locale): KeptWords {
  return KEPT[locale];
}
