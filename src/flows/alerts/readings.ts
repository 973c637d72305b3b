import type { Rule } from '../../core/alerts/rule.ts';
import { kindOf, problem, type Problem } from '../../core/errors.ts';
import { type AuxJudgement, judgeAux } from '../../core/history/aux-cases.ts';
import { dateAt } from '../../core/period/local-time.ts';
import type { Operation } from '../../core/operation.ts';
import type { Log } from '../../ports.ts';
import { reportOf } from '../../reports/catalog.ts';
import { NO_READING, type Reading, type Report, type RowCount, type Scope } from '../../reports/report.ts';
import { auxDayOf, auxNamesOf, type ReadAuxPast } from '../history/aux-days.ts';
import type { Answer, ReadReport } from '../read/read-report.ts';
import { type AskedWindow, askedWindows } from './alert-windows.ts';
import { type LivePieces, type Piece, PIECE_MS, together } from './live-pieces.ts';
import type { Level, ReadLevel } from './usual-level.ts';

/** Where a reading comes from. `to`: until when it is complete, epoch ms; `rows`: of the answer, all of its window. */
export type Source = {
  readonly from: number;
  readonly to: number;
  readonly fetchedAt: number;
  readonly rows: RowCount;
};

/**
 * What a rule is judged on. `value`: a figure, with what is usual where the rule asks for it; a null value with counts is one that cannot
 * be judged, not a lack of data. `no-data`: wolkvox answered and had nothing, or too little of the window is known. `error`: it was not read.
 */
export type RuleReading =
  | { readonly kind: 'value'; readonly reading: Reading; readonly level: Level | null; readonly source: Source }
  | {
      readonly kind: 'aux';
      readonly judgement: AuxJudgement;
      readonly date: string;
      readonly names: ReadonlyMap<string, string>;
      readonly source: Source;
    }
  | {
      readonly kind: 'no-data';
      readonly why: 'no-rows' | 'window-not-whole' | 'no-usual';
      readonly source: Source | null;
    }
  | { readonly kind: 'error'; readonly problem: Problem };

/** The readings of some rules at a tick's nominal time; a rule whose operation is not configured has none. */
export type ReadRules = (rules: readonly Rule[], at: number) => Promise<ReadonlyMap<Rule, RuleReading>>;

export type ReadingParts = {
  readonly readReport: ReadReport;
  readonly readAuxPast: ReadAuxPast;
  readonly readLevel: ReadLevel;
  readonly pieces: LivePieces;
  readonly log: Log;
  readonly operationOf: (id: string) => Operation | null;
};

/** Makes what reads for rules: each distinct report and window once, whatever the number of rules that look at it. */
export function ruleReader(parts: ReadingParts): ReadRules {
  return async (rules, at) => {
    const asked = askedWindows(rules, at, parts.operationOf);
    const read = await Promise.all(asked.map((one) => readWindow(parts, one)));
    return new Map(read.flatMap((each) => [...each]));
  };
}

async function readWindow(parts: ReadingParts, asked: AskedWindow): Promise<ReadonlyMap<Rule, RuleReading>> {
  const { rules, operation, question } = asked;
  const all = (reading: RuleReading) => new Map(rules.map((rule) => [rule, reading] as const));
  try {
    const read = await parts.readReport({ ...question, operation, urgency: 'alert' });
    if (!read.ok) return all({ kind: 'error', problem: read.problem });
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
  const read = report.opened(answer.sealed);
  const source = sourceOf(answer);
  const pieces = report.endpoint.dated ? [] : await piecesOf(parts, operation, report, answer);
  const levels = new Map<string, Promise<Level | null>>();
  const aux = rules.some(({ condition }) => condition.kind === 'aux')
    ? await auxReading(parts, operation, answer, report)
    : null;

  const levelFor = (rule: Rule, to: number): Promise<Level | null> => {
    const key = JSON.stringify([rule.metric, rule.scope, rule.windowMs]);
    const known = levels.get(key) ?? parts.readLevel({ operation, report, ...levelAsked(rule, report, to) });
    levels.set(key, known);
    return known;
  };

  const figureOf = (rule: Rule): { readonly reading: Reading; readonly source: Source } | 'window-not-whole' => {
    const unit = unitOf(report, rule.metric);
    if (report.endpoint.dated || (rule.windowMs ?? PIECE_MS) <= PIECE_MS) {
      return { reading: read(rule.metric, scopeOf(rule)) ?? NO_READING, source };
    }
    const joined = together(pieces, { id: rule.metric, unit }, rule.windowMs ?? PIECE_MS);
    // A rate rests on what there is and says so; a number of things over half a window would only look like a quiet one.
    if (joined === null || (unit !== 'rate' && !joined.whole)) return 'window-not-whole';
    return { reading: joined.figure, source: { ...source, from: joined.from, to: joined.to } };
  };

  const readingOf = async (rule: Rule): Promise<RuleReading> => {
    const { condition } = rule;
    if (condition.kind === 'aux') return aux ?? { kind: 'no-data', why: 'no-rows', source };
    const nothing = answer.rows.read === 0;
    if (nothing && (report.endpoint.dated || pieces.every(({ figures }) => Object.keys(figures).length === 0))) {
      return { kind: 'no-data', why: 'no-rows', source };
    }
    const figure = figureOf(rule);
    if (figure === 'window-not-whole') return { kind: 'no-data', why: figure, source };
    if (condition.kind === 'above' || condition.kind === 'below') return { kind: 'value', ...figure, level: null };
    const level = await levelFor(rule, figure.source.to);
    if (level === null || level.usual.kind === 'too-few')
      return { kind: 'no-data', why: 'no-usual', source: figure.source };
    return { kind: 'value', ...figure, reading: level.own ?? figure.reading, level };
  };

  return new Map(await Promise.all(rules.map(async (rule) => [rule, await readingOf(rule)] as const)));
}

/** What the usual of a rule's figure is asked with. */
export function levelAsked(rule: Rule, report: Report, asOf: number) {
  const metric = { id: rule.metric, unit: unitOf(report, rule.metric) };
  return { metric, scope: scopeOf(rule), windowMs: rule.windowMs, asOf };
}

function unitOf(report: Report, metric: string) {
  return report.metrics.find(({ id }) => id === metric)?.unit ?? 'count';
}

function scopeOf({ scope }: Rule): Scope {
  return scope;
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

async function auxReading(
  { readAuxPast }: ReadingParts,
  operation: Operation,
  answer: Answer,
  report: Report,
): Promise<RuleReading> {
  const source = sourceOf(answer);
  if (report.id !== 'aux' || answer.rows.used === 0) return { kind: 'no-data', why: 'no-rows', source };
  const date = dateAt(answer.window.from, operation.zone);
  const past = await readAuxPast(operation, date);
  const judgement = judgeAux([auxDayOf(date, answer.sealed), ...past.days], operation.aux, past.justified);
  return { kind: 'aux', judgement, date, names: auxNamesOf(answer.sealed), source };
}
