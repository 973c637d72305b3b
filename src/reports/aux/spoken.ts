import type { Format } from '../../core/i18n/format.ts';

const SPOKEN_IN_MINUTES = 4 * 3600;

/** Minutes, as the floor compares them; hours once minutes stop saying anything. `beside`: the longer time of the same sentence, which is said alike. */
export function spoken(seconds: number, format: Format, beside: number = seconds): string {
  return Math.max(seconds, beside) < SPOKEN_IN_MINUTES ? format.minutes(seconds) : format.duration(seconds);
}

/** The team's median and middle half beside a time in minutes as bare minutes, as the table has them, beside one in hours in hours. */
export function teamSaid(
  { median, low, high }: { readonly median: number; readonly low: number; readonly high: number },
  format: Format,
  beside: number,
): { readonly median: string; readonly low: string; readonly high: string } {
  const say = (seconds: number): string =>
    beside < SPOKEN_IN_MINUTES ? format.number(Math.floor(seconds / 60)) : format.duration(seconds);
  return { median: say(median), low: say(low), high: say(high) };
}
