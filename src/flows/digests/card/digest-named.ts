import type { Card } from '../../../core/card/card.ts';
import { digestWords } from '../../../core/i18n/digests/digest-words.ts';
import { headOf, type Occasion } from './digest-compose.ts';
import type { PartRead } from './digest-part.ts';
import { digestTrust } from './digest-trust.ts';

/** What the channel may not see of the parts that are worth a look: who, by name. Null where there is nothing of the kind. */
export function namedDigest(read: readonly PartRead[], occasion: Occasion): Card | null {
  const parts = read.filter((part) => part.kind === 'said');
  const held = parts.filter(({ brief, full }) => differs(brief, full));
  if (held.length === 0) return null;
  const { named } = digestWords(occasion.locale);
  const sections = held.flatMap(({ title, full }) => [
    { kind: 'text', text: [{ bold: title }, `: ${full.verdict}.`] } as const,
    ...(full.who.length > 0 ? [{ kind: 'lines', lines: full.who } as const] : []),
  ]);
  return {
    headline: `${named.headline(headOf(parts, occasion))}.`,
    sections: [...sections, { kind: 'text', text: named.why }],
    trust: digestTrust(held, 'full'),
    actions: [],
  };
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
