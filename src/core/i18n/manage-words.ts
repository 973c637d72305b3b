import type { Subject } from '../command/meaning.ts';
import type { Locale } from './locale.ts';

/** Commands about digests and alerts that run as they are, for somebody whose words were not understood. */
const EXAMPLES: Readonly<Record<Locale, Readonly<Record<Subject, readonly string[]>>>> = {
  es: {
    digests: ['resúmenes', 'resúmenes agregar', 'ayuda'],
    alerts: ['alertas', 'alertas agregar', 'ayuda'],
  },
  en: { digests: ['digests', 'digests add', 'help'], alerts: ['alerts', 'alerts add', 'help'] },
  pt: {
    digests: ['resumos', 'resumos adicionar', 'ajuda'],
    alerts: ['alertas', 'alertas adicionar', 'ajuda'],
  },
} satisfies Record<Locale, Record<Subject, readonly string[]>>;

/** Commands to show, in the order to try them. */
export function manageExamples(subject: Subject, locale: Locale): readonly string[] {
  return EXAMPLES[locale][subject];
}
