import { dateAt, timeAt } from '../period/local-time.ts';
import { wilson } from '../stats/rate.ts';
import type { Format } from './format.ts';
import type { Locale } from './locale.ts';
import { moneyWriter } from './money.ts';
import { sayDay, sayPeriod, sayWhen, sayWindow } from './say-period.ts';
import { zoneCity } from './zone-city.ts';

export type FormatOptions = {
  readonly locale: Locale;
  readonly zone: string;
  readonly currency: string | null;
  readonly country: string | null;
};

const HOME = { es: 'CO', en: 'US', pt: 'BR' } satisfies Record<Locale, string>;
/** Spanish puts a space before the sign; it must not break there. */
const PERCENT_SIGN = { es: '\u00a0%', en: '%', pt: '%' } satisfies Record<Locale, string>;
const OF = { es: 'de', en: 'of', pt: 'de' } satisfies Record<Locale, string>;
const MINUS = '−';

const made = new Map<string, Format>();

/** The format for a language, a zone, a currency (null: bare amounts) and a country; made once for each, since Intl is slow to set up. */
export function makeFormat(wanted: FormatOptions): Format {
  const key = [wanted.locale, wanted.zone, wanted.currency, wanted.country].join('/');
  const known = made.get(key);
  if (known !== undefined) return known;
  const format = newFormat(wanted);
  made.set(key, format);
  return format;
}

function newFormat({ locale, zone, currency, country }: FormatOptions): Format {
  const tag = `${locale}-${country !== null && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : HOME[locale]}`;
  const byDecimals = new Map<number | undefined, Intl.NumberFormat>();
  const number = (value: number, decimals?: number): string => {
    let writer = byDecimals.get(decimals);
    if (writer === undefined) {
      writer = new Intl.NumberFormat(tag, {
        useGrouping: 'always',
        signDisplay: 'negative',
        minimumFractionDigits: decimals ?? 0,
        maximumFractionDigits: decimals ?? 1,
      });
      byDecimals.set(decimals, writer);
    }
    return writer.format(value);
  };
  const percent = (fraction: number, decimals?: number): string =>
    `${number(fraction * 100, decimals)}${PERCENT_SIGN[locale]}`;
  const time = (instant: number): string => timeAt(instant, zone);
  const day = (date: string): string => sayDay(date, locale);
  const city = zoneCity(zone);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });

  return {
    city,
    number,
    percent,
    evidence(count, of) {
      const counts = `${number(count)} ${OF[locale]} ${number(of)}`;
      if (!(of > 0) || count > of) return counts;
      const share = count / of;
      const { low, high } = wilson(count, of);
      const nearEdge = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
      return `${counts} (${percent(share, nearEdge ? 1 : 0)}; ${number(low * 100, 0)}–${number(high * 100, 0)})`;
    },
    duration: (seconds) => signed(seconds, durationOf),
    minutes: (seconds) => signed(seconds, (size) => `${number(Math.floor(size / 60), 0)} min`),
    money: moneyWriter(tag, currency),
    change(now, before) {
      if (before === 0) return null;
      const hundredths = Math.round(((now - before) / Math.abs(before)) * 100);
      if (hundredths === 0) return '=';
      return `${hundredths > 0 ? '+' : MINUS}${percent(Math.abs(hundredths) / 100, 0)}`;
    },
    time,
    moment(instant, now) {
      const date = dateAt(instant, zone);
      return date === dateAt(now, zone) ? time(instant) : `${day(date)}, ${time(instant)}`;
    },
    day,
    period: (period, now) => sayPeriod(period, now, locale, zone),
    when: (period, now) => sayWhen(period, now, locale, zone),
    window: (window) => `${sayWindow(window, locale, zone)} ${city}`,
    list: (items) => lists.format(items),
  };
}

function signed(seconds: number, say: (size: number) => string): string {
  const whole = Math.round(seconds);
  return `${whole < 0 ? MINUS : ''}${say(Math.abs(whole))}`;
}

function durationOf(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, '0')}m`;
}
