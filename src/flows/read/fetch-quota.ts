import { done, type Outcome } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import { REQUESTS_PER_LICENCE } from '../../core/pacing/budget.ts';
import { correctCount } from './fetch-quota-count.ts';
import { type FetchPorts, takeTurnAt } from './fetch-turn.ts';
import { licencesSaid, quotaSaid } from './quota-said.ts';

/** Holds our count of today's requests against wolkvox's own, and learns the limit where nobody configured it. Costs a request or two. */
export async function fetchQuota(ports: FetchPorts, operation: Operation, signal: AbortSignal): Promise<Outcome<null>> {
  const { store, clock } = ports;
  const quota: unknown[] = [];
  const { outcome } = await takeTurnAt(
    ports,
    operation,
    { question: { kind: 'quota' }, onRow: (row) => void quota.push(row) },
    signal,
  );
  if (!outcome.ok) return outcome;
  const { limit, used } = quotaSaid(quota);
  const learned = limit ?? (operation.licences === null ? await limitByLicences(ports, operation, signal) : null);
  await correctCount(store, operation, ports.laneIdOf(operation), clock.now(), { limit: learned, used });
  return done(null);
}

async function limitByLicences(ports: FetchPorts, operation: Operation, signal: AbortSignal): Promise<number | null> {
  const services: unknown[] = [];
  const turn = { question: { kind: 'services' }, onRow: (row: unknown) => void services.push(row) } as const;
  await takeTurnAt(ports, operation, turn, signal);
  const licences = licencesSaid(services);
  return licences === null ? null : licences * REQUESTS_PER_LICENCE;
}
