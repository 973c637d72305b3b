import type { Audience } from '../actor.ts';
import type { Locale } from '../i18n/locale.ts';
import { initials, readableName } from '../values/person.ts';

const AGENT = { es: 'Agente', en: 'Agent', pt: 'Agente' } satisfies Record<Locale, string>;

/** A person as this audience may see one. `position` tells people apart where their names are hidden: 1 for the first in the card. */
export function agentLabel(name: string, position: number, names: Audience['names'], locale: Locale): string {
  switch (names) {
    case 'full':
      return readableName(name);
    case 'initials':
      return initials(name);
    case 'hidden':
      return `${AGENT[locale]} ${position}`;
    default:
      return names satisfies never;
  }
}
