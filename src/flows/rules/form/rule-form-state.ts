import { readActiveHours } from '../../../core/alerts/active-hours.ts';
import {
  type Better,
  choiceOfScope,
  conditionChoices,
  limitsOf,
  limitUnit,
  plainRule,
  scopeChoices,
  type ScopeChoice,
  windowChoices,
} from '../../../core/alerts/rule-choices.ts';
import { metricName, metricNamed, metricOf } from '../../../core/alerts/rule-metrics.ts';
import { type Condition, type Rule, SEVERITIES, type Severity } from '../../../core/alerts/rule.ts';
import type { Unit } from '../../../core/alerts/seen.ts';
import { writeAmount } from '../../../core/alerts/written-amount.ts';
import type { Format } from '../../../core/i18n/format.ts';
import type { Operation } from '../../../core/operation.ts';
import { reportOf } from '../../../reports/catalog.ts';

export const HOURS_CHOICES = ['always', 'operation', 'closing', 'contact', 'own'] as const;
export type HoursChoice = (typeof HOURS_CHOICES)[number];

/**
 * What somebody has put into the form of a rule so far; what is written stays as written. `windowMs` null: the running day; `channel` ''
 * the person's own messages. `turn` grows when the bot writes into fields: Slack keeps what a field of the same name held.
 */
export type RuleForm = {
  readonly name: string;
  readonly operation: string;
  readonly report: Rule['report'];
  readonly metric: string;
  readonly scope: ScopeChoice;
  readonly id: string;
  readonly condition: Condition['kind'];
  readonly limit: string;
  readonly recover: string;
  readonly windowMs: number | null;
  readonly floor: string;
  readonly forMs: number;
  readonly keepMs: number;
  readonly repeatMs: number | null;
  readonly everyMs: number;
  readonly severity: Severity;
  readonly active: HoursChoice;
  readonly closing: string;
  readonly hours: string;
  readonly channel: string;
  readonly owner: string;
  readonly more: boolean;
  readonly turn: number;
};
export type RuleField = Exclude<keyof RuleForm, 'turn' | 'more' | 'report' | 'everyMs' | 'closing'>;

/** What was chosen or written, by field; a field that is not on the form is left out. */
export type RuleFormValues = Readonly<Record<string, readonly string[]>>;

export const RUNNING_DAY = 'day';
export const NEVER = 'never';
const CLOSING = '90m';

export function betterOf({ report, metric }: Pick<Rule, 'report' | 'metric'>): Better {
  if (report === 'quota') return 'low';
  return reportOf(report).metrics.find(({ id }) => id === metric)?.better ?? 'neither';
}

/** The unit in which the limit of a form is written. */
export function unitOfLimit({ report, metric, condition }: Pick<RuleForm, 'report' | 'metric' | 'condition'>): Unit {
  return limitUnit(condition, metricOf({ report, metric })?.unit ?? 'count');
}

/** The form of a rule as it is: one of the book, or one that is suggested. */
export function formOfRule(rule: Rule, operation: Operation, format: Format): RuleForm {
  const { choice, id } = choiceOfScope(rule.scope);
  const limits = limitsOf(rule.condition);
  const unit = limitUnit(rule.condition.kind, metricOf(rule)?.unit ?? 'count');
  const written = (value: number | undefined) => (value === undefined ? '' : writeAmount(value, unit, format));
  return {
    name: rule.name,
    operation: rule.operation,
    report: rule.report,
    metric: rule.metric,
    scope: choice,
    id,
    condition: rule.condition.kind,
    limit: written(limits?.limit),
    recover: written(limits?.recover),
    windowMs: rule.windowMs,
    floor: String(rule.floor),
    forMs: rule.forMs,
    keepMs: rule.keepFiringForMs,
    repeatMs: rule.repeatMs,
    everyMs: rule.everyMs,
    severity: rule.severity,
    ...hoursOf(rule.active, operation),
    channel: rule.channel,
    owner: rule.owner ?? '',
    more: false,
    turn: 0,
  };
}

/** A form for a metric that nobody has chosen anything of yet. */
export function plainForm(
  looks: Pick<Rule, 'report' | 'metric'>,
  operation: Operation,
  { format, channel, owner }: { readonly format: Format; readonly channel: string; readonly owner: string },
): RuleForm {
  const plain = plainRule(looks, betterOf(looks));
  const [scope = 'all'] = scopeChoices(looks, plain.condition.kind);
  const unit = limitUnit(plain.condition.kind, metricOf(looks)?.unit ?? 'count');
  const limits = limitsOf(plain.condition);
  return {
    name: '',
    operation: operation.id,
    ...looks,
    scope,
    id: '',
    condition: plain.condition.kind,
    limit: limits === null ? '' : writeAmount(limits.limit, unit, format),
    recover: '',
    windowMs: plain.windowMs,
    floor: String(plain.floor),
    forMs: plain.forMs,
    keepMs: plain.keepFiringForMs,
    repeatMs: null,
    everyMs: plain.everyMs,
    severity: 'warning',
    ...hoursOf(operation.hours, operation),
    channel,
    owner,
    more: false,
    turn: 0,
  };
}

