import { activeStretch } from '../../../core/alerts/active-hours.ts';
import type { Moment } from '../../../core/alerts/backtest.ts';
import { metricOf } from '../../../core/alerts/rule-metrics.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import type { Seen, Unit } from '../../../core/alerts/seen.ts';
import { judgeAux } from '../../../core/history/aux-cases.ts';
import { addDays } from '../../../core/period/dates.ts';
import { dateAt, instantAt } from '../../../core/period/local-time.ts';
import type { Operation } from '../../../core/operation.ts';
import { reportOf } from '../../../reports/catalog.ts';
import type { DatedReport } from '../../../core/history/record-days.ts';
import type { Reading } from '../../../reports/report.ts';
import { auxDayOf, type ReadAuxPast } from '../../history/aux-days.ts';
import type { HistoryMark, HistoryReader } from '../../history/history-reader.ts';
import { PIECE_MS, type Piece, together } from '../../alerts/check/live-pieces.ts';
import { observe, unseen } from '../../alerts/check/observe.ts';
import { levelAsked, type RuleReading, type Source } from '../../alerts/check/readings.ts';
import { isEach, scopesOf } from '../rule-scopes.ts';
import type { ReadLevel } from '../../alerts/check/usual-level.ts';

/** How far back rules are tried, days, today included. */
export const TRIED_DAYS = 14;

/**
 * What a rule would have seen, for each of its cases in order of time. `grain`: how fine the history is. `rule`: as it is to be replayed on
 * it: on totals of days nothing can last for minutes. `not-kept`: there is no history of this.
 */
export type RuleHistory =
  | {
      readonly kind: 'kept';
      readonly grain: 'pieces' | 'hours' | 'days';
      readonly rule: Rule;
      readonly cases: readonly (readonly Moment[])[];
    }
  | { readonly kind: 'not-kept' };
export type ReadRuleHistory = (rule: Rule, operation: Operation) => Promise<RuleHistory>;

type Parts = {
  readonly history: HistoryReader;
  readonly readAuxPast: ReadAuxPast;
  readonly readLevel: ReadLevel;
  readonly now: () => number;
};

const NOT_KEPT: RuleHistory = { kind: 'not-kept' };
const HOUR = 60 * 60_000;
const MINUTE = 60_000;
/** Of every day, so that a problem of one day is not taken for that of the day before. */
const WHOLE_DAYS = 'mon-sun 00:00-23:59';
const UNJUDGED: Reading = { value: null, count: null, of: 0 };

/** Reads what a rule would have seen in the last days; asks wolkvox nothing. */
export function ruleHistoryReader(parts: Parts): ReadRuleHistory {
  return async (rule, operation) => {
    if (rule.report === 'quota') return NOT_KEPT;
    if (rule.report === 'live') return pieces(parts, rule, operation);
    if (rule.condition.kind === 'aux') return auxDays(parts, rule, operation);
    if (rule.scope !== 'all') return days(parts, rule.report, rule, operation);
    const found = await hours(parts, rule.report, rule, operation);
    return found.kind === 'kept' && found.cases[0]?.length === 0 && rule.windowMs === null
      ? days(parts, rule.report, rule, operation)
      : found;
  };
}

function datesOf({ now }: Parts, { zone }: Operation): readonly string[] {
  const today = dateAt(now(), zone);
  return Array.from({ length: TRIED_DAYS }, (_, back) => addDays(today, back + 1 - TRIED_DAYS));
}

async function pieces(parts: Parts, rule: Rule, operation: Operation): Promise<RuleHistory> {
  const found = await Promise.all(datesOf(parts, operation).map((date) => parts.history.slices(operation, date)));
  const all = found.flat().flatMap((slice): readonly Piece[] => {
    if (slice.kind === 'hole') return [];
    return [{ asOf: slice.asOf, figures: slice.kind === 'kept' ? slice.figures : {} }];
  });
  const windowMs = rule.windowMs ?? PIECE_MS;
  const reach = Math.ceil(windowMs / PIECE_MS) + 1;
  const unit = unitOf(rule);
  const moments: Moment[] = [];
  for (const [index, { asOf }] of all.entries()) {
    const newest = all.slice(Math.max(0, index - reach), index + 1).toReversed();
    const joined = together(newest, { id: rule.metric, unit }, windowMs);
    if (joined === null) continue;
    if (Object.keys(newest[0]?.figures ?? {}).length === 0) {
      moments.push({ at: asOf, seen: { kind: 'no-data' } });
      continue;
    }
    const figure = unit === 'rate' || joined.whole ? joined.figure : UNJUDGED;
    moments.push({ at: asOf, seen: await seenOf(parts, rule, operation, asOf, figure) });
  }
  return { kind: 'kept', grain: 'pieces', rule, cases: [moments] };
}

async function hours(parts: Parts, report: DatedReport, rule: Rule, operation: Operation): Promise<RuleHistory> {
  const { windowMs } = rule;
  const metric = reportOf(report).metrics.find(({ id }) => id === rule.metric);
  if (windowMs !== null && (windowMs % HOUR !== 0 || metric?.sums !== true)) return NOT_KEPT;
  const found = await Promise.all(
    datesOf(parts, operation).map((date) => parts.history.marks(operation, report, date)),
  );
  const moments: Moment[] = [];
  for (const marks of found) {
    for (const mark of marks) {
      const figure = markFigure(mark, marks, rule, windowMs === null ? null : windowMs / HOUR);
      if (figure === null) continue;
      moments.push({ at: mark.at, seen: await seenOf(parts, rule, operation, mark.at, figure) });
    }
  }
  return { kind: 'kept', grain: 'hours', rule, cases: [moments] };
}

