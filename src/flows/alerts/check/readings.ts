import type { Rule } from '../../../core/alerts/rule.ts';
import { metricOf } from '../../../core/alerts/rule-metrics.ts';
import type { Unit } from '../../../core/alerts/seen.ts';
import { kindOf, problem, type Problem } from '../../../core/errors.ts';
import type { AuxDay, AuxJudgement } from '../../../core/history/aux-cases.ts';
import type { AuxPast, Justification } from '../../../core/history/justified-case.ts';
import { windowOf } from '../../../core/period/calendar.ts';
import { dateAt } from '../../../core/period/local-time.ts';
import { dayOf } from '../../../core/period/recent.ts';
import type { Operation } from '../../../core/operation.ts';
import { isMostlyUnreadable } from '../../../core/stats/unreadable.ts';
import { nameIn } from '../../../core/values/name-in.ts';
import type { Log } from '../../../ports.ts';
import { reportOf } from '../../../reports/catalog.ts';
import { NO_READING, type Reading, type Report, type RowCount, type Scope } from '../../../reports/report.ts';
import { auxCases, auxDayOf, auxExcused, auxNamesOf, type ReadAuxPast } from '../../history/aux-days.ts';
import type { ReadNames } from '../../read/read-names.ts';
import type { ReadQuota } from '../../read/read-quota.ts';
import type { Answer, ReadReport } from '../../read/read-report.ts';
import { type AskedWindow, askedWindows } from './alert-windows.ts';
import { type LivePieces, type Piece, PIECE_MS, together } from './live-pieces.ts';
import { isEach, scopesOf } from '../../rules/rule-scopes.ts';
import type { Level, LevelAsked, ReadLevel } from './usual-level.ts';

/** Where a reading comes from. `to`: until when it is complete, epoch ms; `rows`: of the answer, all of its window. */
export type Source = {
  readonly from: number;
  readonly to: number;
  readonly fetchedAt: number;
  readonly rows: RowCount;
};

/** One figure. `id` null: of all that the rule looks at; else of one agent, skill or campaign of a rule that judges each apart. */
export type Value = {
  readonly id: string | null;
  readonly reading: Reading;
  readonly level: Level | null;
  /** What the scope is called, where it is not everything. */
  readonly name: string | null;
};

/**
 * What a rule is judged on. `values`: figures, with what is usual where the rule asks for it; a null value with counts is one that cannot
 * be judged, not a lack of data. `no-data`: wolkvox answered and had nothing. `error`: it was not read.
 */
export type RuleReading =
  | { readonly kind: 'values'; readonly unit: Unit; readonly values: readonly Value[]; readonly source: Source }
  | {
      readonly kind: 'aux';
      /** The day that was judged, as far as it was read. */
      readonly day: AuxDay;
      readonly judgement: AuxJudgement;
      readonly justified: readonly Justification[];
      readonly date: string;
      readonly names: ReadonlyMap<string, string>;
      readonly source: Source;
    }
  | { readonly kind: 'no-data' }
  | { readonly kind: 'error'; readonly problem: Problem };

/** Too little of the window is known: nothing is judged, and nothing is missing either. */
const UNJUDGED: Reading = { value: null, count: null, of: 0 };
const SCOPE_NAMES = { agent: 'agents', skill: 'skills', campaign: 'campaigns', state: null } as const;

/** The readings of some rules at a tick's nominal time; a rule whose operation is not configured has none. */
export type ReadRules = (rules: readonly Rule[], at: number) => Promise<ReadonlyMap<Rule, RuleReading>>;

export type ReadingParts = {
  readonly readReport: ReadReport;
  readonly readAuxPast: ReadAuxPast;
  readonly readLevel: ReadLevel;
  readonly readNames: ReadNames;
  readonly readQuota: ReadQuota;
  readonly pieces: LivePieces;
  readonly log: Log;
  readonly operationOf: (id: string) => Operation | null;
};

/** Makes what reads for rules: each distinct report and window once, whatever the number of rules that look at it. */
export function ruleReader(parts: ReadingParts): ReadRules {
  return async (rules, at) => {
    const asked = askedWindows(rules, at, parts.operationOf);
    const read = await Promise.all(asked.map((one) => readWindow(parts, one)));
    const quota = rules.flatMap((rule) => {
      const operation = rule.report === 'quota' ? parts.operationOf(rule.operation) : null;
      return operation === null ? [] : [quotaReading(parts, operation, at).then((found) => [rule, found] as const)];
    });
    return new Map([...read.flatMap((each) => [...each]), ...(await Promise.all(quota))]);
  };
}

/** The share of the day's quota, as it was counted; asks wolkvox nothing. */
async function quotaReading({ readQuota, log }: ReadingParts, operation: Operation, at: number): Promise<RuleReading> {
  try {
    const { used, limit } = await readQuota(operation);
    if (limit === null) return { kind: 'no-data' };
    const { from } = windowOf(dayOf(at, operation.zone), operation.zone);
    const source = { from, to: at, fetchedAt: at, rows: { read: used, used, skipped: {} } };
    const reading = { value: limit === 0 ? null : used / limit, count: used, of: limit };
    return { kind: 'values', unit: 'rate', values: [{ id: null, reading, level: null, name: null }], source };
  } catch (error) {
    log.error('alerts.not-read', { operation: operation.id, report: 'quota', cause: kindOf(error) });
    return { kind: 'error', problem: problem('store.unavailable') };
  }
}

