import type { Comparable, LeftOutBecause } from '../history/comparable.ts';
import type { Against, TooFew, Usual } from '../history/usual.ts';
import type { Rest } from '../history/working-days.ts';
import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { datesOf } from '../period/calendar.ts';
import { weekdayOf } from '../period/dates.ts';
import type { Period } from '../period/period.ts';
import { usualWords } from './usual-words.ts';

/** `until`: the mark up to which a running period is compared, `10:00`; null where it is compared whole. */
export type UsualBase = {
  readonly locale: Locale;
  readonly format: Format;
  readonly period: Period;
  readonly zone: string;
  readonly until: string | null;
  /** The date up to which a running period of several days is compared. */
  readonly untilDay?: string | null;
  /** The ten minutes that end at a time of the day, where these alone are compared. */
  readonly at?: string | null;
};

/** `6 % más que un jueves habitual (1.690–1.790)`, for totals and durations; `say` writes one of them. */
export function againstUsual(
  { place, change, difference }: Against,
  usually: Usual,
  say: (value: number) => string,
  base: UsualBase,
): string {
  const words = usualWords[base.locale];
  const range = rangeSaid(say(usually.low), say(usually.high));
  const than = `${thanUsual(base)} (${range})`;
  const hundredths = change === null ? null : Math.round(Math.abs(change) * 100);
  if (place === 'within' || hundredths === 0) return words.same(than);
  const much = hundredths === null ? say(Math.abs(difference)) : base.format.percent(hundredths / 100, 0);
  return difference > 0 ? words.more(much, than) : words.less(much, than);
}

/** `11 puntos más que un jueves habitual (6–9 %)`, for rates as fractions. */
export function rateAgainstUsual({ place, difference }: Against, { low, high }: Usual, base: UsualBase): string {
  const words = usualWords[base.locale];
  const { format } = base;
  const ends = [format.number(low * 100, 0), format.number(high * 100, 0)];
  const range = ends[0] === ends[1] ? format.percent(high, 0) : `${ends[0]}–${format.percent(high, 0)}`;
  const than = `${thanUsual(base)} (${range})`;
  const points = Math.round(Math.abs(difference) * 100);
  if (place === 'within' || points === 0) return words.same(than);
  const much = words.points(points, format.number(points));
  return difference > 0 ? words.more(much, than) : words.less(much, than);
}

/** Why nothing is compared: too little history, with the day from which it is, or a day of which nothing is usual. */
export function noUsual(found: TooFew | Rest, base: UsualBase): string {
  const words = usualWords[base.locale];
  if (typeof found === 'string') return words.rest[found];
  const { format } = base;
  const short = words.tooFew(format.number(found.have), format.number(found.need), kindOf(base).many);
  return found.since === null ? `${short}.` : `${short}; ${words.since(format.day(found.since))}.`;
}

/** `1.842; habitual 1.738 (1.690–1.790), 6 jueves`: a figure beside its usual. `now` is said already; so does `say` the others. */
export function besideUsual(now: string, usually: Usual, say: (value: number) => string, base: UsualBase): string {
  const { median, low, high, days } = usually;
  const range = rangeSaid(say(low), say(high));
  const counted = `${base.format.number(days)} ${kindOf(base).many}`;
  return usualWords[base.locale].beside(now, say(median), range, counted, untilSaid(base));
}

/** `habitual de 6 jueves, sin contar 2 con festivo`: what a comparison rests on, for the trust line. */
export function usualBasis({ periods, leftOut }: Comparable, base: UsualBase): string {
  const words = usualWords[base.locale];
  const reasons = new Map<LeftOutBecause, number>();
  for (const { because } of leftOut) reasons.set(because, (reasons.get(because) ?? 0) + 1);
  const basis = words.basis(base.format.number(periods.length), kindOf(base).many);
  if (reasons.size === 0) return basis;
  const list = [...reasons].map(([because, many]) => words.leftOut[because](many));
  return `${basis}, ${words.without(base.format.list(list))}`;
}

function rangeSaid(low: string, high: string): string {
  return low === high ? low : `${low}–${high}`;
}

function thanUsual(base: UsualBase): string {
  const { usual } = kindOf(base);
  const words = usualWords[base.locale];
  if (base.at !== undefined && base.at !== null) return `${usual} ${words.at(base.at)}`;
  const { period } = base;
  const hours = period.kind === 'hours' ? words.between(period.from, period.to) : null;
  const part = untilSaid(base) ?? hours;
  return part === null ? usual : `${usual} ${part}`;
}

function untilSaid({ locale, format, until, untilDay }: UsualBase): string | null {
  const words = usualWords[locale];
  if (untilDay !== undefined && untilDay !== null) return words.untilDay(format.day(untilDay));
  return until === null ? null : words.until(until);
}

function kindOf({ period, zone, locale }: UsualBase): { readonly usual: string; readonly many: string } {
  const words = usualWords[locale];
  if (period.kind === 'week') return words.week;
  if (period.kind === 'month') return words.month;
  const { first, last } = datesOf(period, zone);
  return (first === last ? words.weekdays[weekdayOf(first) - 1] : undefined) ?? words.range;
}
