import type DateHolidays from 'date-holidays';
import { addDays } from '../core/period/dates.ts';
import type { Holidays } from '../ports.ts';

type Library = typeof DateHolidays;
type Calendar = InstanceType<Library>;

const MOVED =
  'if tuesday then previous monday if wednesday,thursday then next friday if saturday then previous friday if sunday then next monday';

/** What the library's calendars lack. Ecuador: Guayaquil's day is 9 October, and since the law of 2016 single days move to the weekend. */
const CORRECTIONS: Readonly<
  Record<string, { readonly without: readonly string[]; readonly rules: readonly string[] }>
> = {
  EC: {
    without: ['05-01', '05-24', '08-10', '09-10'],
    rules: ['05-01', '05-24', '08-10', '10-09'].map((day) => `${day} ${MOVED}`),
  },
};

/**
 * The public holidays of whole countries, from date-holidays, each year worked out once. The library (1 MB of rules) is loaded
 * only where a country is named. Days on which some region or office rests are not in it: they are an operation's own closures.
 */
export async function openHolidays(countries: readonly (string | null)[]): Promise<Holidays> {
  if (countries.every((country) => country === null)) return { isHoliday: () => false };
  const { default: Library } = await import('date-holidays');
  const calendars = new Map<string, Calendar | null>();
  const years = new Map<string, ReadonlySet<string>>();

  const calendarOf = (country: string): Calendar | null => {
    const known = calendars.get(country);
    if (known !== undefined) return known;
    const calendar = makeCalendar(Library, country);
    calendars.set(country, calendar);
    return calendar;
  };
  const daysOf = (year: number, country: string): ReadonlySet<string> => {
    const key = `${country} ${year}`;
    const known = years.get(key);
    if (known !== undefined) return known;
    const days = wholeDays(calendarOf(country), year);
    years.set(key, days);
    return days;
  };
  return {
    isHoliday: (date, country) => daysOf(Number(date.slice(0, 4)), country.toUpperCase()).has(date),
  };
}

function makeCalendar(Library: Library, country: string): Calendar | null {
  const calendar = new Library({ country }, { types: ['public'] });
  if (!(country in calendar.getCountries())) return null;
  const { without, rules } = CORRECTIONS[country] ?? { without: [], rules: [] };
  for (const rule of without) calendar.unsetRule(rule);
  for (const rule of rules) calendar.setHoliday(rule, { name: rule, type: 'public' });
  return calendar;
}

const DAY = 24 * 3_600_000;

/** Days that are holidays from midnight on: an afternoon off leaves a working day. Some holidays last several days. */
function wholeDays(calendar: Calendar | null, year: number): ReadonlySet<string> {
  const holidays = calendar?.getHolidays(year) ?? [];
  return new Set(
    holidays
      .filter(({ date }) => date.includes(' 00:00:00'))
      .flatMap(({ date, start, end }) => {
        // Their own days may have 23 or 25 hours.
        const length = Math.round((end.getTime() - start.getTime()) / DAY);
        return Array.from({ length }, (_, day) => addDays(date.slice(0, 10), day));
      }),
  );
}