/**
 * The form as somebody filled it in; what is not on it now keeps what it had. Another metric or another way of telling brings limits of its
 * own, since the old ones are in another unit.
 */
export function readRuleForm(values: RuleFormValues, before: RuleForm, operation: Operation, format: Format): RuleForm {
  const given = fieldsOf(values);
  const text = (field: RuleField, kept: string): string =>
    given[field] === undefined ? kept : (given[field][0] ?? '');
  const one = <T extends string>(field: RuleField, known: readonly T[], kept: T): T =>
    known.find((value) => value === given[field]?.[0]) ?? kept;
  const ms = (field: RuleField, kept: number): number => Number(given[field]?.[0] ?? kept);
  const named = metricNamed(text('metric', metricName(before)));
  const looks = named === null ? before : { report: named.report, metric: named.metric };
  const isOther = metricName(looks) !== metricName(before) || operation.id !== before.operation;
  const base = isOther
    ? { ...plainForm(looks, operation, { format, channel: before.channel, owner: before.owner }), more: before.more }
    : before;
  const own = isOther ? {} : given;
  const conditions = conditionChoices(looks, betterOf(looks));
  const condition = isOther ? base.condition : one('condition', conditions, base.condition);
  const scopes = scopeChoices(looks, condition);
  const scope = isOther
    ? base.scope
    : one('scope', scopes, scopes.includes(base.scope) ? base.scope : (scopes[0] ?? 'all'));
  const window = own['windowMs']?.[0];
  const windows = windowChoices(looks, condition);
  const windowMs = window === undefined ? base.windowMs : window === RUNNING_DAY ? null : Number(window);
  const sameUnit = unitOfLimit({ ...looks, condition }) === unitOfLimit(base) && !isOther;
  const turns = isOther || condition !== before.condition || scope !== before.scope;
  const repeat = given['repeatMs']?.[0];
  return {
    ...base,
    name: text('name', before.name).trim(),
    scope,
    id: scope === before.scope && !isOther ? (own['id']?.[0] ?? base.id) : '',
    condition,
    limit: sameUnit
      ? own['limit'] === undefined
        ? base.limit
        : (own['limit'][0] ?? '')
      : limitFor(looks, condition, format),
    recover:
      sameUnit && condition === before.condition
        ? own['recover'] === undefined
          ? base.recover
          : (own['recover'][0] ?? '')
        : '',
    windowMs: windows.includes(windowMs) || windowMs === before.windowMs ? windowMs : (windows[0] ?? null),
    floor: own['floor']?.[0] ?? base.floor,
    forMs: isOther ? base.forMs : ms('forMs', base.forMs),
    keepMs: isOther ? base.keepMs : ms('keepMs', base.keepMs),
    repeatMs: repeat === undefined ? before.repeatMs : repeat === NEVER ? null : Number(repeat),
    severity: one('severity', SEVERITIES, before.severity),
    ...readHours(given, isOther ? base : before),
    channel: given['channel'] === undefined ? before.channel : (given['channel'][0] ?? ''),
    owner: given['owner'] === undefined ? before.owner : (given['owner'][0] ?? ''),
    turn: turns ? before.turn + 1 : before.turn,
  };
}

/** What the active hours of a rule are as choices. `operation`: its own hours are meant where they are the same. */
export function hoursOf(
  active: string | null,
  operation: Pick<Operation, 'hours'> | null,
): Pick<RuleForm, 'active' | 'closing' | 'hours'> {
  if (active === null) return { active: 'always', closing: CLOSING, hours: '' };
  const { kind } = readActiveHours(active) ?? {};
  if (kind === 'outside') return { active: 'contact', closing: CLOSING, hours: '' };
  if (kind === 'before-closing') {
    return { active: 'closing', closing: active.replace('before closing ', ''), hours: '' };
  }
  const same = operation !== null && operation.hours === active;
  return { active: same ? 'operation' : 'own', closing: CLOSING, hours: active };
}

function readHours(given: RuleFormValues, before: RuleForm): Pick<RuleForm, 'active' | 'closing' | 'hours'> {
  const active = HOURS_CHOICES.find((choice) => choice === given['active']?.[0]) ?? before.active;
  return { active, closing: before.closing, hours: given['hours']?.[0] ?? before.hours };
}

function limitFor(looks: Pick<Rule, 'report' | 'metric'>, condition: Condition['kind'], format: Format): string {
  if (condition === 'aux') return '';
  if (condition === 'above-usual' || condition === 'below-usual') return writeAmount(0.3, 'rate', format);
  const limits = limitsOf(plainRule(looks, condition === 'below' ? 'high' : 'low').condition);
  return limits === null ? '' : writeAmount(limits.limit, unitOfLimit({ ...looks, condition }), format);
}

/** Blocks are called after their field and the turn they were drawn in: `limit.3`. */
export function blockName(field: RuleField, turn: number): string {
  return `${field}.${turn}`;
}

function fieldsOf(values: RuleFormValues): RuleFormValues {
  return Object.fromEntries(Object.entries(values).map(([block, held]) => [block.split('.')[0] ?? block, held]));
}
