import { CONTACT_PRESETS, type ContactPreset } from '../../core/alerts/contact-hours.ts';
import { ruleDefaults } from '../../core/alerts/rule-defaults.ts';
import type { Rule } from '../../core/alerts/rule.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';

const NAMES = {
  es: 'Llamadas fuera del horario de contacto',
  en: 'Calls outside the contact hours',
  pt: 'Chamadas fora do horário de contato',
} satisfies Record<Locale, string>;
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

const SOURCE = { report: 'live', metric: 'dialled' } as const;

/**
 * A rule that tells of numbers dialled outside the hours of a preset, each ten minutes, public holidays of the operation's country
 * included. Off until somebody saves it; an aid, not legal advice: it counts what is dialled, not how often one customer is.
 */
export function contactHoursRule(
  preset: ContactPreset,
  { id, locale }: Pick<Operation, 'id' | 'locale'>,
  { channel, owner }: Pick<Rule, 'channel' | 'owner'>,
): Rule {
  return {
    ...ruleDefaults(SOURCE),
    ...SOURCE,
    id: `${id}-${preset}`,
    name: NAMES[locale],
    operation: id,
    condition: { kind: 'above', threshold: 0, recover: 0 },
    everyMs: 10 * 60_000,
    active: `outside ${preset}`,
    channel,
    owner,
    paused: true,
    origin: 'slack',
  };
}
