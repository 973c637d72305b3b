import type { Operation } from '../operation.ts';
import type { Rule } from './rule.ts';
import { restOf, workCalendar } from '../history/working-days.ts';
import { addDays, weekdayOf } from '../period/dates.ts';
import { dateAt, instantAt } from '../period/local-time.ts';
import { type OpeningHours, readOpeningHours } from '../period/opening-hours.ts';
import { CONTACT_PRESETS, type ContactPreset, contactPolicy } from './contact-hours.ts';

/**
 * When a rule looks: at hours of its own, for so long before the operation closes (for what has to be done by then), or when a preset
 * lets nobody be called.
 */
export type ActiveHours =
  | { readonly kind: 'hours'; readonly hours: readonly OpeningHours[] }
  | { readonly kind: 'outside'; readonly preset: ContactPreset }
  | { readonly kind: 'before-closing'; readonly ms: number };

export type Stretch = { readonly from: number; readonly to: number };

type Clockwork = Pick<Operation, 'zone' | 'hours'> & Partial<Pick<Operation, 'country'>>;
export type IsHoliday = (date: string, country: string) => boolean;

const NO_HOLIDAYS: IsHoliday = () => false;

const ALWAYS: Stretch = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const BEFORE_CLOSING = /^before closing (\d{1,3})(m|h)$/;
const OUTSIDE = /^outside ([\w-]+)$/;
const NEIGHBOURS = [-1, 0, 1];
const SEEN_BACK_MS = 10 * 60_000;
/** Longer than the longest stretch in which nobody may be called. */
const WEEKS = Array.from({ length: 15 }, (_, index) => index - 7);
const DAY_MINUTES = 24 * 60;
/** Distinct texts that are remembered as they were read: every check of every rule asks. */
const REMEMBERED = 1_000;
const known = new Map<string, ActiveHours | null>();
/** All rules of a tick ask about the same instant, and few of them for hours of their own. */
let tick: { readonly at: number; readonly found: Map<string, Stretch | null> } = { at: Number.NaN, found: new Map() };

/** `mon-fri 07:00-19:00, sat 08:00-14:00`, `before closing 90m` or `outside ley-2300`; null where it cannot be read. */
export function readActiveHours(text: string): ActiveHours | null {
  const there = known.get(text);
  if (there !== undefined) return there;
  if (known.size >= REMEMBERED) known.clear();
  const read = readText(text.trim().toLowerCase().replaceAll(/\s+/g, ' '));
  known.set(text, read);
  return read;
}

function readText(text: string): ActiveHours | null {
  const [, amount, unit] = BEFORE_CLOSING.exec(text) ?? [];
  if (amount !== undefined) {
    const ms = Number(amount) * (unit === 'h' ? 3_600_000 : 60_000);
    return ms > 0 && ms <= DAY_MINUTES * 60_000 ? { kind: 'before-closing', ms } : null;
  }
  const preset = CONTACT_PRESETS.find((known) => known === OUTSIDE.exec(text)?.[1]);
  if (preset !== undefined) return { kind: 'outside', preset };
  const hours = readOpeningHours(text);
  return hours === null ? null : { kind: 'hours', hours };
}

/**
 * The stretch of active hours that an instant lies in, epoch ms, hours that touch taken as one; null outside of them. Null means always,
 * and so does a text that cannot be read: a rule that looks too often is better than one that never does. Public holidays count for `outside`
 * alone, where they are given: hours of a rule's own are those of the weekday.
 */
export function activeStretch(
  active: string | null,
  operation: Clockwork,
  at: number,
  isHoliday: IsHoliday = NO_HOLIDAYS,
): Stretch | null {
  if (active === null) return ALWAYS;
  if (tick.at !== at) tick = { at, found: new Map() };
  const key = `${active} ${operation.zone} ${operation.hours} ${isHoliday === NO_HOLIDAYS ? '' : operation.country}`;
  const there = tick.found.get(key);
  if (there !== undefined) return there;
  const found = findStretch(active, operation, at, isHoliday);
  tick.found.set(key, found);
  return found;
}

/**
 * The stretch that a check of a rule belongs to: of its active hours, and of the local day where its figure begins anew at midnight, so that
 * the first figures of a morning never pass for the recovery of the evening before.
 */