async function readWindow(parts: ReadingParts, asked: AskedWindow): Promise<ReadonlyMap<Rule, RuleReading>> {
  const { rules, operation, question } = asked;
  const all = (reading: RuleReading) => new Map(rules.map((rule) => [rule, reading] as const));
  try {
    const read = await parts.readReport({ ...question, operation, urgency: 'alert' });
    if (!read.ok) return all({ kind: 'error', problem: read.problem });
    if (isMostlyUnreadable(read.value.rows)) return all({ kind: 'error', problem: problem('wolkvox.bad-answer') });
    return await judgedOn(parts, asked, read.value);
  } catch (error) {
    parts.log.error('alerts.not-read', { operation: operation.id, report: question.report, cause: kindOf(error) });
    return all({ kind: 'error', problem: problem('unexpected') });
  }
}

async function judgedOn(
  parts: ReadingParts,
  { operation, question, rules }: AskedWindow,
  answer: Answer,
): Promise<ReadonlyMap<Rule, RuleReading>> {
  const report = reportOf(question.report);
  const day = await auxDayBeside(parts, operation, answer, report);
  const sealed = day === null ? answer.sealed : auxExcused(answer.sealed, day.date, day.past, operation);
  const read = report.opened(sealed);
  const source = sourceOf(answer);
  const pieces = report.endpoint.dated ? [] : await piecesOf(parts, operation, report, answer);
  const levels = new Map<string, Promise<Level | null>>();
  const aux = day === null ? null : auxReading(day, operation, answer);

  const levelFor = (rule: Rule, scope: Scope, to: number): Promise<Level | null> => {
    const key = JSON.stringify([rule.metric, scope, rule.windowMs]);
    const known = levels.get(key) ?? parts.readLevel(levelAsked(operation, rule, scope, to));
    levels.set(key, known);
    return known;
  };

  const figureOf = (rule: Rule, scope: Scope): { readonly reading: Reading; readonly source: Source } => {
    const unit = unitOf(rule);
    if (report.endpoint.dated || (rule.windowMs ?? PIECE_MS) <= PIECE_MS) {
      return { reading: read(rule.metric, scope) ?? NO_READING, source };
    }
    const joined = together(pieces, { id: rule.metric, unit }, rule.windowMs ?? PIECE_MS);
    if (joined === null) return { reading: NO_READING, source };
    // A rate rests on what there is and says so; a number of things over half a window would only look like a quiet one.
    const known = unit === 'rate' || joined.whole;
    return { reading: known ? joined.figure : UNJUDGED, source: { ...source, from: joined.from, to: joined.to } };
  };

  const readingOf = async (rule: Rule): Promise<RuleReading> => {
    const { condition } = rule;
    if (condition.kind === 'aux') return aux ?? { kind: 'no-data' };
    // Also where the pieces of before have figures: without the last ten minutes they would only look better, or worse.
    if (answer.rows.read === 0) return { kind: 'no-data' };
    const scopes = scopesOf(rule, report, sealed);
    const found = scopes.map((scope) => ({ scope, ...figureOf(rule, scope) }));
    const names = scopes[0] === 'all' ? {} : await namesOf(parts, operation, report, rule);
    const beside = condition.kind === 'above-usual' || condition.kind === 'below-usual';
    const values = found.map(async ({ scope, reading, source: own }): Promise<Value> => {
      const level = beside ? await levelFor(rule, scope, own.to) : null;
      const id = scope === 'all' ? null : scope.id;
      return {
        id: isEach(rule) ? id : null,
        reading: level?.own ?? reading,
        level,
        name: id === null ? null : (nameIn(names, id) ?? id),
      };
    });
    return {
      kind: 'values',
      unit: unitOf(rule),
      values: await Promise.all(values),
      source: found[0]?.source ?? source,
    };
  };

  return new Map(await Promise.all(rules.map(async (rule) => [rule, await readingOf(rule)] as const)));
}

/** What the usual of a rule's figure is asked with; only for the rules of reports. */
export function levelAsked(operation: Operation, rule: Rule, scope: Scope, asOf: number): LevelAsked {
  const report = reportOf(rule.report === 'quota' ? 'live' : rule.report);
  return { operation, report, metric: { id: rule.metric, unit: unitOf(rule) }, scope, windowMs: rule.windowMs, asOf };
}

async function namesOf({ readNames }: ReadingParts, operation: Operation, report: Report, { scope }: Rule) {
  const catalogue = scope === 'all' ? null : SCOPE_NAMES[scope.kind];
  if (catalogue === null || !report.catalogues.includes(catalogue)) return {};
  return (await readNames(operation, [catalogue], 'alert')).names[catalogue];
}

function unitOf(rule: Rule): Unit {
  return metricOf(rule)?.unit ?? 'count';
}

function sourceOf({ window, asOf, fetchedAt, rows }: Answer): Source {
  return { from: window.from, to: asOf, fetchedAt, rows };
}

async function piecesOf(
  { pieces }: ReadingParts,
  operation: Operation,
  report: Report,
  { sealed, rows, asOf }: Answer,
): Promise<readonly Piece[]> {
  return pieces.with(operation, { asOf, figures: rows.read === 0 ? {} : report.readings(sealed, 'all') });
}

type AuxDayBeside = { readonly date: string; readonly past: AuxPast };

/** What is kept beside a day of aux; null where the answer is none. */
async function auxDayBeside(
  { readAuxPast }: ReadingParts,
  operation: Operation,
  { window, rows }: Answer,
  report: Report,
): Promise<AuxDayBeside | null> {
  if (report.id !== 'aux' || rows.used === 0) return null;
  const date = dateAt(window.from, operation.zone);
  return { date, past: await readAuxPast(operation, date) };
}

function auxReading({ date, past }: AuxDayBeside, operation: Operation, answer: Answer): RuleReading {
  const judgement = auxCases(answer.sealed, date, past, operation);
  const names = auxNamesOf(answer.sealed);
  const day = auxDayOf(date, answer.sealed);
  return { kind: 'aux', day, judgement, justified: past.justified, date, names, source: sourceOf(answer) };
}
