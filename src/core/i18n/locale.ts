export const LOCALES = ['es', 'en', 'pt'] as const;
export type Locale = (typeof LOCALES)[number];

/** The locale for a Slack or BCP 47 tag such as `es-LA` or `pt-BR`; null for a language that is not spoken here. */
export function localeOf(tag: string | undefined): Locale | null {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === language) ?? null;
}
