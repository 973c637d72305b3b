import { addDays, mondayOf } from './dates.ts';
import { dateAt } from './local-time.ts';
import type { Period } from './period.ts';

const UNITS = { minutes: 60_000, hours: 3_600_000 } as const;

/** The local day of an instant, or one so many days before it. */
export function dayOf(instant: number, zone: string, daysBefore = 0): Period {
  return { kind: 'day', date: addDays(dateAt(instant, zone), -daysBefore) };
}

/** The week (from Monday) of an instant. */
export function weekOf(instant: number, zone: string): Period {
  return { kind: 'week', monday: mondayOf(dateAt(instant, zone)) };
}

/** The last so many local days, the one of the instant included. */
export function lastDays(count: number, instant: number, zone: string): Period {
  const last = dateAt(instant, zone);
  return count === 1 ? { kind: 'day', date: last } : { kind: 'days', first: addDays(last, 1 - count), last };
}

/** The last so many hours or minutes up to the whole minute before an instant, so that those who ask in the same minute share an answer. */
export function lastStretch(count: number, unit: keyof typeof UNITS, instant: number): Period {
  const to = instant - (instant % UNITS.minutes);
  return { kind: 'span', from: to - count * UNITS[unit], to };
}
