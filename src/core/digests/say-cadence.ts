import { cadenceWords } from '../i18n/digests/cadence-words.ts';
import type { Locale } from '../i18n/locale.ts';
import { timeText, times } from './cadence.ts';
import { readCron } from './cron.ts';
import type { Cadence } from './digest.ts';

const MOST_TIMES = 8;
const LEAST_RUN = 3;
const LEAST_HOURS = 4;

type Times = Extract<Cadence, { kind: 'times' }>;

/** A cadence in words, for the middle of a sentence: `de lunes a viernes a las 08:10`. A cron pattern too, where words can say it. */
export function sayCadence(cadence: Cadence, locale: Locale): string {
  const w = cadenceWords(locale);
  switch (cadence.kind) {
    case 'times':
      return sayTimes(times(cadence.at, cadence.weekdays), locale);
    case 'monthly':
      return `${w.monthly(cadence.day)} ${w.at([cadence.at])}`;
    case 'cron': {
      const same = asTimes(cadence.cron);
      return same === null ? w.cron(cadence.cron) : sayTimes(same, locale);
    }
  }
}

function sayTimes({ at, weekdays }: Times, locale: Locale): string {
  const w = cadenceWords(locale);
  const [first, last] = [at[0] ?? '', at.at(-1) ?? ''];
  return `${sayDays(weekdays, locale)} ${areHourly(at) ? w.hourly(first, last) : w.at(at)}`;
}

function sayDays(weekdays: readonly number[], locale: Locale): string {
  const w = cadenceWords(locale);
  if (weekdays.length === 7) return w.everyDay;
  const [first, last] = [weekdays[0] ?? 1, weekdays.at(-1) ?? 1];
  const run = weekdays.length >= LEAST_RUN && last - first === weekdays.length - 1;
  return run ? w.dayRange(first, last) : w.weekdays(weekdays);
}

function areHourly(at: readonly string[]): boolean {
  const minutes = at.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  return at.length >= LEAST_HOURS && minutes.every((minute, index) => minute === (minutes[0] ?? 0) + 60 * index);
}

function asTimes(pattern: string): Times | null {
  const cron = readCron(pattern);
  if (cron === null || cron.days !== null || cron.months !== null) return null;
  const at = cron.hours.flatMap((hour) => cron.minutes.map((minute) => timeText(hour, minute)));
  const weekdays = cron.weekdays?.map((day) => (day === 0 ? 7 : day)) ?? [1, 2, 3, 4, 5, 6, 7];
  return at.length <= MOST_TIMES || areHourly(at) ? times(at, weekdays) : null;
}
