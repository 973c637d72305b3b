import { failed, kindOf, type Outcome, type Problem } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import { contentWith, mayAsk } from '../../core/pacing/budget.ts';
import { isFresh, youngFor } from '../../core/pacing/freshness.ts';
import { nextLocalMidnight } from '../../core/pacing/local-day.ts';
import type { Window } from '../../core/window.ts';
import type { Clock, Lanes, Log, Metrics, Store, Urgency } from '../../ports.ts';
import type { Report, RowCount, Sealed } from '../../reports/report.ts';
import { answerKey, loadAnswer, type Reports, type ReportQuestion, type StoredAnswer } from './fetch-answer.ts';
import { type LanePayload, laneResult } from './fetch-in-lane.ts';
import { type QuotaCount, readCount } from './fetch-quota-count.ts';

/** One report read. Instants are epoch ms; `fresh`: it came from the cache and is still young enough; `asOf`: until when its rows are complete. */
export type Answer = {
  readonly sealed: Sealed;
  readonly rows: RowCount;
  readonly fetchedAt: number;
  readonly asOf: number;
  readonly fresh: boolean;
  readonly window: Window;
  readonly windows: readonly Window[];
  readonly requests: number;
  /** Minutes east of UTC that the rows prove wolkvox to write its times in; null where they prove nothing. */
  readonly zoneOffset: number | null;
};

export type Reading = ReportQuestion & {
  readonly operation: Operation;
  readonly urgency: Urgency;
  /** How long to wait for the lane; what was asked goes on after it. */
  readonly patienceMs?: number;
};

/** `last`: the answer of before, where there is one, to be offered with its time. */
export type NotRead = { readonly ok: false; readonly problem: Problem; readonly last: Answer | null };
export type ReadReport = (reading: Reading) => Promise<{ readonly ok: true; readonly value: Answer } | NotRead>;

export type ReadPorts = {
  readonly store: Store;
  readonly lanes: Lanes;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly reports: Reports;
  readonly laneIdOf: (operation: Operation) => string;
};

const MINUTE = 60_000;
const PATIENCE: Readonly<Record<Urgency, number>> = {
  person: 2 * MINUTE,
  alert: 3 * MINUTE,
  digest: 10 * MINUTE,
  history: 15 * MINUTE,
};
const REMEMBERED = 100;

/**
 * Makes the one way to a report's figures: an answer that is young enough, else the operation's lane. Whoever asks the same
 * meanwhile waits for the same answer. A store that is away is `store.unavailable`, a defect of ours `unexpected`.
 */
export function reportReader(ports: ReadPorts): ReadReport {
  const remembered = new Map<string, StoredAnswer>();
  const flights = new Map<string, ReturnType<ReadReport>>();

  const remember = (key: string, answer: StoredAnswer): void => {
    remembered.delete(key);
    remembered.set(key, answer);
    for (const oldest of remembered.keys()) if (remembered.size > REMEMBERED) remembered.delete(oldest);
  };

  return async (reading) => {
    const report = ports.reports[reading.report];
    const key = answerKey(reading.operation, report, reading);
    const known = remembered.get(key);
    const young = youngFor(reading.urgency, reading.operation.pacing.freshnessMs);
    if (known !== undefined && isFresh(known.fetchedAt, ports.clock.now(), young)) {
      return given(ports, reading, known, true);
    }
    const flightKey = `${key} ${reading.urgency} ${reading.patienceMs ?? ''}`;
    const flight = flights.get(flightKey) ?? read(ports, reading, report, key, remember);
    flights.set(flightKey, flight);
    try {
      return await flight;
    } finally {
      if (flights.get(flightKey) === flight) flights.delete(flightKey);
    }
  };
}

