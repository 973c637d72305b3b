import { RATE_FLOOR } from '../stats/rate.ts';
import type { Rule } from './rule.ts';
import { metricOf } from './rule-metrics.ts';

export const DEFAULT_EVERY_MS = 5 * 60_000;

/** Every id of a place: each agent, skill or campaign is judged apart. */
export const EACH = '*';

/** What a rule is where nobody says otherwise: never repeated, always active, told at once, rates from twenty observations on. */
export function ruleDefaults(
  source: Pick<Rule, 'report' | 'metric'>,
): Omit<Rule, 'id' | 'name' | 'operation' | 'report' | 'metric' | 'condition' | 'channel' | 'origin'> {
  return {
    scope: 'all',
    windowMs: null,
    floor: metricOf(source)?.unit === 'rate' && source.report !== 'quota' ? RATE_FLOOR : 0,
    forMs: 0,
    keepFiringForMs: 0,
    repeatMs: null,
    everyMs: DEFAULT_EVERY_MS,
    severity: 'warning',
    active: null,
    owner: null,
    paused: false,
  };
}
