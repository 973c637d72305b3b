import { type Cron, cronText, readCron } from './cron.ts';
import { cronTimes } from './cron-times.ts';
import type { Cadence } from './digest.ts';

const DAY = 86_400_000;
const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
/** Growing, since most come within two days; a 29 February may be eight years away. */
const REACHES: readonly number[] = [2 * DAY, 16 * DAY, 370 * DAY, 8 * 366 * DAY];
/** wolkvox's figures are five minutes old as a rule: more often than that says the same thing again. */
const MOST_MINUTES = 12;

/** Cadences that need no cron, in the order in which they are offered. */
export const PRESETS = {
  weekdays: times(['08:00'], [1, 2, 3, 4, 5]),
  cuts: times(['08:10', '12:10', '18:10'], EVERY_DAY),
  hourly: times(
    Array.from({ length: 11 }, (_, index) => timeText(9 + index, 0)),
    EVERY_DAY,
  ),
  mondays: times(['08:00'], [1]),
  monthly: { kind: 'monthly', day: 1, at: '08:00' },
} as const satisfies Readonly<Record<string, Cadence>>;

/**
 * A written cron pattern as a cadence: once a month where it says no more than that. Null where it cannot be read, never comes, or
 * names more than twelve minutes of an hour.
 */
export function cadenceOfCron(text: string): Cadence | null {
  const cron = readCron(text);
  if (cron === null || cron.minutes.length > MOST_MINUTES) return null;
  const cadence: Cadence = monthlyOf(cron) ?? { kind: 'cron', cron: text.trim().replaceAll(/\s+/g, ' ') };
  return nextSlots(cadence, 'UTC', 0, 1).length === 0 ? null : cadence;
}

/** A cadence of times with each time and weekday once and in order. */
export function times(at: readonly string[], weekdays: readonly number[]): Extract<Cadence, { kind: 'times' }> {
  return { kind: 'times', at: [...new Set(at)].sort(), weekdays: [...new Set(weekdays)].sort((a, b) => a - b) };
}

/**
 * The patterns for the schedules, one for each minute of the hour: with several minutes in one pattern, all but the first would be lost
 * in an hour that the clocks jump over. Empty for a cron text that cannot be read.
 */
export function cronsOf(cadence: Cadence): readonly string[] {
  return patternsOf(cadence).map(cronText);
}

/** The nominal times, epoch ms, in order: `from` included, `to` not. The very instants at which the patterns of `cronsOf` fire. */
export function slotsBetween(cadence: Cadence, zone: string, from: number, to: number): readonly number[] {
  const found = patternsOf(cadence).flatMap((cron) => cronTimes(cron, zone, from, to));
  return [...new Set(found)].sort((a, b) => a - b);
}

/** The next nominal times after an instant (it excluded); fewer than `count` where the next eight years hold no more. */
export function nextSlots(cadence: Cadence, zone: string, after: number, count: number): readonly number[] {
  const found: number[] = [];
  let from = after + 1;
  for (const reach of REACHES) {
    const to = after + 1 + reach;
    found.push(...slotsBetween(cadence, zone, from, to));
    if (found.length >= count) break;
    from = to;
  }
  return found.slice(0, count);
}

/** Hours and minutes as `08:10`. */
export function timeText(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** What a cadence names, as cron says it. */
export function patternsOf(cadence: Cadence): readonly Cron[] {
  switch (cadence.kind) {
    case 'times': {
      const hours = new Map<number, number[]>();
      for (const at of times(cadence.at, []).at) {
        const [hour = 0, minute = 0] = at.split(':').map(Number);
        hours.set(minute, [...(hours.get(minute) ?? []), hour]);
      }
      const all = EVERY_DAY.every((day) => cadence.weekdays.includes(day));
      const weekdays = all ? null : [...new Set(cadence.weekdays.map((day) => day % 7))].sort((a, b) => a - b);
      return [...hours].map(([minute, of]) => ({ minutes: [minute], hours: of, days: null, months: null, weekdays }));
    }
    case 'monthly': {
      const [hour = 0, minute = 0] = cadence.at.split(':').map(Number);
      return [{ minutes: [minute], hours: [hour], days: [cadence.day], months: null, weekdays: null }];
    }
    case 'cron': {
      const cron = readCron(cadence.cron);
      return cron === null ? [] : cron.minutes.map((minute) => ({ ...cron, minutes: [minute] }));
    }
  }
}

function monthlyOf({ minutes, hours, days, months, weekdays }: Cron): Cadence | null {
  const [[minute], [hour], [day]] = [minutes, hours, days ?? []];
  if (minutes.length !== 1 || hours.length !== 1 || days?.length !== 1 || months !== null || weekdays !== null)
    return null;
  if (minute === undefined || hour === undefined || day === undefined || day > 28) return null;
  return { kind: 'monthly', day, at: timeText(hour, minute) };
}
