import { assertNever, PROBLEM_CODES, problem as problemOf, type Problem, type ProblemCode } from '../../core/errors.ts';
import { type DatedReport, firstAskable, nextTry, recordWindow, SETTLES_MS } from '../../core/history/record-days.ts';
import type { Hole, KeptMark } from '../../core/history/stored.ts';
import type { Operation } from '../../core/operation.ts';
import { isMostlyUnreadable } from '../../core/stats/unreadable.ts';
import type { Window } from '../../core/window.ts';
import type { Clock, Log, Store } from '../../ports.ts';
import type { Report, RowCount, Sealed } from '../../reports/report.ts';
import { answerKey, loadAnswer, type Reports } from '../read/fetch-answer.ts';
import { keptFigures, keptSkills } from './history-figures.ts';
import { type DayRecord, loadDay, loadMarks, recordKey, saveDay, saveMark } from './history-records.ts';
import type { ReadReport } from '../read/read-report.ts';

export type KeepPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly readReport: ReadReport;
  readonly reports: Reports;
};

/** A day of a report, or with `hour` its part up to that full hour. */
export type Piece = {
  readonly operation: Operation;
  readonly report: DatedReport;
  readonly date: string;
  readonly hour: number | null;
};

/**
 * `there`: nothing had to be asked. `waits`: not before `until`, or never again (null). `hole`: it was asked in vain. `stop`: neither
 * this nor anything else of the operation is worth asking before `until`.
 */
export type Kept =
  | { readonly kind: 'kept' | 'empty' | 'there' }
  | { readonly kind: 'waits'; readonly until: number | null }
  | { readonly kind: 'hole'; readonly because: ProblemCode; readonly until: number }
  | { readonly kind: 'stop'; readonly because: ProblemCode; readonly until: number };

const PATIENCE = 2 * 60_000;
const SOON = 3 * 60_000;

/** Our own side did not get so far as to ask: nothing is known of the day, so nothing is written. */
const NOT_ASKED: ReadonlySet<ProblemCode> = new Set(['wolkvox.in-progress', 'store.unavailable', 'bot.stopping']);
/** Our own limits said no before anything was asked: a hole, but not one more try. */
const REFUSED: ReadonlySet<ProblemCode> = new Set(['wolkvox.quota', 'wolkvox.resting']);
/** What is wrong with one question, not with the operation: the others are still worth asking. */
const OF_ONE_QUESTION: ReadonlySet<ProblemCode> = new Set([
  'wolkvox.too-many-rows',
  'wolkvox.too-large',
  'wolkvox.refused',
  'wolkvox.bad-answer',
  'wolkvox.timeout',
  'data.invalid',
  'unexpected',
]);

/** Makes the one way a piece of history comes into the store. Keeping it again changes nothing; what was interrupted is just done again. */
export function pieceKeeper(ports: KeepPorts): (piece: Piece) => Promise<Kept> {
  const { clock, log } = ports;
  return async (piece) => {
    const { operation, report, date, hour } = piece;
    const window = recordWindow(date, hour, operation.zone);
    const settledAt = window.to + SETTLES_MS;
    if (clock.now() < settledAt) return { kind: 'waits', until: settledAt };
    const was = await stateOf(ports, piece);
    if (was.kind !== 'wanted') return was;
    const read = await settled(ports, piece, window, settledAt);
    if (read.kind === 'early') return { kind: 'stop', because: 'wolkvox.in-progress', until: read.until };
    const fields = { operation: operation.id, report, date, ...(hour === null ? {} : { hour }) };
    if (read.kind === 'failed') {
      const now = clock.now();
      const { problem } = read;
      const because = causeOf(problem);
      const stop = { kind: 'stop', because, until: problem.retryAt ?? now + SOON } as const;
      const refused = REFUSED.has(problem.code);
      if (NOT_ASKED.has(problem.code) || (refused && was.tries > 0)) return stop;
      const tries = was.tries + 1;
      const nextAt = refused ? stop.until : nextTry(tries, now, problem.retryAt);
      await write(ports, piece, was.revision, { k: 'hole', because, tries, nextAt });
      log.info('history.hole', { ...fields, because, tries });
      return OF_ONE_QUESTION.has(problem.code) ? { kind: 'hole', because, until: nextAt } : stop;
    }
    const { sealed, rows } = read;
    const empty = rows.read === 0;
    await write(ports, piece, was.revision, empty ? { k: 'empty' } : { k: 'kept', sealed, rows, asOf: window.to });
    log.debug('history.kept', { ...fields, rows: rows.read });
    return { kind: empty ? 'empty' : 'kept' };
  };
}

