import { mondayOf, weekdayOf } from '../period/dates.ts';
import { dateAt, timeAt } from '../period/local-time.ts';
import { type OpeningHours, readMinutes, readOpeningHours } from '../period/opening-hours.ts';

/** When customers may be called, and how often one of them; null: without a limit. */
export type ContactPolicy = {
  readonly hours: readonly OpeningHours[];
  readonly onHolidays: boolean;
  readonly mostADay: number | null;
  readonly mostAWeek: number | null;
};

export const CONTACT_PRESETS = ['ley-2300'] as const;
export type ContactPreset = (typeof CONTACT_PRESETS)[number];

/**
 * Colombia's Ley 2300 of 2023, article 3: Monday to Friday 7:00 to 19:00, Saturday 8:00 to 15:00, never on Sundays and public holidays,
 * and no second contact with a customer on the same day. Its readings of the week differ, so no limit is set for it. An aid, not legal advice.
 */
const PRESETS: Readonly<Record<ContactPreset, ContactPolicy>> = {
  'ley-2300': {
    hours: readOpeningHours('mon-fri 07:00-19:00, sat 08:00-15:00') ?? [],
    onHolidays: false,
    mostADay: 1,
    mostAWeek: null,
  },
};

/** What a preset allows. */
export function contactPolicy(preset: ContactPreset): ContactPolicy {
  return PRESETS[preset];
}

/** An outbound call. `customer`: anything that tells customers apart (a fingerprint will do); null: not known. */
export type OutboundCall = { readonly at: number; readonly customer: string | null };

/** Counts alone: no customer leaves this. */
export type ContactCount = {
  readonly calls: number;
  readonly outside: number;
  /** Of those outside: on a day of the week, or a holiday, when nobody may be called. */
  readonly onClosedDays: number;
  /** The first and the last of those outside, epoch ms. */
  readonly firstOutside: number | null;
  readonly lastOutside: number | null;
  /** Customers called more often than allowed on one day, and within one week from Monday on. */
  readonly overADay: number;
  readonly overAWeek: number;
  /** Calls whose customer is not known: they are in no count of repeats. */
  readonly unknown: number;
};

/** Holds outbound calls against the hours and repeats that a policy allows, in the operation's zone. */
export function countContacts(
  calls: readonly OutboundCall[],
  policy: ContactPolicy,
  { zone, isHoliday }: { readonly zone: string; readonly isHoliday: (date: string) => boolean },
): ContactCount {
  const placed = calls.map(({ at, customer }) => {
    const date = dateAt(at, zone);
    return { at, customer, date, where: placeOf(date, timeAt(at, zone), policy, isHoliday) };
  });
  const outside = placed.filter(({ where }) => where !== 'allowed');
  const instants = outside.map(({ at }) => at).toSorted((a, b) => a - b);
  const known = placed.flatMap(({ customer, date }) => (customer === null ? [] : [{ customer, date }]));
  return {
    calls: calls.length,
    outside: outside.length,
    onClosedDays: outside.filter(({ where }) => where === 'closed-day').length,
    firstOutside: instants[0] ?? null,
    lastOutside: instants.at(-1) ?? null,
    overADay: customersOver(known, policy.mostADay, (date) => date),
    overAWeek: customersOver(known, policy.mostAWeek, mondayOf),
    unknown: calls.length - known.length,
  };
}

function placeOf(
  date: string,
  time: string,
  { hours, onHolidays }: ContactPolicy,
  isHoliday: (date: string) => boolean,
): 'allowed' | 'closed-day' | 'closed-hour' {
  const own = hours.filter(({ weekdays }) => weekdays.includes(weekdayOf(date)));
  if (own.length === 0 || (!onHolidays && isHoliday(date))) return 'closed-day';
  const minutes = readMinutes(time) ?? 0;
  return own.some(({ from, to }) => from <= minutes && minutes < to) ? 'allowed' : 'closed-hour';
}

function customersOver(
  calls: readonly { readonly customer: string; readonly date: string }[],
  most: number | null,
  spanOf: (date: string) => string,
): number {
  if (most === null) return 0;
  const counts = new Map<string, number>();
  for (const { customer, date } of calls) {
    const key = `${spanOf(date)} ${customer}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const over = [...counts].flatMap(([key, count]) => (count > most ? [key.slice(key.indexOf(' ') + 1)] : []));
  return new Set(over).size;
}
