/** Currencies whose cents nobody uses: people write their amounts whole. */
const WHOLE: ReadonlySet<string> = new Set(['COP', 'CLP', 'PYG', 'CRC', 'ARS', 'JPY', 'KRW']);
const SIGNIFICANT = 4;

/**
 * Writes amounts of one currency, or bare ones where it is null. Whole currencies lose their decimals from 100 up, the others keep
 * two; what is below 1 (the cost of one call) keeps up to four significant digits, so that it never reads as zero.
 */
export function moneyWriter(tag: string, currency: string | null): (amount: number) => string {
  const known = currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null;
  const options: Intl.NumberFormatOptions = {
    useGrouping: 'always',
    signDisplay: 'negative',
    ...(known === null ? {} : { style: 'currency', currency: known, currencyDisplay: 'narrowSymbol' }),
  };
  const whole = new Intl.NumberFormat(tag, { ...options, minimumFractionDigits: 0, maximumFractionDigits: 0 });
  const cents = new Intl.NumberFormat(tag, {
    ...options,
    minimumFractionDigits: known === null ? 0 : 2,
    maximumFractionDigits: 2,
  });
  const small = new Intl.NumberFormat(tag, {
    ...options,
    minimumSignificantDigits: 1,
    maximumSignificantDigits: SIGNIFICANT,
  });
  const bare = known === null;
  return (amount) => {
    const size = Math.abs(amount);
    if (size === 0) return whole.format(0);
    if (known !== null && WHOLE.has(known)) return (size >= 100 ? whole : size >= 1 ? cents : small).format(amount);
    if (bare && size >= 1_000) return whole.format(amount);
    return (size >= 1 ? cents : small).format(amount);
  };
}
