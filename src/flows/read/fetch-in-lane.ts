import { z } from 'zod';
import { assertNever, failed, type Outcome, PROBLEM_CODES } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import { questionSchema, type Reports } from './fetch-answer.ts';
import { fetchLook, type Looked, lookSchema } from './fetch-look.ts';
import { fetchNames } from './fetch-names.ts';
import { fetchQuota } from './fetch-quota.ts';
import { fetchReport } from './fetch-report.ts';
import type { FetchPorts } from './fetch-turn.ts';

const catalogueSchema = z.enum(['skills', 'agents', 'campaigns']);

/** What a lane's job carries. `askedAt` (epoch ms) tells how long it waited; `youngMs`: how young an answer will do, else the operation's. */
const payloadSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('report'),
    question: questionSchema,
    askedAt: z.number(),
    youngMs: z.number().optional(),
  }),
  z.object({ kind: z.literal('names'), catalogue: catalogueSchema, askedAt: z.number() }),
  z.object({ kind: z.literal('quota'), askedAt: z.number() }),
  z.object({ kind: z.literal('look'), look: lookSchema, askedAt: z.number() }),
]);
export type LanePayload = z.infer<typeof payloadSchema>;

const failureSchema = z.object({
  ok: z.literal(false),
  problem: z.object({
    code: z.enum(PROBLEM_CODES),
    mayPass: z.boolean(),
    retryAt: z.number().nullable(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
});

/** What a lane gave back, parsed; a value that is none of ours is `unexpected`. */
export function laneResult(given: Outcome<unknown>): Outcome<null> {
  return laneGave(given, z.null());
}

/** The same for jobs that give something back. */
export function laneGave<T>(given: Outcome<unknown>, value: z.ZodType<T>): Outcome<T> {
  if (!given.ok) return given;
  const result = z.union([z.object({ ok: z.literal(true), value }), failureSchema]).safeParse(given.value);
  return result.success ? result.data : failed('unexpected');
}

/** Makes the handler that a process gives to `Lanes.serve` for an operation. */
export function laneWorker(
  ports: FetchPorts & { readonly reports: Reports },
): (operation: Operation) => (payload: unknown, signal: AbortSignal) => Promise<Outcome<Looked | null>> {
  return (operation) => async (payload, signal) => {
    const parsed = payloadSchema.safeParse(payload);
    if (!parsed.success) return failed('data.invalid', { what: 'lane job' });
    const job = parsed.data;
    const waited = Math.max(0, ports.clock.now() - job.askedAt) / 1_000;
    ports.metrics.observe('vigia_lane_wait_seconds', { operation: operation.id }, waited);
    switch (job.kind) {
      case 'report':
        return fetchReport(ports, operation, job.question, signal, job.youngMs);
      case 'names':
        return fetchNames(ports, operation, job.catalogue, signal);
      case 'quota':
        return fetchQuota(ports, operation, signal);
      case 'look':
        return fetchLook(ports, operation, job.look, signal);
      default:
        return assertNever(job);
    }
  };
}
