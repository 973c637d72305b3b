import { type Rule, RULE_SOURCES } from './rule.ts';
import type { Unit } from './seen.ts';

export type ScopeKind = 'all' | 'agent' | 'skill' | 'campaign' | 'state';
/** Its unit, and of what it can be read. */
export type RuleMetric = { readonly unit: Unit; readonly scopes: readonly ScopeKind[] };

const PLACES = {
  agents: ['all', 'agent'],
  hold: ['all', 'skill'],
  preview: ['all', 'agent', 'campaign'],
  all: ['all'],
} as const;

const of = (unit: Unit, scopes: readonly ScopeKind[]): RuleMetric => ({ unit, scopes });

/** What a rule may look at, by source and metric: the reports' own metrics as they define them (a test holds the two together), and the quota. */
export const RULE_METRICS: Readonly<Record<Rule['report'], Readonly<Record<string, RuleMetric>>>> = {
  agents: {
    calls: of('count', PLACES.agents),
    cost: of('money', PLACES.agents),
    cost_per_call: of('money', PLACES.agents),
    agents: of('count', PLACES.all),
  },
  aux: {
    aux_total: of('duration', ['all', 'agent', 'state']),
    aux_state: of('duration', ['all', 'agent', 'state']),
    aux_median: of('duration', ['state']),
    out_of_usual: of('count', ['all', 'agent', 'state']),
    group_over: of('count', PLACES.all),
  },
  hold: {
    offered: of('count', PLACES.hold),
    accepted: of('rate', PLACES.hold),
    recall_success: of('rate', PLACES.hold),
    kept: of('rate', PLACES.hold),
    debt: of('count', PLACES.hold),
    undecided: of('count', PLACES.hold),
    service_level_gain: of('rate', ['skill']),
  },
  preview: {
    contact_rate: of('rate', PLACES.preview),
    rpc: of('rate', PLACES.preview),
    uncoded: of('rate', PLACES.preview),
    calls: of('count', PLACES.preview),
    contacts: of('count', PLACES.preview),
    records: of('count', PLACES.preview),
    dialled: of('count', PLACES.preview),
    talk_time: of('duration', PLACES.preview),
  },
  live: {
    abandonment: of('rate', PLACES.all),
    answered: of('count', PLACES.all),
    abandoned: of('count', PLACES.all),
    inbound: of('count', PLACES.all),
    dialled: of('count', PLACES.all),
    contact_rate: of('rate', PLACES.all),
    machine_share: of('rate', PLACES.all),
    line_health: of('rate', PLACES.all),
  },
  quota: { used: of('rate', PLACES.all) },
};

/** `live.abandonment`: a metric as a rule and the list of reports name it. */
export function metricName({ report, metric }: Pick<Rule, 'report' | 'metric'>): string {
  return `${report}.${metric}`;
}

/** Every name that a rule may say. */
export const METRIC_NAMES: readonly string[] = Object.entries(RULE_METRICS).flatMap(([report, metrics]) =>
  Object.keys(metrics).map((metric) => `${report}.${metric}`),
);

/** The metric that a name says; null for one that is not known. */
export function metricNamed(name: string): (Pick<Rule, 'report' | 'metric'> & { readonly is: RuleMetric }) | null {
  for (const report of RULE_SOURCES) {
    const metric = name.startsWith(`${report}.`) ? name.slice(report.length + 1) : '';
    const is = Object.hasOwn(RULE_METRICS[report], metric) ? RULE_METRICS[report][metric] : undefined;
    if (is !== undefined) return { report, metric, is };
  }
  return null;
}

/** The metric of a rule; null where this version has none of that name. */
export function metricOf(rule: Pick<Rule, 'report' | 'metric'>): RuleMetric | null {
  return metricNamed(metricName(rule))?.is ?? null;
}
