import type { WorkCalendar } from '../history/working-days.ts';
import { dateAt } from '../period/local-time.ts';
import { slotsBetween } from './cadence.ts';
import type { Digest } from './digest.ts';

/** A slot that begins to run later than this after its nominal time is late, and says so. */
export const ON_TIME_MS = 10 * 60_000;

/** `superseded`: a newer slot speaks for it. `day-off`: a holiday or a closure, where the digest skips them. */
export type SkipWhy = 'handled' | 'day-off' | 'too-late' | 'superseded';
export type Due =
  | { readonly do: 'send' }
  | { readonly do: 'sendLate' }
  | { readonly do: 'skip'; readonly why: SkipWhy };
export type SlotDue = { readonly at: number; readonly due: Due };

/**
 * What is to be done about one slot. `at`: its nominal time; `newest`: that of the newest slot that is due by now and could be sent, null
 * for none; `handled`: it was settled before, which decides alone, so that a clock which jumps back doubles nothing. All epoch ms.
 */
export function due({
  at,
  now,
  lateMs,
  newest,
  dayOff,
  handled,
}: {
  readonly at: number;
  readonly now: number;
  readonly lateMs: number;
  readonly newest: number | null;
  readonly dayOff: boolean;
  readonly handled: boolean;
}): Due {
  if (handled) return { do: 'skip', why: 'handled' };
  if (dayOff) return { do: 'skip', why: 'day-off' };
  const late = now - at;
  if (late <= ON_TIME_MS) return { do: 'send' };
  if (late > lateMs) return { do: 'skip', why: 'too-late' };
  return newest !== null && newest > at ? { do: 'skip', why: 'superseded' } : { do: 'sendLate' };
}

/**
 * Every slot from a nominal time that has come round until now, oldest first, and what is to be done about each: after downtime at most
 * one is sent late, the newest within the digest's limit; the older ones are skipped, to be listed. `zone`: the digest's, or its
 * operation's. The slot `at` is among them also where the cadence was changed since, or the clock was set back before it.
 */
export function dueSince(
  { cadence, lateMs, skipHolidays }: Pick<Digest, 'cadence' | 'lateMs' | 'skipHolidays'>,
  zone: string,
  {
    at,
    now,
    calendar,
    handled,
  }: {
    readonly at: number;
    readonly now: number;
    readonly calendar: Pick<WorkCalendar, 'isHoliday' | 'closures'>;
    readonly handled: (at: number) => boolean;
  },
): readonly SlotDue[] {
  const slots = [at, ...slotsBetween(cadence, zone, at + 1, now + 1)];
  const dayOff = (slot: number): boolean => skipHolidays && isDayOff(dateAt(slot, zone), calendar);
  const newest = slots.findLast((slot) => !dayOff(slot)) ?? null;
  return slots.map((slot) => ({
    at: slot,
    due: due({ at: slot, now, lateMs, newest, dayOff: dayOff(slot), handled: handled(slot) }),
  }));
}

/** Whether a date (`YYYY-MM-DD`) is a public holiday or an own closure. A day without opening hours is none: the cadence names the days. */
export function isDayOff(date: string, { isHoliday, closures }: Pick<WorkCalendar, 'isHoliday' | 'closures'>): boolean {
  return isHoliday(date) || closures.includes(date);
}
