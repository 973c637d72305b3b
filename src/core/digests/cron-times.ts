import { DateTime } from 'luxon';
import { instantOf, wallAt } from '../period/local-time.ts';
import type { Cron } from './cron.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The weekday on which epoch milliseconds begin. */
const THURSDAY = 4;

/**
 * The instants of a pattern in a zone, `from` included and `to` not, in order. A time of the day comes once a day: where clocks repeat
 * it, its first turn; where they jump over its hour, as many minutes past the hour they land in. Every hour means every hour that passes.
 */
export function cronTimes(cron: Cron, zone: string, from: number, to: number): readonly number[] {
  const found = new Set<number>();
  const last = startOfDay(wallAt(to, zone)) + DAY;
  for (let day = startOfDay(wallAt(from, zone)) - DAY; day <= last; day += DAY) {
    if (!isNamed(day, cron)) continue;
    for (const hour of cron.hours) {
      for (const minute of cron.minutes) {
        for (const instant of instantsOf(day + hour * HOUR + minute * MINUTE, cron, zone)) {
          if (instant >= from && instant < to) found.add(instant);
        }
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}

function instantsOf(wall: number, cron: Cron, zone: string): readonly number[] {
  const first = instantOf(wall, zone);
  const hourly = cron.hours.length === 24;
  if (wallAt(first, zone) === wall) {
    const second = hourly
      ? [30 * MINUTE, HOUR].map((later) => first + later).find((at) => wallAt(at, zone) === wall)
      : undefined;
    return second === undefined ? [first] : [first, second];
  }
  if (hourly) return [];
  const landing = wallAt(first, zone);
  const kept = Math.floor(landing / HOUR) * HOUR + (wall % HOUR);
  const skippedWholeHour = Math.floor(wall / HOUR) < Math.floor(landing / HOUR);
  return skippedWholeHour && kept >= landing && isNamed(startOfDay(kept), cron) ? [first + kept - landing] : [];
}

function isNamed(day: number, { days, months, weekdays }: Cron): boolean {
  const ofWeek = weekdays?.includes((day / DAY + THURSDAY) % 7) ?? false;
  if (days === null && months === null) return weekdays === null || ofWeek;
  const date = DateTime.fromMillis(day, { zone: 'utc' });
  if (months !== null && !months.includes(date.month)) return false;
  return days === null ? weekdays === null || ofWeek : days.includes(date.day) || ofWeek;
}

function startOfDay(wall: number): number {
  return Math.floor(wall / DAY) * DAY;
}
