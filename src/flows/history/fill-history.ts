import { firstAskable, SETTLES_MS } from '../../core/history/record-days.ts';
import type { Operation } from '../../core/operation.ts';
import { nextLocalMidnight } from '../../core/pacing/local-day.ts';
import { piecesKeeper } from './close-day.ts';
import type { KeepPorts } from './history-keep.ts';
import {
  beginProgress,
  type Progress,
  readStandings,
  saveProgress,
  type Standing,
  tallyOf,
} from './history-progress.ts';
import type { ReadQuota } from '../read/read-quota.ts';

/** At most so many pieces are asked in one step; the next step comes some minutes later. */
const PIECES_A_STEP = 12;
/** From this share of the daily quota on, hours of past days are left for another day. */
const MARKS_STOP = 0.5;

/** What one step did. `until`: when there is something to do again, epoch ms; null: as soon as the next step comes. */
export type Filled = { readonly asked: number; readonly progress: Progress; readonly until: number | null };
export type FillHistory = (operation: Operation, signal?: AbortSignal) => Promise<Filled | null>;

/**
 * Makes one step towards a history without gaps: whole days first, newest first, then the hours of those days, then holes whose time
 * has come. Gives null without looking where nothing can have become due.
 */
export function historyFiller(ports: KeepPorts & { readonly readQuota: ReadQuota }): FillHistory {
  const { store, clock, reports, log } = ports;
  const keep = piecesKeeper(ports);
  const quiet = new Map<string, number>();

  return async (operation, signal) => {
    const startedAt = clock.now();
    const until = quiet.get(operation.id);
    // A pause that would be longer than a day comes from a clock that was set back since.
    if (until !== undefined && startedAt < until && until - startedAt <= 25 * 3_600_000) return null;
    const { documents } = store;
    const begun = await beginProgress(documents, operation, startedAt);
    const before = await readStandings(documents, reports, operation, begun.from, startedAt);
    const days = dueAt(before.days, startedAt);
    const marks = days.length > 0 || !(await marksMay(ports, operation)) ? [] : dueAt(before.marks, startedAt);
    const due = [...days, ...marks].slice(0, PIECES_A_STEP);
    const { pieces, stopped } = await keep(operation, due, signal);
    const now = clock.now();
    const standings = await readStandings(documents, reports, operation, begun.from, now);
    const progress: Progress = {
      ...begun,
      lastAt: pieces.length > 0 ? now : begun.lastAt,
      days: tallyOf(standings.days),
      marks: tallyOf(standings.marks),
    };
    if (JSON.stringify(progress) !== JSON.stringify(begun)) await saveProgress(documents, operation, progress);
    if (due.length > 0) {
      log.info('history.step', { operation: operation.id, asked: pieces.length, ...progress.days });
    }
    const next = stopped?.until ?? (due.length > 0 ? null : nextDue(standings.days, operation, now));
    if (next === null) quiet.delete(operation.id);
    else quiet.set(operation.id, next);
    return { asked: pieces.length, progress, until: next };
  };
}

/** What nobody asked for yet, newest first; then the holes whose time has come, the longest overdue first. */
function dueAt(standings: readonly Standing[], now: number): readonly Standing[] {
  const missing = standings.filter(({ state }) => state.kind === 'missing');
  const holes = standings.flatMap((one) =>
    one.state.kind === 'waits' && one.state.nextAt <= now ? [{ one, nextAt: one.state.nextAt }] : [],
  );
  return [...missing, ...holes.sort((a, b) => a.nextAt - b.nextAt).map(({ one }) => one)];
}

async function marksMay({ readQuota }: { readonly readQuota: ReadQuota }, operation: Operation): Promise<boolean> {
  const { limit, used } = await readQuota(operation);
  return limit === null || used < limit * MARKS_STOP;
}

/** The next hole, the next day to close, or an hour from now, for marks that waited for quota. */
function nextDue(days: readonly Standing[], operation: Operation, now: number): number {
  const first = firstAskable(now, operation.zone);
  const holes = days.flatMap(({ date, state }) => (state.kind === 'waits' && date >= first ? [state.nextAt] : []));
  const closing = nextLocalMidnight(now - SETTLES_MS, operation.zone) + SETTLES_MS;
  return Math.min(closing, now + 3_600_000, ...holes);
}
