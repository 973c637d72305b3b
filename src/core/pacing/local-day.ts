import { DateTime } from 'luxon';

/** The first instant (epoch ms) of the next local day: when a daily quota is taken to start again. */
export function nextLocalMidnight(now: number, zone: string): number {
  return DateTime.fromMillis(now, { zone }).plus({ days: 1 }).startOf('day').toMillis();
}

/** Minutes east of UTC in a zone at an instant. */
export function zoneOffsetMinutes(now: number, zone: string): number {
  return DateTime.fromMillis(now, { zone }).offset;
}