type State =
  | { readonly kind: 'there' }
  | { readonly kind: 'waits'; readonly until: number | null }
  | { readonly kind: 'wanted'; readonly tries: number; readonly revision: number | 'absent' };

async function stateOf({ store, clock, reports }: KeepPorts, piece: Piece): Promise<State> {
  const { operation, report, date, hour } = piece;
  const key = recordKey(operation, report, date);
  const now = clock.now();
  const old = date < firstAskable(now, operation.zone);
  if (hour !== null) {
    const { record, revision } = await loadMarks(store.documents, key);
    const mark = record.hours[String(hour)];
    if (mark === undefined || isOldMark(mark, reports[report])) return wanted(null, revision, now, old);
    return mark.k === 'hole' ? wanted(mark, revision, now, old) : { kind: 'there' };
  }
  const { record, revision } = await loadDay(store.documents, key);
  if (record === null || record === 'unreadable') return wanted(null, revision, now, old);
  switch (record.k) {
    case 'empty':
      return { kind: 'there' };
    case 'kept':
      return record.sealed.version === reports[report].version ? { kind: 'there' } : wanted(null, revision, now, old);
    case 'hole':
      return wanted(record, revision, now, old);
    default:
      return assertNever(record);
  }
}

function wanted(hole: Hole | null, revision: number | 'absent', now: number, old: boolean): State {
  if (old) return { kind: 'waits', until: null };
  if (hole !== null && now < hole.nextAt) return { kind: 'waits', until: hole.nextAt };
  return { kind: 'wanted', tries: hole?.tries ?? 0, revision };
}

function isOldMark(mark: KeptMark, report: Report): boolean {
  return mark.k === 'kept' && mark.version !== report.version;
}

type Settled =
  | { readonly kind: 'read'; readonly sealed: Sealed; readonly rows: RowCount }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'early'; readonly until: number };

/** An answer that was fetched once the window had settled: one that is there already, however old, else a new one. */
async function settled(ports: KeepPorts, piece: Piece, window: Window, settledAt: number): Promise<Settled> {
  const { operation, report: id } = piece;
  const report = ports.reports[id];
  const question = { report: id, window, campaign: report.endpoint.takesCampaign ? 'all' : null };
  const there = await loadAnswer(ports.store.documents, answerKey(operation, report, question), report);
  if (there !== null && there.fetchedAt >= settledAt && !isMostlyUnreadable(there.rows)) return asRead(there);
  const read = await ports.readReport({ ...question, operation, urgency: 'history', patienceMs: PATIENCE });
  if (!read.ok) return { kind: 'failed', problem: read.problem };
  const { fetchedAt } = read.value;
  if (fetchedAt >= settledAt) return asRead(read.value);
  return { kind: 'early', until: fetchedAt + operation.pacing.freshnessMs };
}

/** A day of which the greater part cannot be read is not known: as a quiet one it would spoil what is usual. */
function asRead({ sealed, rows }: { readonly sealed: Sealed; readonly rows: RowCount }): Settled {
  return isMostlyUnreadable(rows)
    ? { kind: 'failed', problem: problemOf('wolkvox.bad-answer') }
    : { kind: 'read', sealed, rows };
}

type Outcome =
  | Hole
  | { readonly k: 'empty' }
  | { readonly k: 'kept'; readonly sealed: Sealed; readonly rows: RowCount; readonly asOf: number };

/** Whoever was faster wrote the same: a settled window has one answer. */
async function write(ports: KeepPorts, piece: Piece, revision: number | 'absent', outcome: Outcome): Promise<void> {
  const { operation, report: id, date, hour } = piece;
  const { documents } = ports.store;
  const key = recordKey(operation, id, date);
  if (hour === null) {
    const record: DayRecord = { v: 1, ...outcome };
    await saveDay(documents, key, record, revision);
    return;
  }
  const report = ports.reports[id];
  await saveMark(documents, key, hour, markOf(report, outcome), (there) => isOldMark(there, report));
}

function markOf(report: Report, outcome: Outcome): KeptMark {
  if (outcome.k !== 'kept') return outcome;
  const skills = keptSkills(report, outcome.sealed);
  return {
    k: 'kept',
    version: outcome.sealed.version,
    figures: keptFigures(report, outcome.sealed),
    ...(skills === undefined ? {} : { skills }),
  };
}

/** A rest names what it rests from: that is what a reader wants to know. */
function causeOf({ code, facts }: Problem): ProblemCode {
  const cause = PROBLEM_CODES.find((known) => known === facts['cause']);
  return code === 'wolkvox.resting' && cause !== undefined ? cause : code;
}
