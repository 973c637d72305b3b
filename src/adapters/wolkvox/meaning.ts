import type { ProblemCode } from '../../core/errors.ts';
import type { BodyFault, Envelope } from './rows/body.ts';

/** What came back, before anybody knows what it means. `fault`: the body could not be read. */
export type Reply = {
  readonly status: number;
  readonly envelope: Envelope | null;
  readonly fault: BodyFault | null;
};

export type Meaning = 'rows' | 'empty' | ProblemCode;

/**
 * What an answer means. wolkvox says 403 to four different things and only the message tells them apart; 404 is "nothing found"
 * where its own body says so, and otherwise nobody's answer; the code in the body may differ from the HTTP status and be a number or a text.
 */
export function meaningOf(reply: Reply): Meaning {
  const wellSent = reply.status >= 200 && reply.status < 300;
  const code = codeOf(reply.envelope);
  if (wellSent && reply.fault !== null) return ofFault(reply.fault);
  if (wellSent && (code === null || code === 0 || (code >= 200 && code < 300))) return 'rows';
  return ofError(wellSent ? (code ?? reply.status) : reply.status, reply);
}

function ofError(status: number, { envelope, fault }: Reply): Meaning {
  const message = messageOf(envelope);
  if (message.includes('SIMULTANEOUS') || status === 429) return 'wolkvox.busy';
  if (message.includes('TOKEN LIMIT')) return 'wolkvox.quota';
  if (message.includes('VALIDATE TOKEN') || message.includes('WOLKVOX-TOKEN') || status === 401) return 'wolkvox.token';
  if (status >= 500) return 'wolkvox.failing';
  if (status === 404 && (codeOf(envelope) === 404 || message.includes('VALIDATE DATES'))) return 'empty';
  if (status === 404 && fault !== null && fault !== 'no-data') return 'wolkvox.bad-answer';
  if (status === 403) return 'wolkvox.maintenance';
  if (status === 408) return 'wolkvox.timeout';
  return 'wolkvox.refused';
}

function ofFault(fault: BodyFault): Meaning {
  if (fault === 'too-large') return 'wolkvox.too-large';
  return fault === 'html' ? 'wolkvox.failing' : 'wolkvox.bad-answer';
}

/** The body's own code; null where it has none that is a number (a bare list). */
function codeOf(envelope: Envelope | null): number | null {
  const code = envelope?.code;
  if (typeof code !== 'number' && typeof code !== 'string') return null;
  const number = Number(code);
  return code === '' || !Number.isFinite(number) ? null : number;
}

function messageOf(envelope: Envelope | null): string {
  const message = envelope?.msg;
  return typeof message === 'string' ? message.toUpperCase() : '';
}
