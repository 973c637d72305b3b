import { expected, type Parser, textThat, understood } from './parsed.ts';

/** A name of the IANA time zone database, as this machine's Intl knows it; plain offsets are refused, since they know no summer. */
export const zone: Parser<string> = textThat((text) => {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}, 'an IANA zone such as America/Bogota');

/** An ISO 4217 code. Intl's lists are slow to make, and most installations name neither a currency nor a country. */
export const currency: Parser<string> = (text) =>
  Intl.supportedValuesOf('currency').includes(text)
    ? understood(text)
    : expected('an ISO 4217 code such as COP, MXN or BRL');

const regionOf = (text: string) => new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(text);

/** An ISO 3166 code of two capital letters. */
export const country: Parser<string> = textThat(
  (text) => /^[A-Z]{2}$/.test(text) && text !== 'ZZ' && regionOf(text) !== undefined,
  'an ISO 3166 code such as CO, MX or BR',
);
