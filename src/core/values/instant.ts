import { IANAZone } from 'luxon';
import { digits } from './duration.ts';
import { textOf } from './text.ts';

const QUARTER_HOUR = 15 * 60_000;
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** Days and quarters of an hour whose offset is remembered per zone: years of them. */
const REMEMBERED = 10_000;

/**
 * `2026-07-14 09:31:02`, `20260714093102` or `20260714` (its midnight), local time of an IANA zone, as epoch ms; null where it cannot be read.
 * A time that the clocks show twice is its first; one that they skip is moved on by the gap.
 */
export function readInstant(value: unknown, zone: string): number | null {
  const wall = readWall(value);
  return wall === null ? null : instantOf(wall, zone);
}

/** The local hour, 0 to 23, of a date with a time; no zone is needed for it. */
export function readHour(value: unknown): number | null {
  const text = textOf(value);
  const hour = text.length === 19 ? digits(text, 11, 13) : text.length === 14 ? digits(text, 8, 10) : -1;
  return hour >= 0 && hour <= 23 ? hour : null;
}

/** The clock on the wall as if it were UTC, in ms. */
function readWall(value: unknown): number | null {
  const text = textOf(value);
  switch (text.length) {
    case 19:
      if (text[4] !== '-' || text[7] !== '-' || text[13] !== ':' || text[16] !== ':') return null;
      return wallOf(text, [0, 5, 8, 11, 14, 17]);
    case 14:
      return wallOf(text, [0, 4, 6, 8, 10, 12]);
    case 8:
      return wallOf(`${text}000000`, [0, 4, 6, 8, 10, 12]);
    default:
      return null;
  }
}

function wallOf(text: string, at: readonly [number, number, number, number, number, number]): number | null {
  const year = digits(text, at[0], at[0] + 4);
  const month = digits(text, at[1], at[1] + 2);
  const day = digits(text, at[2], at[2] + 2);
  const hour = digits(text, at[3], at[3] + 2);
  const minute = digits(text, at[4], at[4] + 2);
  const second = digits(text, at[5], at[5] + 2);
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Offsets (ms east of UTC) by local day; null for a day near a change of the clocks, which is asked by quarter of an hour. */
type Offsets = { readonly days: Map<number, number | null>; readonly quarters: Map<number, number> };
const offsetsByZone = new Map<string, Offsets>();

function instantOf(wall: number, zone: string): number {
  let offsets = offsetsByZone.get(zone);
  if (offsets === undefined || offsets.days.size > REMEMBERED || offsets.quarters.size > REMEMBERED) {
    offsets = { days: new Map(), quarters: new Map() };
    offsetsByZone.set(zone, offsets);
  }
  const day = Math.floor(wall / DAY);
  let offset = offsets.days.get(day);
  if (offset === undefined) {
    const before = offsetAt(day * DAY - 14 * HOUR, zone);
    offset = before === offsetAt((day + 1) * DAY + 14 * HOUR, zone) ? before : null;
    offsets.days.set(day, offset);
  }
  return wall - (offset ?? nearChange(wall, zone, offsets));
}

function nearChange(wall: number, zone: string, { quarters }: Offsets): number {
  const quarter = Math.floor(wall / QUARTER_HOUR);
  let offset = quarters.get(quarter);
  if (offset === undefined) {
    const start = quarter * QUARTER_HOUR;
    const before = offsetAt(start - 26 * HOUR, zone);
    const after = offsetAt(start + 26 * HOUR, zone);
    const fits = [Math.max(before, after), Math.min(before, after)].find((one) => offsetAt(start - one, zone) === one);
    offset = fits ?? before;
    quarters.set(quarter, offset);
  }
  return offset;
}

function offsetAt(instant: number, zone: string): number {
  return IANAZone.create(zone).offset(instant) * 60_000;
}
