import { EACH, ruleDefaults } from '../../core/alerts/rule-defaults.ts';
import { metricName, metricOf } from '../../core/alerts/rule-metrics.ts';
import type { Rule } from '../../core/alerts/rule.ts';
import { writeAmount, writeUsual } from './alert-amounts.ts';
import { durationText } from '../export-values.ts';

/** Rules of either home as entries of `alerts` that are read back as the same rules; what is the default is left out. */
export function exportRules(rules: readonly Rule[]): readonly Readonly<Record<string, unknown>>[] {
  return rules.map(exportRule);
}

function exportRule(rule: Rule): Readonly<Record<string, unknown>> {
  const defaults = ruleDefaults(rule);
  const unless = <T>(value: T, usual: T, say: (value: T) => unknown): unknown => (value === usual ? null : say(value));
  const as = <T>(value: T): T => value;
  const fields = {
    id: rule.id,
    name: unless(rule.name, rule.id, as),
    operation: rule.operation,
    metric: metricName(rule),
    scope: rule.scope === 'all' ? null : `${rule.scope.kind}:${rule.scope.id === EACH ? 'each' : rule.scope.id}`,
    window: rule.windowMs === null ? null : durationText(rule.windowMs),
    ...exportCondition(rule),
    floor: unless(rule.floor, defaults.floor, as),
    for: unless(rule.forMs, defaults.forMs, durationText),
    keep_firing_for: unless(rule.keepFiringForMs, defaults.keepFiringForMs, durationText),
    repeat: rule.repeatMs === null ? null : durationText(rule.repeatMs),
    every: unless(rule.everyMs, defaults.everyMs, durationText),
    severity: unless(rule.severity, defaults.severity, as),
    active: rule.active,
    channel: rule.channel,
    owner: rule.owner,
    paused: rule.paused ? true : null,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function exportCondition(rule: Rule): Readonly<Record<string, unknown>> {
  const { condition } = rule;
  const unit = metricOf(rule)?.unit ?? 'count';
  switch (condition.kind) {
    case 'aux':
      return {};
    case 'above':
    case 'below': {
      const { kind, threshold, recover } = condition;
      return {
        [kind]: writeAmount(threshold, unit),
        ...(recover === threshold ? {} : { recover: writeAmount(recover, unit) }),
      };
    }
    case 'above-usual':
    case 'below-usual': {
      const { kind, share, recover } = condition;
      const key = kind === 'above-usual' ? 'above' : 'below';
      return {
        [key]: writeUsual(condition, share),
        ...(recover === share ? {} : { recover: writeUsual(condition, recover) }),
      };
    }
  }
}
