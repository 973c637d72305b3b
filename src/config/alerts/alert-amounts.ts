import type { Condition } from '../../core/alerts/rule.ts';
import type { Unit } from '../../core/alerts/seen.ts';
import { millisecondsOf } from '../amounts.ts';
import { durationText } from '../export-values.ts';
import { expected, type Parsed, understood } from '../parsed.ts';

/** What a threshold looks like, by the unit of its metric. */
const AS_WRITTEN: Readonly<Record<Unit, string>> = {
  rate: 'a share such as 10% or 7.5%',
  duration: 'a duration such as 90s, 30m or 1h',
  count: 'a number such as 20',
  money: 'an amount such as 1500',
};

/** `10%`, `30m`, `20`: a threshold in the unit of its metric, as the rule keeps it. */
export function readAmount(text: string, unit: Unit): Parsed<number> {
  const value = unit === 'rate' ? readShare(text) : unit === 'duration' ? readSeconds(text) : readNumber(text);
  return value === null ? expected(AS_WRITTEN[unit]) : understood(value);
}

/** The text that `readAmount` reads back. */
export function writeAmount(value: number, unit: Unit): string | number {
  if (unit === 'rate') return percentText(value);
  return unit === 'duration' ? durationText(Math.round(value * 1_000)) : plain(value);
}

/** `usual +30%`, `usual -30%`: the share over or under what is usual; null for anything else. */
export function readUsual(text: string, sign: '+' | '-'): number | null {
  const [, written, share] = /^usual ?([+-]) ?(.+)$/.exec(text) ?? [];
  return written === sign && share !== undefined ? readShare(share) : null;
}

export function writeUsual({ kind }: Pick<Condition, 'kind'>, share: number): string {
  return `usual ${kind === 'below-usual' ? '-' : '+'}${percentText(share)}`;
}

function readShare(text: string): number | null {
  const [, number] = /^(-?\d{1,4}(?:\.\d{1,6})?) ?%$/.exec(text) ?? [];
  return number === undefined ? null : shareOf(number);
}

function readSeconds(text: string): number | null {
  const ms = millisecondsOf(text);
  return ms === null ? null : ms / 1_000;
}

function readNumber(text: string): number | null {
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

/** The decimal point moves in the text: 7 % is 0.07, where 7 / 100 is a hair beside it for some numbers. */
function shareOf(percent: string): number {
  return Number(`${percent}e-2`);
}

function percentText(share: number): string {
  return `${plain(share * 100)}%`;
}

/** Without the hair that binary fractions leave, and never as `1e-7`. */
function plain(value: number): number {
  return Number(value.toFixed(6));
}
