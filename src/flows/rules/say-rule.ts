import { readActiveHours } from '../../core/alerts/active-hours.ts';
import { limitsOf, limitUnit } from '../../core/alerts/rule-choices.ts';
import { metricOf } from '../../core/alerts/rule-metrics.ts';
import type { Rule } from '../../core/alerts/rule.ts';
import type { Span } from '../../core/card/card.ts';
import type { Format } from '../../core/i18n/format.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { sayHours } from '../../core/i18n/said-hours.ts';
import { ruleFormWords } from '../../core/i18n/alerts/rule-form-words.ts';
import { ruleListWords, type RuleListWords } from '../../core/i18n/alerts/rule-list-words.ts';
import type { Operation } from '../../core/operation.ts';
import { valueSaid } from '../alerts/cards/alert-figures.ts';
import { isPerson } from '../alerts/cards/draw-card.ts';
import { metricTitle } from './metric-title.ts';
import { isEach } from './rule-scopes.ts';

export type SaidFor = { readonly locale: Locale; readonly format: Format };

const MINUTE = 60_000;

/** A rule in one sentence: `Abandono por encima de 10 % en 30 min, si dura 10 min`. `name`: of its scope, where it is one. */
export function sayRule(rule: Rule, name: string | null, { locale, format }: SaidFor): string {
  const w = ruleListWords(locale);
  const whose = scopeSaid(rule, name, w);
  const dated = rule.report !== 'live' && rule.condition.kind !== 'aux';
  const span =
    rule.windowMs === null ? (dated ? ` ${w.overDay}` : '') : ` ${w.over(Math.round(rule.windowMs / MINUTE))}`;
  const lasting = rule.forMs === 0 ? '' : `, ${w.lasting(Math.round(rule.forMs / MINUTE))}`;
  return `${metricTitle(rule, locale)}${whose} ${whenSaid(rule, { locale, format })}${span}${lasting}`;
}

/** When a rule tells, without its metric: `por encima de 10 %`. */
export function whenSaid(rule: Pick<Rule, 'report' | 'metric' | 'condition'>, { locale, format }: SaidFor): string {
  return ruleListWords(locale).when[rule.condition.kind](limitSaid(rule, format));
}

/** Its limit in words, `10 %`; empty for the rule over days. */
export function limitSaid(rule: Pick<Rule, 'report' | 'metric' | 'condition'>, format: Format): string {
  const limits = limitsOf(rule.condition);
  return limits === null ? '' : amountSaid(rule, limits.limit, format);
}

/** Any amount in the unit of a rule's limit. */
export function amountSaid(
  { report, metric, condition }: Pick<Rule, 'report' | 'metric' | 'condition'>,
  amount: number,
  format: Format,
): string {
  return valueSaid(limitUnit(condition.kind, metricOf({ report, metric })?.unit ?? 'count'), amount, format);
}

/** When it looks; null: always. */
export function hoursSaid({ active }: Rule, operation: Pick<Operation, 'hours'>, locale: Locale): string | null {
  if (active === null) return null;
  const w = ruleListWords(locale);
  const read = readActiveHours(active);
  if (read?.kind === 'before-closing') return w.beforeClosing(ruleFormWords(locale).span(Math.round(read.ms / MINUTE)));
  if (read?.kind === 'outside') return w.contactHours;
  return active === operation.hours ? w.inHours : sayHours(active, locale);
}

/** Where it tells; `nameOf`: what a person is called, who is not to be pinged by a list. */
export function placeSaid({ channel }: Rule, nameOf: (user: string) => string): readonly Span[] {
  return isPerson(channel) ? [nameOf(channel)] : [{ channel }];
}

function scopeSaid(rule: Rule, name: string | null, w: RuleListWords): string {
  const { scope } = rule;
  if (scope === 'all') return '';
  return ` ${isEach(rule) ? w.eachOf[scope.kind] : w.of(name ?? scope.id)}`;
}
