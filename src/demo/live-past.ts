import type { KeptSlice } from '../core/history/stored.ts';
import type { Operation } from '../core/operation.ts';
import { addDays, weekdayOf } from '../core/period/dates.ts';
import { dateAt, instantAt } from '../core/period/local-time.ts';
import { SLICES } from '../flows/history/history-records.ts';
import { hourKey } from '../flows/history/history-slices.ts';
import type { Documents } from '../ports.ts';
import { reportOf } from '../reports/catalog.ts';

const DAYS = 14;
const SLOT_MS = 10 * 60_000;
/** Of the hours below, on these days back, more calls went lost: what an alert would have told of. */
const BAD_HOURS: ReadonlyMap<number, readonly [number, number]> = new Map([
  [1, [11, 0.16]],
  [3, [15, 0.22]],
  [6, [9, 0.13]],
  [8, [16, 0.28]],
  [10, [11, 0.18]],
]);

/**
 * Ten minutes after ten minutes of `live` as if the bot had been here for two weeks: wolkvox gives them for the last ten minutes alone,
 * so nothing can be asked afterwards. The numbers are invented, and the same for the same day.
 */
export async function keepLivePast(documents: Documents, operation: Operation, now: number): Promise<void> {
  const today = dateAt(now, operation.zone);
  for (let back = 0; back < DAYS; back += 1) {
    const date = addDays(today, -back);
    const saturday = weekdayOf(date) === 6;
    if (weekdayOf(date) === 7) continue;
    for (let hour = saturday ? 8 : 7; hour < (saturday ? 14 : 19); hour += 1) {
      const from = instantAt(date, `${String(hour).padStart(2, '0')}:00`, operation.zone);
      const slots = Array.from({ length: 6 }, (_, index) => from + index * SLOT_MS)
        .filter((slot) => slot <= now)
        .map((slot): readonly [string, KeptSlice] => [String(slot), sliceAt(slot, hour, back)]);
      if (slots.length === 0) continue;
      const value = { v: 1, slots: Object.fromEntries(slots) };
      await documents.put(SLICES, hourKey(operation, from), value, { expected: 'absent' });
    }
  }
}

function sliceAt(slot: number, hour: number, back: number): KeptSlice {
  const chance = (salt: number): number =>
    (Math.imul(Math.floor(slot / SLOT_MS) + salt, 2_654_435_761) >>> 8) / 2 ** 24;
  const [badHour, share] = BAD_HOURS.get(back) ?? [null, 0];
  const inbound = 24 + Math.round(14 * chance(1));
  const lost = (hour === badHour ? share : 0.05) + 0.05 * chance(2);
  const abandoned = Math.round(inbound * lost);
  const dialled = 40 + Math.round(20 * chance(3));
  const contacts = Math.round(dialled * (0.3 + 0.1 * chance(4)));
  return {
    k: 'kept',
    version: reportOf('live').version,
    asOf: slot,
    figures: {
      abandonment: [abandoned, inbound],
      answered: inbound - abandoned,
      abandoned,
      inbound,
      dialled,
      contact_rate: [contacts, dialled],
      machine_share: [Math.round(dialled * 0.2), dialled],
      line_health: [Math.round(dialled * 0.03 * chance(5)), dialled],
    },
  };
}
