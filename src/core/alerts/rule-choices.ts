import type { Condition, Rule } from './rule.ts';
import { EACH, ruleDefaults } from './rule-defaults.ts';
import { metricOf, type ScopeKind } from './rule-metrics.ts';
import type { Unit } from './seen.ts';

const MINUTE = 60_000;

type Looks = Pick<Rule, 'report' | 'metric'>;
/** Which way a metric is good, as its report says. */
export type Better = 'low' | 'high' | 'neither';

/** `agent`: one of them; `each-agent`: every one apart. */
export type ScopeChoice = ScopeKind | `each-${Exclude<ScopeKind, 'all'>}`;

/** Whether something is of the last minutes and has no day to run. */
function isLive({ report }: Looks): boolean {
  return report === 'live';
}

/** When a rule on a metric can tell; the one that is meant by most comes first. */
export function conditionChoices(looks: Looks, better: Better): readonly Condition['kind'][] {
  const { report, metric } = looks;
  if (report === 'quota') return ['above'];
  const both = better === 'high' ? (['below', 'above'] as const) : (['above', 'below'] as const);
  const usual = both.map((kind) => `${kind}-usual` as const);
  return report === 'aux' && metric === 'out_of_usual' ? ['aux', ...both] : [...both, ...usual];
}

/** Of whom a metric can be judged; `single`: by the rule over days, which looks at people whatever the metric has. */
export function scopeChoices(looks: Looks, condition: Condition['kind']): readonly ScopeChoice[] {
  const scopes = metricOf(looks)?.scopes ?? ['all'];
  return scopes.flatMap((kind): readonly ScopeChoice[] => {
    if (kind === 'all') return ['all'];
    return condition === 'aux' ? [kind] : [kind, `each-${kind}`];
  });
}

/** Over how long it can be looked at, ms; null: the running day. */
export function windowChoices(looks: Looks, condition: Condition['kind']): readonly (number | null)[] {
  if (looks.report === 'quota' || condition === 'aux') return [null];
  return isLive(looks)
    ? [10, 30, 60, 120].map((minutes) => minutes * MINUTE)
    : [null, 60 * MINUTE, 120 * MINUTE, 240 * MINUTE];
}

/** Whether what is usual is known: of everything, over the last minutes or the running day. */
export function hasUsual(looks: Looks, scope: Rule['scope'], windowMs: number | null): boolean {
  return scope === 'all' && looks.report !== 'quota' && (isLive(looks) || windowMs === null);
}

/** What somebody who presses "alert me" under a card of a report would be told of: of aux who is out of the usual, as its card; else its leading figure. */
export function watchedMetric(report: Rule['report'], leading: string): string {
  return report === 'aux' ? 'out_of_usual' : leading;
}

/** A rule on a metric as most would have it, before anybody chose anything. */
export function plainRule(
  looks: Looks,
  better: Better,
): Pick<Rule, 'condition' | 'windowMs' | 'forMs' | 'keepFiringForMs' | 'everyMs' | 'floor'> {
  const [kind = 'above'] = conditionChoices(looks, better);
  const live = isLive(looks);
  return {
    condition: conditionOf(kind, defaultLimit(looks, kind)),
    windowMs: live ? 30 * MINUTE : null,
    forMs: live ? 10 * MINUTE : 0,
    keepFiringForMs: live ? 5 * MINUTE : 0,
    everyMs: (live ? 5 : kind === 'aux' ? 30 : 10) * MINUTE,
    floor: ruleDefaults(looks).floor,
  };
}

/** A condition with its limit; `recover` left out: a third nearer to the good side. */
export function conditionOf(kind: Condition['kind'], limit: number, recover: number | null = null): Condition {
  switch (kind) {
    case 'aux':
      return { kind };
    case 'above':
    case 'below':
      return { kind, threshold: limit, recover: recover ?? plainRecovery(kind, limit) };
    case 'above-usual':
    case 'below-usual':
      return { kind, share: limit, recover: recover ?? plainRecovery(kind, limit) };
  }
}

/** Where it is good again if nobody says: 70 % of a limit, 115 % of a minimum, half of a share. */
export function plainRecovery(kind: Condition['kind'], limit: number): number {
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  switch (kind) {
    case 'above':
      return limit > 0 ? round(limit * 0.7) : limit;
    case 'below':
      return limit > 0 ? round(limit <= 1 ? Math.min(1, Math.max(limit, limit * 1.15)) : limit * 1.15) : limit;
    case 'above-usual':
    case 'below-usual':
      return round(limit / 2);
    case 'aux':
      return 0;
  }
}

/**
 * What a limit of a metric, and where it is good again, may be, in its unit: a rule whose limit no figure can pass never tells, and one
 * whose recovery no figure can reach never ends. Only what one report gains over another goes below nothing.
 */
export function amountBounds(
  { metric }: Pick<Looks, 'metric'>,
  unit: Unit,
): { readonly least: number; readonly most: number } {
  return { least: metric === 'service_level_gain' ? -1 : 0, most: unit === 'rate' ? 1 : Number.POSITIVE_INFINITY };
}

/** The limit of a condition and where it is good again; null for the rule over days. */
export function limitsOf(condition: Condition): { readonly limit: number; readonly recover: number } | null {
  if (condition.kind === 'aux') return null;
  const limit = 'threshold' in condition ? condition.threshold : condition.share;
  return { limit, recover: condition.recover };
}

/** In what a limit is written: a share of the usual is a percentage whatever the metric is. */
export function limitUnit(kind: Condition['kind'], unit: Unit): Unit {
  return kind === 'above-usual' || kind === 'below-usual' ? 'rate' : unit;
}

/** The choice that a scope is, and the id it names. */
export function choiceOfScope(scope: Rule['scope']): { readonly choice: ScopeChoice; readonly id: string } {
  if (scope === 'all') return { choice: 'all', id: '' };
  return scope.id === EACH ? { choice: `each-${scope.kind}`, id: '' } : { choice: scope.kind, id: scope.id };
}

/** What is to be named for a choice: one of a kind; null where nothing is. */
export function kindToName(choice: ScopeChoice): Exclude<ScopeKind, 'all'> | null {
  return choice === 'agent' || choice === 'skill' || choice === 'campaign' || choice === 'state' ? choice : null;
}

const EACH_OF = {
  'each-agent': 'agent',
  'each-skill': 'skill',
  'each-campaign': 'campaign',
  'each-state': 'state',
} as const;

/** The scope that a choice and an id make; null while the id is missing. */
export function scopeOfChoice(choice: ScopeChoice, id: string): Rule['scope'] | null {
  if (choice === 'all') return 'all';
  if (choice === 'agent' || choice === 'skill' || choice === 'campaign' || choice === 'state') {
    return id.trim() === '' || id === EACH ? null : { kind: choice, id: id.trim() };
  }
  return { kind: EACH_OF[choice], id: EACH };
}

function defaultLimit(looks: Looks, kind: Condition['kind']): number {
  if (kind === 'above-usual' || kind === 'below-usual') return 0.3;
  switch (metricOf(looks)?.unit ?? 'count') {
    case 'rate':
      return looks.report === 'quota' ? 0.8 : kind === 'below' ? 0.5 : 0.1;
    case 'count':
      return 20;
    case 'duration':
      return 3_600;
    case 'money':
      return 1_000;
  }
}
