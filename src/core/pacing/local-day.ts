import { DateTime } from 'luxon';

/** The calendar day (`YYYY-MM-DD`) that an instant (epoch ms) has in a zone: the day a quota is counted on. */
export function localDay(now: number, zone: string): string {
  return DateTime.fromMillis(now, { zone }).toFormat('yyyy-MM-dd');
}

/** The first instant (epoch ms) of the next local day: when a daily quota is taken to start again. */
export function nextLocalMidnight(now: number, zone: string): number {
  return DateTime.fromMillis(now, { zone }).plus({ days: 1 }).startOf('day').toMillis();
}

/** Minutes east of UTC in a zone at an instant. */
export function zoneOffsetMinutes(now: number, zone: string): number {
  return DateTime.fromMillis(now, { zone }).offset;
}
