import { readActiveHours } from '../../../core/alerts/active-hours.ts';
import {
  amountBounds,
  conditionOf,
  hasUsual,
  kindToName,
  limitUnit,
  plainRecovery,
  scopeOfChoice,
} from '../../../core/alerts/rule-choices.ts';
import { metricOf } from '../../../core/alerts/rule-metrics.ts';
import type { Condition, Rule } from '../../../core/alerts/rule.ts';
import { readWritten, writeAmount } from '../../../core/alerts/written-amount.ts';
import type { Choosable } from '../../../core/card/inputs.ts';
import type { Format } from '../../../core/i18n/format.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import { readSaidHours } from '../../../core/i18n/said-hours.ts';
import { ruleFormWords } from '../../../core/i18n/alerts/rule-form-words.ts';
import type { Operation } from '../../../core/operation.ts';
import { readOpeningHours } from '../../../core/period/opening-hours.ts';
import { CONTACT_WATCH } from '../contact-watch.ts';
import { metricTitle } from '../metric-title.ts';
import type { RuleField, RuleForm } from './rule-form-state.ts';

/** What a form says of a rule: all but what it is called by and how it stands. */
export type RuleDraft = Omit<Rule, 'id' | 'paused' | 'origin'>;
export type RuleMistakes = Readonly<Partial<Record<RuleField, string>>>;

export type RuleJudgeContext = {
  readonly operation: Operation;
  readonly locale: Locale;
  readonly format: Format;
  /** What can be named of the form's kind; null where it is not known, and an id is written. */
  readonly among: readonly Choosable[] | null;
  /** Whom an empty channel means. */
  readonly self: string;
};

/** The rule that a form describes, or a sentence for each field where something is missing or wrong. */
export function judgeRuleForm(
  form: RuleForm,
  context: RuleJudgeContext,
): { readonly draft: RuleDraft } | { readonly mistakes: RuleMistakes } {
  const { operation, locale } = context;
  const w = ruleFormWords(locale).mistakes;
  const { report, metric } = form;
  const mistakes: Partial<Record<RuleField, string>> = {};

  const scope = scopeOfChoice(form.scope, form.id);
  if (scope === null) mistakes.id = w.scope;
  const condition = readLimits(form, context, mistakes);
  const isUsual = form.condition === 'above-usual' || form.condition === 'below-usual';
  if (isUsual && scope !== null && !hasUsual(form, scope, form.windowMs)) mistakes.condition = w.noUsual;
  const floor = readWritten(form.floor, 'count');
  if (floor === null || !Number.isInteger(floor) || floor < 0) mistakes.floor = w.floor;
  const active = activeOf(form, operation);
  if (active === undefined)
    mistakes[form.active === 'own' ? 'hours' : 'active'] = form.active === 'own' ? w.hours : w.noHours;

  if (
    Object.keys(mistakes).length > 0 ||
    condition === null ||
    scope === null ||
    floor === null ||
    active === undefined
  ) {
    return { mistakes };
  }
  return {
    draft: {
      name: form.name === '' ? ruleName(form, context) : form.name,
      operation: operation.id,
      report,
      metric,
      scope,
      windowMs: form.windowMs,
      condition,
      floor,
      forMs: form.forMs,
      keepFiringForMs: form.keepMs,
      repeatMs: form.repeatMs,
      everyMs: form.everyMs,
      severity: form.severity,
      active,
      channel: form.channel === '' ? context.self : form.channel,
      owner: form.owner === '' ? context.self : form.owner,
    },
  };
}

/** What a rule is called if nobody says: its metric, and whose. */
export function ruleName(
  { report, metric, scope, id }: Pick<RuleForm, 'report' | 'metric' | 'scope' | 'id'>,
  { locale, among }: Pick<RuleJudgeContext, 'locale' | 'among'>,
): string {
  const title = metricTitle({ report, metric }, locale);
  const named =
    kindToName(scope) === null || id === '' ? null : (among?.find(({ value }) => value === id)?.label ?? id);
  return (named === null ? title : `${title}: ${named}`).slice(0, 60);
}

/** Where it is good again if the field stays empty, as the field would hold it; null while there is no limit. */
export function recoveryMeant(form: RuleForm, format: Format): string | null {
  const unit = limitUnit(form.condition, metricOf(form)?.unit ?? 'count');
  const limit = readWritten(form.limit, unit);
  return limit === null || form.condition === 'aux'
    ? null
    : writeAmount(plainRecovery(form.condition, limit), unit, format);
}

function readLimits(
  form: RuleForm,
  { locale, format }: RuleJudgeContext,
  mistakes: Partial<Record<RuleField, string>>,
): Condition | null {
  const { condition: kind } = form;
  if (kind === 'aux') return { kind };
  const w = ruleFormWords(locale).mistakes;
  const own = metricOf(form)?.unit ?? 'count';
  const unit = limitUnit(kind, own);
  const isUsual = kind === 'above-usual' || kind === 'below-usual';
  const limit = readWritten(form.limit, unit);
  const wrong = limit === null || limit < 0 || (isUsual ? limit === 0 : unit === 'rate' && limit > 1);
  if (wrong) {
    mistakes.limit = isUsual ? w.share : w.limit[own];
    return null;
  }
  const back = form.recover.trim() === '' ? plainRecovery(kind, limit) : readWritten(form.recover, unit);
  if (back === null) {
    mistakes.recover = isUsual ? w.share : w.limit[own];
    return null;
  }
  const { least, most } = isUsual ? { least: 0, most: Number.POSITIVE_INFINITY } : amountBounds(form, own);
  if (back < least || back > most || (kind === 'below-usual' && limit > 1)) {
    mistakes[back < least || back > most ? 'recover' : 'limit'] = isUsual ? w.limit.rate : w.limit[own];
    return null;
  }
  const said = writeAmount(limit, unit, format);
  if (kind === 'below' ? back < limit : back > limit) {
    mistakes.recover = kind === 'below' ? w.recoverBelow(said) : w.recoverAbove(said);
    return null;
  }
  return conditionOf(kind, limit, back);
}

/** Null: always. Undefined: there is none such. */
function activeOf({ active, closing, hours }: RuleForm, operation: Operation): string | null | undefined {
  switch (active) {
    case 'always':
      return null;
    case 'operation':
      return works(operation) ? operation.hours : undefined;
    case 'closing':
      return works(operation) ? `before closing ${closing}` : undefined;
    case 'contact':
      return CONTACT_WATCH;
    case 'own': {
      const text = readSaidHours(hours);
      return readActiveHours(text)?.kind === 'hours' ? text : undefined;
    }
  }
}

function works({ hours }: Operation): boolean {
  return hours !== null && readOpeningHours(hours) !== null;
}
