import { DateTime, IANAZone } from 'luxon';
import { utcMidnight } from './dates.ts';

const MINUTE = 60_000;
const FAR = 30 * 60 * MINUTE;
type KnownZone = { readonly zone: IANAZone; readonly offsets: Map<number, number> };
const zones = new Map<string, KnownZone>();
/** A week of one zone. */
const MOST_OFFSETS = 10_080;
/** A day's edges are asked for again and again, and each costs the zone's rules four times. */
const instants = new Map<string, number>();
const MOST_INSTANTS = 2_000;

/** The date (`YYYY-MM-DD`) that an instant has in a zone. */
export function dateAt(instant: number, zone: string): string {
  return new Date(wallAt(instant, zone)).toISOString().slice(0, 10);
}

/** The time of the day (`HH:MM`) that an instant has in a zone. */
export function timeAt(instant: number, zone: string): string {
  return new Date(wallAt(instant, zone)).toISOString().slice(11, 16);
}

/**
 * The first instant at which the clocks of a zone show a local date and time or a later one: where the hour is repeated, its first
 * turn; where clocks jump over it, the jump. So it never runs backwards, and neighbouring windows share their edge. `24:00` is the next midnight.
 */
export function instantAt(date: string, time: string, zone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantOf(utcMidnight(date) + (hours * 60 + minutes) * MINUTE, zone);
}

/** What the clocks of a zone show at an instant, as if it were UTC: for keeping the same time of the day on another date. */
export function wallAt(instant: number, zone: string): number {
  return instant + offset(zone, instant);
}

/** The inverse of `wallAt`, with the rule of `instantAt` for hours that are repeated or missing. */
export function instantOf(wall: number, zone: string): number {
  const key = `${wall} ${zone}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  if (instants.size >= MOST_INSTANTS) instants.clear();
  const instant = readInstant(wall, zone);
  instants.set(key, instant);
  return instant;
}

function readInstant(wall: number, zone: string): number {
  const before = offset(zone, wall - FAR);
  const after = offset(zone, wall + FAR);
  const turns = [wall - before, wall - after].filter((instant) => instant + offset(zone, instant) === wall);
  return turns.length > 0 ? Math.min(...turns) : jump(zone, wall - after, wall - before);
}

/** The instant within a stretch at which the clocks change, found by halving. */
function jump(zone: string, from: number, to: number): number {
  const after = offset(zone, to);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(zone, middle) === after) high = middle;
    else low = middle;
  }
  return high;
}

/** Asking the zone's rules is slow, and they change at whole minutes only. */
function offset(zone: string, instant: number): number {
  const known = zones.get(zone) ?? { zone: IANAZone.create(zone), offsets: new Map<number, number>() };
  zones.set(zone, known);
  const minute = Math.floor(instant / MINUTE);
  const before = known.offsets.get(minute);
  if (before !== undefined) return before;
  const read = Math.round(known.zone.offset(minute * MINUTE) * MINUTE);
  if (known.offsets.size >= MOST_OFFSETS) known.offsets.clear();
  known.offsets.set(minute, read);
  return read;
}

/** An instant as ISO 8601 writes it in UTC, without the seconds that are nothing: `2026-11-19T13:00Z`. */
export function utcText(instant: number): string {
  const moment = DateTime.fromMillis(instant, { zone: 'utc' });
  return moment.toISO({ suppressMilliseconds: true, suppressSeconds: true }) ?? '';
}

/** What `utcText` wrote, or null. */
export function readUtc(text: string): number | null {
  const moment = DateTime.fromISO(text, { zone: 'utc' });
  return moment.isValid ? moment.toMillis() : null;
}
