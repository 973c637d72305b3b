import { isSlice } from '../../core/history/record-hours.ts';
import { type KeptSlice, type KeptSlices, slicesSchema } from '../../core/history/stored.ts';
import type { Operation } from '../../core/operation.ts';
import { dateAt, timeAt } from '../../core/period/local-time.ts';
import { isMostlyUnreadable } from '../../core/stats/unreadable.ts';
import type { Documents } from '../../ports.ts';
import { keptFigures } from './history-figures.ts';
import type { KeepPorts } from './history-keep.ts';
import { SLICES } from './history-records.ts';

const SLOT_MS = 10 * 60_000;
/** Two slices may share this much of their ten minutes; more than that would count calls twice. */
const OVERLAP_MS = 60_000;
const PATIENCE = 2 * 60_000;

export type SliceKept = 'kept' | 'empty' | 'hole' | 'there' | 'closed' | 'overlaps';
export type KeepSlice = (operation: Operation) => Promise<SliceKept>;

/**
 * Keeps what `live` says at the ten-minute mark before now. Its ten minutes cannot be asked for again: what failed stays a hole.
 * A slice whose time another one already covers is left out.
 */
export function sliceKeeper(ports: KeepPorts): KeepSlice {
  const { store, clock, reports, log } = ports;
  return async (operation) => {
    const slot = Math.floor(clock.now() / SLOT_MS) * SLOT_MS;
    if (!isWithinHours(operation, slot)) return 'closed';
    if ((await loadSlices(store.documents, operation, slot)).record.slots[slot] !== undefined) return 'there';
    const before = (await loadSlices(store.documents, operation, slot - SLOT_MS)).record.slots[slot - SLOT_MS];
    const report = reports.live;
    const now = clock.now();
    const read = await ports.readReport({
      operation,
      report: 'live',
      window: { from: now - SLOT_MS, to: now },
      campaign: null,
      urgency: 'history',
      patienceMs: PATIENCE,
    });
    if (!read.ok || isMostlyUnreadable(read.value.rows)) {
      const because = read.ok ? 'wolkvox.bad-answer' : read.problem.code;
      log.info('history.hole', { operation: operation.id, report: 'live', because });
      await save(store.documents, operation, slot, { k: 'hole', because });
      return 'hole';
    }
    const { sealed, rows, asOf } = read.value;
    if (before !== undefined && before.k !== 'hole' && asOf < before.asOf + SLOT_MS - OVERLAP_MS) return 'overlaps';
    const slice: KeptSlice =
      rows.read === 0
        ? { k: 'empty', asOf }
        : { k: 'kept', version: sealed.version, asOf, figures: keptFigures(report, sealed) };
    await save(store.documents, operation, slot, slice);
    return slice.k;
  };
}

export function hourKey(operation: Operation, slot: number): string {
  return `${operation.id}/${dateAt(slot, operation.zone)}/${timeAt(slot, operation.zone).slice(0, 2)}`;
}

function isWithinHours(operation: Operation, slot: number): boolean {
  // The mark at midnight ends the day before.
  const [hours = 0, minutes = 0] = timeAt(slot - SLOT_MS, operation.zone)
    .split(':')
    .map(Number);
  return isSlice(operation, dateAt(slot - SLOT_MS, operation.zone), hours * 60 + minutes + 10);
}

async function loadSlices(
  documents: Documents,
  operation: Operation,
  slot: number,
): Promise<{ readonly record: KeptSlices; readonly revision: number | 'absent' }> {
  const found = await documents.get(SLICES, hourKey(operation, slot));
  const slices = slicesSchema.safeParse(found?.value);
  return { record: slices.success ? slices.data : { v: 1, slots: {} }, revision: found?.revision ?? 'absent' };
}

/** The first to keep a slot keeps it. */
async function save(documents: Documents, operation: Operation, slot: number, slice: KeptSlice): Promise<void> {
  for (;;) {
    const { record, revision } = await loadSlices(documents, operation, slot);
    if (record.slots[slot] !== undefined) return;
    const slices: KeptSlices = { v: 1, slots: { ...record.slots, [slot]: slice } };
    if ((await documents.put(SLICES, hourKey(operation, slot), slices, { expected: revision })) !== null) return;
  }
}
