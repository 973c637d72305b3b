import type { Operation } from '../../core/operation.ts';
import type { Schedules } from '../../ports.ts';
import { dayCloser, hourMarker } from './close-day.ts';
import { historyFiller } from './fill-history.ts';
import type { Auditor } from '../operate/audit.ts';
import type { KeepPorts } from './history-keep.ts';
import { sliceKeeper } from './history-slices.ts';
import { historyTrimmer } from './history-trim.ts';
import type { ReadQuota } from '../read/read-quota.ts';

/** Slices have a group of their own: they come every ten minutes and must not wait for a day that is being filled. */
const GROUPS = ['history', 'live'] as const;

export type HistoryParts = KeepPorts & {
  readonly schedules: Schedules;
  readonly audit: Auditor;
  readonly readQuota: ReadQuota;
};

/**
 * Declares what keeps the history of the operations: half past each hour the running day's figures up to it, half past midnight the
 * day, every few minutes a step of filling, every ten minutes of work a slice of `live`, at night what is too old goes.
 */
export async function keepHistory(parts: HistoryParts, operations: readonly Operation[]): Promise<void> {
  const { schedules, audit } = parts;
  const closeDay = dayCloser(parts);
  const markHours = hourMarker(parts);
  const fill = historyFiller(parts);
  const keepSlice = sliceKeeper(parts);
  const trim = historyTrimmer(parts);
  const declared: string[] = [];

  const every = (id: string, cron: string, zone: string, work: (signal: AbortSignal) => Promise<unknown>) => {
    declared.push(id);
    return schedules.every(id, cron, zone, async (_at, signal) => {
      await work(signal);
    });
  };
  for (const operation of operations) {
    const { id, zone } = operation;
    await every(`history/hours/${id}`, '30 * * * *', zone, (signal) => markHours(operation, signal));
    await every(`history/close/${id}`, '30 0 * * *', zone, (signal) => closeDay(operation, signal));
    await every(`history/fill/${id}`, '*/3 * * * *', zone, (signal) => fill(operation, signal));
    await every(`history/trim/${id}`, '45 3 * * *', zone, async () => {
      await trim(operation);
      await audit.trim();
    });
    await every(`live/slice/${id}`, '*/10 * * * *', zone, () => keepSlice(operation));
  }
  for (const group of GROUPS) await schedules.keepOnly(group, declared);
}
