import type { Locale } from './locale.ts';

/** What the command line says of an audit trail without a line. */
export const NOTHING_RECORDED = {
  es: 'Todavía no hay nada en el registro.',
  en: 'Nothing is in the audit trail yet.',
  pt: 'Ainda não há nada no registro.',
} satisfies Record<Locale, string>;
