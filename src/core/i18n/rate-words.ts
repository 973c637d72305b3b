import type { Locale } from './locale.ts';

/** What somebody is told who asks more often than anybody can read. */
export type RateWords = { readonly tooOften: (args: { readonly most: number; readonly seconds: number }) => string };

const RATE = {
  es: {
    tooOften: ({ most, seconds }) =>
      `Van más de ${most} consultas tuyas en un minuto. Espera ${seconds} s y pide otra vez.`,
  },
  en: {
    tooOften: ({ most, seconds }) =>
      `You asked more than ${most} times within a minute. Wait ${seconds} s and ask again.`,
  },
  pt: {
    tooOften: ({ most, seconds }) =>
      `Você fez mais de ${most} consultas em um minuto. Espere ${seconds} s e peça de novo.`,
  },
} as const satisfies Readonly<Record<Locale, RateWords>>;

/** `RateWords` in a language. */
export function rateWords(locale: Locale): RateWords {
  return RATE[locale];
}
