import { z } from 'zod';
import { PROBLEM_CODES, type ProblemCode } from '../errors.ts';

const OPENS_AFTER = 3;
const REST = 60_000;
const LONGEST_REST = 10 * 60_000;
const PROBE_LASTS = 90_000;

/** Problems that say that the service, not the question, is ill; enough of them in a row open the circuit. */
const ILL: ReadonlySet<ProblemCode> = new Set([
  'wolkvox.unreachable',
  'wolkvox.server-not-found',
  'wolkvox.timeout',
  'wolkvox.failing',
  'wolkvox.bad-answer',
]);

/** Problems after which asking at once again is pointless: one opens the circuit, for this long. */
const OPENS_AT_ONCE: Partial<Record<ProblemCode, number>> = {
  'wolkvox.maintenance': 5 * 60_000,
  'wolkvox.token': 60_000,
};

/** `openUntil` null: closed. `rests`: how often in a row it opened. `cause`: what opened it, or would. Times in epoch ms. */
export const circuitSchema = z.object({
  failures: z.number().int(),
  rests: z.number().int(),
  openUntil: z.number().nullable(),
  cause: z.enum(PROBLEM_CODES).nullable(),
});
export type Circuit = Readonly<z.infer<typeof circuitSchema>>;

export const CLOSED: Circuit = { failures: 0, rests: 0, openUntil: null, cause: null };

export type CircuitDecision =
  | { readonly go: true; readonly because: 'closed' | 'probe'; readonly next: Circuit }
  | { readonly go: false; readonly because: 'resting'; readonly until: number; readonly cause: ProblemCode };

/**
 * Whether a request may go out. Once the rest is over one probe may, and the others wait for what becomes of it. A rest that
 * would be longer than any comes from a clock that was set back since, and is over.
 */
export function passCircuit(circuit: Circuit, now: number): CircuitDecision {
  if (circuit.openUntil === null) return { go: true, because: 'closed', next: circuit };
  if (now < circuit.openUntil && circuit.openUntil - now <= LONGEST_REST) {
    return { go: false, because: 'resting', until: circuit.openUntil, cause: circuit.cause ?? 'wolkvox.failing' };
  }
  return { go: true, because: 'probe', next: { ...circuit, openUntil: now + PROBE_LASTS } };
}

/** What an answer (`null`: a good one) makes of the circuit. A failed probe doubles the rest, up to ten minutes. */
export function afterAnswer(circuit: Circuit, failure: ProblemCode | null, now: number): Circuit {
  // Our own leaving says nothing of the service; a probe that it cut short may be made anew at once.
  if (failure === 'bot.stopping') return circuit.openUntil === null ? circuit : { ...circuit, openUntil: now };
  const atOnce = failure === null ? undefined : OPENS_AT_ONCE[failure];
  if (failure === null || (atOnce === undefined && !ILL.has(failure))) return CLOSED;
  const failures = circuit.failures + 1;
  const opens = atOnce !== undefined || circuit.openUntil !== null || failures >= OPENS_AFTER;
  if (!opens) return { ...circuit, failures, cause: failure };
  const rest = atOnce ?? Math.min(LONGEST_REST, REST * 2 ** circuit.rests);
  return { failures, rests: circuit.rests + 1, openUntil: now + rest, cause: failure };
}
