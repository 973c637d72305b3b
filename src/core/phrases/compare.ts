import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Period } from '../period/period.ts';

/** What names the other side of a comparison; a report's card context is one. Without `comparedWith` it is "the period before". */
export type Base = {
  readonly locale: Locale;
  readonly format: Format;
  readonly now: number;
  readonly comparedWith?: Period | null;
};

const WORDS = {
  es: {
    before: 'el período anterior',
    more: (much: string, than: string) => `${much} más que ${than}`,
    less: (much: string, than: string) => `${much} menos que ${than}`,
    same: (than: string) => `igual que ${than}`,
    nearly: (than: string) => `casi igual que ${than}`,
    points: (many: number, text: string) => (many === 1 ? 'un punto' : `${text} puntos`),
    pair: (now: string, before: string) => `${now} (antes ${before})`,
    listed: (now: string, before: string) => `${now}; antes ${before}`,
  },
  en: {
    before: 'the period before',
    more: (much: string, than: string) => `${much} more than ${than}`,
    less: (much: string, than: string) => `${much} less than ${than}`,
    same: (than: string) => `the same as ${than}`,
    nearly: (than: string) => `about the same as ${than}`,
    points: (many: number, text: string) => (many === 1 ? 'one point' : `${text} points`),
    pair: (now: string, before: string) => `${now} (before: ${before})`,
    listed: (now: string, before: string) => `${now}; before: ${before}`,
  },
  pt: {
    before: 'o período anterior',
    more: (much: string, than: string) => `${much} mais que ${than}`,
    less: (much: string, than: string) => `${much} menos que ${than}`,
    same: (than: string) => `igual a ${than}`,
    nearly: (than: string) => `quase igual a ${than}`,
    points: (many: number, text: string) => (many === 1 ? 'um ponto' : `${text} pontos`),
    pair: (now: string, before: string) => `${now} (antes ${before})`,
    listed: (now: string, before: string) => `${now}; antes ${before}`,
  },
} satisfies Record<Locale, unknown>;

/** `6 % más que ayer`; null where the base is nothing and there is nothing to divide by. */
export function comparedTotal(now: number, before: number, base: Base): string | null {
  if (!(before > 0)) return null;
  const words = WORDS[base.locale];
  const hundredths = Math.round((now / before - 1) * 100);
  if (hundredths === 0) return now === before ? words.same(than(base)) : words.nearly(than(base));
  const much = base.format.percent(Math.abs(hundredths) / 100, 0);
  return hundredths > 0 ? words.more(much, than(base)) : words.less(much, than(base));
}

/** `3 puntos más que ayer`, for two rates as fractions; null where one of them is not known. */
export function comparedRate(now: number | null, before: number | null, base: Base): string | null {
  if (now === null || before === null) return null;
  const words = WORDS[base.locale];
  const points = Math.round((now - before) * 100);
  if (points === 0) return now === before ? words.same(than(base)) : words.nearly(than(base));
  const much = words.points(Math.abs(points), base.format.number(Math.abs(points)));
  return points > 0 ? words.more(much, than(base)) : words.less(much, than(base));
}

/** `12 más que ayer`, for small numbers of things where a share would shout. */
export function comparedCount(now: number, before: number, base: Base): string {
  const words = WORDS[base.locale];
  if (now === before) return words.same(than(base));
  const much = base.format.number(Math.abs(now - before));
  return now > before ? words.more(much, than(base)) : words.less(much, than(base));
}

/** `1.842 (antes 1.738)`; figures that have brackets of their own stand side by side: `6 de 41 (15 %; 7–28); antes 2 de 30 (7 %; 2–21)`. */
export function nowAndBefore(now: string, before: string, locale: Locale): string {
  const words = WORDS[locale];
  return `${now}${before}`.includes('(') ? words.listed(now, before) : words.pair(now, before);
}

function than({ locale, format, now, comparedWith }: Base): string {
  const before = WORDS[locale].before;
  if (comparedWith === undefined || comparedWith === null) return before;
  return comparedWith.kind === 'day'
    ? format.when(comparedWith, now)
    : `${before} (${format.period(comparedWith, now)})`;
}
