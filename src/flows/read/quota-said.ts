import { readCount } from '../../core/values/number.ts';

/** What wolkvox counts itself today; null: it did not say. */
export type QuotaSaid = { readonly limit: number | null; readonly used: number | null };

/** A row for each token of the operation may come; the figures that all tokens share are the same in each. */
export function quotaSaid(rows: readonly unknown[]): QuotaSaid {
  return {
    limit: largest(rows, 'token_limit'),
    used: largest(rows, 'all_token_today') ?? largest(rows, 'token_use_today'),
  };
}

/** The licences that the catalogue of services names; null where it names none. */
export function licencesSaid(rows: readonly unknown[]): number | null {
  return largest(rows, 'licenses');
}

function largest(rows: readonly unknown[], field: string): number | null {
  const values = rows.map((row) => (isRow(row) ? readCount(row[field]) : null)).filter((value) => value !== null);
  return values.length === 0 ? null : Math.max(...values);
}

function isRow(row: unknown): row is Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}
