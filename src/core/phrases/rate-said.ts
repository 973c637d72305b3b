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
