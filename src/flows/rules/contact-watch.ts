import { CONTACT_PRESETS } from '../../core/alerts/contact-hours.ts';
import type { Operation } from '../../core/operation.ts';

/** The hours of the only preset there is. */
export const CONTACT_WATCH = `outside ${CONTACT_PRESETS[0]}`;

/** The choice of those hours in a form: where their law holds, and where they are chosen already. */
export function contactChoice(
  { active }: { readonly active: string },
  { country }: Pick<Operation, 'country'>,
  { contactHours }: { readonly contactHours: string },
): readonly { readonly value: 'contact'; readonly label: string }[] {
  return country === 'CO' || active === 'contact' ? [{ value: 'contact', label: contactHours }] : [];
}
