import type { Span } from '../../core/card/card.ts';
import { nextSlots } from '../../core/digests/cadence.ts';
import type { Digest, Part, Target } from '../../core/digests/digest.ts';
import { isDayOff } from '../../core/digests/due.ts';
import { sayCadence } from '../../core/digests/say-cadence.ts';
import { workCalendar } from '../../core/history/working-days.ts';
import { digestListWords } from '../../core/i18n/digests/digest-list-words.ts';
import { digestWords } from '../../core/i18n/digests/digest-words.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { sayDay } from '../../core/i18n/say-period.ts';
import { zoneCity } from '../../core/i18n/zone-city.ts';
import type { Operation } from '../../core/operation.ts';
import { addDays } from '../../core/period/dates.ts';
import { dateAt, timeAt } from '../../core/period/local-time.ts';
import type { Holidays } from '../../ports.ts';

export type Timed = Pick<Digest, 'cadence' | 'zone' | 'skipHolidays'>;

/** More than the longest row of days off that a cadence can meet. */
const LOOKED_THROUGH = 60;

/** The next times at which a digest comes, days off left out; epoch ms. Fewer than `count` where there are no more. */
export function comingSlots(
  { cadence, zone, skipHolidays }: Timed,
  operation: Operation,
  holidays: Holidays,
  now: number,
  count: number,
): readonly number[] {
  const where = zone ?? operation.zone;
  if (!skipHolidays) return nextSlots(cadence, where, now, count);
  const calendar = workCalendar(operation, (date, country) => holidays.isHoliday(date, country));
  return nextSlots(cadence, where, now, count + LOOKED_THROUGH)
    .filter((at) => !isDayOff(dateAt(at, where), calendar))
    .slice(0, count);
}

/** `hoy 18:10`, `mañana 08:10`, `lun 23 nov 08:10`, in a zone. */
export function saySlot(at: number, now: number, zone: string, locale: Locale): string {
  const w = digestListWords(locale);
  const [date, today, time] = [dateAt(at, zone), dateAt(now, zone), timeAt(at, zone)];
  if (date === today) return w.today(time);
  return date === addDays(today, 1) ? w.tomorrow(time) : `${sayDay(date, locale)} ${time}`;
}

/** When it comes, in words with the city whose clock is meant: `de lunes a viernes a las 08:10 (Bogotá), sin festivos`. */
export function sayTimes({ cadence, zone, skipHolidays }: Timed, operation: Operation, locale: Locale): string {
  const without = skipHolidays ? `, ${digestListWords(locale).withoutDaysOff}` : '';
  return `${sayCadence(cadence, locale)} (${zoneCity(zone ?? operation.zone)})${without}`;
}

/** What it holds, part by part: `agentes ayer · Devoluciones del día`. */
export function sayParts(parts: readonly Part[], locale: Locale): string {
  const w = digestWords(locale);
  return parts.map((part) => (part.kind === 'report' ? part.words : w[part.kind].title)).join(' · ');
}

/** Where it goes; `nameOf`: what a person is called, who is not to be pinged by a list. */
export function sayTargets(targets: readonly Target[], nameOf: (user: string) => string): readonly Span[] {
  return targets.flatMap((target, at): readonly Span[] => [
    ...(at === 0 ? [] : [', ']),
    target.kind === 'channel' ? { channel: target.id } : nameOf(target.id),
  ]);
}
