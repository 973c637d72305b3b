import { z } from 'zod';
import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import { liveWindow } from '../../core/pacing/freshness.ts';
import { endLook, takeLook } from '../../core/pacing/pace.ts';
import type { WolkvoxAnswer, WolkvoxQuestion } from '../../ports.ts';
import { changePace } from './fetch-pace.ts';
import { countRequest } from './fetch-quota-count.ts';
import type { FetchPorts } from './fetch-turn.ts';

/** What can be looked at: the quota, and the last ten minutes, of whose rows nothing is kept. */
export const lookSchema = z.enum(['quota', 'live']);
export type Look = z.infer<typeof lookSchema>;

const answerSchema = z.object({
  rows: z.number(),
  bytes: z.number(),
  serverTime: z.number().nullable(),
  zoneOffsetMinutes: z.number().nullable(),
});
/** A look as a lane's job gives it back. `rows`: those of the quota, which name nobody. */
export const lookedSchema = z.object({ answer: answerSchema, rows: z.array(z.unknown()) });
export type Looked = { readonly answer: WolkvoxAnswer; readonly rows: readonly unknown[] };

/**
 * One request for whoever wants to see what is ill, within the lane and its spacing and counted as all are. Neither the quota nor a
 * circuit that rests keeps it back, nothing is tried again, and its failure leaves the circuit as it is.
 */
export async function fetchLook(
  ports: FetchPorts,
  operation: Operation,
  look: Look,
  signal: AbortSignal,
): Promise<Outcome<Looked>> {
  const { store, clock, wolkvox } = ports;
  const lane = ports.laneIdOf(operation);
  const startAt = await changePace(store.documents, lane, (pace) => takeLook(pace, operation, clock.now()));
  await clock.wait(startAt - clock.now(), signal);
  if (signal.aborted) return failed('bot.stopping');
  const now = clock.now();
  await countRequest(store, operation, lane, now);
  const rows: unknown[] = [];
  const keep = look === 'quota' ? (row: unknown) => void rows.push(row) : () => {};
  let well = false;
  try {
    const outcome = await wolkvox.ask(operation, questionOf(look, now), keep, signal);
    well = outcome.ok;
    return outcome.ok ? done({ answer: outcome.value, rows }) : outcome;
  } finally {
    await changePace(store.documents, lane, (pace) => ({ next: endLook(pace, clock.now(), well), value: null }));
  }
}

function questionOf(look: Look, now: number): WolkvoxQuestion {
  return look === 'quota'
    ? { kind: 'quota' }
    : { kind: 'report', report: 'live', window: liveWindow(now), campaign: null };
}
