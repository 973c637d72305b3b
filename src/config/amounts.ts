import { expected, type Parser, understood } from './parsed.ts';

const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** `90s`, `10m`, `4h`, `1.5s` as milliseconds, within bounds that the message repeats as they are written. */
export function durationBetween(least: string, most: string): Parser<number> {
  const [from, to] = [millisecondsOf(least), millisecondsOf(most)];
  return (text) => {
    const ms = millisecondsOf(text);
    if (ms === null) return expected('a duration such as 90s, 10m or 4h');
    if ((from !== null && ms < from) || (to !== null && ms > to))
      return expected(`a duration from ${least} to ${most}`);
    return understood(ms);
  };
}

/** A duration in ms; null where the text is none. */
export function millisecondsOf(text: string): number | null {
  const match = /^(\d{1,6}(?:\.\d{1,3})?) ?([smh])$/.exec(text);
  const unit = match?.[2];
  if (match?.[1] === undefined || (unit !== 's' && unit !== 'm' && unit !== 'h')) return null;
  return Math.round(Number(match[1]) * UNIT_MS[unit]);
}
