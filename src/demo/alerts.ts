import { ruleDefaults } from '../core/alerts/rule-defaults.ts';
import type { Rule } from '../core/alerts/rule.ts';

const looks = { report: 'live', metric: 'abandonment' } as const;

/** A rule as somebody would have made it in Slack; it tells at once, so that the page shows it when the calls are made to go lost. */
export const demoRule: Rule = {
  ...ruleDefaults(looks),
  ...looks,
  id: 'abandono-general',
  name: 'Abandono general',
  operation: 'bogota',
  windowMs: 30 * 60_000,
  condition: { kind: 'above', threshold: 0.15, recover: 0.12 },
  everyMs: 60_000,
  channel: 'C02SUPERVISORES',
  owner: 'U01LAURA',
  origin: 'slack',
};
