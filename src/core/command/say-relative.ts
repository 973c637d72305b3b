import type { Locale } from '../i18n/locale.ts';
import { windowOf } from '../period/calendar.ts';
import { daysBetween, mondayOf, monthOfDate } from '../period/dates.ts';
import { dateAt } from '../period/local-time.ts';
import type { Period } from '../period/period.ts';
import type { Request } from '../request.ts';
import { phraseFor } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { sayCommand } from './say-command.ts';

const MINUTE = 60_000;

/**
 * The words that ask for the same at another time: what is of today stays of today, any other day is yesterday, any other week or
 * month the one before. Only for a report that takes a period.
 */
export function sayRelative(request: Request, locale: Locale, now: number, zone: string): string {
  const day: Request = { ...request, period: { kind: 'day', date: '2000-01-01' } };
  const words = sayCommand(day, locale, request.operation);
  return words.replace('2000-01-01', relativePeriod(request.period, locale, now, zone));
}

function relativePeriod(period: Period, locale: Locale, now: number, zone: string): string {
  const say = (means: Meaning, count: number | null = null): string =>
    (phraseFor(locale, (other) => JSON.stringify(other) === JSON.stringify(means)) ?? '').replace('#', String(count));
  const today = dateAt(now, zone);
  switch (period.kind) {
    case 'day':
      return say({ is: 'day', before: period.date === today ? 0 : 1 });
    case 'week':
      return say({ is: 'week', before: period.monday === mondayOf(today) ? 0 : 1 });
    case 'month':
      return say({ is: 'month', before: period.month === monthOfDate(today) ? 0 : 1 });
    case 'days':
      return say({ is: 'last', unit: 'days' }, daysBetween(period.first, period.last) + 1);
    case 'hours':
      return `${say({ is: 'day', before: period.date === today ? 0 : 1 })} ${period.from}-${period.to}`;
    case 'span': {
      const { from, to } = windowOf(period, zone);
      const minutes = Math.max(1, Math.round((to - from) / MINUTE));
      return minutes % 60 === 0
        ? say({ is: 'last', unit: 'hours' }, minutes / 60)
        : say({ is: 'last', unit: 'minutes' }, minutes);
    }
  }
}
