import type { Rule } from '../../../core/alerts/rule.ts';
import { metricOf } from '../../../core/alerts/rule-metrics.ts';
import type { Unit } from '../../../core/alerts/seen.ts';
import type { Ending, Point } from '../../../core/alerts/state.ts';
import type { AlertCardWords } from '../../../core/i18n/alerts/alert-card-words.ts';
import type { Format } from '../../../core/i18n/format.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import { reportOf } from '../../../reports/catalog.ts';
import type { Basis } from './sheet.ts';

const QUOTA = { es: 'Cuota del día usada', en: "Day's quota used", pt: 'Cota do dia usada' } satisfies Record<
  Locale,
  string
>;
const MINUTE = 60_000;
const FEW = 0.1;

export type Told = { readonly locale: Locale; readonly format: Format; readonly words: AlertCardWords };

export function unitOfRule(rule: Rule): Unit {
  return metricOf(rule)?.unit ?? 'count';
}

/** How a rule's metric is called, with its scope where it is not everything. */
export function subjectSaid(rule: Rule, name: string | null, { locale, words }: Told): string {
  const label =
    rule.report === 'quota' ? QUOTA[locale] : (reportOf(rule.report).words[locale].metrics[rule.metric] ?? rule.metric);
  return name === null ? label : words.scoped(label, name);
}

/** A value as a headline has it: whole per cent from ten on, one decimal below. */
export function valueSaid(unit: Unit, value: number, format: Format): string {
  switch (unit) {
    case 'rate':
      return Math.abs(value) >= FEW ? format.percent(value, 0) : format.percent(value);
    case 'count':
      return format.number(value, Number.isInteger(value) ? 0 : 1);
    case 'duration':
      return format.duration(value);
    case 'money':
      return format.money(value);
  }
}

/** `6–9 %`: the middle half of the comparable days. */
export function rangeSaid(unit: Unit, { low, high }: { readonly low: number; readonly high: number }, format: Format) {
  const top = valueSaid(unit, high, format);
  const bottom = unit === 'rate' ? format.number(low * 100, low * 100 >= 10 ? 0 : 1) : valueSaid(unit, low, format);
  const same = unit === 'rate' ? valueSaid(unit, low, format) === top : bottom === top;
  return same ? top : `${bottom.replace(/[.,]0$/, '')}–${top}`;
}

/** How a problem ended, and when. A rule that looks at all hours leaves its problem where the day of its figure ends. */
export function endingSaid(
  { active }: Pick<Rule, 'active'>,
  how: Ending,
  time: string,
  { ended }: Pick<AlertCardWords, 'ended'>,
): string {
  return ended[how === 'hours' && active === null ? 'day' : how](time);
}

/** `Abandono 7 % (5 de 71)`, a figure with what it rests on. */
export function figureSaid(rule: Rule, point: Point, name: string | null, told: Told): string {
  const evidence = evidenceSaid(rule, point, told);
  const said = `${subjectSaid(rule, name, told)} ${valueSaid(unitOfRule(rule), point.value, told.format)}`;
  return evidence === null ? said : `${said} (${evidence})`;
}

export function evidenceSaid(rule: Rule, { count, of }: Pick<Point, 'count' | 'of'>, { words, format }: Told) {
  if (unitOfRule(rule) !== 'rate' || count === null || of === null) return null;
  return words.evidence(format.number(count), format.number(of));
}

/** The stretch that a figure is of: of the last minutes as far as they are known, or of the day up to then. */
export function whenSaid(rule: Rule, { from, to }: Basis, { words, format }: Told): string {
  const isDay = rule.windowMs === null && (rule.report === 'quota' || reportOf(rule.report).endpoint.dated);
  if (isDay) return words.todayUntil(format.time(to));
  const minutes = Math.max(1, Math.round((to - from) / MINUTE));
  return minutes >= 60 && minutes % 60 === 0
    ? words.lastHours(format.number(minutes / 60))
    : words.lastMinutes(format.number(minutes));
}

/** What it is held against: the rule's own limit, and what is usual where it is known. */
export function limitsSaid(rule: Rule, usual: Basis['usual'], { words, format }: Told): readonly string[] {
  const unit = unitOfRule(rule);
  const { condition } = rule;
  const range = usual === null ? null : rangeSaid(unit, usual, format);
  const usually =
    usual === null || range === null
      ? []
      : [usual.until === null ? words.usual(range) : words.usualUntil(range, usual.until)];
  switch (condition.kind) {
    case 'above':
      return [
        condition.threshold === 0 ? words.aboveNone : words.above(valueSaid(unit, condition.threshold, format)),
        ...usually,
      ];
    case 'below':
      return [words.below(valueSaid(unit, condition.threshold, format)), ...usually];
    case 'above-usual':
      return [...usually, words.aboveUsual(format.percent(condition.share, 0))];
    case 'below-usual':
      return [...usually, words.belowUsual(format.percent(condition.share, 0))];
    case 'aux':
      return [];
  }
}
