/** Whether the greater part of an answer's rows could not be read: what the rest adds up to would only look like a quiet floor. */
export function isMostlyUnreadable(rows: {
  readonly used: number;
  readonly skipped: { readonly unreadable?: number | undefined };
}): boolean {
  return (rows.skipped.unreadable ?? 0) > rows.used;
}
