import { z } from 'zod';
import type { ProblemCode } from '../errors.ts';
import type { Operation } from '../operation.ts';
import { afterAnswer, CLOSED, circuitSchema, passCircuit } from './circuit.ts';
import { dateAt } from '../period/local-time.ts';
import { nextLocalMidnight } from './local-day.ts';
import { noted, recentSchema } from './retry.ts';
import { nextStart } from './spacing.ts';

/** What an operation's lane remembers between requests, over all processes and restarts. `usedUpOn`: the local day wolkvox said so. */
export const paceSchema = z.object({
  version: z.literal(1),
  lastStart: z.number().nullable(),
  lastEnd: z.number().nullable(),
  circuit: circuitSchema,
  recent: recentSchema,
  usedUpOn: z.string().nullable(),
});
export type Pace = Readonly<z.infer<typeof paceSchema>>;

export const NEW_PACE: Pace = {
  version: 1,
  lastStart: null,
  lastEnd: null,
  circuit: CLOSED,
  recent: [],
  usedUpOn: null,
};

export type PaceDecision =
  | { readonly kind: 'go'; readonly startAt: number; readonly because: 'closed' | 'probe'; readonly next: Pace }
  | { readonly kind: 'refuse'; readonly because: 'used up'; readonly until: number }
  | { readonly kind: 'refuse'; readonly because: 'resting'; readonly until: number; readonly cause: ProblemCode };

/** Whether and when the next request of the lane may start; on `go` the start is already reserved in `next`. */
export function takeTurn(pace: Pace, operation: Operation, now: number, isRetry: boolean): PaceDecision {
  if (pace.usedUpOn === dateAt(now, operation.zone)) {
    return { kind: 'refuse', because: 'used up', until: nextLocalMidnight(now, operation.zone) };
  }
  const circuit = passCircuit(pace.circuit, now);
  if (!circuit.go) return { kind: 'refuse', because: 'resting', until: circuit.until, cause: circuit.cause };
  const startAt = nextStart(pace, operation.pacing, now);
  const recent = noted(pace.recent, now, isRetry);
  return {
    kind: 'go',
    startAt,
    because: circuit.because,
    next: { ...pace, lastStart: startAt, circuit: circuit.next, recent },
  };
}

/** A request that has to go out whatever the quota and the circuit say: when it may, within the spacing. */
export function takeLook(
  pace: Pace,
  operation: Operation,
  now: number,
): { readonly next: Pace; readonly value: number } {
  const startAt = nextStart(pace, operation.pacing, now);
  return { next: { ...pace, lastStart: startAt, recent: noted(pace.recent, now, false) }, value: startAt };
}

/** What the lane remembers of it: that wolkvox is well, where it was; what was ill teaches it nothing new. */
export function endLook(pace: Pace, now: number, well: boolean): Pace {
  const lastEnd = Math.max(now, pace.lastEnd ?? now);
  return { ...pace, lastEnd, circuit: well ? CLOSED : pace.circuit };
}

/** What the lane remembers once a request ended at `now`, well (`failure` null) or not. */
export function endTurn(pace: Pace, operation: Operation, now: number, failure: ProblemCode | null): Pace {
  return {
    ...pace,
    lastEnd: Math.max(now, pace.lastEnd ?? now),
    circuit: afterAnswer(pace.circuit, failure, now),
    usedUpOn: failure === 'wolkvox.quota' ? dateAt(now, operation.zone) : pace.usedUpOn,
  };
}
