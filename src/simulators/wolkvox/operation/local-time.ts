import { DateTime } from 'luxon';

export interface Moment {
  readonly day: string;
  readonly second: number;
}

export interface Window {
  readonly from: Moment;
  readonly to: Moment;
}

const stampFormat = 'yyyyMMddHHmmss';
const lastSecond = 86_399;

export function readStamp(stamp: string): Moment | undefined {
  if (!/^\d{14}$/.test(stamp)) return undefined;
  const read = DateTime.fromFormat(stamp, stampFormat, { zone: 'utc' });
  if (!read.isValid) return undefined;
  return { day: read.toISODate(), second: read.hour * 3600 + read.minute * 60 + read.second };
}

export function writeStamp(moment: Moment): string {
  return `${moment.day}${clock(moment.second)}`.replaceAll(/[-:]/g, '');
}

export function momentAt(milliseconds: number, zone: string): Moment {
  const local = DateTime.fromMillis(milliseconds, { zone });
  return { day: local.toFormat('yyyy-MM-dd'), second: local.hour * 3600 + local.minute * 60 + local.second };
}

// Second 0 of the day counted back from noon: exact for working hours even where clocks change at night.
export function epochOfDay(day: string, zone: string): number {
  return DateTime.fromISO(`${day}T12:00:00`, { zone }).toSeconds() - 43_200;
}

export function weekdayOf(day: string): number {
  return DateTime.fromISO(day, { zone: 'utc' }).weekday;
}

export function dayBefore(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).minus({ days: 1 }).toFormat('yyyy-MM-dd');
}

export function daysOf(window: Window): string[] {
  const days: string[] = [];
  let day = DateTime.fromISO(window.from.day, { zone: 'utc' });
  for (; day.toFormat('yyyy-MM-dd') <= window.to.day; day = day.plus({ days: 1 }))
    days.push(day.toFormat('yyyy-MM-dd'));
  return days;
}

export function lengthInSeconds(window: Window): number {
  return epochOfDay(window.to.day, 'utc') + window.to.second - epochOfDay(window.from.day, 'utc') - window.from.second;
}

export function rangeOn(day: string, window: Window): { first: number; last: number } | undefined {
  if (day < window.from.day || day > window.to.day) return undefined;
  const first = day === window.from.day ? window.from.second : 0;
  const last = day === window.to.day ? window.to.second : lastSecond;
  return first <= last ? { first, last } : undefined;
}

export function clock(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return [hours, minutes, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

export function dateAndClock(moment: Moment): string {
  return `${moment.day} ${clock(moment.second)}`;
}
