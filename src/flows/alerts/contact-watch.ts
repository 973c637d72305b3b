import { type ContactPreset, contactPolicy } from '../../core/alerts/contact-hours.ts';
import { ruleDefaults } from '../../core/alerts/rule-defaults.ts';
import type { Rule } from '../../core/alerts/rule.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const NAMES = {
  es: 'Llamadas fuera del horario de contacto',
  en: 'Calls outside the contact hours',
  pt: 'Chamadas fora do horário de contato',
} satisfies Record<Locale, string>;
const SOURCE = { report: 'live', metric: 'dialled' } as const;

/**
 * A rule that tells of numbers dialled outside the hours of a preset, each ten minutes. Off until somebody saves it; an aid, not legal
 * advice. Public holidays are not in it: their hours look like those of their weekday.
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
    active: hoursOutside(preset),
    channel,
    owner,
    paused: true,
    origin: 'slack',
  };
}

/** The hours of the week that a preset does not allow, as a rule's active hours are written. */
export function hoursOutside(preset: ContactPreset): string {
  const { hours } = contactPolicy(preset);
  return DAYS.flatMap((day, index) => {
    const allowed = hours
      .filter(({ weekdays }) => weekdays.includes(index + 1))
      .toSorted((one, other) => one.from - other.from);
    const edges = [0, ...allowed.flatMap(({ from, to }) => [from, to]), 24 * 60];
    return edges.flatMap((from, at) => {
      const to = edges[at + 1] ?? from;
      return at % 2 === 0 && from < to ? [`${day} ${clock(from)}-${clock(to)}`] : [];
    });
  }).join(', ');
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
