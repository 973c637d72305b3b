import type { Format } from '../../core/i18n/format.ts';
import { makeFormat } from '../../core/i18n/make-format.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';

/** How figures of an operation are written for a reader of a language; made once for each pair. */
export type FormatFor = (locale: Locale, operation: Operation) => Format;

export function formats(): FormatFor {
  const made = new Map<string, Format>();
  return (locale, { id, zone, currency, country }) => {
    const key = `${locale}/${id}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const format = makeFormat({ locale, zone, currency, country });
    made.set(key, format);
    return format;
  };
}
