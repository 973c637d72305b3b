import { done, type Outcome } from '../core/errors.ts';
import type { Operation } from '../core/operation.ts';
import { REQUESTS_PER_LICENCE } from '../core/pacing/budget.ts';
import { correctCount } from './fetch-quota-count.ts';
import { type FetchPorts, takeTurnAt } from './fetch-turn.ts';

/** Holds our count of today's requests against wolkvox's own, and learns the limit where nobody configured it. Costs a request or two. */
export async function fetchQuota(ports: FetchPorts, operation: Operation, signal: AbortSignal): Promise<Outcome<null>> {
  const { store, clock } = ports;
  const rows: Readonly<Record<string, unknown>>[] = [];
  const onRow = (row: unknown): void => {
    if (isRow(row)) rows.push(row);
  };
  const { outcome } = await takeTurnAt(ports, operation, { question: { kind: 'quota' }, onRow }, signal);
  if (!outcome.ok) return outcome;
  const used = largest(rows, 'all_token_today') ?? largest(rows, 'token_use_today');
  let limit = largest(rows, 'token_limit');
  if (limit === null && operation.licences === null) {
    rows.length = 0;
    await takeTurnAt(ports, operation, { question: { kind: 'services' }, onRow }, signal);
    const licences = largest(rows, 'licenses');
    limit = licences === null ? null : licences * REQUESTS_PER_LICENCE;
  }
  await correctCount(store, operation, ports.laneIdOf(operation), clock.now(), { limit, used });
  return done(null);
}

function isRow(row: unknown): row is Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

/** A row for each token of the operation may come; the figures that all share are the same in each. */
function largest(rows: readonly Readonly<Record<string, unknown>>[], field: string): number | null {
  const values = rows.map((row) => countOf(row[field])).filter((value) => value !== null);
  return values.length === 0 ? null : Math.max(...values);
}

function countOf(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).replaceAll(',', '').trim();
  return /^\d+$/.test(text) ? Number(text) : null;
}
