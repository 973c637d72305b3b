import { failed } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import { windowOf } from '../../core/period/calendar.ts';
import type { ReportId } from '../../core/request.ts';
import type { Clock, Store } from '../../ports.ts';
import { REPORTS, reportOf } from '../../reports/catalog.ts';
import { answerKey, loadAnswer, type StoredAnswer } from './fetch-answer.ts';
import type { ReadReport } from './read-report.ts';
import { todaysRequest } from './todays-request.ts';

export type LastRead = { readonly report: ReportId; readonly fetchedAt: number; readonly answer: StoredAnswer };

/** What was already read of an operation's day, in the order of the catalogue; asks wolkvox nothing. */
export type LastReads = (operation: Operation) => Promise<readonly LastRead[]>;

export function lastReader({ store, clock }: { readonly store: Store; readonly clock: Clock }): LastReads {
  return async (operation) => {
    const now = clock.now();
    const found = await Promise.all(
      REPORTS.map(async (report): Promise<readonly LastRead[]> => {
        const { period, campaign } = todaysRequest(report, operation, now);
        const window = windowOf(period, operation.zone);
        const key = answerKey(operation, report, { report: report.id, window, campaign });
        const answer = await loadAnswer(store.documents, key, report);
        return answer === null ? [] : [{ report: report.id, fetchedAt: answer.fetchedAt, answer }];
      }),
    );
    return found.flat();
  };
}

/** Reads only what was read before, however old: for somebody who is content with it while wolkvox does not answer. */
export function storedReader({ store }: { readonly store: Store }): ReadReport {
  return async (reading) => {
    const report = reportOf(reading.report);
    const stored = await loadAnswer(store.documents, answerKey(reading.operation, report, reading), report);
    return stored === null
      ? { ...failed('data.invalid'), last: null }
      : { ok: true, value: { ...stored, fresh: true } };
  };
}