/** The figure of the day up to a mark, or of the hours before it: what was added since the earlier mark. */
function markFigure(
  mark: HistoryMark,
  marks: readonly HistoryMark[],
  { metric, ...rule }: Rule,
  back: number | null,
): Reading | null {
  if (mark.kind !== 'kept') return null;
  const now = mark.figures[metric];
  if (now === undefined) return null;
  if (back === null || mark.hour <= back) return now;
  const earlier = marks.find(({ hour }) => hour === mark.hour - back);
  if (earlier === undefined || earlier.kind === 'hole') return null;
  const then = earlier.kind === 'kept' ? earlier.figures[metric] : undefined;
  const since = (one: number | null, other: number | null | undefined) => (one === null ? null : one - (other ?? 0));
  const [count, of] = [since(now.count, then?.count), since(now.of, then?.of)];
  if (unitOf({ metric, ...rule }) !== 'rate') return { value: since(now.value, then?.value), count: null, of: null };
  return { value: count !== null && of !== null && of > 0 ? count / of : null, count, of };
}

async function days(parts: Parts, report: DatedReport, rule: Rule, operation: Operation): Promise<RuleHistory> {
  const daily = dailyRule(rule);
  if (rule.windowMs !== null || rule.condition.kind === 'above-usual' || rule.condition.kind === 'below-usual') {
    return NOT_KEPT;
  }
  const dates = datesOf(parts, operation);
  const kept = await parts.history.days(operation, report, dates[0] ?? '', dates.at(-1) ?? '');
  const readings = kept.flatMap(({ date, day }): readonly Dated[] => {
    const at = momentOf(daily, operation, date);
    if (day.kind !== 'kept' || at === null) return [];
    const own = reportOf(report);
    const read = own.opened(day.sealed);
    const values = scopesOf(rule, own, day.sealed).map((scope) => ({
      id: isEach(rule) && scope !== 'all' ? scope.id : null,
      reading: read(rule.metric, scope) ?? UNJUDGED,
      level: null,
      name: null,
    }));
    return [{ at, reading: { kind: 'values', unit: unitOf(rule), values, source: sourceAt(at) } }];
  });
  return { kind: 'kept', grain: 'days', rule: daily, cases: casesOf(daily, readings) };
}

async function auxDays(parts: Parts, rule: Rule, operation: Operation): Promise<RuleHistory> {
  const daily = dailyRule(rule);
  const dates = datesOf(parts, operation);
  const kept = await parts.history.days(operation, 'aux', dates[0] ?? '', dates.at(-1) ?? '');
  const readings: Dated[] = [];
  for (const { date, day } of kept) {
    const at = momentOf(daily, operation, date);
    if (day.kind !== 'kept' || at === null) continue;
    const past = await parts.readAuxPast(operation, date);
    const own = auxDayOf(date, day.sealed);
    const judgement = judgeAux([own, ...past.days], operation.aux, past.justified);
    const names = new Map<string, string>();
    readings.push({
      at,
      reading: { kind: 'aux', day: own, judgement, justified: past.justified, date, names, source: sourceAt(at) },
    });
  }
  return { kind: 'kept', grain: 'days', rule: daily, cases: casesOf(daily, readings) };
}

type Dated = { readonly at: number; readonly reading: RuleReading };

/** The moments of each case that any reading found; where another one does not find it, a case of aux was gone, a figure unknown. */
function casesOf(rule: Rule, readings: readonly Dated[]): readonly (readonly Moment[])[] {
  const observed = readings.map(({ at, reading }) => ({
    at,
    seen: new Map(observe(rule, reading, {}).map(({ instance, seen }) => [instance, seen] as const)),
  }));
  const instances = new Set(observed.flatMap(({ seen }) => [...seen.keys()]));
  const gone: Seen =
    rule.condition.kind === 'aux' ? { kind: 'case', found: null, justified: false } : unseen(unitOf(rule));
  return [...instances].map((instance) => observed.map(({ at, seen }) => ({ at, seen: seen.get(instance) ?? gone })));
}

function dailyRule(rule: Rule): Rule {
  return { ...rule, forMs: 0, keepFiringForMs: 0, active: rule.active ?? WHOLE_DAYS };
}

/** The last moment of a date at which a rule looks; null where it does not look at all. */
function momentOf({ active }: Rule, operation: Operation, date: string): number | null {
  const from = instantAt(date, '00:00', operation.zone);
  for (let at = instantAt(addDays(date, 1), '00:00', operation.zone) - 2 * MINUTE; at >= from; at -= 5 * MINUTE) {
    if (activeStretch(active, operation, at) !== null) return at;
  }
  return null;
}

async function seenOf(
  { readLevel }: Parts,
  rule: Rule,
  operation: Operation,
  at: number,
  figure: Reading,
): Promise<Seen> {
  const { kind } = rule.condition;
  const beside = kind === 'above-usual' || kind === 'below-usual';
  const level = beside ? await readLevel(levelAsked(operation, rule, 'all', at)) : null;
  return { kind: 'figure', unit: unitOf(rule), figure: level?.own ?? figure, usual: level?.usual ?? null };
}

function sourceAt(at: number): Source {
  return { from: at, to: at, fetchedAt: at, rows: { read: 1, used: 1, skipped: {} } };
}

function unitOf(rule: Pick<Rule, 'report' | 'metric'>): Unit {
  return metricOf(rule)?.unit ?? 'count';
}
