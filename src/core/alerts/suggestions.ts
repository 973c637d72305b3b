import type { Locale } from '../i18n/locale.ts';
import type { Operation } from '../operation.ts';
import { readOpeningHours } from '../period/opening-hours.ts';
import { ruleDefaults } from './rule-defaults.ts';
import type { Rule } from './rule.ts';

const MINUTE = 60_000;
/** An id of the file has forty letters at most. */
const LONGEST_ID = 28;

const NAMES = {
  es: {
    abandonment: 'Abandono',
    lines: 'Salud de las líneas',
    promises: 'Devoluciones pendientes antes de cerrar',
    aux: 'Auxiliares fuera de lo habitual',
    recalls: 'Rellamadas logradas',
    quota: 'Cuota de wolkvox',
  },
  en: {
    abandonment: 'Abandonment',
    lines: 'Line health',
    promises: 'Call-backs pending before closing',
    aux: 'Auxiliary time out of the usual',
    recalls: 'Call-backs reached',
    quota: 'wolkvox quota',
  },
  pt: {
    abandonment: 'Abandono',
    lines: 'Saúde das linhas',
    promises: 'Retornos pendentes antes de fechar',
    aux: 'Pausas fora do habitual',
    recalls: 'Retornos concluídos',
    quota: 'Cota do wolkvox',
  },
} satisfies Record<Locale, Record<string, string>>;

type Kind = keyof (typeof NAMES)['es'];
type Shape = Pick<Rule, 'report' | 'metric' | 'condition'> & Partial<Rule>;

/**
 * Six rules to start from, none of them switched on: whoever takes one saves it. They look while the operation works; what is promised to
 * customers is looked at before it closes.
 */
export function suggestedRules(
  { id, hours, locale }: Pick<Operation, 'id' | 'hours' | 'locale'>,
  { channel, owner }: Pick<Rule, 'channel' | 'owner'>,
): readonly Rule[] {
  const works = hours !== null && readOpeningHours(hours) !== null;
  const soon = { forMs: 10 * MINUTE, keepFiringForMs: 5 * MINUTE, active: works ? hours : null };
  const slowly = {
    forMs: 30 * MINUTE,
    keepFiringForMs: 15 * MINUTE,
    everyMs: 15 * MINUTE,
    active: works ? hours : null,
  };
  const shapes: Readonly<Record<Kind, Shape>> = {
    abandonment: {
      report: 'live',
      metric: 'abandonment',
      // Of 40 calls at a true 6 % seven or more are lost in one half hour of a hundred; of 20, more than 10 % in one of nine.
      condition: { kind: 'above', threshold: 0.15, recover: 0.1 },
      floor: 40,
      windowMs: 30 * MINUTE,
      ...soon,
    },
    lines: {
      report: 'live',
      metric: 'line_health',
      condition: { kind: 'above', threshold: 0.15, recover: 0.1 },
      windowMs: 30 * MINUTE,
      floor: 50,
      severity: 'critical',
      ...soon,
    },
    promises: {
      report: 'hold',
      metric: 'debt',
      condition: works ? { kind: 'above', threshold: 0, recover: 0 } : { kind: 'above', threshold: 20, recover: 10 },
      everyMs: 10 * MINUTE,
      active: works ? 'before closing 90m' : null,
    },
    aux: {
      report: 'aux',
      metric: 'out_of_usual',
      condition: { kind: 'aux' },
      everyMs: 30 * MINUTE,
      severity: 'info',
      active: works ? hours : null,
    },
    recalls: {
      report: 'hold',
      metric: 'recall_success',
      condition: { kind: 'below', threshold: 0.6, recover: 0.7 },
      ...slowly,
    },
    quota: {
      report: 'quota',
      metric: 'used',
      condition: { kind: 'above', threshold: 0.8, recover: 0.8 },
      everyMs: 15 * MINUTE,
      severity: 'info',
    },
  };
  return Object.entries(shapes).map(([kind, shape]): Rule => {
    const names: Readonly<Record<string, string>> = NAMES[locale];
    return {
      ...ruleDefaults(shape),
      id: `${id.slice(0, LONGEST_ID)}-${kind}`,
      name: names[kind] ?? kind,
      operation: id,
      channel,
      origin: 'slack',
      ...shape,
      owner,
    };
  });
}