async function read(
  ports: ReadPorts,
  reading: Reading,
  report: Report,
  key: string,
  remember: (key: string, answer: StoredAnswer) => void,
): ReturnType<ReadReport> {
  let last: StoredAnswer | null = null;
  const notRead = (problem: Problem): NotRead => ({ ok: false, problem, last: last && answerOf(last, true) });
  try {
    last = await loadAnswer(ports.store.documents, key, report);
    if (last !== null) remember(key, last);
    const now = ports.clock.now();
    const young = youngFor(reading.urgency, reading.operation.pacing.freshnessMs);
    if (last !== null && isFresh(last.fetchedAt, now, young)) {
      return given(ports, reading, last, true);
    }
    const use = await readCount(ports.store, reading.operation, ports.laneIdOf(reading.operation), now);
    const allowed = withinBudget(reading, last, use, now);
    if (allowed === 'content' && last !== null) return given(ports, reading, last, true);
    if (typeof allowed === 'object') {
      correctQuota(ports, reading.operation, use, now);
      return notRead(allowed.problem);
    }
    const { report: id, window, campaign } = reading;
    const asks = { report: id, window, campaign };
    const payload: LanePayload = { kind: 'report', question: asks, askedAt: now, youngMs: young };
    const patience = reading.patienceMs ?? PATIENCE[reading.urgency];
    const ask = async () =>
      laneResult(await ports.lanes.ask(reading.operation, key, payload, reading.urgency, patience));
    const first = await ask();
    // The process that read it is leaving: another one takes it. Where it is this one, its lanes are closed and say so at once.
    const asked = !first.ok && first.problem.code === 'bot.stopping' ? await ask() : first;
    if (!asked.ok) return notRead(asked.problem);
    correctQuota(ports, reading.operation, use, now);
    const answer = await loadAnswer(ports.store.documents, key, report);
    if (answer === null) return notRead(failed('unexpected').problem);
    remember(key, answer);
    return given(ports, reading, answer, false);
  } catch (error) {
    ports.log.error('read.failed', { report: reading.report, cause: kindOf(error) });
    const code = await ports.store.ping().then(
      () => 'unexpected' as const,
      () => 'store.unavailable' as const,
    );
    return notRead(failed(code).problem);
  }
}

type Allowed = 'ask' | 'content' | Extract<Outcome<never>, { readonly ok: false }>;

/** Asked once the answer is there, so that nobody waits for it and an ill service is not asked even more. */
function correctQuota({ lanes, log }: ReadPorts, operation: Operation, use: QuotaCount, now: number): void {
  if (!use.correctionDue) return;
  const payload: LanePayload = { kind: 'quota', askedAt: now };
  void lanes.ask(operation, 'quota', payload, 'history', PATIENCE.history).catch(() => {
    log.debug('quota.not-corrected', { operation: operation.id });
  });
}

/** Whether the quota lets this asker ask at all, or be content with an older answer. */
function withinBudget(
  { operation, urgency }: Reading,
  last: StoredAnswer | null,
  use: QuotaCount,
  now: number,
): Allowed {
  const { freshnessMs } = operation.pacing;
  const thinned = contentWith(urgency, use, freshnessMs);
  const content = thinned > freshnessMs ? thinned : youngFor(urgency, freshnessMs);
  if (last !== null && isFresh(last.fetchedAt, now, content)) return 'content';
  if (mayAsk(urgency, use).go) return 'ask';
  const facts = { used: use.used, ...(use.limit === null ? {} : { limit: use.limit }) };
  return failed('wolkvox.quota', facts, nextLocalMidnight(now, operation.zone));
}

function given(
  { metrics, clock }: ReadPorts,
  { operation, report }: Reading,
  answer: StoredAnswer,
  fresh: boolean,
): { readonly ok: true; readonly value: Answer } {
  const age = Math.max(0, clock.now() - answer.fetchedAt) / 1_000;
  metrics.gauge('vigia_answer_age_seconds', { operation: operation.id, report }, age);
  return { ok: true, value: answerOf(answer, fresh) };
}

function answerOf(stored: StoredAnswer, fresh: boolean): Answer {
  const { sealed, rows, fetchedAt, asOf, window, windows, requests, zoneOffset } = stored;
  return { sealed, rows, fetchedAt, asOf, fresh, window, windows, requests, zoneOffset };
}
