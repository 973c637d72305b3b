import type { ProblemCode } from '../../core/errors.ts';

/** What went wrong on the wire: its meaning and a short code for the log, never a message (which could quote the body). */
export type Breakage = { readonly code: ProblemCode; readonly cause: string };

const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'TimeoutError']);
const UNREADABLE = /^(Z_|HPE_|ERR__?BROTLI|ERR_BROTLI|ERR_ZLIB|UND_ERR_(RES_CONTENT|HEADERS_OVERFLOW))/;

/**
 * A connection that never answered is something else than an answer that broke off: the first may be a firewall, the second
 * was counted by wolkvox.
 */
export function breakageOf(error: unknown, answered: boolean): Breakage {
  const cause = causeOf(error);
  if (TIMEOUTS.has(cause)) return { code: 'wolkvox.timeout', cause };
  if (cause === 'ENOTFOUND') return { code: 'wolkvox.server-not-found', cause };
  if (answered || UNREADABLE.test(cause)) return { code: 'wolkvox.bad-answer', cause };
  return { code: 'wolkvox.unreachable', cause };
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return error.name;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return causeOf(error.errors[0]);
  return error.cause === undefined ? error.name : causeOf(error.cause);
}
