import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import { dataUntil, isFresh, liveWindow } from '../../core/pacing/freshness.ts';
import { zoneOffsetMinutes } from '../../core/pacing/local-day.ts';
import { begunBy } from '../../core/stats/days.ts';
import type { Report } from '../../reports/report.ts';
import { answerKey, loadAnswer, type Reports, type ReportQuestion, saveAnswer } from './fetch-answer.ts';
import { consumptionGuard, type Guard } from './fetch-guard.ts';
import type { FetchPorts } from './fetch-turn.ts';
import { readWindows } from './fetch-windows.ts';

const LOOK_EVERY = 1_000;
const WAIT_FOR_ANOTHER = 15_000;

/**
 * The body of a lane's job: gets a report's answer into the store, asking wolkvox only where no answer is young enough. The
 * answer stays in the store; only whether it is there comes back.
 */
export async function fetchReport(
  ports: FetchPorts & { readonly reports: Reports },
  operation: Operation,
  question: ReportQuestion,
  signal: AbortSignal,
  youngMs: number = operation.pacing.freshnessMs,
): Promise<Outcome<null>> {
  const { store, clock } = ports;
  const report = ports.reports[question.report];
  const key = answerKey(operation, report, question);
  const guard = consumptionGuard(store.documents, clock, key, ports.random().toString(36));
  const { freshnessMs } = operation.pacing;

  for (let waited = 0; ; waited += LOOK_EVERY) {
    const stored = await loadAnswer(store.documents, key, report);
    if (stored !== null && isFresh(stored.fetchedAt, clock.now(), youngMs)) return done(null);
    const answeredBy = await guard.sentByAnother(freshnessMs);
    if (answeredBy === null) break;
    if (waited >= WAIT_FOR_ANOTHER || signal.aborted) return failed('wolkvox.in-progress', {}, answeredBy);
    await clock.wait(LOOK_EVERY, signal);
  }
  try {
    return await ask(ports, operation, { report, question, key }, guard, signal);
  } finally {
    await guard.settled();
  }
}

async function ask(
  ports: FetchPorts,
  operation: Operation,
  { report, question, key }: { readonly report: Report; readonly question: ReportQuestion; readonly key: string },
  guard: Guard,
  signal: AbortSignal,
): Promise<Outcome<null>> {
  const { clock, store } = ports;
  const { dated } = report.endpoint;
  const window = dated ? question.window : liveWindow(clock.now());
  const fold = report.fold({ operation, window: begunBy(window, clock.now()) });
  const read = await readWindows(ports, operation, report, { ...question, window }, fold, guard.beforeSend, signal);
  if (!read.ok) return read;
  const fetchedAt = clock.now();
  const { sealed, rows } = fold.finish();
  warnOfZone(ports, operation, fetchedAt, read.value.zoneOffset);
  await saveAnswer(store.documents, key, {
    version: 1,
    sealed,
    rows,
    fetchedAt,
    asOf: dataUntil(window, fetchedAt, dated),
    window,
    windows: [...read.value.windows],
    requests: read.value.requests,
    zoneOffset: read.value.zoneOffset,
  });
  return done(null);
}

/** Rows prove in which zone wolkvox writes its times; another one than configured shifts every window. */
function warnOfZone({ log }: FetchPorts, operation: Operation, now: number, seen: number | null): void {
  const expected = zoneOffsetMinutes(now, operation.zone);
  if (seen !== null && seen !== expected) {
    log.warn('wolkvox.zone-differs', { operation: operation.id, expected, seen });
  }
}