export function ruleStretch(
  { active, windowMs, report }: Pick<Rule, 'active' | 'windowMs' | 'report'>,
  operation: Clockwork,
  at: number,
  isHoliday: IsHoliday = NO_HOLIDAYS,
): Stretch | null {
  const stretch = activeStretch(active, operation, at, isHoliday);
  if (stretch === null || windowMs !== null || report === 'live') return stretch;
  const day = localDay(operation.zone, at);
  return { from: Math.max(stretch.from, day.from), to: Math.min(stretch.to, day.to) };
}

function localDay(zone: string, at: number): Stretch {
  if (tick.at !== at) tick = { at, found: new Map() };
  const key = `day ${zone}`;
  const there = tick.found.get(key);
  if (there !== undefined && there !== null) return there;
  const date = dateAt(at, zone);
  const day = { from: instantAt(date, '00:00', zone), to: instantAt(addDays(date, 1), '00:00', zone) };
  tick.found.set(key, day);
  return day;
}

function findStretch(active: string, operation: Clockwork, at: number, isHoliday: IsHoliday): Stretch | null {
  const read = readActiveHours(active);
  if (read === null) return ALWAYS;
  if (read.kind === 'outside') return outsideOf(read.preset, operation, at, isHoliday);
  if (read.kind === 'hours') return stretchOf(read.hours, operation.zone, at);
  const hours = operation.hours === null ? null : readOpeningHours(operation.hours);
  if (hours === null) return null;
  return (
    stretches(hours, operation.zone, at)
      .map(({ from, to }) => ({ from: Math.max(from, to - read.ms), to }))
      .find(({ from, to }) => from <= at && at < to) ?? null
  );
}

/**
 * While all of the ten minutes before an instant lie outside the hours that a preset allows: what was dialled in them is what a check sees,
 * and a call of 18:59 seen at 19:00 was in time.
 */
function outsideOf(
  preset: ContactPreset,
  { zone, country = null }: Clockwork,
  at: number,
  isHoliday: IsHoliday,
): Stretch | null {
  const { hours, onHolidays } = contactPolicy(preset);
  const mayCall = (date: string): boolean => onHolidays || country === null || !isHoliday(date, country);
  const allowed = stretches(hours, zone, at, WEEKS, mayCall);
  const begins = at - SEEN_BACK_MS;
  if (allowed.some(({ from, to }) => from < at && begins < to)) return null;
  return {
    from: (allowed.findLast(({ to }) => to <= begins)?.to ?? ALWAYS.from) + SEEN_BACK_MS,
    to: (allowed.find(({ from }) => from >= at)?.from ?? ALWAYS.to) + 1,
  };
}

/** When the present shift of an operation ends, by its hours, epoch ms; null while it does not work, or where it has no hours. */
export function endOfShift({ hours, zone }: Clockwork, at: number): number | null {
  const read = hours === null ? null : readOpeningHours(hours);
  return read === null ? null : (stretchOf(read, zone, at)?.to ?? null);
}

/** Whether an operation works at an instant, so that having no data is worth a word. Without hours it works on every ordinary day. */
export function expectsData(
  operation: Pick<Operation, 'zone' | 'hours' | 'country' | 'closures'>,
  at: number,
  isHoliday: (date: string, country: string) => boolean,
): boolean {
  const { zone, hours } = operation;
  if (restOf(dateAt(at, zone), workCalendar(operation, isHoliday)) !== null) return false;
  const read = hours === null ? null : readOpeningHours(hours);
  return read === null || stretchOf(read, zone, at) !== null;
}

function stretchOf(hours: readonly OpeningHours[], zone: string, at: number): Stretch | null {
  return stretches(hours, zone, at).find(({ from, to }) => from <= at && at < to) ?? null;
}

/** The stretches of the days about an instant, in order; what touches, over midnight too, is one. */
function stretches(
  hours: readonly OpeningHours[],
  zone: string,
  at: number,
  days = NEIGHBOURS,
  isOpen: (date: string) => boolean = () => true,
): readonly Stretch[] {
  const today = dateAt(at, zone);
  const found = days
    .flatMap((away) => {
      const date = addDays(today, away);
      if (!isOpen(date)) return [];
      return hours
        .filter(({ weekdays }) => weekdays.includes(weekdayOf(date)))
        .map(({ from, to }) => ({ from: instantAt(date, clock(from), zone), to: instantAt(date, clock(to), zone) }));
    })
    .toSorted((a, b) => a.from - b.from);
  const joined: Stretch[] = [];
  for (const next of found) {
    const last = joined.at(-1);
    if (last !== undefined && next.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else joined.push(next);
  }
  return joined;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
