import type { Cell } from '../card/card.ts';
import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { enough, RATE_FLOOR, type Rate } from '../stats/rate.ts';

const OF = { es: 'de', en: 'of', pt: 'de' } satisfies Record<Locale, string>;

/** A rate wherever figures stand: `98 de 158 (62 %; 54–69)`, below the floor its counts alone (`2 de 3`), `—` where there is nothing to divide by. */
export function rateSaid(
  { count, of, fraction }: Rate,
  { format, locale }: { readonly format: Format; readonly locale: Locale },
  floor: number = RATE_FLOOR,
): string {
  if (of === 0) return '—';
  if (fraction !== null && enough(of, floor)) return format.evidence(count, of);
  return `${format.number(count)} ${OF[locale]} ${format.number(of)}`;
}

/**
 * A rate as a cell of a table: the fraction, which sorts, shown as `62,0 %`. Below the floor it is its counts alone, as text: 3 of 3 is
 * then not sorted above 95 of 100, and no spreadsheet takes it for a measured share. `—` where there is nothing to divide by.
 */
export function rateCell(
  share: Rate,
  base: { readonly format: Format; readonly locale: Locale },
  floor: number = RATE_FLOOR,
): Cell {
  const { fraction, of } = share;
  if (fraction === null || !enough(of, floor)) return rateSaid(share, base, Number.POSITIVE_INFINITY);
  return { number: fraction, text: base.format.percent(fraction, 1) };
}
